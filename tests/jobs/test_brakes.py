"""The brakes, each by the nights that it stops: no removal that a bad export or list would make leaves the house unread."""

from dataclasses import replace

from sqlalchemy import update
from sqlmodel import col

from adapters.store import audit, tables
from jobs.compose import compose
from jobs.granting import Wish
from roster.runs import State
from tests.jobs.school import (
    ADMIN,
    CHARLIE,
    OFFICE,
    OTHER_ADMIN,
    Family,
    World,
    a_list,
    an_export,
    carers,
    families,
)
from tests.jobs.sink import Sink, text_of

GENEROUS = "[limits]\nremovals = 100\nroll_kept_share = 0.1\nknown_share = 0.1\n"
ZED = ("Zed Nobody", "07700 900901")
STRANGERS = [(f"Nobody{number}", f"07700 900{number}") for number in range(901, 906)]


def left(*numbers: int) -> list[Family]:
    return [replace(one, left="17/07/2026") if one.number in numbers else one for one in families()]


def without(form: str, *more: Family) -> bytes:
    return an_export([*(one for one in families() if one.form != form), *more])


def released(world: World) -> None:
    """The office reads and releases whatever is held, and the letters go."""
    for one in world.office.held():
        world.office.release(one.group, "Tola")
    world.a_night()


def guards(world: World) -> dict[str, list[str]]:
    return {one.group: [objection.guard for objection in one.objections] for one in world.office.held()}


def two_groups(world: World, limit: int) -> None:
    world.settle(f"groups_changed = {limit}".join(("[limits]\n", f'\n[groups."4A"]\nadmins = ["{OTHER_ADMIN}"]')))
    world.receive_all(people=carers())
    world.office.receive("4A.csv", a_list(carers("4A")))
    world.a_night()
    released(world)


def whole_school(world: World) -> None:
    """A group of everybody's carers, in which a class is too few to be too many."""
    world.settle(f'{GENEROUS}[groups."Whole school"]\nadmins = ["{ADMIN}"]\nscope = "school"')
    world.office.receive("contacts.csv", an_export(families()))
    world.office.receive("Whole school.csv", a_list([*carers(), *carers("4A")]), group="Whole school")
    world.a_night()
    released(world)


def test_a_class_that_is_missing_from_the_export_costs_nobody_their_place(world: World, sink: Sink):
    whole_school(world)
    for number in range(130, 134):
        world.office.receive("contacts.csv", without("4A", Family(number, "3B")))
        world.a_night(days=1)

    assert guards(world) == {"Whole school": ["class-lost"]}
    assert sink.to(ADMIN) == []
    (held,) = world.office.held()
    assert len(held.removals) == 12
    assert "4A is missing from the newest export" in held.objections[0].message
    assert "export it again with 4A in it" in held.objections[0].message


def test_a_class_that_is_back_is_forgotten_about(world: World, sink: Sink):
    whole_school(world)
    for number in range(130, 134):
        world.office.receive("contacts.csv", without("4A", Family(number, "3B")))
        world.a_night(days=1)
    world.office.receive("contacts.csv", an_export([*families(), Family(140, "3B")]))
    world.a_night(days=1)

    assert not world.office.held()
    assert sink.to(ADMIN) == []


def test_a_class_that_really_left_goes_once_it_is_released(world: World, sink: Sink):
    whole_school(world)
    for number in range(130, 134):
        world.office.receive("contacts.csv", without("4A", Family(number, "3B")))
        world.a_night(days=1)
    released(world)

    assert "12 new" in text_of(sink.to(ADMIN)[-1])
    world.a_night(days=1)
    assert not world.office.held()


def test_a_class_whose_numbers_are_missing_is_held_and_said(world: World, sink: Sink):
    world.settle(GENEROUS)
    world.first_night()
    before = len(sink.to(ADMIN))
    text = an_export(families()).decode()
    for number in range(112, 120):
        text = text.replace(f"07700 900{number}", "")
    world.office.receive("contacts.csv", text.encode())
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    world.a_night(days=1)

    assert guards(world) == {"3B": ["phones-missing"]}
    assert "4A (4 of 12)" in world.office.held()[0].objections[0].message
    assert len(sink.to(ADMIN)) == before


def test_another_schools_export_of_the_same_size_is_held(world: World, sink: Sink):
    world.first_night()
    theirs = [replace(one, number=one.number + 300) for one in families()[10:]]
    world.office.receive("contacts.csv", an_export([*families()[:10], *theirs]))
    world.a_night(days=1)

    assert guards(world) == {"3B": ["roll-shrunk", "roll-grown"]}
    assert "10 of the 12 pupils below the oldest year" in world.office.held()[0].objections[0].message


def test_one_export_that_changes_too_many_groups_is_held_in_all_of_them(world: World, sink: Sink):
    two_groups(world, 1)
    world.office.receive("contacts.csv", an_export(left(100, 112)))
    world.a_night(days=1)

    assert guards(world) == {"3B": ["many-groups"], "4A": ["many-groups"]}
    assert "2 groups would have somebody new to take out" in world.office.held()[0].objections[0].message
    assert sink.to(ADMIN) == sink.to(OTHER_ADMIN) == []


def test_releasing_one_of_them_lets_no_other_out(world: World, sink: Sink):
    two_groups(world, 1)
    world.office.receive("contacts.csv", an_export(left(100, 112)))
    world.a_night(days=1)
    world.office.release("3B", "Tola")
    for _ in range(3):
        world.a_night(days=1)

    assert len(sink.to(ADMIN)) == 1
    assert sink.to(OTHER_ADMIN) == []
    assert guards(world) == {"4A": ["many-groups"]}

    released(world)
    world.a_night(days=1)
    assert len(sink.to(OTHER_ADMIN)) == 1
    assert not world.office.held()


def test_as_many_groups_as_the_limit_are_not_held(world: World, sink: Sink):
    two_groups(world, 2)
    world.office.receive("contacts.csv", an_export(left(100, 112)))
    world.a_night(days=1)

    assert not world.office.held()
    assert len(sink.to(ADMIN)) == len(sink.to(OTHER_ADMIN)) == 1


def test_lists_that_change_many_groups_are_not_the_exports_fault(world: World):
    two_groups(world, 1)
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.office.receive("4A.csv", a_list([*carers("4A"), ZED]))
    world.a_night(days=1)

    assert not world.office.held()


def test_after_a_restore_every_group_is_read_again(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    world.clock.forward(days=1)
    with world.office.store.writing() as session:
        audit.note(session, "restore", by="Tola", at=world.clock())
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    for _ in range(2):
        world.a_night(days=1)

    assert guards(world) == {"3B": ["restored"]}
    assert len(sink.to(ADMIN)) == before

    released(world)
    world.a_night(days=1)
    assert len(sink.to(ADMIN)) == before + 1
    assert not world.office.held()


def test_a_second_restore_is_read_again_though_the_first_was_released(world: World):
    world.first_night()
    for _ in range(2):
        world.clock.forward(days=1)
        with world.office.store.writing() as session:
            audit.note(session, "restore", by="Tola", at=world.clock())
        world.a_night(days=1)

        assert guards(world) == {"3B": ["restored"]}
        world.office.release("3B", "Tola")


def test_a_hold_does_not_ask_again_for_somebody_whose_clearing_has_not_gone_yet(world: World, sink: Sink):
    world.first_night()
    world.clock.forward(days=1)
    world.office.exempt(Wish("3B", CHARLIE[1], "governor", world.clock().date()), by="Tola")
    world.office.nightly()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *STRANGERS]))
    world.a_night(days=1)

    assert world.office.held()
    letter = text_of(sink.to(ADMIN)[-1])
    assert "Nobody to take out" in letter
    assert "Charlie Nobody" in letter


def test_last_years_classes_are_held(world: World, sink: Sink):
    this_year = [replace(one, form={"3B": "4B", "4A": "5A"}[one.form]) for one in families()]
    world.settle(f'{GENEROUS}[groups."4B"]\nadmins = ["{ADMIN}"]')
    world.office.receive("contacts.csv", an_export(this_year))
    world.office.receive("4B.csv", a_list(carers()))
    world.a_night()
    released(world)
    world.office.receive("contacts.csv", an_export(families()))
    world.a_night(days=1)

    (found,) = guards(world).values()
    assert found == ["class-missing", "year-rollover"]
    assert sink.to(ADMIN) == []


def test_too_many_from_one_class_are_explained_by_it(world: World, sink: Sink):
    world.settle('[limits]\nroll_kept_share = 0.1\n[groups."Whole school"]\nscope = "school"')
    world.office.receive("contacts.csv", an_export(families()))
    world.office.receive("Whole school.csv", a_list([*carers(), *carers("4A")]), group="Whole school")
    world.a_night()
    world.office.receive("contacts.csv", an_export(left(*range(112, 120))))
    world.a_night(days=1)

    (held,) = world.office.held()
    (said,) = [one.message for one in held.objections if one.guard == "too-many-removals"]
    assert "8 people have only children who left." in said
    assert "8 of the 8 are carers of 4A" in said


def test_a_hold_stops_removals_alone(world: World, sink: Sink):
    world.first_night()
    ours = ("A0999", "Kit", "Nobody", "3B", "", CHARLIE[0], "Father", CHARLIE[1], "")
    world.office.receive("contacts.csv", an_export(families()) + (",".join(ours) + "\r\n").encode())
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *STRANGERS]))
    world.a_night(days=1)

    assert guards(world) == {"3B": ["too-many-removals"]}
    letter = text_of(sink.to(ADMIN)[-1])
    assert letter.index("PLEASE LEAVE THEM IN") < letter.index("Charlie Nobody")
    assert "Nobody90" not in letter
    before = len(sink.to(ADMIN))
    world.a_night(days=1)
    assert len(sink.to(ADMIN)) == before


def test_whoever_was_told_of_before_is_still_to_do_while_the_group_is_held(world: World, sink: Sink):
    world.receive_all(people=[*carers(), CHARLIE, ZED])
    world.a_night()
    released(world)
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *STRANGERS[1:]]))
    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert "(1 still to do, 1 no longer on the list)" in letter
    assert world.office.held()


def test_a_list_that_is_too_short_proves_nobodys_absence(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    world.office.receive("3B.csv", a_list(carers()[:8]), said=20)
    world.a_night(days=1)

    assert guards(world) == {"3B": ["list-short"]}
    assert len(sink.to(ADMIN)) == before


def test_another_groups_list_proves_nobodys_absence(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    world.office.receive("3B.csv", a_list([*carers()[:2], *STRANGERS]))
    world.a_night(days=1)

    assert "too-few-known" in guards(world)["3B"]
    assert len(sink.to(ADMIN)) == before
    (held,) = world.office.held()
    assert CHARLIE[0] in [one.shown_as for one in held.removals]


def test_a_list_that_somebody_has_released_proves_absence_again(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers()[:2], *STRANGERS]))
    world.a_night(days=1)
    released(world)

    assert "(5 new, 1 no longer on the list)" in text_of(sink.to(ADMIN)[-1])
    before = len(sink.to(ADMIN))
    for _ in range(2):
        world.a_night(days=1)
    assert len(sink.to(ADMIN)) == before
    assert not world.office.held()


def test_an_export_with_another_schools_children_in_it_is_held(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    theirs = [replace(one, number=one.number + 300) for one in families()]
    world.office.receive("contacts.csv", an_export([*families(), *theirs]))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    world.a_night(days=1)

    assert guards(world) == {"3B": ["roll-grown"]}
    assert len(sink.to(ADMIN)) == before


def test_what_has_not_gone_is_said_anew_by_the_next_run(world: World, sink: Sink):
    world.receive_all()
    world.a_night()
    world.office.release("3B", "Tola")
    world.office.nightly()
    world.office.receive("3B.csv", a_list([*carers(), ZED]))
    world.office.nightly()
    released(world)

    (letter,) = sink.to(ADMIN)
    assert "Zed Nobody" in text_of(letter)
    assert "Charlie" not in text_of(letter)


def with_two_admins(world: World) -> None:
    world.settings.write_text(world.settings.read_text().replace(f'"{ADMIN}"', f'"{ADMIN}", "{OTHER_ADMIN}"'))
    world.office.close()
    world.office = compose(world.settings, world.clock)


def test_whoever_missed_a_letter_hears_it_with_the_next_and_nobody_else_hears_it_twice(world: World, sink: Sink):
    with_two_admins(world)
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    world.clock.forward(days=1)
    world.office.nightly()
    withdraw_letter_to(world, OTHER_ADMIN)
    world.office.deliver()
    world.a_night(days=1)
    world.a_night(days=1)

    assert [len(sink.to(one)) for one in (ADMIN, OTHER_ADMIN)] == [2, 2]
    assert "(1 new, 1 still to do)" in text_of(sink.to(OTHER_ADMIN)[-1])


def test_somebody_cleared_is_told_to_each_who_was_asked(world: World, sink: Sink):
    with_two_admins(world)
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), ZED]))
    world.clock.forward(days=1)
    world.office.nightly()
    withdraw_letter_to(world, OTHER_ADMIN)
    world.office.deliver()
    world.a_night(days=1)

    assert all("1 no longer on the list" in text_of(sink.to(one)[-1]) for one in (ADMIN, OTHER_ADMIN))


def withdraw_letter_to(world: World, address: str) -> None:
    theirs = update(tables.Letter).where(col(tables.Letter.recipient) == address, col(tables.Letter.state) == "pending")
    with world.office.store.writing() as session:
        session.execute(theirs.values(state="withdrawn"))


def test_the_lead_reads_a_first_result_with_the_office_and_no_volunteer_does(world: World, sink: Sink):
    lead = "lead@example.org"
    text = world.settings.read_text().replace(f'office_email = "{OFFICE}"', f'office_email = "{OFFICE}"\nsafeguarding_email = "{lead}"')  # fmt: skip
    world.settings.write_text(text)
    world.office.close()
    world.office = compose(world.settings, world.clock)
    known = [replace(one, left="17/07/2026", restricted="Yes") if one.number == 100 else one for one in families()]
    world.office.receive("contacts.csv", an_export(known))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.a_night()

    assert sorted(sink.recipients) == sorted([lead, OFFICE])
    assert world.office.nightly().groups[0].state is State.HELD
