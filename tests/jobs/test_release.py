"""A held list goes out once somebody has read it: that list, and no other."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from jobs import release
from jobs.cli import main
from jobs.holding import Held, Named, NotHeld, held_group
from jobs.holding import release as let_go
from jobs.release import held_said
from roster.errors import RosterError
from roster.guard import Objection
from tests.jobs.school import ADMIN, CHARLIE, World, a_list, carers
from tests.jobs.sink import Sink, text_of

STRANGERS = [(f"Nobody{number}", f"07700 900{number}") for number in range(901, 905)]


def surprised(world: World) -> None:
    """Four strangers at once: held."""
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *STRANGERS]))
    world.a_night(days=1)


def test_it_lets_a_held_list_out_in_the_same_night(world: World, sink: Sink):
    surprised(world)
    world.office.release("3B", "Tola")
    world.a_night()

    assert "(4 new, 1 still to do)" in text_of(sink.to(ADMIN)[-1])


def test_it_is_void_once_the_removals_change(world: World, sink: Sink):
    surprised(world)
    world.office.release("3B", "Tola")
    before = len(sink.to(ADMIN))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *STRANGERS, ("Nobody905", "07700 900905")]))
    world.a_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *reversed(STRANGERS)]))
    world.a_night()

    assert len(sink.to(ADMIN)) == before
    assert world.office.held()


def test_it_refuses_to_release_what_is_not_held(world: World):
    world.first_night()

    with pytest.raises(NotHeld, match="Nothing is held for 3B"):
        world.office.release("3B", "Tola")


def test_it_refuses_to_release_twice(world: World):
    surprised(world)
    world.office.release("3B", "Tola")

    with pytest.raises(NotHeld):
        world.office.release("3B", "Tola")


def test_it_refuses_to_release_what_has_changed_since_it_was_read(world: World):
    surprised(world)
    read = held_group(world.office.store, "3B")
    world.office.receive("3B.csv", a_list([*carers(), *STRANGERS]))
    world.office.nightly()

    with pytest.raises(NotHeld, match="no longer"):
        let_go(world.office.store, read, by="Tola", now=world.clock())


def test_it_shows_who_would_be_named_and_why(world: World, capsys: pytest.CaptureFixture[str]):
    surprised(world)

    status = main(["release", "3b", "--yes", "--by", "Tola", "--settings", str(world.settings)])

    shown = capsys.readouterr().out
    assert status == 0
    assert "5 of the 17 members of 3B would be asked to leave" in shown
    assert "Nobody901 (+447700900901), row 15: no contact of any pupil has this number" in shown


def test_it_shows_who_is_in_question_and_no_control_characters():
    people = (
        Named("Ola\x1b[31m", "+447700900904", 3, "query", "other-group", ("Ade is in 4A",)),
        Named("Ola", "+447700901904", 4, "query", "other-group", ("Tola is in 4A",)),
    )

    shown = held_said(Held("3B", date(2026, 11, 22), (Objection("all-admins", "Look\x1b[2J at it."),), people, ""))

    assert "\x1b" not in shown
    assert "2 people to look at, who would not be named to volunteers:" in shown
    assert "(+447700900904), row 3: Ade is in 4A" in shown
    assert "Ola (+447700901904), row 4: Tola is in 4A" in shown


@pytest.mark.parametrize("answer", ["", "no", "y"])
def test_it_releases_nothing_without_a_yes(world: World, monkeypatch: pytest.MonkeyPatch, answer: str):
    surprised(world)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)

    with pytest.raises(RosterError, match="Nothing was released"):
        release.run(arguments(world.settings))
    assert world.office.held()


def test_it_asks_nobody_where_there_is_no_terminal(world: World, capsys: pytest.CaptureFixture[str]):
    surprised(world)

    status = main(["release", "3B", "--settings", str(world.settings)])

    assert status == 2
    assert "Give --yes" in capsys.readouterr().err


def arguments(settings: Path) -> argparse.Namespace:
    return argparse.Namespace(group="3B", by=None, yes=False, on=None, settings=settings)


def test_it_says_that_there_is_no_such_group(world: World):
    world.first_night()

    with pytest.raises(NotHeld, match="There is no group 9Z"):
        world.office.release("9Z", "Tola")
