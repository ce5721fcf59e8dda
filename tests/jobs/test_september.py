"""The classes move up: a group is held until the office answers, or follows its children, and nobody is asked to leave."""

from dataclasses import replace

from adapters.store import group_scopes
from roster.runs import State
from tests.jobs.school import CHARLIE, Family, World, a_list, an_export, carers, families

HELD = "year-rollover"


def moved_up() -> list[Family]:
    """3B is 4B now, and 4A is 5A; new children make a new 3B."""
    ups = {"3B": "4B", "4A": "5A"}
    return [
        *(replace(one, form=ups[one.form]) for one in families()),
        *(Family(number, "3B") for number in range(130, 140)),
    ]


def july(world: World) -> None:
    """The last nights of a year, read and released."""
    world.receive_all(people=carers())
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()


def september(world: World) -> None:
    """The first export of the year after."""
    july(world)
    world.office.receive("contacts.csv", an_export(moved_up()))


def guards(world: World) -> list[str]:
    return [one.guard for held in world.office.held() for one in held.objections]


def scopes(world: World) -> list[str | None]:
    """What has been said of whom 3B is for."""
    with world.office.store.reading() as session:
        return [one.scope for one in group_scopes.every(session)]


def test_it_holds_a_group_whose_class_has_moved_on(world: World):
    september(world)

    world.a_night(days=1)

    (held,) = world.office.held()
    assert HELD in [one.guard for one in held.objections]
    (said,) = [one.message for one in held.objections if one.guard == HELD]
    assert said.startswith("12 of the 12 children of 3B are in 4B now")


def test_it_stays_held_night_after_night_until_the_office_answers(world: World):
    september(world)

    for _ in range(3):
        world.a_night(days=1)
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.a_night(days=1)

    assert HELD in [one.guard for held in world.office.held() for one in held.objections]


def test_it_runs_on_with_the_children_once_it_is_said_so(world: World):
    september(world)
    world.a_night(days=1)
    world.office.rescope("3B", "4B", by="Tola")

    world.a_night()
    night = world.office.nightly()

    assert (night.groups[0].state, night.groups[0].removals, night.groups[0].queries) == (State.CLEAR, 0, 0)
    assert not world.office.held()


def test_it_judges_by_the_new_class_if_it_is_said_to_stay(world: World):
    september(world)
    world.a_night(days=1)
    world.office.rescope("3B", None, by="Tola")

    world.a_night()
    night = world.office.nightly()

    assert HELD not in night.groups[0].guards
    assert night.groups[0].queries == 12


def test_it_follows_the_children_by_itself_where_the_settings_say_so(world: World):
    text = world.settings.read_text()
    world.settings.write_text(text.replace('[groups."3B"]', '[groups."3B"]\neach_september = "same children"'))
    world.office.close()
    from jobs.compose import compose

    world.office = compose(world.settings, world.clock)
    september(world)

    world.a_night(days=1)
    night = world.office.nightly()

    assert (night.groups[0].state, night.groups[0].queries) == (State.CLEAR, 0)
    world.a_night(days=1)
    assert world.office.nightly().judged == 0


def test_it_follows_nobody_while_something_speaks_against_the_roll(world: World):
    world.settle('each_september = "same children"')
    july(world)
    some = [one for one in moved_up() if one.number < 112]
    world.office.receive("contacts.csv", an_export(some))

    world.a_night(days=1)

    assert "roll-shrunk" in guards(world)
    assert world.office.nightly().groups[0].name == "3B"
    assert scopes(world) == []
    world.office.receive("contacts.csv", an_export(moved_up()))
    world.a_night(days=1)
    assert scopes(world) == ["4B"]


def test_it_takes_a_changed_setting_while_it_is_held(world: World):
    september(world)
    world.a_night(days=1)
    before = guards(world)

    world.settle('each_september = "new children"')
    night = world.office.nightly()

    assert HELD in before
    assert HELD not in night.groups[0].guards


def test_it_is_not_misled_by_a_torn_export_in_between(world: World):
    july(world)
    world.office.receive("contacts.csv", an_export([one for one in families() if one.form == "4A"]))
    world.a_night(days=1)
    world.office.receive("contacts.csv", an_export(moved_up()))

    world.a_night(days=1)

    assert HELD in [one.guard for held in world.office.held() for one in held.objections]


def test_a_few_moves_in_the_middle_of_a_year_are_none(world: World):
    world.receive_all(people=carers())
    world.a_night()
    some = [replace(one, form="4A") if one.number in {100, 101} else one for one in families()]
    world.office.receive("contacts.csv", an_export(some))

    world.a_night(days=1)

    assert [one.guard for one in world.office.held()[0].objections] == ["first-run"]
