"""Whom of the volunteers is written to, and what of: one letter to each."""

import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from adapters.store import outbox, stops
from jobs.writing import school_year
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, OTHER_ADMIN, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, a_sink, html_of, text_of

FIVE = ("1A", "2A", "3B", "4A", "Friends")
ZED, YEMI = ("Zed Nobody", "07700 900901"), ("Yemi Nobody", "07700 900902")
CO_ADMIN, THIRD_ADMIN, STOPPED = "ola@example.org", "femi@example.org", "bisi@example.org"
OURS = "https://roster.example.org"
SETTINGS = f"""
[web]
address = "{OURS}"
[volunteers."{THIRD_ADMIN}"]
language = "pl"
""" + "\n".join(
    f"""
[groups."{name}"]
admins = ["{ADMIN}", "{OTHER_ADMIN}"{f', "{THIRD_ADMIN}", "{STOPPED}"' if name == "4A" else ""}]
co_admins = ["{CO_ADMIN}"]
scope = "3B"
"""
    for name in FIVE
    if name != "3B"
)


def receive(world: World, *people: tuple[str, str], groups: tuple[str, ...] = FIVE) -> None:
    for name in groups:
        world.office.receive(f"{name}.csv", a_list([*carers(), *people]))


class Year(NamedTuple):
    """What arrived, and to whom letters were written."""

    sink: Sink
    written: set[str]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """Five groups, all for 3B's children. The first letter tells of Charlie in all five, the second of Zed in 3B, three
    days later, the third of Yemi in all five."""
    with a_sink() as sink:
        world = World(tmp_path_factory.mktemp("office") / "roster", sink.port, SETTINGS)
        world.office.receive("contacts.csv", an_export(families()))
        receive(world, CHARLIE)
        with world.office.store.writing() as session:
            stops.stop(session, STOPPED, stops.Why.UNSUBSCRIBED, at=world.clock(), group="4A")
        world.a_night()
        for name in FIVE:
            world.office.release(name, "Tola")
        world.a_night()
        receive(world, CHARLIE, ZED, groups=("3B",))
        world.a_night(days=3)
        receive(world, CHARLIE, ZED, YEMI)
        world.a_night(days=1)
        with world.office.store.reading() as session:
            written = {letter.recipient for letter in outbox.every(session)}
        world.office.close()
        yield Year(sink, written)


@pytest.fixture(scope="module")
def sink(year: Year) -> Sink:
    return year.sink


def lines_of(letter: EmailMessage) -> list[str]:
    return text_of(letter).splitlines()


def groups_in(letter: EmailMessage) -> list[str]:
    lines = lines_of(letter)
    return [after for line, after in pairwise(lines) if re.fullmatch("-+", line) and after]


def test_a_volunteer_of_five_groups_gets_one_letter_about_all(sink: Sink):
    first, _, _ = sink.to(ADMIN)

    assert first["Subject"] == "Oak Primary: your groups - people to take out"
    assert "5 people to take out (5 new)" in lines_of(first)
    assert groups_in(first) == list(FIVE)


def test_a_letter_tells_of_those_groups_alone_that_have_news(sink: Sink):
    _, second, _ = sink.to(ADMIN)

    assert second["Subject"] == "Oak Primary: 3B - people to take out"
    assert "2 people to take out (1 new, 1 still to do)" in lines_of(second)


def test_volunteers_hear_of_their_own_groups_only(sink: Sink):
    other, third = sink.to(OTHER_ADMIN)[0], sink.to(THIRD_ADMIN)[0]

    assert groups_in(other) == [name for name in FIVE if name != "3B"]
    assert "3B" not in text_of(other) + html_of(other)
    assert "4A" in third["Subject"]
    assert not re.search("1A|2A|3B|Friends", third["Subject"] + text_of(third) + html_of(third))
    assert len(sink.to(OTHER_ADMIN)) == 2


def test_a_letter_says_since_when_somebody_is_new(sink: Sink):
    first, second, third = sink.to(ADMIN)

    assert lines_of(first).count("PLEASE TAKE OUT: NEW") == 5
    assert "PLEASE TAKE OUT: NEW SINCE 22 NOVEMBER 2026" in lines_of(second)
    assert lines_of(third).count("PLEASE TAKE OUT: NEW SINCE 22 NOVEMBER 2026") == 4
    assert lines_of(third).count("PLEASE TAKE OUT: NEW SINCE 25 NOVEMBER 2026") == 1


def test_a_volunteer_is_written_to_in_their_language(sink: Sink):
    letter = sink.to(THIRD_ADMIN)[0]

    assert letter["Subject"] == "Oak Primary: 4A - osoby do usunięcia z grupy"
    assert letter["Content-Language"] == "pl"
    assert "1 osoba do usunięcia z grupy (1 nowa)" in lines_of(letter)
    assert sink.to(ADMIN)[0]["Content-Language"] == "en"


def test_letters_of_a_year_hang_together(sink: Sink):
    several, one, again = sink.to(ADMIN)
    polish = sink.to(THIRD_ADMIN)

    assert several["References"] == several["In-Reply-To"] == again["References"]
    assert several["Subject"] == again["Subject"]
    assert one["References"] != several["References"]
    assert re.fullmatch(r"<roster\.[0-9a-f]{16}\.2026-27@example\.org>", one["References"])
    assert polish[0]["References"] == polish[1]["References"]
    assert polish[0]["Subject"] == polish[1]["Subject"]
    assert len({letter["Message-ID"] for _, letter, _ in sink.received}) == len(sink.received)


def test_threads_about_several_groups_are_the_readers_own_and_do_not_name_them(sink: Sink):
    ours, theirs = sink.to(ADMIN)[0]["References"], sink.to(OTHER_ADMIN)[0]["References"]

    assert ours != theirs
    assert not re.search("ade|tola", ours + theirs)


def test_a_letter_has_the_link_that_stops_it_in_its_body_and_its_head(sink: Sink):
    letters = [letter for who, letter, _ in sink.received if who in {ADMIN, OTHER_ADMIN, THIRD_ADMIN}]
    links = set()

    for letter in letters:
        (link,) = (line for line in lines_of(letter) if line.startswith(f"{OURS}/stop/"))
        assert letter["List-Unsubscribe"] == f"<{link}>"
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert f'href="{link}"' in html_of(letter)
        links.add(link)
    assert len(links) == len(letters) == 7


def test_nobody_is_written_to_who_has_stopped_letters_and_no_co_admin_of_somebody_new(year: Year):
    assert not {STOPPED, CO_ADMIN} & year.written


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 8, 31), "2025-26"), (date(2026, 9, 1), "2026-27"), (date(2099, 12, 1), "2099-00")],
)
def test_a_school_year_begins_in_september(day: date, said: str):
    assert school_year(day) == said


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_letter_carries_the_file_that_the_school_wants(tmp_path: Path, ending: str):
    with a_sink() as sink:
        world = World(
            tmp_path / "office", sink.port, f'[letters]\nbegin = "00:00"\nend = "23:59"\nattachment = "{ending}"'
        )

        world.first_night()
        world.office.close()

    (letter,) = sink.to(ADMIN)
    assert [part.get_filename() for part in letter.iter_attachments()] == [f"people.{ending}"]
    assert not list(sink.to(OFFICE)[0].iter_attachments())
