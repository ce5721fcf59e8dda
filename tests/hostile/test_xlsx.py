"""Workbooks made to harm their reader, or to be read short: each is read whole, or refused in a sentence."""

import random
import re
import zipfile
import zlib
from io import BytesIO
from string import ascii_letters

import pytest

from adapters.confined.opening import open_book
from adapters.tables.book import LARGE, Book
from adapters.tables.reading import read_book
from adapters.tables.workbook import read_workbook
from roster.errors import RosterError, UnreadableFile
from tests.builders import a_workbook, an_upload
from tests.hostile.crafted import (
    SHEET,
    STRINGS,
    Packed,
    a_book,
    a_sheet_of,
    a_zip,
    repeated,
    rows_of,
    shared,
    stored,
    text,
)

HEAD = a_sheet_of("").partition(b"</sheetData>")[0]
WHOLE = a_workbook(Report=[[f"Pupil {n}", "3B", f"Carer {n}", f"07700 9{n:05}"] for n in range(400)])
SHEETS = read_workbook(WHOLE)[0]
LONG = "x" * 1_000_000
INCOMPRESSIBLE = random.Random(5).randbytes(6_000)


def opened(content: bytes) -> Book:
    return open_book(an_upload(content, "contacts.xlsx"))


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        opened(content)
    assert caught.value.file == "contacts.xlsx"
    assert caught.value.advice.endswith(".")
    return caught.value.headline


def numbers(content: bytes) -> list[int]:
    (sheet,) = opened(content).sheets
    return [number for number, _ in sheet.rows]


def read_or_none(content: bytes) -> object:
    try:
        return read_book(an_upload(content)).sheets
    except RosterError:
        return None


BOMBS = {
    "a gigabyte of tiny rows": (
        repeated(SHEET, HEAD, b"<row><c><v>1</v></c></row>" * 40_000, 1000),
        "no sheet reaches",
    ),
    "four gigabytes of blanks": (repeated(SHEET, HEAD, b" " * 1_000_000, 4000), "absurd size"),
    "one huge text": (repeated(SHEET, HEAD + b"<row><c><v>", b"x" * 1_000_000, 2000), "absurd size"),
    "as much, packed less well": (
        repeated(SHEET, HEAD, INCOMPRESSIBLE.hex().encode() + b"<row><c><v>1</v></c></row>" * 22_000, 1400),
        "no sheet reaches",
    ),
    "a picture as large": (repeated("xl/media/image1.png", b"", bytes(1_000_000), 2000), "absurd size"),
}


@pytest.mark.parametrize(("part", "said"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_while_it_unpacks(part: Packed, said: str):
    assert said in refusal(a_book(part))


def test_a_zip_of_very_many_files_is_refused():
    content = a_zip([stored("xl/workbook.xml", "<workbook/>"), *(Packed(b"%d" % n) for n in range(60_000))])

    assert "far too many files" in refusal(content)


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../up.xml", "xl/../../up.xml", "C:/up.xml", "\\\\server\\up.xml", "a.xml\0b"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str):
    assert "not put together" in refusal(a_book(stored(name, "<a/>"), rows=rows_of(3)))


@pytest.mark.parametrize("name", [SHEET, SHEET.upper()])
def test_two_parts_of_one_name_are_refused(name: str):
    parts = [stored("xl/workbook.xml", "<workbook/>"), stored(SHEET, "<a/>"), stored(name, "<b/>")]

    assert "not put together" in refusal(a_zip(parts))


def test_an_encrypted_part_is_named():
    assert "password" in refusal(a_book(Packed(b"xl/secret.xml", b"x" * 20, 8, 0, zipfile.ZIP_DEFLATED, 1)))


@pytest.mark.parametrize("junk", [b"MZ\x90\0", b"PK", b"\0" * 40, b"%PDF-1.7 "])
def test_what_has_junk_before_it_is_refused(junk: bytes):
    refusal(junk + a_book(rows=rows_of(3)))


def test_a_zip_that_begins_like_one_and_hides_another_behind_it_is_refused():
    first = a_zip([stored("a.txt", "x")])

    assert "not put together" in refusal(first + a_book(rows=rows_of(3)))


ENTITIES = '<!DOCTYPE a [<!ENTITY b "{}">]>'.format("lol" * 1000)
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declaration", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize("name", [SHEET, STRINGS, "xl/workbook.xml", "_rels/.rels", "xl/styles.xml"])
def test_a_document_type_is_refused_wherever_it_is(name: str, declaration: str):
    body = a_sheet_of(f'<row r="1">{text("A1", "&b;")}</row>') if name == SHEET else b"<a>&b;</a>"

    assert "a part no workbook has" in refusal(a_book(stored(name, declaration.encode() + body), rows=rows_of(3)))


def test_a_declaration_across_two_pieces_is_found():
    for before in range((1 << 20) - 10, (1 << 20) + 1):
        part = stored(SHEET, b" " * before + b"<!DOCTYPE a>" + a_sheet_of(rows_of(3)))
        with pytest.raises(UnreadableFile, match="a part no workbook has"):
            read_workbook(a_book(part))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", [SHEET, STRINGS])
def test_a_part_that_readers_take_for_nothing_is_refused(name: str, encoding: str):
    xml = a_sheet_of(rows_of(3)).decode() if name == SHEET else shared("x")

    assert "a part no workbook has" in refusal(a_book(stored(name, xml.encode(encoding)), rows=rows_of(3)))


@pytest.mark.parametrize("claim", ["A1", "A1:B2", "A1:XFD1048576", "B7:C9"])
def test_a_lie_about_the_size_loses_nothing(claim: str):
    sheet = stored(SHEET, a_sheet_of(rows_of(500), before=f'<dimension ref="{claim}"/>'))

    assert numbers(a_book(sheet)) == list(range(1, 501))


@pytest.mark.parametrize("claim", ["nonsense", "A0:A-1"])
def test_a_size_that_is_none_is_refused(claim: str):
    assert refusal(a_book(stored(SHEET, a_sheet_of(rows_of(500), before=f'<dimension ref="{claim}"/>'))))


@pytest.mark.parametrize(
    ("far", "last"), [("XFD1048576", 1_048_576), ("A1048576", 1_048_576), ("XFD501", 501), ("ZZ900000", 900_000)]
)
def test_a_stray_cell_far_off_loses_nothing(far: str, last: int):
    rows = rows_of(500) + f'<row r="{last}">{text(far, "x")}</row>'

    assert numbers(a_book(rows=rows)) == [*range(1, 501), last]


def test_a_large_workbook_that_ends_its_hurried_reader_is_read_by_a_patient_one():
    """The fast reader asks for more memory than there is, and takes its process along, while the sheet is looked at."""
    last = 1_048_576
    noise = "".join(random.Random(1).choices(ascii_letters, k=2 * LARGE))
    padded = "".join(
        f'<row r="{row}">{text(f"A{row}", noise[200 * row : 200 * row + 200])}</row>' for row in range(1, 8_001)
    )
    book = a_book(rows=f'{padded}<row r="{last}">{text(f"XFD{last}", "x")}</row>')

    (sheet,) = open_book(an_upload(book)).sheets

    assert len(book) > LARGE
    assert [number for number, _ in sheet.rows] == [*range(1, 8_001), last]


@pytest.mark.parametrize("far", ["ZZZZZZZ9", "XFE9", "A1048577", "A99999999999"])
def test_a_cell_where_no_sheet_reaches_is_refused(far: str):
    row = re.search(r"\d+", far)

    assert "no sheet reaches" in refusal(a_book(rows=rows_of(3) + f'<row r="{row and row[0]}">{text(far, "x")}</row>'))


@pytest.mark.parametrize("rows", [
    '<row r="0"><c r="A0"><v>1</v></c></row>', '<row r="1"><c r="A-1"><v>1</v></c></row>',
    '<row r="1"><c r="1A"><v>1</v></c></row>', '<row r="x"><c r="Ax"><v>1</v></c></row>',
])  # fmt: skip
def test_a_place_that_is_none_is_refused(rows: str):
    assert refusal(a_book(rows=rows + rows_of(3, first=4)))


@pytest.mark.parametrize(
    "claim",
    ['count="4294967295" uniqueCount="4294967295"', 'uniqueCount="18446744073709551615"', 'count="0" uniqueCount="0"'],
)
def test_a_lie_about_the_shared_strings_loses_nothing(claim: str):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'

    (sheet,) = opened(a_book(rows=rows, strings=shared("Ade", "Tola", claim=claim))).sheets

    assert [cells for _, cells in sheet.rows] == [("Ade",), ("Tola",)]


def test_a_shared_string_that_is_not_there_is_refused():
    assert refusal(a_book(rows='<row r="1"><c r="A1" t="s"><v>99</v></c></row>', strings=shared("Ade")))


def test_a_long_text_told_a_hundred_thousand_times_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_001))

    assert "more text than a cell can hold" in refusal(a_book(rows=rows, strings=shared(LONG)))


def test_a_cell_as_long_as_excel_allows_is_read():
    longest = "y" * 32_767

    (sheet,) = opened(a_book(rows=f'<row r="1">{text("A1", longest)}</row>')).sheets

    assert sheet.rows[0][1] == (longest,)


def test_every_column_of_a_sheet_is_read():
    row = "".join(text("", f"column {n}") for n in range(16_384))

    (sheet,) = opened(a_book(rows=f"<row>{row}</row>" + "<row><c><v>7</v></c></row>" * 50)).sheets

    assert sheet.rows[0][1][-1] == "column 16383"
    assert len(sheet.rows) == 51


ODD_ROWS = {
    "cells without a place": ("<row>" + text("", "a") + text("", "b") + "</row><row>" + text("", "c") + "</row>", [1, 2]),
    "gaps": (rows_of(2) + rows_of(2, first=90_000), [1, 2, 90_000, 90_001]),
    "out of order": (rows_of(1, first=3) + rows_of(1, first=1), [1, 3]),
    "one row in two halves": (f'<row r="1">{text("A1", "x")}</row><row r="1">{text("B1", "y")}</row>', None),
    "one cell twice": (f'<row r="1">{text("A1", "x")}</row><row r="1">{text("A1", "y")}</row>', None),
    "a cell that says another row": (f'<row r="1">{text("A9", "x")}</row><row r="2">{text("A2", "y")}</row>', [2, 9]),
    "all rows say one number": ("".join(f'<row r="1">{text("A1", f"x{n}")}</row>' for n in range(50)), None),
    "rows in a comment": (f"<!-- {rows_of(5, first=9)} -->" + rows_of(2), [1, 2]),
    "characters by number": (f'<row r="1">{text("A1", "&#65;&#100;&#101;")}</row><row r="2">{text("A2", "&#160;&#32;")}</row>', [1]),
    "a section of characters": (f'<row r="1">{text("A1", "<![CDATA[<row r=&quot;7&quot;>]]>")}</row>', [1]),
    "blanks alone": (f'<row r="1">{text("A1", " ")}</row>' + rows_of(1, first=2), [2]),
    "styled and empty": ('<row r="1"><c r="A1" s="0"/><c r="B1"/></row>' + rows_of(1, first=2), [2]),
    "single quotation marks": ("<row r='2'><c r='A2' t='inlineStr'><is><t>x</t></is></c><c r='B2' t='e'><v>#N/A</v></c></row>", [2]),
    "an error with spaces": ('<row r = "2"><c r = "A2" t = "e"><v>#N/A</v></c></row>', [2]),
    "an error no reader knows": ('<row r="2"><c r="A2" t="e"><v>#SPILL!</v></c></row>', [2]),
    "the last row alone is filled": ("".join(f'<row r="{n}"/>' for n in range(1, 900)) + rows_of(1, first=900), [900]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "read"), ODD_ROWS.values(), ids=ODD_ROWS)
def test_odd_rows_are_read_whole_or_refused(rows: str, read: list[int] | None):
    content = a_book(rows=rows)

    if read is None:
        assert "could not be read to its end" in refusal(content)
    else:
        assert numbers(content) == read


@pytest.mark.parametrize("blank", ["", "  ", "\u00a0", "&#160;", "_x000D_", "\u2003\u00a0"])
def test_blank_shared_strings_are_no_rows(blank: str):
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 3}</v></c></row>' for n in range(1, 10))

    assert numbers(a_book(rows=rows, strings=shared("Ade", blank, "\u00c9va"))) == [2, 3, 5, 6, 8, 9]


def test_a_namespace_prefix_changes_nothing():
    plain = a_sheet_of(rows_of(40)).decode()
    prefixed = re.sub(r"<(/?)(\w)", r"<\1x:\2", plain).replace("xmlns=", "xmlns:x=")

    assert numbers(a_book(stored(SHEET, prefixed))) == list(range(1, 41))


def test_rows_are_counted_across_the_pieces_in_which_they_come():
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(20_001, 40_001))

    assert len(numbers(a_book(rows=rows_of(20_000) + blank + rows_of(20_000, first=40_001)))) == 40_000


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0b", "\x1c", "\x1d", "\x1e", "\x1f"])
def test_a_control_character_parts_no_cells(character: str):
    content = a_book(rows=f'<row r="1">{text("A1", f"Ade{character}Bello")}{text("B1", "3B")}</row>')

    read = read_or_none(content)

    assert read is None or [cells for _, cells in read[0].rows] == [("Ade Bello", "3B")]


def test_a_control_character_written_as_an_escape_parts_no_cells():
    (sheet,) = opened(a_book(rows=f'<row r="1">{text("A1", "Ade_x001F_Bello")}{text("B1", "3B")}</row>')).sheets

    assert [len(cells) for _, cells in sheet.rows] == [2]


def test_formulas_are_never_evaluated_and_links_never_followed():
    rows = (
        '<row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://192.0.2.1/")</f><v>saved</v></c>'
        '<c r="B1"><f>[1]Other!A1</f></c></row>'
    )
    link = stored("xl/externalLinks/externalLink1.xml", '<externalLink href="http://192.0.2.1/other.xlsx"/>')

    book = opened(a_book(link, rows=rows))

    assert book.sheets[0].rows[0][1] == ("saved", "#CALC!")


def test_a_workbook_cut_off_anywhere_is_refused():
    with zipfile.ZipFile(BytesIO(WHOLE)) as archive:
        headers = [part.header_offset for part in archive.infolist()]
        directory = archive.start_dir
    shares = [len(WHOLE) * share // 20 for share in range(1, 20)]

    for end in (*headers[1:], directory, directory + 20, len(WHOLE) - 22, len(WHOLE) - 1, *shares):
        assert read_or_none(WHOLE[:end]) is None


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95, 0.999])
def test_a_tail_of_zeros_is_refused(share: float):
    end = int(len(WHOLE) * share)

    assert "damaged" in refusal(WHOLE[:end] + bytes(len(WHOLE) - end))


def test_bytes_gone_wrong_are_refused_or_change_nothing():
    chance = random.Random(11)
    places = [chance.randrange(len(WHOLE)) for _ in range(400)]

    read = [read_or_none(WHOLE[:at] + bytes([WHOLE[at] ^ chance.randrange(1, 256)]) + WHOLE[at + 1 :]) for at in places]

    assert None in read
    assert all(one == SHEETS for one in read if one is not None)


def test_xml_cut_off_inside_a_whole_zip_is_refused():
    xml = a_sheet_of(rows_of(60))

    assert {read_or_none(a_book(stored(SHEET, xml[:end]))) for end in range(200, len(xml) - 30, 397)} == {None}


def test_a_sheet_that_is_named_and_missing_is_refused():
    content = a_book(stored(SHEET, b"<a/>"))

    assert "could not be read to its end" in refusal(content)


def test_a_part_whose_check_sum_is_wrong_is_refused():
    data = a_sheet_of(rows_of(9))

    assert "damaged" in refusal(a_book(Packed(SHEET.encode(), data, len(data), zlib.crc32(data) ^ 1)))
