"""Addresses that are not written to any more: why, how the office hears of it, and how it ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import httpx2
import pytest

from adapters.store import auditing, stops, tables
from adapters.store.outbox import Way
from jobs.page import start_page
from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, OFFICE, OTHER_ADMIN, World, a_list, carers
from tests.jobs.sink import Sink, a_free_port, a_sink, html_of, text_of

REFUSED = "550 5.1.1 nobody of that name"
CLICK = {"List-Unsubscribe": "One-Click"}
BOTH = f'[groups."4A"]\nadmins = ["{ADMIN}"]\n'


def in_force(world: World) -> list[tuple[str, str | None, str]]:
    with world.office.store.reading() as session:
        return [(one.address, one.group_key, one.why) for one in stops.standing(session)]


def contents(world: World) -> list[str]:
    """All that is in the database."""
    with closing(sqlite3.connect(world.office.settings.database)) as opened:
        return list(opened.iterdump())


def somebody_new(world: World, *names: str) -> None:
    """3B has more people in it whom nobody knows, and one family's parent less each time."""
    strangers = [(name, f"07700 9009{number:02}") for number, name in enumerate(names)]
    world.office.receive("3B.csv", a_list([*carers(), *strangers]))


def the_link(sink: Sink) -> str:
    return sink.to(ADMIN)[-1]["List-Unsubscribe"].strip("<>")


def clicked(world: World, link: str) -> int:
    """Somebody follows the link, on a page that is really there."""
    page = start_page(world.office)
    assert page
    with httpx2.Client(trust_env=False) as client:
        status: int = client.post(link, data=CLICK).status_code
    page.stop()
    return status


@dataclass(frozen=True)
class Begun:
    """A school with a page, where Ade looks after two groups and has had a letter; and what the mail server got."""

    folder: Path
    more: str
    sink: Sink


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    port = a_free_port()
    more = f'{BOTH}[web]\naddress = "http://127.0.0.1:{port}"\nport = {port}\n'
    folder = tmp_path_factory.mktemp("begun") / "office"
    with a_sink() as sink:
        world = World(folder, sink.port, more=more)
        world.office.receive("4A.csv", a_list([*carers("4A"), ("Charlie Nobody", "07700 900900")]))
        world.receive_all()
        world.a_night()
        world.office.release("3B", "Tola")
        world.office.release("4A", "Tola")
        world.a_night()
        world.office.close()
    return Begun(folder, more, sink)


@pytest.fixture
def paged(begun: Begun, tmp_path: Path, sink: Sink) -> Iterator[World]:
    """A copy of that school, to do something to."""
    copytree(begun.folder, tmp_path / "paged")
    sink.received = [*begun.sink.received]
    made = World(tmp_path / "paged", sink.port, more=begun.more)
    yield made
    made.office.close()


def test_it_writes_no_more_to_an_address_that_is_stopped_and_tells_the_office_once(world: World, sink: Sink):
    sink.refuse[ADMIN] = REFUSED
    world.first_night()
    sink.refuse.clear()
    for number in range(3):
        somebody_new(world, *(f"Guest {one}" for one in range(number + 2)))
        world.a_night(days=1)

    said = [text_of(letter) for letter in sink.to(OFFICE)]
    assert sink.to(ADMIN) == []
    assert sum(f"Nothing more is sent to {ADMIN}" in one for one in said) == 1
    assert not any(f"to {ADMIN} was given up" in one for one in said)


def test_it_never_stops_the_offices_own_address(world: World, sink: Sink):
    from jobs.check_up import Grade
    from jobs.checks.letters import check

    sink.refuse[OFFICE] = REFUSED
    world.receive_all()

    world.a_night()

    wrong = [one.said for one in check(world.office) if one.grade is Grade.WRONG]
    assert in_force(world) == []
    assert wrong == ["The last letter to the office did not arrive (recipient 550)."]


def test_it_keeps_a_stop_when_the_settings_change_and_ends_it_by_the_offices_word(
    world: World, sink: Sink, clerk: Clerk
):
    sink.refuse[ADMIN] = REFUSED
    world.first_night()
    sink.refuse.clear()
    told = world.settings.read_text()
    world.settings.write_text(told.replace(ADMIN, OTHER_ADMIN))
    world.reopen()
    world.a_night(days=1)
    world.settings.write_text(told)
    world.reopen()
    kept = in_force(world)

    listed, lifted = clerk("stops"), clerk("stops", "--lift", ADMIN.upper(), "--by", "Tola")
    somebody_new(world, "Guest 1", "Guest 2")
    world.a_night(days=1)

    assert kept == [(ADMIN, None, "refused")]
    assert f"{ADMIN}, every group, since 22 November 2026: the mail server refuses the address (550)" in listed.out
    assert (lifted.status, lifted.out[:14]) == (0, "1 stop ended. ")
    assert len(sink.to(ADMIN)) == 1
    assert len(sink.to(OTHER_ADMIN)) == 1


def test_it_says_plainly_that_nothing_is_stopped(clerk: Clerk):
    known, unknown = clerk("stops"), clerk("stops", "--lift", "charlie@example.org")

    assert (known.status, known.out) == (0, "Every address is written to.\n")
    assert unknown.status == 2
    assert "Nothing is stopped for this address." in unknown.err


def test_it_stops_the_letters_of_whoever_clicks_and_leaves_the_role(paged: World, sink: Sink):
    status = clicked(paged, the_link(sink))
    paged.clock.forward(days=1)
    somebody_new(paged, "Guest 1", "Guest 2")
    paged.a_night()

    report = text_of(sink.to(OFFICE)[-1])
    assert status == 200
    assert in_force(paged) == [(ADMIN, "3b", "unsubscribed"), (ADMIN, "4a", "unsubscribed")]
    assert len(sink.to(ADMIN)) == 1
    assert f"{ADMIN} wants no more letters about 3B and 4A" in " ".join(report.split())
    assert ADMIN in paged.office.settings.group("3B").admins


def test_it_does_nothing_twice_and_writes_down_who_asked(paged: World, sink: Sink):
    for _ in range(2):
        clicked(paged, the_link(sink))

    with paged.office.store.reading() as session:
        acts = [one.act for one in session.query(tables.AuditEntry)]
        faults = list(auditing.verify(session, ()))
    assert len(in_force(paged)) == 2
    assert acts.count("stop letters") == 1
    assert faults == []


@pytest.mark.parametrize("change", [lambda link: link[:-1] + "x", lambda link: link[:-40] + "0" * 40])
def test_it_stops_nobody_for_a_link_that_it_did_not_make(paged: World, sink: Sink, change):
    assert clicked(paged, change(the_link(sink))) == 404
    assert in_force(paged) == []


def test_it_gives_up_a_letter_that_was_on_its_way_when_its_reader_clicked(paged: World, sink: Sink):
    sink.refuse[ADMIN] = "450 later"
    somebody_new(paged, "Guest 1", "Guest 2")
    paged.a_night(days=1)
    sink.refuse.clear()
    clicked(paged, the_link(sink))
    paged.clock.forward(hours=1)
    paged.office.deliver()
    last = [one for one in paged.office.letters() if one.letter.recipient == ADMIN][-1]
    paged.a_night(days=1)

    said = " ".join(text_of(sink.to(OFFICE)[-1]).split())
    assert len(sink.to(ADMIN)) == 1
    assert (last.way, last.error) == (Way.DEAD, "stopped")
    assert f"about 3B to {ADMIN} did not go, for the address is not written to about a group in it any more." in said


def test_it_changes_nothing_when_a_link_is_opened(paged: World, sink: Sink):
    link, before = the_link(sink), contents(paged)
    page = start_page(paged.office)
    assert page
    with httpx2.Client(trust_env=False) as client:
        for method in ("GET", "HEAD", "OPTIONS") * 3:
            client.request(method, link)
    page.stop()

    assert contents(paged) == before


def test_it_shows_the_link_in_the_letter_and_for_the_mail_program(paged: World, sink: Sink):
    letter = sink.to(ADMIN)[-1]

    assert the_link(sink) in text_of(letter)
    assert the_link(sink) in html_of(letter)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert ADMIN not in the_link(sink)


def test_it_puts_no_link_into_what_the_office_gets(paged: World, sink: Sink):
    assert not any(letter["List-Unsubscribe"] for letter in sink.to(OFFICE))


def test_it_is_well_and_says_so_to_a_monitor(paged: World):
    page = start_page(paged.office)
    assert page
    with httpx2.Client(trust_env=False) as client:
        answer = client.get(f"http://127.0.0.1:{page.port}/healthz")
    page.stop()

    assert answer.status_code == 200


def test_it_opens_no_page_where_the_settings_name_no_port(world: World):
    assert start_page(world.office) is None
