"""Reminders: once a week, only while somebody is open, and to co-admins after a while."""

from datetime import UTC, datetime

import pytest

from jobs.duties.remind import DUTY
from jobs.duty import Turn
from jobs.ledger import entries
from roster.letters import Kind
from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, CHARLIE, OTHER_ADMIN, World, a_list, carers
from tests.jobs.sink import Sink, text_of

MONDAY = datetime(2026, 11, 30, 6, tzinfo=UTC)
SETTINGS = """
co_admins = ["{co_admin}"]
[letters]
begin = "07:00"
end = "08:00"
[calendar]
weekdays = ["mon", "tue", "wed", "thu", "fri"]
closed = [{closed}]
"""


def settled(world: World, *, closed: str = "", co_admin: str = OTHER_ADMIN) -> None:
    world.settle(SETTINGS.format(co_admin=co_admin, closed=closed))


def a_morning(world: World, day: datetime) -> str:
    """The night's run, the reminders at six, and the letters just after seven."""
    world.clock.now = day.replace(hour=2, minute=30)
    world.office.nightly()
    world.clock.now = day
    said = DUTY.run(world.office, Turn(day.date().isoformat(), lambda _: None))
    world.clock.now = day.replace(hour=7, minute=5)
    world.office.deliver()
    return said


@pytest.fixture(autouse=True)
def _asked_on_monday_the_23rd(world: World) -> None:
    settled(world)
    world.first_night()
    a_morning(world, MONDAY.replace(day=23))


def kinds(world: World, reader: str = ADMIN) -> list[Kind]:
    return [
        one.letter.kind for one in world.office.letters() if one.letter.recipient == reader and one.way.value == "sent"
    ]


def test_it_reminds_after_a_week(world: World, sink: Sink):
    a_morning(world, MONDAY)

    assert kinds(world) == [Kind.LIST, Kind.NUDGE]
    assert "Charlie Nobody, number ending 900" in text_of(sink.to(ADMIN)[-1])


def test_it_reminds_once_a_week_and_on_its_day_only(world: World):
    said = [a_morning(world, MONDAY.replace(day=day)) for day in (24, 25, 26, 27, 30)]
    said += [a_morning(world, MONDAY.replace(month=12, day=day)) for day in (1, 2, 3, 4, 7, 8)]

    assert [one.startswith("1 reminder") for one in said] == [*[False] * 4, True, *[False] * 4, True, False]


def test_it_reminds_on_the_next_school_day_where_there_is_none(world: World):
    settled(world, closed="2026-11-30")

    said = [a_morning(world, MONDAY), a_morning(world, MONDAY.replace(month=12, day=1))]

    assert said == ["0 reminders, 0 letters to co-admins", "1 reminder, 1 letter to co-admins"]


def test_it_reminds_the_next_day_where_the_letter_did_not_go(world: World, sink: Sink):
    sink.refuse[ADMIN] = "451 later"
    a_morning(world, MONDAY)
    sink.refuse.clear()

    said = a_morning(world, MONDAY.replace(month=12, day=1))

    assert said.startswith("1 reminder")
    assert kinds(world) == [Kind.LIST, Kind.NUDGE]


@pytest.mark.parametrize("word", ["disputed", "done", "cannot-find", "already-gone"])
def test_it_reminds_of_nobody_about_whom_somebody_has_answered(world: World, clerk: Clerk, word: str):
    clerk("said", "3B", "Charlie", word)

    assert a_morning(world, MONDAY) == "0 reminders, 0 letters to co-admins"


def test_it_stops_when_they_have_gone(world: World):
    world.office.receive("3B.csv", a_list(carers()))

    assert a_morning(world, MONDAY) == "0 reminders, 0 letters to co-admins"


def test_it_writes_no_second_letter_on_one_day(world: World):
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Zed Nobody", "07700 900901")]))
    settled(world, co_admin=ADMIN)

    assert a_morning(world, MONDAY) == "0 reminders, 0 letters to co-admins"
    assert kinds(world) == [Kind.LIST, Kind.LIST]


def test_it_waits_a_day_where_a_letter_about_another_group_goes(world: World):
    world.settle(SETTINGS.format(co_admin=OTHER_ADMIN, closed="") + f'[groups."4A"]\nadmins = ["{ADMIN}"]')
    world.office.receive("4A.csv", a_list(carers("4A")))
    a_morning(world, MONDAY.replace(day=24))
    world.office.release("4A", "Tola")
    a_morning(world, MONDAY.replace(day=25))
    world.office.receive("4A.csv", a_list([*carers("4A"), ("Zed Nobody", "07700 900901")]))

    said = [a_morning(world, MONDAY), a_morning(world, MONDAY.replace(month=12, day=1))]

    assert [one.startswith("1 reminder") for one in said] == [False, True]
    assert kinds(world) == [Kind.LIST, Kind.LIST, Kind.NUDGE]


def test_it_writes_to_co_admins_once(world: World, sink: Sink):
    for day in (MONDAY, *(MONDAY.replace(month=12, day=day) for day in (1, 7))):
        a_morning(world, day)

    assert kinds(world, OTHER_ADMIN) == [Kind.CO_ADMIN]
    assert "Charlie Nobody, number ending 900" in text_of(sink.to(OTHER_ADMIN)[-1])
    (item,) = entries(world.office, "3B")
    assert item.co_admins_told_on == "2026-11-30"


def test_it_writes_to_co_admins_again_where_the_letter_did_not_go(world: World, sink: Sink):
    sink.refuse[OTHER_ADMIN] = "451 later"
    a_morning(world, MONDAY)
    sink.refuse.clear()

    a_morning(world, MONDAY.replace(month=12, day=1))

    assert kinds(world, OTHER_ADMIN) == [Kind.CO_ADMIN]


def test_a_co_admin_hears_at_once_when_somebody_may_stay(world: World, sink: Sink, clerk: Clerk):
    a_morning(world, MONDAY)
    clerk("exempt", "3B", "Charlie", "--why", "a governor")

    a_morning(world, MONDAY.replace(month=12, day=1))

    assert kinds(world, OTHER_ADMIN) == [Kind.CO_ADMIN, Kind.LIST]
    assert "Charlie Nobody" in text_of(sink.to(OTHER_ADMIN)[-1])


def strangers(number: int) -> list[tuple[str, str]]:
    return [(f"Zed Nobody{one}", f"07700 900{one}") for one in range(901, 901 + number)]


def test_it_reminds_of_those_who_were_asked_for_before_while_new_ones_are_held(world: World, sink: Sink):
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *strangers(4)]))

    assert a_morning(world, MONDAY) == "1 reminder, 1 letter to co-admins"

    for reader in (ADMIN, OTHER_ADMIN):
        said = text_of(sink.to(reader)[-1])
        assert ("Charlie" in said, "Zed" in said) == (True, False)
    assert [one.guard for one in world.office.held()[0].objections] == ["too-many-removals"]


def test_it_leaves_a_group_alone_whose_list_is_doubted(world: World):
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *strangers(8)]))

    assert a_morning(world, MONDAY) == "0 reminders, 0 letters to co-admins"


def test_it_leaves_a_group_with_an_old_list_alone(world: World):
    late = datetime(2027, 1, 4, 6, tzinfo=UTC)

    assert a_morning(world, late) == "0 reminders, 0 letters to co-admins"


def test_it_reminds_of_nothing_without_the_nights_run(world: World):
    world.clock.now = MONDAY

    said = DUTY.run(world.office, Turn("2026-11-30", lambda _: None))

    assert said == "0 reminders, 0 letters to co-admins"


def test_a_morning_that_was_missed_is_not_made_up_for(world: World):
    world.clock.now = MONDAY

    assert DUTY.run(world.office, Turn("2026-11-29", lambda _: None)).startswith("too late")
