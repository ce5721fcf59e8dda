"""Contact cards, as telephones, programs and accidents write them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.platforms.inside import lists_of
from adapters.platforms.reader import Source
from adapters.platforms.reading import read_lists
from adapters.platforms.texts.vcard import vcard
from roster.errors import RosterError, UnreadableList
from roster.export import Upload
from roster.groups import Completeness, Member, MemberList
from tests.builders import an_upload

FIXTURES = Path(__file__).parent / "fixtures"
CARDS = sorted(FIXTURES.glob("vcard--*.vcf"))
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ola Bello\r\nTEL:07700 900123\r\nEND:VCARD\r\n"
LINES = [
    *CARD.splitlines(),
    "VERSION:2.1", "N;ENCODING=QUOTED-PRINTABLE:Bello=", "=C3=91;Ola", " Ade", "item1.TEL;waid=447700900124:", "AGENT:", "",
    "item1.X-ABLabel:_$!<Mobile>!$_", 'TEL;TYPE="cell', "EMAIL:ola@example.org", "PHOTO;ENCODING=b:AAAA", "\ufeff", ":", ";", "=",
]  # fmt: skip


def read(text: str) -> MemberList:
    (listed,) = vcard.read(text, Source("cards.vcf", "cards", "GB"))
    return listed


def members_of(upload: Upload) -> tuple[Member, ...]:
    try:
        return lists_of(upload)[0].members
    except RosterError:
        return ()


def card(*lines: str) -> Member:
    (member,) = read("\n".join(["BEGIN:VCARD", *lines, "END:VCARD"])).members
    return member


@pytest.mark.parametrize("before", ["", "\ufeff", "\ufeff\r\n \r\n", "\n\n"])
@pytest.mark.parametrize("begin", ["BEGIN:VCARD", "begin:vcard", "Begin:vCard"])
def test_cards_are_told_by_how_they_begin(before: str, begin: str):
    assert vcard.claims(f"{before}{begin}\r\nFN:Ola\r\nEND:VCARD")


@pytest.mark.parametrize("text", ["", "Ola Bello\nBEGIN:VCARD", "BEGIN:VCALENDAR\nEND:VCALENDAR", "BEGIN", "\ufeff"])
def test_nothing_else_is_taken_for_cards(text: str):
    assert not vcard.claims(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_cards_cross_from_the_reading_process(encoding: str):
    (listed,) = read_lists(an_upload(CARD.replace("Ola", "Zoë").encode(encoding), "3B Parents.vcf"))

    assert (listed.name, listed.platform, listed.completeness) == ("3B Parents", "contacts", Completeness.PARTIAL)
    assert [(one.name, [phone.e164 for phone in one.phones]) for one in listed.members] == [
        ("Zoë Bello", ["+447700900123"])
    ]


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.name)
def test_what_else_cards_tell_of_people_stays_behind(path: Path):
    listed = repr(lists_of(an_upload(path.read_bytes(), path.name)))

    for word in ("Hill Lane", "1985", "Picks up", "900199", "neighbour", "grandmother", "Child", "Secretary", "900198"):
        assert word not in listed


def test_of_several_numbers_the_one_whatsapp_knows_goes_first():
    member = card(
        "FN:Ola", "TEL;TYPE=HOME:01632 960123", "TEL;TYPE=CELL:07700 900124", "TEL;TYPE=CELL,pref:07700 900125",
        "TEL;TYPE=WORK,FAX,pref:01632 960124", "TEL;TYPE=pref:01632 960125", "TEL;waid=447700900126:+44 7700 900126",
    )  # fmt: skip

    assert [phone.e164 for phone in member.phones] == [
        "+447700900126", "+447700900125", "+447700900124", "+441632960125", "+441632960123", "+441632960124",
    ]  # fmt: skip


def test_a_number_whatsapp_knows_and_another_shown_beside_it_both_protect():
    member = card("FN:Ola", "TEL;waid=447700900126:+44 7700 900127")

    assert [phone.e164 for phone in member.phones] == ["+447700900126", "+447700900127"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("+44 7700 900123", ""), ("[12] +447700900123", ""), ("Ola Bello 07700 900123", "Ola Bello"),
        ("Ola (07700 900123)", "Ola"), ("ola@example.org", ""), ("3B Parents", "3B Parents"), ("Ola 🌸", "Ola 🌸"),
    ],
)  # fmt: skip
def test_a_number_in_the_place_of_a_name_is_no_name(said: str, name: str):
    member = card(f"FN:{said}", "TEL:07700 900123")

    assert (member.shown_as, member.name) == (said, name)


def test_a_number_that_stands_only_in_the_name_is_one():
    assert [phone.e164 for phone in card("FN:Ola 07700 900123", "EMAIL:ola@example.org").phones] == ["+447700900123"]


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:", "N:Bello;Ola;;;"), ("FN:\u200e", "N:Bello;Ola;;;"), ("N:Bello;Ola",), ("NICKNAME:Ola Bello",),
        ("ORG:Ola Bello;",), ("FN:Ola\\nBello",), ("FN:Ola Bel", " lo"), ("VERSION:2.1", "FN:Ola", " Bello"),
        ("FN;ENCODING=QUOTED-PRINTABLE:Ola=20Bel=", "lo"), ("FN;QUOTED-PRINTABLE:Ola=20Bello",),
        ("FN;CHARSET=hex;ENCODING=QUOTED-PRINTABLE:Ola=20Bello",), ("item1.fn:Ola Bello",), (" FN : Ola Bello",),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(lines: tuple[str, ...]):
    member = card(*lines, "TEL:07700 900123")

    assert member.name == "Ola Bello"
    assert member.phone


@pytest.mark.parametrize("said", ["Zo=C3=AB", "Zo=EB", "Zo=c3=ab"])
def test_letters_of_an_encoding_that_nobody_names_are_told_by_their_bytes(said: str):
    assert card(f"FN;ENCODING=QUOTED-PRINTABLE:{said}").name == "Zoë"


@pytest.mark.parametrize(
    "said", ["tel:+44-7700-900123;ext=9", "TEL:%2B44%207700%20900123", "447700900123@s.whatsapp.net", "447700900123"]
)
def test_a_number_is_read_however_it_is_written(said: str):
    assert [phone.e164 for phone in card(f"TEL:{said}").phones] == ["+447700900123"]


@pytest.mark.parametrize("end", ["END:VCARD", "TEL:07700 900124\nEND:VCARD", "\nTITLE:Mum\nEND:VCARD"])
def test_a_value_cut_off_at_its_soft_break_swallows_nothing(end: str):
    listed = read(f"BEGIN:VCARD\nTEL:07700 900123\nFN;ENCODING=QUOTED-PRINTABLE:Ola=\n{end}\n{CARD}")

    assert [one.name for one in listed.members] == ["Ola", "Ola Bello"]
    assert len(listed.members[0].phones) == end.count("TEL") + 1


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.name)
def test_a_file_that_is_cut_off_anywhere_makes_nobody_new(path: Path):
    content = path.read_bytes()
    whole = lists_of(an_upload(content, path.name))[0].members

    most = 0
    for end in range(len("BEGIN:VCARD"), len(content) + 1):
        cut = members_of(an_upload(content[:end], path.name))
        assert cut == whole[: len(cut)]
        most = max(most, len(cut))
    assert most == len(whole)


@given(some.lists(some.sampled_from(LINES), max_size=30))
def test_any_lines_are_read_or_refused(lines: list[str]):
    members = members_of(an_upload("\n".join(["BEGIN:VCARD", *lines]).encode()))

    assert all(member.shown_as and member.row for member in members)


def test_cards_without_anybody_are_refused():
    with pytest.raises(UnreadableList, match="Nobody"):
        read("BEGIN:VCARD\nVERSION:3.0\nNOTE:Ola\nEND:VCARD")


@pytest.mark.parametrize(
    "hostile",
    [
        f"TEL;a{',b' * 50_000}", f"TEL{';a=b' * 50_000}:1", f'TEL;a="{"x" * 200_000}', "NOTE:x" + "\n x" * 100_000,
        "FN;ENCODING=QUOTED-PRINTABLE:x" + "=\nx" * 100_000, f"FN:{'1(' * 100_000}", f"EMAIL:{'a' * 500_000}", "BEGIN:VCARD\n" * 50_000,
        f"N:{';' * 200_000}", "AGENT:\nBEGIN:VCARD\n" * 20_000,
    ],
    ids=lambda hostile: hostile[:20],
)  # fmt: skip
def test_no_card_takes_its_reader_long(hostile: str):
    listed = read(f"{CARD}BEGIN:VCARD\n{hostile}\nEND:VCARD\n{CARD}")

    assert [listed.members[0].name, listed.members[-1].name] == ["Ola Bello", "Ola Bello"]


def test_an_address_book_is_read_to_its_end():
    listed = read(CARD * 50_000)

    assert (len(listed.members), listed.members[-1].row) == (50_000, 5 * 49_999 + 1)
