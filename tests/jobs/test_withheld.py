"""What a night tells nobody but the office: of restricted people, of admins, and of their households."""

from dataclasses import replace

from adapters.store import runs
from jobs.compose import compose
from roster.runs import State
from tests.jobs.school import ADMIN, CHARLIE, HEADINGS, OFFICE, Family, World, a_csv, a_list, carers, families
from tests.jobs.sink import Sink, text_of

Row = tuple[str, ...]


def an_export(known: list[Family], emails: dict[str, str] | None = None, more: tuple[Row, ...] = ()) -> bytes:
    """With an address for each contact who is named; `more` are further rows, without one."""
    rows = [row for family in known for row in (*family.rows, *(one for one in more if one[0] == family.row[0]))]
    addresses = emails or {}
    return a_csv([(*HEADINGS, "Email"), *((*row, addresses.get(row[5], "")) for row in rows)])


def a_list_with_admins(people: list[tuple[str, str]], *admins: str) -> bytes:
    return a_csv([("Name", "Phone", "Role"), *((*one, "admin" if one[0] in admins else "member") for one in people)])


def left(*numbers: int, **facts: str) -> list[Family]:
    return [replace(one, left="17/07/2026", **facts) if one.number in numbers else one for one in families()]


def withheld(world: World) -> dict[str, str]:
    with world.office.store.reading() as session:
        last = runs.last_of(session, "3b")
        return dict(last.withheld) if last else {}


def told(world: World, sink: Sink) -> str:
    """Everything that was ever written to the volunteer, once the office has released what there is."""
    world.a_night()
    if world.office.held():
        world.office.release("3B", "Tola")
    world.a_night()
    return "".join(map(text_of, sink.to(ADMIN)))


def test_volunteers_never_hear_of_somebody_restricted(world: World, sink: Sink):
    world.office.receive("contacts.csv", an_export(left(100, restricted="Yes")))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))

    letters = told(world, sink)

    assert "Charlie" in letters
    assert "Bello100" not in letters
    assert withheld(world) == {"+447700900100": "restricted"}
    assert carers()[0][0] in "".join(map(text_of, sink.to(OFFICE)))


def test_volunteers_never_hear_of_an_admin_of_the_group(world: World, sink: Sink):
    world.office.receive("contacts.csv", an_export(left(100)))
    world.office.receive("3B.csv", a_list_with_admins([*carers(), CHARLIE], carers()[0][0], carers()[1][0]))

    letters = told(world, sink)

    assert "Charlie" in letters
    assert "Bello100" not in letters
    assert withheld(world) == {"+447700900100": "admin"}


def test_volunteers_never_hear_of_themselves_by_their_own_address(world: World, sink: Sink):
    world.office.receive("contacts.csv", an_export(left(100), {carers()[0][0]: ADMIN}))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))

    assert "Bello100" not in told(world, sink)
    assert withheld(world) == {"+447700900100": "admin"}


def test_volunteers_never_hear_of_their_own_household(world: World, sink: Sink):
    partner = ("A0100", "Child100", "Bello100", "3B", "17/07/2026", "Sam Bello100", "Father", "07700 900700", "")
    here = replace(families()[0], number=150)
    sibling = ("A0150", "Child150", "Bello150", "3B", "", "Lee Bello150", "Mother", carers()[0][1], "")
    known = [*left(100), here]
    world.office.receive("contacts.csv", an_export(known, more=(partner, sibling)))
    people = [*carers(), ("Sam Bello100", "07700 900700"), CHARLIE]
    world.office.receive("3B.csv", a_list_with_admins(people, carers()[0][0]))

    letters = told(world, sink)

    assert "Charlie" in letters
    assert "Sam" not in letters
    assert withheld(world) == {"+447700900700": "household"}


def test_whoever_becomes_an_admin_is_asked_about_no_more(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list_with_admins([*carers(), CHARLIE], CHARLIE[0], carers()[0][0]))
    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert "Nobody to take out" in letter
    assert "Charlie Nobody" in letter
    assert "admin" not in letter.split("Charlie Nobody")[1][:40]
    before = len(sink.to(ADMIN))
    for _ in range(2):
        world.a_night(days=1)
    assert len(sink.to(ADMIN)) == before


def test_a_new_admins_address_in_the_settings_is_heeded_on_an_unchanged_night(world: World, sink: Sink):
    address = "new@example.org"
    world.office.receive("contacts.csv", an_export(left(100), {carers()[0][0]: address}))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    assert "Bello100" in told(world, sink)
    world.settings.write_text(world.settings.read_text().replace(f'"{ADMIN}"', f'"{ADMIN}", "{address}"'))
    world.office.close()
    world.office = compose(world.settings, world.clock)
    world.a_night(days=1)

    assert "Bello100" not in text_of(sink.to(address)[-1])
    assert withheld(world) == {"+447700900100": "admin"}


def test_a_night_on_which_nothing_has_changed_reads_no_roll_for_it(world: World):
    world.office.receive("contacts.csv", an_export(left(100, restricted="Yes")))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.a_night()
    world.clock.forward(days=1)

    night = world.office.nightly()

    assert night.rolls_read == 0
    assert withheld(world) == {"+447700900100": "restricted"}


def test_a_group_with_nothing_but_withheld_people_writes_to_nobody(world: World, sink: Sink):
    world.office.receive("contacts.csv", an_export(left(100, restricted="Yes")))
    world.office.receive("3B.csv", a_list(carers()))

    assert told(world, sink) == ""
    assert world.office.nightly().groups[0].state in {State.CLEAR, State.RELEASED}
