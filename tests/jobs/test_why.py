"""`roster why`: the whole chain for the office, one sentence for a volunteer."""

from collections.abc import Iterable
from datetime import date

import pytest
from sqlalchemy import update

from adapters.store import tables
from jobs.cli import main
from jobs.granting import Wish
from roster.decisions import Answer
from roster.verdicts import REASONS
from roster.why import NOTHING_TO_DO, TAKE_OUT, Explanation
from tests.jobs.school import CHARLIE, World, a_csv, a_list, an_export, carers, families

HEADINGS = (
    "Admission No", "Forename", "Surname", "Reg", "Start Date", "Leaving Date", "Contact Name", "Relationship", "Mobile",
    "Court Order",
)  # fmt: skip
CANARY = "Kanari"
# Who is in the group, with the number the list shows, by the reason that they are given.
MEMBERS = {
    "carer-on-roll": ("Ola One", "07700 900101"),
    "starter": ("Ola Two", "07700 900102"),
    "leaver-grace": ("Ola Three", "07700 900103"),
    "exempt": ("Charlie Guest", "07700 900999"),
    "restricted": ("Ola Four", "07700 900104"),
    "unusable-number": ("Kit", "4.47701E+11"),
    "damaged-record": ("Femi Seven", "07700 900998"),
    "possible-new-number": ("Ola Five", "07700 900997"),
    "not-a-carer": ("Ola Six", "07700 900106"),
    "other-group": ("Ola Eight", "07700 900108"),
    "name-only": ("Ola Nine", ""),
    "unidentified": ("🌸", ""),
    "all-children-left": ("Ola Ten", "07700 900110"),
    "not-on-roll": ("Charlie Nobody", "07700 900996"),
}


def the_export() -> bytes:
    """A child for each reason that needs one; every word of it but the carers' names is a canary."""

    def row(number: int, carer: str, relation: str = "Mother", *, form: str = "3B", phone: str = "", **facts: str):
        return (
            f"A{number}", f"{CANARY}{number}", f"{CANARY}sen", form, facts.get("starts", ""), facts.get("left", ""), carer,
            relation, phone or f"07700 900{100 + number}", facts.get("order", ""),
        )  # fmt: skip

    rows = [
        row(1, "Ola One"), row(2, "Ola Two", starts="04/01/2027"), row(3, "Ola Three", left="20/11/2026"),
        row(4, "Ola Four", order="Yes"), row(5, "Ola Five"), row(6, "Ola Six", "Doctor"),
        row(7, "Femi Seven", phone="07700 9009xx"), row(8, "Ola Eight", form="4A"), row(9, "Ola Nine"),
        row(10, "Ola Ten", left="17/07/2026"), *(row(number, f"Sade Carer{number}") for number in range(20, 50)),
    ]  # fmt: skip
    more = [(*one[:6], "Pat Further", "Father", "", "") for one in rows[10:]]
    return a_csv([HEADINGS, *(one for pair in zip(rows[10:], more, strict=True) for one in pair), *rows[:10]])


def a_school_of_every_reason(world: World) -> None:
    world.settle("[policy]\nleavers_grace_days = 7\n")
    world.office.receive("contacts.csv", the_export())
    more = [(f"Sade Carer{number}", f"07700 900{100 + number}") for number in range(20, 50)]
    world.office.receive("3B.csv", a_list([*MEMBERS.values(), *more]))
    world.office.exempt(Wish("3B", "Charlie Guest", f"{CANARY} grandfather"), by=CANARY)


def explained(world: World, member: str, on: date | None = None) -> Explanation:
    return world.office.explained("3B", member, on)


def section(explanation: Explanation, heading: str) -> str:
    return "\n".join(next(one.sentences for one in explanation.sections if one.heading == heading))


def why(world: World, *arguments: str) -> int:
    return main(["why", *arguments, "--settings", str(world.settings)])


def volunteers_sentences(world: World) -> dict[str, str]:
    return {reason: world.office.volunteers_sentence("3B", name) for reason, (name, _) in MEMBERS.items()}


def test_it_tells_the_office_the_whole_chain(world: World, capsys: pytest.CaptureFixture[str]):
    world.first_night()

    status = why(world, "3b", "charlie nobody", "--on", "2026-11-22")

    told = capsys.readouterr().out
    assert status == 0
    assert told.startswith("Charlie Nobody in 3B, on 22 November 2026. For the office alone.\n\nWhat the list says\n")
    for sentence in (
        'The list of 3B (3B.csv), received on 22 November 2026, shows "Charlie Nobody" in row 14.',
        "The number in it is read as +447700900900.",
        "The list shows everybody: 13 members.",
        "The school's list (contacts.csv), received on 22 November 2026, has 24 pupils on roll",
        "Nobody on the school's list has +447700900900, and nobody on an earlier one had.",
        "The name was held against the 15 carers of class 3B and their children: it fits nobody.",
        "To be taken out: not-on-roll. The number belongs to nobody on the school's list. Evidence: no contact",
        "  all-children-left: No child is known for them, so none is known to have left.",
        "wrote to the volunteers.",
        "flagged 22 Nov, held 22 Nov, released 22 Nov by Tola, asked to go 22 Nov.",
        TAKE_OUT,
    ):
        assert sentence in told


def test_it_comes_to_every_reason_and_every_rule_speaks_or_says_why_not(world: World):
    a_school_of_every_reason(world)

    told = {reason: explained(world, name) for reason, (name, _) in MEMBERS.items()}

    assert {reason: one.verdict.reason.name for reason, one in told.items()} == {reason: reason for reason in REASONS}
    for one in told.values():
        silent = section(one, "What did not apply, and why").count(": ")
        spoke = section(one, "The verdict").count("Evidence: ")
        assert silent + spoke == len(REASONS)


def test_a_volunteer_hears_one_of_two_sentences_whatever_the_reason(world: World, capsys: pytest.CaptureFixture[str]):
    a_school_of_every_reason(world)
    world.a_night()
    world.office.release("3B", CANARY)
    world.a_night()

    told = volunteers_sentences(world)

    assert {reason for reason, sentence in told.items() if sentence == TAKE_OUT} == {"all-children-left", "not-on-roll"}
    assert set(told.values()) == {TAKE_OUT, NOTHING_TO_DO}
    capsys.readouterr()
    for name, _ in MEMBERS.values():
        assert why(world, "3B", name, "--for", "volunteer") == 0
        said = capsys.readouterr()
        assert said.out in {f"{TAKE_OUT}\n", f"{NOTHING_TO_DO}\n"}
        assert said.err == ""


def test_a_volunteer_hears_nothing_of_what_is_held(world: World):
    a_school_of_every_reason(world)
    before = volunteers_sentences(world)
    world.a_night()

    assert set(before.values()) == set(volunteers_sentences(world).values()) == {NOTHING_TO_DO}


def test_a_volunteer_hears_nothing_while_a_group_is_held_that_was_told_before(world: World):
    world.first_night()
    before = world.office.volunteers_sentence("3B", CHARLIE[0])
    strangers = [(f"Nobody{number}", f"07700 900{number}") for number in range(901, 905)]
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *strangers]))
    world.a_night(days=1)

    assert (before, world.office.volunteers_sentence("3B", CHARLIE[0])) == (TAKE_OUT, NOTHING_TO_DO)


def test_a_volunteer_hears_nothing_of_what_no_letter_told(world: World):
    world.first_night()
    with world.office.store.writing() as session:
        session.execute(update(tables.Letter).values(state="dead"))

    assert world.office.volunteers_sentence("3B", CHARLIE[0]) == NOTHING_TO_DO


def test_a_volunteer_learns_no_date_by_asking_for_many(world: World, capsys: pytest.CaptureFixture[str]):
    a_school_of_every_reason(world)
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()
    capsys.readouterr()

    for day in ("2026-07-17", "2026-07-18", "2026-11-22", "2027-12-31"):
        why(world, "3B", "Ola Ten", "--for", "volunteer", "--on", day)

    assert capsys.readouterr().out == f"{TAKE_OUT}\n" * 4


def test_a_volunteer_who_names_nobody_hears_of_nobody_on_the_roll(world: World, capsys: pytest.CaptureFixture[str]):
    a_school_of_every_reason(world)

    status = why(world, "3B", "Pat Further", "--for", "volunteer")

    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    assert CANARY not in told.err
    assert told.err == (
        "roster why: Nobody on the list is shown as Pat Further. "
        'Give the name as the list shows it, the row as in "row 13", the number or its last digits.\n'
    )


def test_it_weighs_whom_a_name_may_mean(world: World):
    a_school_of_every_reason(world)

    told = section(explained(world, "Ola Nine"), "What speaks for and against")

    assert f"Ola Nine, carer of {CANARY}9 {CANARY}sen (3B): " in told
    assert "For: " in told


def test_it_tells_what_was_decided(world: World):
    a_school_of_every_reason(world)
    world.office.answer("3B", "Ola Five", Answer.SAME, by="Tola", contact="Ola Five")
    world.a_night()

    guest, five = explained(world, "Charlie Guest"), explained(world, "900997")

    assert "Kanari exempted them (other) on 22 November 2026: Kanari grandfather." in section(
        guest, "What the office has decided"
    )
    assert "Tola said on 22 November 2026 that this is Ola Five." in section(five, "What the office has decided")
    assert five.verdict.reason.name == "carer-on-roll"
    assert "confirmed by Tola as Ola Five 22 Nov" in section(five, "What happened so far")


@pytest.mark.parametrize("said", ["07700 900900", "+44 7700 900900", "900900", "…900", "charlie NOBODY"])
def test_it_knows_a_member_by_number_ending_or_name(world: World, said: str):
    world.receive_all()

    assert explained(world, said).who == CHARLIE[0]


@pytest.mark.parametrize(("group", "member", "sentence"), [
    ("9Z", "Charlie", "There is no member list of 9Z. Right now there are lists of 3B."),
    ("3B", "Ndidi", "Nobody on the list is shown as Ndidi."),
    ("3B", "Jo", "Jo may be 2 people. Say which: Jo, number ending 901 (row 3); Jo, number ending 902 (row 4)."),
])  # fmt: skip
def test_it_says_whom_it_cannot_find(
    world: World, capsys: pytest.CaptureFixture[str], group: str, member: str, sentence: str
):
    world.receive_all(people=[("Ade", "07700 900100"), ("Jo", "07700 900901"), ("Jo", "07700 900902")])

    status = why(world, group, member)

    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    assert sentence in told.err


def test_it_needs_a_roll(world: World, capsys: pytest.CaptureFixture[str]):
    world.office.receive("3B.csv", a_list([CHARLIE]))

    assert why(world, "3B", "Charlie Nobody") == 2
    assert "Give it an MIS export" in capsys.readouterr().err


def test_it_shows_hostile_names_plainly(world: World, capsys: pytest.CaptureFixture[str]):
    world.receive_all(people=[*carers(), ("Jo\u202e\x1b[2J\u3000Ｂｅｌｌｏ", "07700 900901")])

    why(world, "3B", "900901")

    assert _unseemly(capsys.readouterr().out) == set()


def test_it_says_what_has_come_in_since_the_last_night(world: World):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Zed", "07700 900901")]))
    world.office.receive("contacts.csv", an_export(families()[:-1]))

    told = section(explained(world, "Zed"), "What the guard thought")

    assert "Since then a newer list of the group and a newer list of the school's has come in" in told


def test_it_tells_what_held_the_group(world: World):
    world.receive_all()
    assert (
        section(explained(world, CHARLIE[0]), "What the guard thought") == "No night has been run for this group yet."
    )
    world.a_night()

    told = section(explained(world, CHARLIE[0]), "What the guard thought")

    assert told.startswith(
        "The night of 22 November 2026 held this group, so no volunteer was told of anybody new.\nfirst-run: "
    )


def test_it_tells_of_somebody_who_is_gone(world: World):
    world.first_night()
    world.clock.forward(days=2)
    world.office.receive("3B.csv", a_list(carers()))
    world.a_night()

    told = explained(world, "Charlie Nobody")

    assert "The newest list does not show them any more." in section(told, "What the list says")
    assert section(told, "What happened so far").endswith("asked to go 22 Nov, gone 24 Nov.")
    assert world.office.volunteers_sentence("3B", "Charlie Nobody") == NOTHING_TO_DO


def _unseemly(text: str) -> Iterable[str]:
    return {char for char in text if (not char.isprintable() and char != "\n") or char == "\u3000"}
