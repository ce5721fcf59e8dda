"""What nobody can answer, grant or note: each is refused in a sentence, and nothing is kept."""

import pytest

from tests.jobs.office import DAYO, NEW, Clerk, with_a_new_number
from tests.jobs.school import OFFICE, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of
from tests.jobs.test_answers import queries

KNOWN_FOR = "07700 900100"
TWINS = (
    ("A0998", "Kid1", "Same", "3B", "", "Sarah Same", "Mother", "07700 900961", ""),
    ("A0999", "Kid2", "Same", "3B", "", "Sarah Same", "Mother", "07700 900962", ""),
)


def receive(world: World, *people: tuple[str, str], rows: tuple[tuple[str, ...], ...] = ()) -> None:
    more = "".join(",".join(row) + "\r\n" for row in rows)
    world.office.receive("contacts.csv", an_export(families()) + more.encode())
    world.office.receive("3B.csv", a_list([*carers(), *people]))


@pytest.mark.parametrize("option", ["--same", "--somebody-else"])
@pytest.mark.parametrize("said", ["", "  ", "\x1b"])
def test_an_empty_contact_is_never_taken_for_nobodys_parent(world: World, clerk: Clerk, option: str, said: str):
    with_a_new_number(world)

    told = clerk("answer", "3B", DAYO, option, said)

    assert (told.status, told.out) == (2, "")
    assert "No contact is named." in told.err
    assert not world.office.queries()[0].answers


@pytest.mark.parametrize("option", ["--said-no", "--undo"])
def test_an_empty_contact_has_not_said_no(world: World, clerk: Clerk, option: str):
    receive(world)

    told = clerk("missing", "3B", option, "")

    assert (told.status, told.out) == (2, "")
    assert "No contact is named." in told.err


def test_an_empty_reason_exempts_nobody(world: World, clerk: Clerk):
    receive(world)

    told = clerk("exempt", "3B", "Ade Bello108", "--why", "")

    assert (told.status, told.out) == (2, "")
    assert "Say why" in told.err


@pytest.mark.parametrize(
    "said",
    [
        "Sarah Same, contact of Kid1 Same (3B)",
        "sarah same, contact of kid1 same",
        "07700 900961",
        "+44 7700 900961",
        "961",
        "…961",
    ],
)
def test_contacts_of_one_name_are_told_apart(world: World, clerk: Clerk, said: str):
    receive(world, ("Sarah", "07700 900963"), rows=TWINS)

    told = clerk("answer", "3B", "Sarah", "--same", said, "--by", "Tola")

    assert told.status == 0, told.err
    assert "Sarah Same, contact of Kid1 Same (3B)" in told.out


def test_it_says_how_contacts_of_one_name_are_told_apart(world: World, clerk: Clerk):
    receive(world, ("Sarah", "07700 900963"), rows=TWINS)

    told = clerk("answer", "3B", "Sarah", "--same", "Sarah Same")

    assert "Sarah Same, contact of Kid1 Same (3B); Sarah Same, contact of Kid2 Same (3B)" in told.err
    assert "Give one of these as it stands here, or a telephone number of theirs, or its last digits." in told.err


def test_two_who_differ_by_the_number_alone_are_said_with_it(world: World, clerk: Clerk):
    twins = (TWINS[0], (*TWINS[0][:7], "07700 900962", ""))
    receive(world, ("Sarah", "07700 900963"), rows=twins)

    told = clerk("answer", "3B", "Sarah", "--same", "962")

    assert told.status == 0, told.err


@pytest.mark.parametrize("said", ["row 14", "ROW 14", "Sarah", "Sarah, number ending 963 (row 14)"])
def test_a_member_is_named_by_the_row_or_by_exactly_what_is_shown(world: World, clerk: Clerk, said: str):
    receive(world, ("Sarah", "07700 900963"), ("Sarah 🌸", "07700 900964"))

    told = clerk("answer", "3B", said, "--not-a-parent", "--by", "Tola")

    assert told.status == 0, told.err
    assert "Sarah, number ending 963 (row 14) in 3B is nobody's parent" in told.out


@pytest.mark.parametrize("command", ["why", "exempt"])
def test_other_commands_take_the_row_too_and_say_what_they_take(world: World, clerk: Clerk, command: str):
    receive(world, ("Sarah", "07700 900963"), ("Sarah", "07700 900964"))
    more = ("--why", "invited") if command == "exempt" else ()

    by_row = clerk(command, "3B", "row 15", *more)
    both = clerk(command, "3B", "Sarah", *more)
    query = clerk(command, "3B", "1", *more)

    assert by_row.status == 0, by_row.err
    assert "900964" in by_row.out
    assert "Say which: Sarah, number ending 963 (row 14); Sarah, number ending 964 (row 15)" in both.err
    assert '"row 13"' in both.err
    assert 'Give the name as the list shows it, the row as in "row 13", the number or its last digits.' in query.err


@pytest.mark.parametrize("member", ["Mum", "row 14", "row 15", "1"])
def test_a_label_that_two_share_is_nobodys(world: World, clerk: Clerk, member: str):
    receive(world, ("Mum", ""), ("Mum", ""))
    world.a_night()

    answered = clerk("answer", "3B", member, "--not-a-parent")
    exempted = clerk("exempt", "3B", member, "--why", "invited") if member != "1" else answered

    for told in (answered, exempted):
        assert (told.status, told.out) == (2, "")
        assert "2 people are shown as Mum in 3B" in told.err
        assert "save them under different names, or answer by number" in told.err
    assert not any(query.answers for query in world.office.queries())


def test_both_who_share_a_label_are_shown(world: World, clerk: Clerk):
    receive(world, ("Mum", ""), ("Mum", ""))
    world.a_night()

    told = clerk("queries", "3B")

    assert "1. Mum, row 14:" in told.out
    assert "2. Mum, row 15:" in told.out


def test_an_answer_about_a_label_that_came_to_be_shared_can_be_undone(world: World, clerk: Clerk):
    receive(world, ("Mum", ""))
    clerk("answer", "3B", "Mum", "--not-a-parent", "--by", "Tola")
    receive(world, ("Mum", ""), ("Mum", ""))

    assert clerk("answer", "3B", "Mum", "--undo").status == 0


@pytest.mark.parametrize("answer", [("--not-a-parent",), ("--same", DAYO)])
def test_an_answer_that_the_schools_list_contradicts_is_refused(world: World, clerk: Clerk, answer: tuple[str, ...]):
    receive(world)

    told = clerk("answer", "3B", KNOWN_FOR, *answer)

    assert (told.status, told.out) == (2, "")
    assert "The school's list has this number for Bisi Bello100, contact of Child100 Bello100 (3B)" in told.err
    assert "Mend it in the MIS first." in told.err


def test_who_has_the_number_by_the_schools_list_can_be_confirmed(world: World, clerk: Clerk):
    receive(world)

    told = clerk("answer", "3B", KNOWN_FOR, "--same", "Bisi Bello100")

    assert told.status == 0, told.err


def test_nothing_is_to_be_updated_where_the_schools_list_has_the_number_for_anybody(
    world: World, clerk: Clerk, sink: Sink
):
    known = families()
    known[0].left = "2026-07-17"
    world.office.receive("contacts.csv", an_export(known))
    world.office.receive("3B.csv", a_list(carers()))

    told = clerk("answer", "3B", KNOWN_FOR, "--same", DAYO, "--by", "Tola")
    world.a_night()

    assert told.status == 0, told.err
    assert "update the MIS" not in told.out
    assert "update the MIS" not in text_of(sink.to(OFFICE)[-1])


def test_an_answer_by_a_querys_number_is_confirmed_on_a_terminal(
    world: World, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
):
    with_a_new_number(world)
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "no")

    refused = clerk("answer", "3B", "1", "--not-a-parent")
    given = clerk("answer", "3B", "1", "--not-a-parent", "--yes")
    by_name = clerk("answer", "3B", NEW, "--not-a-parent")

    assert refused.status == 2
    assert "Nothing was answered." in refused.err
    assert asked == [f"This is about {DAYO}, number ending 950 (row 13) in 3B. Type yes: "]
    assert (given.status, by_name.status) == (0, 0)


def test_queries_says_of_which_night_its_numbers_are(world: World, clerk: Clerk):
    with_a_new_number(world)

    told = clerk("queries")

    assert "NUMBER is one of the night of 23 November 2026: after another night, look again." in told.out


def test_a_hint_takes_the_row(world: World, clerk: Clerk):
    with_a_new_number(world)

    assert clerk("hint", "3B", "row 13", "Hm.", "--by", "ade@example.org").status == 0
    assert queries(world)
