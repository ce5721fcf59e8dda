"""Nights: who hears what, and that nobody hears it twice."""

import re
from dataclasses import replace
from datetime import date

import pytest

from adapters.store import runs
from jobs.night import NotReady
from roster.runs import State
from tests.adapters.mail.test_letters import HOSTILE
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, OTHER_ADMIN, Family, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, html_of, text_of

ZED = ("Zed Nobody", "07700 900901")


def left(known: list[Family], *numbers: int) -> list[Family]:
    return [replace(one, left="17/07/2026") if one.number in numbers else one for one in known]


def test_it_holds_a_groups_first_result_and_writes_to_the_office_alone(world: World, sink: Sink):
    world.receive_all()

    night = world.office.nightly()
    world.office.deliver()

    assert [(one.state, one.guards) for one in night.groups] == [(State.HELD, ("first-run",))]
    assert sink.recipients == [OFFICE]
    assert "Charlie Nobody" in text_of(sink.to(OFFICE)[0])


def test_it_writes_to_the_admin_once_the_office_has_released_it(world: World, sink: Sink):
    world.first_night()

    (letter,) = sink.to(ADMIN)
    assert "Charlie Nobody, number ending 900" in text_of(letter)
    assert letter["Subject"] == "Oak Primary: 3B - people to take out"


def test_it_sends_nothing_twice_when_the_night_runs_twice(world: World, sink: Sink):
    world.first_night()
    before = sink.recipients

    again = world.office.nightly()
    world.office.deliver()

    assert again.again
    assert sink.recipients == before


def test_it_is_silent_when_nothing_has_changed(world: World, sink: Sink):
    world.first_night()
    before = sink.recipients

    for _ in range(3):
        world.a_night(days=1)

    assert sink.recipients == before


def test_it_is_silent_when_the_same_people_come_in_another_file(world: World, sink: Sink):
    world.first_night()
    before = sink.recipients
    world.office.receive("3B.csv", a_list([CHARLIE, *reversed(carers())]))

    world.a_night(days=1)

    assert sink.recipients == before


def test_it_tells_what_is_new_left_and_over(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    world.a_night(days=1)
    world.office.receive("3B.csv", a_list([*carers(), ZED]))
    world.a_night(days=1)

    _, second, third = map(text_of, sink.to(ADMIN))
    assert "(1 new, 1 still to do)" in second
    assert "(1 still to do, 1 no longer on the list)" in third
    assert third.index("GONE FROM THE GROUP") < third.index("Charlie Nobody")


def test_it_asks_to_leave_in_whom_the_school_knows_after_all(world: World, sink: Sink):
    world.first_night()
    charlies = ("A0999", "Kit", "Nobody", "3B", "", *CHARLIE[:1], "Father", CHARLIE[1], "")
    text = an_export(families()).decode() + ",".join(charlies) + "\r\n"
    world.office.receive("contacts.csv", text.encode())

    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert "Nobody to take out" in letter
    assert letter.index("PLEASE LEAVE THEM IN") < letter.index("Charlie Nobody")


def test_it_does_not_call_somebody_gone_whom_a_partial_list_does_not_show(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    partial(world, [*carers()[:8], ZED])

    world.a_night(days=1)

    assert len(sink.to(ADMIN)) == before + 1
    letter = text_of(sink.to(ADMIN)[-1])
    assert letter.index("STILL TO DO") < letter.index("Charlie Nobody")
    assert "no longer" not in letter.split("Does something")[0]


def test_it_calls_nobody_gone_while_a_new_name_may_be_theirs(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), ("Dave (Kit?)", "")]))
    world.a_night(days=1)

    assert "GONE" not in "".join(map(text_of, sink.to(ADMIN)))

    world.office.receive("3B.csv", a_list([*carers(), ("Dave (Kit?)", ""), ZED]))
    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert "GONE" in letter


def test_it_judges_again_whom_a_partial_list_does_not_show(world: World, sink: Sink):
    world.first_night()
    charlies = ("A0999", "Kit", "Nobody", "3B", "", *CHARLIE[:1], "Father", CHARLIE[1], "")
    world.office.receive("contacts.csv", an_export(families()) + (",".join(charlies) + "\r\n").encode())
    partial(world, carers()[:8])

    world.a_night(days=1)

    assert "PLEASE LEAVE THEM IN" in text_of(sink.to(ADMIN)[-1])


def partial(world: World, people: list[tuple[str, str]]) -> None:
    """A list that may miss people, as some platforms give it."""
    world.office.receive("3B.csv", a_list(people))
    with world.office.store.writing() as session:
        from adapters.store import lists

        (kept,) = lists.newest_of_each(session)
        row = session.merge(kept.row)
        row.completeness = "partial"


def test_it_holds_a_surprise_and_tells_only_the_office_whom_it_means(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    world.office.receive("contacts.csv", an_export(left(families(), 100, 101, 102, 103)))

    night_before = world.clock.now
    world.a_night(days=1)

    letter = text_of(sink.to(OFFICE)[-1])
    assert len(sink.to(ADMIN)) == before
    assert "5 of the 13 members of 3B would be asked to leave, more than 3" in letter
    assert "Child100 Bello100 left on 17 July 2026" in letter
    assert world.clock.now > night_before


def test_it_does_not_lose_a_change_that_came_while_held(world: World, sink: Sink):
    world.first_night()
    world.office.receive("contacts.csv", an_export(left(families(), 100, 101, 102, 103)))
    world.a_night(days=1)
    world.office.receive("contacts.csv", an_export(left(families(), 100)))
    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert "(1 new, 1 still to do)" in letter


def test_it_asks_for_one_release_and_not_for_another_as_the_people_leave(world: World, sink: Sink):
    world.first_night()
    world.office.receive("contacts.csv", an_export(left(families(), 100, 101, 102, 103)))
    world.a_night(days=1)
    world.office.release("3B", "Tola")
    world.a_night()
    without_charlie = carers()
    world.office.receive("3B.csv", a_list(without_charlie))

    world.a_night(days=1)

    assert "(4 still to do, 1 no longer on the list)" in text_of(sink.to(ADMIN)[-1])
    assert not world.office.held()


def test_it_holds_a_roll_that_shrank_until_released(world: World, sink: Sink):
    world.first_night()
    world.office.receive("contacts.csv", an_export(families()[:-6]))
    world.a_night(days=1)

    (held,) = world.office.held()
    assert [one.guard for one in held.objections] == ["roll-shrunk"]
    assert "18 pupils on roll where the export of 22 November 2026 had 24" in held.objections[0].message

    world.a_night(days=1)
    assert world.office.held()

    world.office.release("3B", "Tola")
    world.a_night()
    world.a_night(days=1)
    assert not world.office.held()


def test_it_holds_a_roll_that_is_an_old_file(world: World):
    world.first_night()
    world.office.receive("contacts.csv", an_export(left(families(), 100)))
    world.clock.forward(days=1)
    world.office.receive("contacts.csv", an_export(families()))

    night = world.office.nightly()

    assert night.groups[0].guards == ("roll-old",)


def test_it_holds_a_roll_past_its_days_and_says_so_once(world: World, sink: Sink):
    world.first_night()
    world.settle("[limits]\nlist_age_days = 400")
    world.a_night(days=31)
    before = len(sink.to(OFFICE))
    world.a_night(days=1)

    assert "31 days ago" in text_of(sink.to(OFFICE)[-1])
    assert len(sink.to(OFFICE)) == before


def test_it_does_not_act_on_an_old_list_and_says_so_to_the_office(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(ADMIN))
    world.clock.forward(days=31)
    world.office.receive("contacts.csv", an_export(left(families(), 100)))
    world.a_night()

    assert len(sink.to(ADMIN)) == before
    assert "too old to act on" in text_of(sink.to(OFFICE)[-1])


def test_it_tells_the_office_of_groups_without_a_list_or_an_admin(world: World, sink: Sink):
    world.settle('[groups."4A"]\nadmins = ["tola@example.org"]')
    world.receive_all()
    world.office.receive("5C.csv", a_list(carers("4A")))
    world.a_night()

    letter = text_of(sink.to(OFFICE)[0])
    assert "No member list has been received for 4A." in letter
    assert "No admin's address is known for 5C" in letter


def test_it_tells_an_admin_who_is_named_later_everything(world: World, sink: Sink):
    world.settings.write_text(world.settings.read_text().replace(f'admins = ["{ADMIN}"]', "admins = []"))
    world.receive_all()
    world.office.close()
    from jobs.compose import compose

    world.office = compose(world.settings, world.clock)
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()
    assert world.office.nightly().groups[0].state is State.UNADDRESSED
    world.settle("")

    world.a_night(days=1)

    assert "(1 new)" in text_of(sink.to(ADMIN)[0])


def test_it_writes_to_each_admin_once(world: World, sink: Sink):
    text = world.settings.read_text().replace(f'"{ADMIN}"', f'"{ADMIN}", "{OTHER_ADMIN}", "{ADMIN}"')
    world.settings.write_text(text)
    world.office.close()
    from jobs.compose import compose

    world.office = compose(world.settings, world.clock)
    world.first_night()

    assert len(sink.to(ADMIN)) == len(sink.to(OTHER_ADMIN)) == 1


def test_it_keeps_the_thread_from_night_to_night(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    world.a_night(days=1)

    first, second = sink.to(ADMIN)
    assert first["References"] == second["References"]
    assert first["Subject"] == second["Subject"]
    assert first["Message-ID"] != second["Message-ID"]


def test_it_never_tells_a_volunteer_anything_of_the_roll(world: World, sink: Sink):
    canaries = families()
    canaries[0] = replace(canaries[0], left="17/07/2026", relation="Mother")
    canaries[1] = replace(canaries[1], restricted="Yes")
    text = an_export(canaries).decode()
    for canary, field in (("CANARYFORENAME", "Child"), ("CANARYID", "A0")):
        text = text.replace(field, canary)
    people = [("~ neighbour", carers()[0][1]), *carers()[1:], CHARLIE]
    world.office.receive("contacts.csv", text.encode())
    world.office.receive("3B.csv", a_list(people))
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()

    (letter,) = sink.to(ADMIN)
    # Of the digits of random marks (Message-ID, boundary) any four may be anybody's.
    whole = text_of(letter) + html_of(letter) + re.sub(r"[0-9a-f]{16,}", "", str(letter))
    office = text_of(sink.to(OFFICE)[0])
    assert "neighbour, number ending 100" in text_of(letter)
    assert "CANARYFORENAME100 Bello100 left on 17 July 2026" in office
    assert "restricts this contact" in office
    secrets = ["CANARY", "Mother", "17 July", "restrict", "not-on-roll", "all-children-left", "left on", "Bello"]
    secrets += [number.replace(" ", "")[-4:] for _, number in people] + [number for _, number in people]
    assert [secret for secret in secrets if secret in whole.replace("Oak Primary", "")] == []


def test_it_refuses_to_run_with_nothing_to_compare(world: World):
    with pytest.raises(NotReady, match="nothing to compare"):
        world.office.nightly()


def test_it_keeps_each_run_with_what_went_in(world: World):
    world.first_night()

    with world.office.store.reading() as session:
        last = runs.latest(session)
        assert last
        assert last.slot == date(2026, 11, 22)
        assert last.number == 2
        assert len(last.inputs) == 64
        assert last.finished_at == world.clock.now


def test_it_takes_hostile_names_from_the_file_to_the_letter(world: World, sink: Sink):
    people = [(name.replace("\0", ""), f"07700 9009{number:02}") for number, name in enumerate(HOSTILE)]
    world.settle("[limits]\nremovals = 100\nknown_share = 0.1")
    world.receive_all(people=[*carers(), *people])
    world.a_night()
    released = world.office.release("3B", "Tola")
    world.a_night()

    (letter,) = sink.to(ADMIN)
    # Two of them are called Ola, as a carer of the class is: the office is asked about those.
    assert text_of(letter).count("number ending") == len(released.removals) == len(HOSTILE) - 2
    assert letter["Bcc"] is None
    assert "<script" not in html_of(letter)


def test_it_tells_the_office_when_a_reason_changes(world: World, sink: Sink):
    elsewhere = Family(112, "4A")
    world.receive_all(people=[*carers(), elsewhere.carer])
    world.a_night()
    before = len(sink.to(OFFICE))
    restricted = [replace(one, restricted="Yes") if one.number == elsewhere.number else one for one in families()]
    world.office.receive("contacts.csv", an_export(restricted))

    world.a_night(days=1)

    assert len(sink.to(OFFICE)) == before + 1
    assert "restrict" in text_of(sink.to(OFFICE)[-1])


def test_it_does_not_call_a_list_old_that_came_again(world: World):
    world.first_night()
    world.clock.forward(days=31)
    world.office.receive("contacts.csv", an_export(families()[:-1]))
    stale = world.office.nightly()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))

    fresh = world.office.nightly()

    assert [night.groups[0].state for night in (stale, fresh)] == [State.STALE, State.CLEAR]
