"""What became of somebody, in one sentence."""

from datetime import date

import pytest

from roster.steps import OnRoll, Seen, Sight, of_lists, of_nights, of_roll
from roster.trail import Children, Event, Step, trail
from tests.builders import a_pupil

JULY = date(2026, 7, 17)
COME, SUMMER = date(2024, 9, 4), date(2026, 7, 18)


def day(number: int) -> date:
    return date(2026, 7, number)


def test_it_tells_the_whole_way():
    lists = (
        Sight(1, COME, shown=True, proves=True),
        Sight(2, day(18), shown=True),
        Sight(3, day(20), False, proves=True),
    )
    nights = (
        Seen(COME, 1),
        Seen(day(18), 2, "remove", told=True),
        Seen(day(19), 2, "remove", told=True),
        Seen(day(20), 3),
    )
    children, enrolled = of_roll([OnRoll((a_pupil(left_on=JULY),), COME, JULY)], day(21), COME)

    told = trail((*of_nights(nights, lists), *of_lists(lists), *enrolled), children)

    assert told == (
        "on the list since 4 Sept 2024, carer of one child, last on roll 17 July 2026, flagged 18 July, "
        "asked to go 18 July, gone 20 July"
    )


def test_it_says_a_year_only_where_it_is_another():
    told = trail(
        [Event(day(1), Step.LISTED), Event(date(2027, 1, 2), Step.FLAGGED), Event(date(2027, 3, 4), Step.GONE)]
    )

    assert told == "on the list since 1 July 2026, never on the roll, flagged 2 Jan 2027, gone 4 March"


def test_it_tells_who_let_a_held_result_out():
    nights = (
        Seen(day(1), 1, "remove", held=True, released=((day(2), "Tola"),)),
        Seen(day(1), 1, "remove", held=True, released=((day(2), "Tola"),)),
        Seen(day(2), 1, "remove", told=True),
    )

    told = trail(of_nights(nights, (Sight(1, day(1), shown=True),)))

    assert told.endswith("flagged 1 July 2026, held 1 July, released 2 July by Tola, asked to go 2 July")


def test_it_calls_cleared_only_whom_the_list_still_shows():
    nights = (Seen(day(1), 1, "query"), Seen(day(2), 2), Seen(day(3), 2, "query"), Seen(day(4), 3))
    lists = (Sight(1, day(1), shown=True), Sight(2, day(2), shown=True), Sight(3, day(4), shown=False, proves=True))

    steps = [event.step for event in of_nights(nights, lists)]

    assert steps == [Step.FLAGGED, Step.CLEARED, Step.FLAGGED]
    assert of_lists(lists)[-1] == Event(day(4), Step.GONE)


@pytest.mark.parametrize(("sight", "step"), [
    (Sight(2, day(2), shown=False), None),
    (Sight(2, day(2), shown=False, proves=True), Step.GONE),
    (Sight(2, day(2), shown=False, proves=True, hides=True), Step.UNSEEN),
    (Sight(2, day(2), shown=False, went=day(1)), Step.GONE),
])  # fmt: skip
def test_it_takes_absence_for_going_only_where_it_is_proved(sight: Sight, step: Step | None):
    events = of_lists((Sight(1, day(1), shown=True, proves=True), sight))

    assert [event.step for event in events[1:]] == ([step] if step else [])


def test_it_tells_of_a_coming_back():
    events = of_lists((Sight(1, day(1), True), Sight(2, day(2), False, proves=True), Sight(3, day(3), True)))

    assert (
        trail(events) == "on the list since 1 July 2026, never on the roll, gone 2 July, on the list again since 3 July"
    )


def test_it_counts_the_children_who_are_here():
    tola, ade = a_pupil("Tola Bello", left_on=JULY), a_pupil()

    children, events = of_roll([OnRoll((tola, ade), COME), OnRoll((ade,), COME)], SUMMER, COME)

    assert (children, events) == (Children(1, here=True), ())
    assert trail([Event(COME, Step.LISTED)], children) == "on the list since 4 Sept 2024, carer of one child on roll"


def test_it_takes_the_last_roll_for_the_last_day_where_the_mis_gives_none():
    gone = a_pupil(has_left=True)

    _, events = of_roll([OnRoll((gone,), COME, day(15), carer=False)], SUMMER, None)

    assert events == (Event(day(15), Step.OFF_ROLL),)


def test_it_says_who_came_on_roll_after_coming_into_the_group():
    _, events = of_roll([OnRoll((a_pupil(),), day(3))], day(4), COME)

    assert events == (Event(day(3), Step.ENROLLED),)


@pytest.mark.parametrize(("children", "said"), [
    (Children(2), "carer of two children"),
    (Children(1, carer=False), "contact of one child"),
    (Children(12, here=True), "carer of 12 children on roll"),
])  # fmt: skip
def test_it_speaks_of_children_in_numbers_alone(children: Children, said: str):
    assert children.said == said
