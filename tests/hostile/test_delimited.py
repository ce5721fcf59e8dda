"""Text that is cut off, endless, of two minds about its line ends, or no text at all: read whole, or one sentence."""

import random

import pytest

from adapters.confined.opening import open_book
from adapters.tables.delimited import read_text
from roster.errors import RosterError, UnreadableFile
from tests.builders import an_upload

ROWS = [f"Pupil {n},3B,Carer {n},07700 9{n:05}" for n in range(3000)]
WHOLE = "\n".join(["Pupil,Class,Contact,Telephone", *ROWS]).encode()


def rows(content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    (sheet,) = open_book(an_upload(content)).sheets
    return list(sheet.rows)


@pytest.mark.parametrize("share", range(1, 20))
def test_a_text_cut_off_gives_every_line_that_is_left(share: int):
    cut = WHOLE[: len(WHOLE) * share // 20]

    read = rows(cut)

    assert len(read) == cut.count(b"\n") + (not cut.endswith(b"\n"))
    assert read[-1][1] == tuple(cut.decode().splitlines()[-1].strip().split(","))


@pytest.mark.parametrize("zeros", [1, 512, 1_000_000])
def test_a_tail_of_zeros_is_damage(zeros: int):
    with pytest.raises(UnreadableFile, match="damaged"):
        rows(WHOLE + bytes(zeros))


@pytest.mark.parametrize("content", [
    b"a,b\n" + b"x" * 50_000_000, b"," * 20_000_000, b'"' * 10_000_001, b"\n" * 20_000_000 + b"a,b\n", b"ab\n" + b"\t" * 9_000_000,
], ids=["one cell", "one line of cells", "marks", "blank lines", "tabs"])  # fmt: skip
def test_an_endless_line_is_read_or_one_sentence(content: bytes):
    try:
        read = rows(content)
    except UnreadableFile:
        return

    assert [cell for _, cells in read for cell in cells if cell] in [[], ["ab"], ["a", "b"]]


def test_a_line_of_very_many_cells_among_short_ones_costs_no_more_than_itself():
    wide = b",".join(b"%d" % n for n in range(100_000))

    read = rows(b"a,b\n" * 9000 + wide + b"\n" + b"a,b\n" * 9000)

    assert len(read) == 18_001
    assert read[9000][1][-1] == "99999"
    assert read[9001] == (9002, ("a", "b"))


def test_all_kinds_of_line_ends_in_one_text():
    assert [number for number, _ in rows(b"a,b\r\nc,d\re,f\ng,h\n\ri,j\r\n")] == [1, 2, 3, 4, 6]


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029"])
def test_what_only_some_call_a_line_end_is_none(sign: str):
    read = rows(f"Pupil,Class\nAde{sign}Bello,3B\n".encode())

    assert len(read) == 2
    assert len(read[1][1]) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_excels_own_first_line_names_the_delimiter_and_is_no_row(delimiter: str):
    read = rows(
        f"sep={delimiter}\nPupil{delimiter}Class\nAde, B; C | D{delimiter}3B\n".replace(f" {delimiter} ", " ").encode()
    )

    assert [number for number, _ in read] == [2, 3]
    assert read[0][1] == ("Pupil", "Class")


def test_a_quotation_mark_never_closed_at_the_end_swallows_nobody():
    text = b'Pupil,Class\nAde,3B\n"Tola,3B\nTemi,5A\nOla,5A'

    assert [cells[0] for _, cells in rows(text)] == ["Pupil", "Ade", "Tola", "Temi", "Ola"]


def test_bytes_gone_wrong_never_cost_a_line():
    chance = random.Random(3)
    for _ in range(150):
        at, byte = chance.randrange(len(WHOLE)), chance.randrange(1, 256)
        content = WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
        try:
            (_, sheet) = read_text(content)
        except RosterError:
            continue
        lines = content.decode("latin-1").replace("\r", "\n").split("\n")
        assert len(sheet.rows) == sum(1 for line in lines if line.strip())


@pytest.mark.parametrize(("content", "noted"), [
    ("Adé,3B\n".encode("mac_roman"), True), ("Adé,3B\n".encode("cp437"), True), ("Adé,3B\n".encode("cp1252"), False),
    ("Adé,3B\n".encode(), False), ("Adé,3B\n".encode() + b"\xff,3B\n", True), ("Adé,3B\n".encode("utf-16"), False),
    ("O’Brien – 3B\n".encode("cp1252"), False),
])  # fmt: skip
def test_it_says_when_accents_may_be_wrong(content: bytes, noted: bool):
    notes = open_book(an_upload(b"Pupil,Class\n" + content if not content.startswith(b"\xff") else content)).notes

    assert [note.message.partition(";")[0] for note in notes] == ["This text was read as Windows-1252"] * noted
