"""The likely cause of a hold, as far as the rolls tell."""

from datetime import timedelta

import pytest

from roster.causes import class_lost, likely_cause, lost_classes, many_groups
from roster.past import Former, Past
from roster.people import Contact, Pupil
from roster.roll import Roll
from roster.verdicts import Reason, Standing, Verdict
from tests.builders import TODAY, a_contact, a_member, a_pupil, a_snapshot, a_tie

YESTERDAY = TODAY - timedelta(days=1)


def a_family(number: int, form: str, **facts: object) -> Contact:
    child = a_pupil(f"Child{number} Bello", classes=(form,), **facts)  # type: ignore[arg-type]
    return a_contact(f"Ola Bello{number}", f"07700 900{number:03}", ties=[a_tie(child)])


def vanished(number: int, form: str = "3B", on: timedelta = timedelta(days=1)) -> Contact:
    return a_family(number, form, left_on=TODAY - on, dropped=True)


def a_roll(*here: Contact, gone: tuple[Contact, ...] = ()) -> Roll:
    return Roll(a_snapshot(*here), TODAY, Past(Former(one, YESTERDAY, YESTERDAY) for one in gone))


def going(*contacts: Contact) -> list[Verdict]:
    """A verdict on each that takes them out."""
    reason = Reason("all-children-left", Standing.REMOVE, ("their children left",))
    return [Verdict(a_member(f"~ {one.shown}", one.phones[0].e164), reason) for one in contacts]


SIX = tuple(vanished(number) for number in range(6))


def test_it_says_whose_carers_they_are_and_that_the_class_is_missing():
    strangers = going(a_contact("Charlie Nobody", "07700 900900"))

    assert likely_cause([*going(*SIX), *strangers], a_roll(gone=SIX)) == (
        "6 of the 7 are carers of 3B, and 3B is missing from the newest export."
    )


def test_it_says_how_many_of_a_class_are_missing():
    here = [a_family(number, "3B") for number in range(50, 54)]

    assert "the newest export lacks 6 of the 10 children of 3B" in likely_cause(going(*SIX), a_roll(*here, gone=SIX))


def test_it_says_so_of_leavers_too():
    left = [a_family(number, "3B", left_on=YESTERDAY) for number in range(4)]

    assert likely_cause(going(*left), a_roll(*left)) == "4 of the 4 are carers of 3B, by children who have left."


def test_it_says_nothing_where_they_have_nothing_in_common():
    left = [a_family(number, form, left_on=YESTERDAY) for number, form in enumerate(("1A", "1A", "3A", "4A", "5A"))]

    assert likely_cause(going(*left), a_roll(*left)) == ""
    assert likely_cause([], a_roll()) == ""


@pytest.mark.parametrize(
    ("gone", "here", "lost"), [(4, 0, False), (5, 0, True), (5, 5, True), (5, 6, False), (12, 30, False)]
)
def test_a_class_is_lost_when_most_of_it_has_vanished(gone: int, here: int, lost: bool):
    roll = a_roll(
        *(a_family(100 + number, "3B") for number in range(here)), gone=tuple(vanished(n) for n in range(gone))
    )

    assert bool(lost_classes(roll)) is lost


def test_a_class_that_vanished_long_ago_is_not_lost_now():
    old = tuple(vanished(number, on=timedelta(days=61)) for number in range(6))

    assert not lost_classes(a_roll(gone=old))


def test_children_who_are_said_to_have_left_are_not_missed():
    left = tuple(a_family(number, "3B", left_on=YESTERDAY) for number in range(6))

    assert not lost_classes(a_roll(gone=left))
    assert class_lost(going(*left), a_roll(gone=left)) is None


def test_it_objects_to_taking_out_the_carers_of_a_lost_class_and_no_others():
    elsewhere = vanished(50, "4A")
    roll = a_roll(gone=(*SIX, elsewhere))

    objection = class_lost(going(SIX[0]), roll)

    assert objection
    assert "3B is missing from the newest export" in objection.message
    assert class_lost(going(elsewhere), roll) is None
    assert class_lost(going(elsewhere), roll, anyhow=True)


def test_it_names_the_groups_that_one_export_changes():
    message = many_groups(["3A", "3B", "4A", "4B", "5A", "5B"], 5).message

    assert (
        "6 groups would have somebody new to take out because of one export (3A, 3B, 4A, 4B, 5A and others)" in message
    )
    assert "3B nobody has released yet" in many_groups(["3B"], 5).message


def test_pupils_without_a_class_go_by_their_year():
    gone = tuple(a_contact(f"Ola{n}", f"07700 900{n:03}", ties=[a_tie(a_year_child(n))]) for n in range(6))

    assert [one.name for one in lost_classes(a_roll(gone=gone)).values()] == ["Year 3"]


def a_year_child(number: int) -> Pupil:
    return a_pupil(f"Child{number} Bello", classes=(), left_on=YESTERDAY, dropped=True)
