"""The doctor's look at the letters: in counts, and with nobody's address."""

from mailbox import Maildir

import pytest

from jobs.check_up import Grade, Symptom
from jobs.checks.letters import check
from tests.jobs.school import ADMIN, World
from tests.jobs.sink import Sink, a_free_port

MAILBOX = '[bounces]\naddress = "bounces@example.org"\n'


def found(world: World) -> dict[str, Symptom]:
    return {one.what: one for one in check(world.office)}


def test_it_finds_that_all_is_well(world: World):
    Maildir(world.folder / "bounces")
    world.settle(f'{MAILBOX}folder = "bounces"\n')
    world.first_night()

    assert {one.grade for one in found(world).values()} == {Grade.WELL}


def test_it_counts_the_addresses_that_are_stopped_and_names_none(world: World, sink: Sink):
    sink.refuse[ADMIN] = "550 5.1.1 nobody"
    world.first_night()

    known = found(world)["addresses"]

    assert (known.grade, known.said) == (Grade.WORTH_A_LOOK, "1 address is not written to any more.")
    assert "roster stops" in known.cure
    assert not any("@" in one.said + one.cure for one in found(world).values())


def test_it_counts_the_letters_that_were_tried_in_vain(world: World, sink: Sink):
    sink.refuse[ADMIN] = "450 later"
    world.first_night()

    assert found(world)["letters"].said == "1 letter could not be handed over yet, and will be tried again."


def test_it_says_that_no_school_day_is_known_while_letters_wait(world: World):
    world.settle('[calendar]\nterms = ["2026-09-02 to 2026-11-20"]\n')
    world.first_night()

    known = found(world)["school days"]

    assert (known.grade, known.cure) == (Grade.WRONG, "Put the next terms into calendar.terms.")


@pytest.mark.parametrize("more", ['folder = "bounces"\n', 'host = "127.0.0.1"\nuser = "bounces"\nport = '])
def test_it_says_that_the_mailbox_cannot_be_read(world: World, monkeypatch: pytest.MonkeyPatch, more: str):
    monkeypatch.setenv("ROSTER_BOUNCES__PASSWORD", "s3cret")
    world.settle(MAILBOX + more + (str(a_free_port()) if more.endswith("port = ") else ""))

    known = found(world)["bounces"]

    assert known.grade is Grade.WRONG
    assert "s3cret" not in known.said + known.cure
