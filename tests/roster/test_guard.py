"""Each brake just under its limit, at it, and just over it."""

import pytest

from roster.comparison import compare_one
from roster.guard import Objection
from roster.policy import Limits, Policy
from roster.roll import Roll
from tests.builders import TODAY, a_contact, a_list, a_member, a_phone, a_pupil, a_snapshot, a_tie


def a_number(n: int) -> str:
    return f"07700 900{n:03}"


def held(
    known: int = 0,
    strangers: int = 0,
    *,
    name: str = "3B",
    said: int | None = None,
    admins: tuple[int, ...] = (),
    **facts,
) -> dict[str, Objection]:
    """What objects to a group of so many carers and so many strangers."""
    carers = [a_contact(f"Carer {n}", a_number(n)) for n in range(known)]
    roll = Roll(a_snapshot(*carers, pupils=[a_pupil()], **facts), TODAY)
    numbers = [a_number(n) for n in range(known)] + [a_number(900 + n) for n in range(strangers)]
    members = [a_member(number, number, admin=at in admins) for at, number in enumerate(numbers)]
    judged = compare_one(roll, a_list(*members, name=name, said=said), Policy(), Limits())
    return {objection.guard: objection for objection in judged.held}


@pytest.mark.parametrize(("known", "strangers", "trips"), [(17, 3, False), (16, 4, True), (36, 4, False), (35, 5, True), (45, 5, False), (44, 6, True)])  # fmt: skip
def test_too_many_removals(known: int, strangers: int, trips: bool):
    assert ("too-many-removals" in held(known, strangers)) is trips


def test_too_many_removals_says_who_and_what_to_do():
    message = held(35, 5)["too-many-removals"].message

    assert "5 of the 40 members of 3B" in message
    assert "more than 4" in message
    assert "5 numbers of theirs are on no contact" in message
    assert "release" in message


@pytest.mark.parametrize(("known", "strangers", "trips"), [(6, 4, False), (5, 4, True), (3, 2, False), (0, 1, True)])
def test_too_few_known(known: int, strangers: int, trips: bool):
    assert ("too-few-known" in held(known, strangers)) is trips


@pytest.mark.parametrize(
    ("here", "elsewhere", "strangers", "trips"),
    [(0, 5, 1, True), (4, 6, 1, True), (5, 5, 1, False), (0, 4, 1, False), (0, 9, 0, False)],
)
def test_a_group_of_another_class_is_not_acted_on(here: int, elsewhere: int, strangers: int, trips: bool):
    there = a_pupil("Tola Bello", classes=("4B",), year=4)
    carers = [a_contact(f"Here {n}", a_number(n)) for n in range(here)]
    carers += [a_contact(f"There {n}", a_number(100 + n), ties=[a_tie(there)]) for n in range(elsewhere)]
    roll = Roll(a_snapshot(*carers, pupils=[a_pupil()]), TODAY)
    numbers = [one.phones[0].e164 for one in carers] + [a_number(900 + n) for n in range(strangers)]
    members = [a_member(number, number) for number in numbers]

    judged = compare_one(roll, a_list(*members), Policy(), Limits())

    messages = [objection.message for objection in judged.held if objection.guard == "too-few-known"]
    assert bool(messages) is trips
    assert all(f"{elsewhere} of the {len(members)} people" in message for message in messages)


def test_a_group_that_shows_no_numbers_is_not_unknown():
    judged = compare_one(Roll(a_snapshot(a_contact()), TODAY), a_list(a_member("Ola Bello")), Policy(), Limits())

    assert judged.held == ()


@pytest.mark.parametrize(
    ("name", "trips"), [("3B", False), ("Year 3", False), ("school", False), ("3C", True), ("Year 5", True)]
)
def test_class_missing(name: str, trips: bool):
    assert ("class-missing" in held(5, name=name)) is trips


def test_a_class_whose_pupils_all_left_is_missing_and_one_of_starters_is_not():
    gone = a_contact(ties=[a_tie(a_pupil(left_on=TODAY.replace(month=7)))])
    coming = a_contact(ties=[a_tie(a_pupil(starts_on=TODAY.replace(year=2027)))])

    def guards(contact):
        judged = compare_one(Roll(a_snapshot(contact), TODAY), a_list(a_member("Ola")), Policy(), Limits())
        return {objection.guard for objection in judged.held}

    assert guards(gone) == {"class-missing"}
    assert guards(coming) == set()


@pytest.mark.parametrize(
    ("set_aside", "cut", "trips"), [(0, False, False), (2, False, False), (3, False, True), (0, True, True)]
)
def test_roll_damaged(set_aside: int, cut: bool, trips: bool):
    assert ("roll-damaged" in held(5, rows=100, set_aside=set_aside, cut_short=cut)) is trips


@pytest.mark.parametrize(("said", "trips"), [(None, False), (5, False), (4, False), (6, True)])
def test_list_short(said: int | None, trips: bool):
    assert ("list-short" in held(5, said=said)) is trips


@pytest.mark.parametrize(
    ("admins", "trips"), [((), False), ((0,), False), ((10,), True), ((10, 11), True), ((0, 10), False)]
)
def test_all_admins(admins: tuple[int, ...], trips: bool):
    assert ("all-admins" in held(10, 2, admins=admins)) is trips


def test_an_admin_who_hides_their_number_proves_nothing():
    hidden = a_member("Jo", admin=True)
    judged = compare_one(Roll(a_snapshot(a_contact()), TODAY), a_list(hidden), Policy(), Limits())

    assert judged.held == ()


def test_a_held_group_still_lists_its_verdicts():
    assert held(1, 4).keys() >= {"too-many-removals", "too-few-known"}
    judged = compare_one(
        Roll(a_snapshot(a_contact()), TODAY), a_list(a_member("Jo", "07700 900900")), Policy(), Limits(removals=0)
    )

    assert len(judged.verdicts) == 1
    assert not judged.clear


def test_it_is_the_schools_limit():
    limits = Limits(removals=0, removals_share=0, known_share=0)
    judged = compare_one(Roll(a_snapshot(a_contact()), TODAY), a_list(a_member("Jo", "07700 900900")), Policy(), limits)

    assert [objection.guard for objection in judged.held] == ["too-many-removals"]
    assert a_phone("07700 900900").ending(3) == "900"
