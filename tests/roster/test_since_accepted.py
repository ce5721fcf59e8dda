"""What a new export has lost since the last one that proved good."""

from datetime import timedelta

import pytest

from roster.people import Contact, Pupil
from roster.policy import Limits
from roster.service_guards import RollFacts, roll_shrunk
from roster.since_accepted import Since, phones_missing, roll_grown, since
from roster.snapshot import Snapshot
from tests.builders import TODAY, a_contact, a_pupil, a_snapshot, a_tie

BEFORE = TODAY - timedelta(days=7)


def a_class(
    name: str, *, year: int | None = None, children: int = 10, ringable: int = 10, first: int = 0
) -> list[Contact]:
    """So many children with a contact each, of whom so many have a number."""
    pupils = [a_pupil(f"Child{first + n} Bello", classes=(name,), year=year) for n in range(children)]
    contacts = [
        a_contact(f"Ola Bello{first + n}", f"07700 900{first + n:03}", ties=[a_tie(one)])
        for n, one in enumerate(pupils)
    ]
    silent = [Contact((), one.names, one.shown, (), (), one.ties, one.rows) for one in contacts[ringable:]]
    return [*contacts[:ringable], *silent]


def lost(before: list[Contact], now: list[Contact]) -> Since:
    return since(a_snapshot(*before), BEFORE, a_snapshot(*now), TODAY)


def test_nothing_is_lost_of_what_is_the_same():
    assert lost(a_class("3B"), a_class("3B")) == Since(10, 0, 10)


def test_it_counts_the_children_who_are_not_there_at_all():
    ours, theirs = a_class("3B"), a_class("3B", first=100)

    assert lost(ours, [*ours[:4], *theirs]) == Since(10, 6, 10, 10)


def namesakes(classes: tuple[str, ...] = ("3B", "4A", "5C")) -> list[Contact]:
    """Children of one name in several classes, in a school without ids: their class and year tell them apart."""
    pupils = [
        Pupil(f"name child{number} bello||{name}|{year}", f"Child{number} Bello", a_pupil("Ade").called, year, (name,))
        for year, name in enumerate(classes, start=3)
        for number in range(8)
    ]
    return [a_contact(f"Ola Bello{n}", f"07700 900{n:03}", ties=[a_tie(one)]) for n, one in enumerate(pupils)]


def test_namesakes_are_lacking_on_neither():
    assert lost(namesakes(), namesakes()) == Since(16, 0, 24)


def test_namesakes_who_all_move_up_are_neither_lacking_nor_strange():
    moved = lost(namesakes(), namesakes(("4B", "5A", "6C")))

    assert (moved.lacking, moved.strange) == (0, 0)


def test_of_namesakes_as_many_are_lacking_as_there_are_fewer():
    assert lost(namesakes(), namesakes()[:12]).lacking == 4


def test_of_the_oldest_year_nobody_is_awaited():
    known = [*a_class("3B", year=3), *a_class("6A", year=6, first=100)]

    assert lost(known, a_class("3B", year=3)) == Since(10, 0, 20)


def test_where_there_is_one_year_alone_all_of_it_is_awaited():
    assert lost(a_class("3B", year=3), a_class("3B", year=3)[:4]) == Since(10, 6, 10)


def test_a_leaver_is_there():
    def leaver(one: Contact) -> Contact:
        pupil = one.ties[0].pupil
        gone = Pupil(pupil.key, pupil.name, pupil.called, pupil.year, pupil.classes, left_on=BEFORE)
        return a_contact(one.shown, *(phone.e164 for phone in one.phones), ties=[a_tie(gone)])

    assert lost(a_class("3B"), list(map(leaver, a_class("3B")))).lacking == 0


@pytest.mark.parametrize(("lacking", "shrunk"), [(1, False), (2, True)])
def test_another_schools_export_of_the_same_size_has_shrunk(lacking: int, shrunk: bool):
    facts = RollFacts(TODAY, 10, 10)

    objection = roll_shrunk(facts, RollFacts(BEFORE, 10, 10), Limits(), Since(10, lacking))

    assert bool(objection) is shrunk
    assert (
        objection is None
        or "8 of the 10 pupils below the oldest year whom that of 15 November 2026 had" in objection.message
    )


@pytest.mark.parametrize(("ringable", "silent"), [(10, False), (5, False), (4, True), (0, True)])
def test_a_class_whose_numbers_are_gone_is_missed(ringable: int, silent: bool):
    others = a_class("4A", first=100)

    found = lost([*a_class("3B"), *others], [*a_class("3B", ringable=ringable), *others])

    assert found.silent == ((("3B", 10, ringable),) if silent else ())


def test_a_year_without_classes_is_missed_too():
    def without_class(contacts: list[Contact]) -> list[Contact]:
        return [
            a_contact(
                one.shown, *(phone.e164 for phone in one.phones), ties=[a_tie(a_pupil(f"Child{n} Bello", classes=()))]
            )
            for n, one in enumerate(contacts)
        ]

    before = without_class(a_class("3B"))
    now = [Contact((), one.names, one.shown, (), (), one.ties, one.rows) for one in before]

    assert [name for name, *_ in lost(before, now).silent] == ["Year 3"]


def test_a_few_numbers_are_no_class():
    assert lost(a_class("3B", children=4, ringable=4), a_class("3B", children=4, ringable=0)).silent == ()


def test_whoever_comes_back_is_not_strange():
    ours, back = a_class("3B"), a_class("4A", first=100)

    found = since(a_snapshot(*ours), BEFORE, a_snapshot(*ours, *back), TODAY, [one.ties[0].pupil.key for one in back])

    assert found.strange == 0


@pytest.mark.parametrize(("strange", "grown"), [(0, False), (5, False), (6, True)])
def test_an_export_with_another_schools_children_in_it_has_grown(strange: int, grown: bool):
    ours = a_class("3B")
    theirs = a_class("4A", children=strange, first=100) if strange else []

    objection = roll_grown(lost(ours, [*ours, *theirs]), BEFORE)

    assert bool(objection) is grown
    assert (
        objection is None
        or "6 of the export's pupils were in no export before; that of 15 November 2026 had 10" in objection.message
    )


def test_it_says_which_class_and_what_to_do():
    objection = phones_missing(Since(silent=(("3B", 10, 1),)), BEFORE)

    assert objection
    assert "1 class who had a telephone number in the export of 15 November 2026" in objection.message
    assert "3B (1 of 10)" in objection.message
    assert "export it again with every number" in objection.message


def test_it_has_nothing_against_an_empty_school():
    assert since(Snapshot(()), BEFORE, Snapshot(()), TODAY) == Since()
