"""Exemptions: who may stay, granted by whom and until when; and what the office hears of them."""

import pytest

from tests.jobs.office import Clerk, Told
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, World, a_list, carers
from tests.jobs.sink import Sink, text_of


def exempted(clerk: Clerk, *more: str, who: tuple[str, ...] = ("3B", "Charlie Nobody")) -> Told:
    return clerk("exempt", *who, "--why", "invited grandparent", "--by", "Tola", *more)


def reasons(world: World) -> list[str]:
    (result,) = [one for one in world.office.nightly().groups if one.name == "3B"]
    return [f"{result.removals} to take out", *result.guards]


@pytest.mark.parametrize(
    "who", [("3B", "Charlie Nobody"), ("3b", "07700 900900"), ("--all-groups", "900900"), ("3B", "--everybody")]
)
def test_whoever_is_exempt_stays(world: World, clerk: Clerk, who: tuple[str, ...]):
    world.first_night()

    told = exempted(clerk, who=who)

    assert told.status == 0
    assert "invited grandparent; granted by Tola on 22 November 2026" in told.out
    assert reasons(world) == ["0 to take out"]


def test_it_is_over_after_its_last_day(world: World, clerk: Clerk):
    world.first_night()
    exempted(clerk, "--until", "2026-11-23")
    world.clock.forward(days=1)
    last_day = reasons(world)
    world.clock.forward(days=1)

    assert last_day == ["0 to take out"]
    assert reasons(world) == ["1 to take out"]


def test_it_is_listed_and_ended_by_its_number(world: World, clerk: Clerk):
    world.first_night()
    exempted(clerk, "--as", "governor", "--until", "2026-12-31")

    listed = clerk("exempt", "--list")
    ended = clerk("exempt", "--end", "1", "--by", "Tola")

    assert listed.out == (
        "1. Charlie Nobody (+447700900900) in 3B until 31 December 2026, as governor: invited grandparent; "
        "granted by Tola on 22 November 2026\n"
    )
    assert ended.status == 0
    assert clerk("exempt", "--list").out == "There are no exemptions.\n"
    assert clerk("exempt", "--end", "1").err.startswith("roster exempt: There is no exemption 1.")
    assert reasons(world) == ["1 to take out"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("3B", "Charlie Nobody"), "Say why"),
        (("3B", "--why", "x"), "Say who of 3B may stay, as its list shows them, or --everybody"),
        (("--why", "x"), "Say who, and where"),
        (("--all-groups", "--everybody", "--why", "x"), "everybody in every group"),
        (("3B", "Charlie Nobody", "--why", " "), "Say why."),
        (("3B", "Charlie Nobody", "--why", "x", "--until", "2026-11-21"), "21 November 2026 is over already."),
        (("3B", "Ghost", "--why", "x"), "Nobody on the list is shown as Ghost."),
        (("9Z", "Ghost", "--why", "x"), "There is no member list of 9Z."),
        (("3B", "Charlie", "--why", "x", "--until", "soon"), "'soon' is no date"),
    ],
)
def test_it_says_plainly_what_it_cannot_grant(world: World, clerk: Clerk, arguments: tuple[str, ...], said: str):
    world.first_night()

    told = clerk("exempt", *arguments)

    assert (told.status, told.out) == (2, "")
    assert said in told.err


def test_a_label_is_nobodys_in_all_groups(world: World, clerk: Clerk):
    world.receive_all(people=[*carers(), ("Nanny Pat", "")])

    told = exempted(clerk, who=("--all-groups", "Nanny Pat"))

    assert told.status == 2
    assert "only a number or an address is one person's" in told.err


def test_a_number_may_be_exempt_before_it_is_in_any_group(world: World, clerk: Clerk):
    world.receive_all(people=carers())

    assert exempted(clerk, who=("3B", "07700 900900")).status == 0

    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    assert reasons(world)[0] == "0 to take out"


def test_the_office_hears_once_that_an_exemption_ends_soon(world: World, clerk: Clerk, sink: Sink):
    world.first_night()
    exempted(clerk, "--until", "2026-12-10")
    world.a_night(days=1)
    early = text_of(sink.to(OFFICE)[-1])
    before = len(sink.to(OFFICE))
    world.a_night(days=3)
    soon = text_of(sink.to(OFFICE)[-1])
    heard = len(sink.to(OFFICE))
    world.a_night(days=1)

    assert "ends on 10 December" not in early
    assert (
        "The exemption of Charlie Nobody, number ending 900 in 3B (invited grandparent) ends on 10 December 2026."
        in soon
    )
    assert (heard, len(sink.to(OFFICE))) == (before + 1, before + 1)


def test_the_office_hears_that_an_exemption_is_not_needed(world: World, clerk: Clerk, sink: Sink):
    world.first_night()
    exempted(clerk)
    exempted(clerk, who=("3B", "Ade Bello108"))
    world.a_night(days=1)
    anyway = text_of(sink.to(OFFICE)[-1])
    world.office.receive("3B.csv", a_list(carers()))
    world.a_night(days=1)
    gone = text_of(sink.to(OFFICE)[-1])

    assert (
        "The exemption of Ade Bello108, number ending 108 in 3B is no longer needed: they belong there anyway."
        in anyway
    )
    assert "exemption of Charlie" not in anyway
    assert (
        "The exemption of Charlie Nobody, number ending 900 in 3B is no longer needed: they are in the group no more."
        in gone
    )


def test_no_volunteer_hears_why_somebody_stays_after_all(world: World, clerk: Clerk, sink: Sink):
    world.first_night()
    exempted(clerk)
    world.a_night(days=1)

    letter = text_of(sink.to(ADMIN)[-1])
    assert letter.index("PLEASE LEAVE THEM IN") < letter.index("Charlie Nobody")
    assert "grandparent" not in letter
    assert "exempt" not in letter


@pytest.mark.parametrize(
    ("capacity", "setting"),
    [
        ("governor", 'governors = "query"'),
        ("representative", 'representatives = "query"'),
        ("staff", 'staff_who_are_not = "remove"'),
    ],
)
def test_it_says_that_the_settings_let_nobody_stay_as_that(world: World, clerk: Clerk, capacity: str, setting: str):
    world.first_night()
    world.settle(f"[policy]\n{setting}")

    void = exempted(clerk, "--as", capacity).out
    world.settle("")
    good = exempted(clerk, "--as", capacity).out

    assert f"it lets nobody stay as long as the settings say {setting}" in void
    assert "settings say" not in good


def test_the_office_hears_once_that_an_exemption_has_ended(world: World, clerk: Clerk, sink: Sink):
    world.first_night()
    exempted(clerk, "--until", "2026-11-23")
    world.a_night(days=1)
    world.a_night(days=1)
    told = text_of(sink.to(OFFICE)[-1])
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Femi Nobody", "07700 900901")]))
    world.a_night(days=1)
    later = text_of(sink.to(OFFICE)[-1])

    said = "The exemption of 22 November 2026 of Charlie Nobody, number ending 900 in 3B ended on 23 November 2026."
    assert said in told
    assert "Femi Nobody" in later
    assert said not in later
