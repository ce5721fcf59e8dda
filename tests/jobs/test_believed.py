"""Whoever believes that somebody is to be taken out hears when they are not: whatever letter it was in, whatever the reader is now."""

from datetime import datetime

import pytest

from adapters.store import outbox
from adapters.store.outbox import PERHAPS_ARRIVED
from jobs.deliver import LEASE
from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, CHARLIE, OTHER_ADMIN, World, a_list, carers, settings_text
from tests.jobs.sink import Sink, text_of
from tests.jobs.test_reminders import MONDAY, a_morning, settled

LEFT_IN = "PLEASE LEAVE THEM IN\n  * Charlie Nobody, number ending 900"
ZED = ("Zed Nobody", "07700 900901")


def said_to(sink: Sink, reader: str) -> str:
    return text_of(sink.to(reader)[-1]).replace("\r\n", "\n")


def looked_after(world: World, *, by: str, with_help_of: str) -> None:
    """Make somebody the admin of 3B, and somebody else its co-admin."""
    text = settings_text(world.port)
    world.settings.write_text(
        text.replace(f'admins = ["{ADMIN}"]', f'admins = ["{by}"]\nco_admins = ["{with_help_of}"]')
    )
    world.reopen()


def test_who_was_an_admin_and_helps_now_hears_that_somebody_may_stay(world: World, sink: Sink, clerk: Clerk):
    world.first_night()
    looked_after(world, by=OTHER_ADMIN, with_help_of=ADMIN)
    world.a_night(days=1)
    clerk("exempt", "3B", "Charlie", "--why", "a governor")

    world.a_night(days=1)
    world.a_night(days=1)

    assert (LEFT_IN in said_to(sink, ADMIN), LEFT_IN in said_to(sink, OTHER_ADMIN)) == (True, True)
    assert (len(sink.to(ADMIN)), len(sink.to(OTHER_ADMIN))) == (2, 2)


def test_who_helped_and_is_the_admin_now_hears_that_somebody_may_stay(world: World, sink: Sink, clerk: Clerk):
    settled(world)
    world.first_night()
    a_morning(world, MONDAY.replace(day=23))
    a_morning(world, MONDAY)
    assert len(sink.to(OTHER_ADMIN)) == 1
    looked_after(world, by=OTHER_ADMIN, with_help_of="ola@example.org")
    clerk("exempt", "3B", "Charlie", "--why", "a governor")

    a_morning(world, MONDAY.replace(month=12, day=1))

    assert LEFT_IN in said_to(sink, OTHER_ADMIN)


def test_who_came_to_help_later_and_was_asked_with_the_others_hears_that_somebody_may_stay(
    world: World, sink: Sink, clerk: Clerk
):
    settled(world)
    world.first_night()
    a_morning(world, MONDAY.replace(day=23))
    a_morning(world, MONDAY)
    settled(world, co_admin="ola@example.org")
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    for day in (1, 2, 8, 9):
        a_morning(world, MONDAY.replace(month=12, day=day))
    assert "Charlie" in said_to(sink, "ola@example.org")
    clerk("exempt", "3B", "Charlie", "--why", "a governor")

    a_morning(world, MONDAY.replace(month=12, day=10))

    assert LEFT_IN in said_to(sink, "ola@example.org")


def test_a_letter_that_may_have_arrived_counts_when_somebody_may_stay(world: World, sink: Sink, clerk: Clerk):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    world.clock.forward(days=1)
    world.office.nightly()
    both_copies_taken_without_a_word(world, world.clock())
    clerk("exempt", "3B", "Zed", "--why", "a governor")

    world.a_night(days=1)
    world.a_night(days=1)

    assert "PLEASE LEAVE THEM IN\n  * Zed Nobody, number ending 901" in said_to(sink, ADMIN)
    assert len(sink.to(ADMIN)) == 2


def both_copies_taken_without_a_word(world: World, now: datetime) -> None:
    with world.office.store.writing() as session:
        [number] = [one.id or 0 for one in outbox.every(session) if (one.recipient, one.state) == (ADMIN, "pending")]
        claim = outbox.claim(session, number, now=now, lease=LEASE)
        assert claim
        outbox.dead(session, claim, now=now, error=PERHAPS_ARRIVED)


@pytest.mark.parametrize(("word", "reminded"), [("disputed", False), ("done", True)])
def test_a_letter_about_somebody_new_reminds_of_nobody_who_is_disputed(
    world: World, sink: Sink, clerk: Clerk, word: str, reminded: bool
):
    world.first_night()
    clerk("said", "3B", "Charlie", word, "--by", "Ade")
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))

    world.a_night(days=1)

    assert "Zed Nobody, number ending 901" in said_to(sink, ADMIN)
    assert ("Charlie" in said_to(sink, ADMIN)) is reminded


def test_nobody_reads_the_word_that_stands_for_somebody_who_was_erased(world: World, sink: Sink, clerk: Clerk):
    settled(world)
    world.first_night()
    a_morning(world, MONDAY.replace(day=23))
    a_morning(world, MONDAY)
    world.office.receive("3B.csv", a_list(carers()))
    world.clock.forward(hours=1)
    told = clerk("subject", "erase", CHARLIE[1], "--by", "Tola", "--yes")

    a_morning(world, MONDAY.replace(month=12, day=1))

    assert told.status == 0, told.err
    assert not any("erased" in text_of(letter) for reader in (ADMIN, OTHER_ADMIN) for letter in sink.to(reader))
