"""A held list goes out once somebody has read it: that list, and no other."""

import argparse
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.store import tables
from jobs import release
from jobs.cli import main
from jobs.holding import Held, Named, NotHeld, held_group, take_back
from jobs.holding import release as let_go
from jobs.naming import NotFound
from jobs.release import held_said
from roster.errors import RosterError
from roster.guard import Objection
from tests.jobs.office import Clerk
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
    return argparse.Namespace(group="3B", by="Tola", yes=False, on=None, only=[], undo=False, settings=settings)


def test_it_says_that_there_is_no_such_group(world: World):
    world.first_night()

    with pytest.raises(NotHeld, match="There is no group 9Z"):
        world.office.release("9Z", "Tola")


def test_it_lets_out_only_whom_it_is_told_to(world: World, sink: Sink):
    surprised(world)
    world.office.release("3B", "Tola", only=["Nobody901", "07700 900903"])
    world.a_night()

    letter = text_of(sink.to(ADMIN)[-1])
    assert "(2 new, 1 still to do)" in letter
    assert [name for name, _ in STRANGERS if name in letter] == ["Nobody901", "Nobody903"]
    (held,) = world.office.held()
    assert [one.shown_as for one in held.removals if not one.released] == ["Charlie Nobody", "Nobody902", "Nobody904"]


def test_it_keeps_the_rest_held_for_as_long_as_the_list_is_the_same(world: World, sink: Sink):
    surprised(world)
    world.office.release("3B", "Tola", only=["Nobody901"])
    world.a_night()
    before = len(sink.to(ADMIN))

    for _ in range(3):
        world.a_night(days=1)

    assert len(sink.to(ADMIN)) == before
    assert world.office.held()


def test_a_partial_release_lapses_when_the_list_changes_and_who_was_told_stays_told(world: World, sink: Sink):
    surprised(world)
    world.office.release("3B", "Tola", only=["Nobody901"])
    more = ("Nobody905", "07700 900905")
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *STRANGERS, more]))
    before = len(sink.to(ADMIN))
    world.a_night()
    assert len(sink.to(ADMIN)) == before

    world.office.release("3B", "Tola", only=["Nobody905"])
    world.a_night()
    world.office.receive("3B.csv", a_list([*carers(), *STRANGERS, more]))
    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert "(1 still to do, 1 no longer on the list)" in letter
    assert "Nobody905" in letter


@pytest.mark.parametrize(("who", "says"), [("Nobody904", True), (carers()[0][0], False)])
def test_an_exemption_says_that_a_release_is_for_the_list_as_it_was(
    world: World, clerk: Clerk, who: str, *, says: bool
):
    surprised(world)
    before = clerk("exempt", "3B", "Nobody902", "--why", "a friend")
    world.office.release("3B", "Tola", only=["Nobody901"])

    told = clerk("exempt", "3B", who, "--why", "a friend")

    assert "What was released" not in before.out
    assert ("What was released of 3B was for the list as it was read" in told.out) is says


def test_a_partial_first_release_lets_nobody_else_out_on_later_nights(world: World, sink: Sink):
    world.receive_all(people=[*carers(), CHARLIE, STRANGERS[0]])
    world.a_night()
    world.office.release("3B", "Tola", only=["Nobody901"])
    for _ in range(3):
        world.a_night(days=1)

    (letter,) = sink.to(ADMIN)
    assert "Nobody901" in text_of(letter)
    assert "Charlie" not in text_of(letter)


def test_releasing_one_after_the_other_releases_all(world: World, sink: Sink):
    world.receive_all(people=[*carers(), CHARLIE, STRANGERS[0]])
    world.a_night()
    world.office.release("3B", "Tola", only=["Nobody901"])
    world.office.release("3B", "Tola", only=["row 14"])
    world.a_night()

    assert not world.office.held()
    assert "(2 new)" in text_of(sink.to(ADMIN)[-1])


def test_it_refuses_to_release_the_same_people_twice(world: World):
    surprised(world)
    world.office.release("3B", "Tola", only=["Nobody901"])

    with pytest.raises(NotHeld, match="released already"):
        world.office.release("3B", "Tola", only=["Nobody901"])


def test_it_refuses_somebody_who_is_not_on_the_held_list(world: World):
    surprised(world)

    with pytest.raises(NotFound):
        world.office.release("3B", "Tola", only=[carers()[0][0]])


def test_it_takes_a_release_back_before_a_letter_has_gone(world: World, sink: Sink):
    surprised(world)
    world.office.release("3B", "Tola")
    world.office.nightly()
    before = len(sink.to(ADMIN))

    status = main(["release", "3B", "--undo", "--by", "Tola", "--settings", str(world.settings)])
    world.office.deliver()
    world.a_night()

    assert status == 0
    assert len(sink.to(ADMIN)) == before
    assert world.office.held()


def test_a_first_result_is_unread_again_once_its_release_is_taken_back(world: World, sink: Sink):
    world.receive_all()
    world.a_night()
    world.office.release("3B", "Tola")
    take_back(world.office.store, "3B", by="Tola", now=world.clock())
    for _ in range(2):
        world.a_night(days=1)

    assert sink.to(ADMIN) == []
    assert [one.objections[0].guard for one in world.office.held()] == ["first-run"]


def test_it_is_too_late_to_take_a_release_back_when_the_letter_has_gone(world: World):
    surprised(world)
    world.office.release("3B", "Tola")
    world.a_night()

    with pytest.raises(NotHeld, match="has gone already"):
        take_back(world.office.store, "3B", by="Tola", now=world.clock())


def test_it_takes_nothing_back_where_nothing_is_released(world: World):
    surprised(world)

    with pytest.raises(NotHeld, match="Nothing is released"):
        take_back(world.office.store, "3B", by="Tola", now=world.clock())


def test_it_notes_who_released_what(world: World):
    surprised(world)
    world.office.release("3B", "Tola", only=["Nobody901"])
    take_back(world.office.store, "3B", by="Ade", now=world.clock())

    with world.office.store.reading() as session:
        acts = [(one.act, one.payload) for one in session.scalars(select(tables.AuditEntry)) if "release" in one.act]
    (released, what), (undone, whose) = acts[-2:]
    assert [(released, what["by"]), (undone, whose["by"])] == [("release", "Tola"), ("take back release", "Ade")]
    assert what["people"] == ["+447700900901"]
    assert what["guards"] == ["too-many-removals"]


def test_it_says_who_stays_held(world: World, capsys: pytest.CaptureFixture[str]):
    surprised(world)
    capsys.readouterr()

    status = main(["release", "3B", "--only", "Nobody901", "--yes", "--settings", str(world.settings)])

    shown = capsys.readouterr().out
    assert status == 0
    assert "Still held: Charlie Nobody (row 14), Nobody902 (row 16)" in shown


def test_it_says_that_nobody_stays_held_when_the_only_one_was_let_out(clerk: Clerk):
    clerk.world.receive_all()
    clerk.world.a_night()

    told = clerk("release", "3B", "--only", "Nobody", "--yes", "--by", "Tola")

    assert "Charlie Nobody" in told.out
    assert "Released." in told.out
    assert "Still held" not in told.out
