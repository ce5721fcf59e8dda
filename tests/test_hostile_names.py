"""Names meant to do harm, or that merely look like it: whole where they are evidence, harmless wherever they are shown."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.chats.hostile import ALL, IN_A_CELL, IN_A_LINE, IN_NO_DOUBT, LISTS, people, stood, turned
from tests.commands import Command, Said
from tests.jobs.school import ADMIN, OFFICE, World, a_csv, an_export, carers, families
from tests.jobs.sink import Sink, a_sink, html_of, text_of

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


@pytest.fixture
def sink() -> Iterator[Sink]:
    with a_sink() as made:
        yield made


@pytest.fixture
def world(tmp_path: Path, sink: Sink) -> Iterator[World]:
    made = World(tmp_path / "office", sink.port)
    yield made
    made.office.close()


def checked(roster: Command, name: str, how: str, *more: str) -> Said:
    export = roster.file("contacts.csv", an_export(families()))
    said = roster.check(export, f"3B={roster.file(name, LISTS[name])}", *more, how=how)
    assert "Traceback" not in said.err
    assert said.status == 1, said.err
    return said


@pytest.mark.parametrize("name", LISTS)
def test_it_keeps_every_name_as_it_stood(roster: Command, name: str):
    shown = [verdict["member"]["shown_as"] for verdict in checked(roster, name, "json").told["groups"][0]["verdicts"]]

    expected = IN_NO_DOUBT if "chat" in name else ALL if "json" in name else IN_A_CELL
    same = turned if "chat" in name else stood
    assert {key: text for key, text in expected.items() if same(text) not in set(map(same, shown))} == {}


@pytest.mark.parametrize("name", ["list.csv", "group.json"])
def test_it_gives_each_name_its_own_number(roster: Command, name: str):
    verdicts = checked(roster, name, "json").told["groups"][0]["verdicts"]

    found = {verdict["member"]["phone"]: stood(verdict["member"]["shown_as"]) for verdict in verdicts}
    expected = {number: stood(text) for text, number in people(ALL if "json" in name else IN_A_CELL)}
    assert {number: found.get(number) for number in expected} == expected


@pytest.mark.parametrize("name", LISTS)
def test_its_csv_runs_nothing_and_its_text_moves_nothing(roster: Command, name: str):
    said = checked(roster, name, "csv")
    rows = list(csv.DictReader(StringIO(said.out, newline="")))

    assert len(rows) >= len(IN_A_LINE) - 2
    assert not [cell for row in rows for cell in row.values() if FORMULA.match(cell)]
    shown = {row["shown_as"].removeprefix("'") for row in rows}
    assert {IN_A_LINE[key].removeprefix("'") for key in ("command", "minus", "link", "script", "Hebrew")} <= shown
    text = checked(roster, name, "text")
    assert not CONTROL.findall((text.out + text.err).replace("\n", ""))
    assert "Ola left" in text.out


@pytest.mark.parametrize("name", LISTS)
def test_its_workbook_holds_texts_and_no_formula(roster: Command, name: str):
    checked(roster, name, "text", "--report", "report.xlsx")

    content = (roster.folder / "report.xlsx").read_bytes()
    book = load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert {IN_A_LINE[key] for key in ("command", "minus", "at", "plus", "script", "emoji")} <= {
        cell.value for cell in cells
    }
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert not [link for link in links if not (link.target or "#").startswith("#")]
    with ZipFile(BytesIO(content)) as archive:
        assert not [part for part in archive.namelist() if b"<f>" in archive.read(part) or b"<f " in archive.read(part)]


class Tags(HTMLParser):
    """Which elements and attributes a page has, and what it links to."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        self.attributes |= {name if name != "href" else f"{name}={value}" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


PLAIN = [(("Charlie Nobody", "Jo", "Femi X. Nobody")[place % 3], number) for place, (_, number) in enumerate(people())]


def letters(
    world: World, sink: Sink, listed: bytes, *, file: str = "3B.csv", group: str | None = "3B"
) -> list[EmailMessage]:
    """Whatever the admin and the office are sent about a group's list, from the first night to the one after its release."""
    world.settle("[limits]\nremovals = 500\nknown_share = 0")
    world.office.receive("contacts.csv", an_export(families()))
    world.office.receive(file, listed, group=group)
    world.a_night()
    for held in world.office.held():
        world.office.release(held.group, "Tola")
    world.a_night()
    return [*sink.to(ADMIN), *sink.to(OFFICE)]


def assert_intact(letter: EmailMessage) -> None:
    """The head says what it always says, once; the text moves no cursor and turns no line round."""
    assert letter.defects == []
    assert {"bcc", "cc"}.isdisjoint(key.lower() for key in letter)
    assert max(Counter(key.lower() for key in letter).values()) == 1
    assert [address.addr_spec for address in letter["To"].addresses] in ([ADMIN], [OFFICE])
    assert not CONTROL.search(letter["Subject"])
    assert "\n" not in letter["Subject"]
    # A whole name may stand apart from its line (U+2068 to U+2069), which is what keeps the line from turning round.
    apart = re.sub("\u2068([^\u2068\u2069\n]*)\u2069", r"\1", text_of(letter))
    assert not CONTROL.search(apart.replace("\r", ""))
    assert not CONTROL.search(html_of(letter).replace("\r", ""))
    raw = letter.as_bytes()
    assert all(len(line) < 999 for line in raw.splitlines())


@pytest.mark.parametrize("listed", ["list.csv", "ios chat.txt", "android chat.txt"])
def test_its_letters_are_the_same_letters_with_other_names(world: World, sink: Sink, tmp_path: Path, listed: str):
    (admin, *office) = letters(
        world,
        sink,
        LISTS[listed] if "chat" in listed else a_csv([("Name", "Phone"), *carers(), *people()]),
        file=listed,
    )
    about = (
        [*(letter for letter in office if "Ola" in text_of(letter)), admin]
        if listed == "list.csv"
        else [admin, *office]
    )

    assert len(about) >= 2
    for letter in about:
        assert_intact(letter)
        tags = Tags(html_of(letter))
        assert {"script", "img", "iframe", "object", "form", "input", "svg"}.isdisjoint(tags.seen)
        assert not [
            name
            for name in tags.attributes
            if name.startswith("on") or (name.startswith("href=") and not name.startswith("href=mailto:"))
        ]


def test_a_name_is_shown_in_a_letter_as_text_and_makes_no_element(world: World, sink: Sink, tmp_path: Path):
    hostile = letters(world, sink, a_csv([("Name", "Phone"), *carers(), *people()]))
    sink.received.clear()
    other = World(tmp_path / "other", sink.port)
    harmless = letters(other, sink, a_csv([("Name", "Phone"), *carers(), *PLAIN]))
    other.office.close()

    elements = [frozenset().union(*(Tags(html_of(one)).seen for one in some)) for some in (hostile, harmless)]
    keys = [frozenset().union(*(one.keys() for one in some)) for some in (hostile, harmless)]
    shown = " ".join(Tags(html_of(one)).text for one in hostile)
    assert {str(one["To"]) for one in hostile} == {ADMIN, OFFICE}
    assert elements[0] == elements[1]
    assert keys[0] == keys[1]
    for text in (IN_A_LINE["script"], IN_A_LINE["template"], "<img src="):
        assert text in shown


GROUPS = {
    key: ALL[key]
    for key in (
        "turned round",
        "command",
        "quotes",
        "script",
        "picture",
        "template",
        "carbon copy",
        "new header",
        "colours",
        "encoded word",
        "long",
        "emoji",
    )
}


@pytest.mark.parametrize("key", GROUPS)
def test_a_groups_name_does_a_letter_no_harm(world: World, sink: Sink, key: str):
    """The subject has the group's name in it."""
    (admin, *office) = letters(
        world, sink, a_csv([("Name", "Phone"), *carers(), ("Charlie", "07700 900900")]), group=GROUPS[key]
    ) or [None]
    assert admin is not None, "no letter was written"

    for letter in (admin, *office):
        assert_intact(letter)
        assert len(letter["Subject"]) < 250
        assert {"script", "img"}.isdisjoint(Tags(html_of(letter)).seen)


@pytest.mark.parametrize("name", LISTS)
def test_the_commands_print_no_control(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str):
    from jobs.cli import main

    export, listed = tmp_path / "contacts.csv", tmp_path / name
    export.write_bytes(an_export(families()))
    listed.write_bytes(LISTS[name])
    settings = ["--settings", str(world.settings)]
    statuses = [
        main(["receive", str(export), *settings]),
        main(["receive", f"3B={listed}", *settings]),
        main(["nightly", "--on", "2026-11-22", *settings]),
        main(["release", "3B", "--by", "Tola", "--yes", *settings]),
    ]

    out, err = capsys.readouterr()
    assert statuses == [0, 0, 0, 0], err
    assert "Ola left" in out
    assert not CONTROL.findall((out + err).replace("\n", ""))
    assert len(out) < 200_000
    assert max(map(len, out.splitlines())) < 3000
