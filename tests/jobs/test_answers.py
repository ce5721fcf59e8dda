"""The office says once who somebody is; every later night and every other group knows it, until it is undone."""

import pytest

from tests.jobs.office import DAYO, IN_QUESTION, NEW, Clerk, with_a_new_number
from tests.jobs.school import ADMIN, OFFICE, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of


def queries(world: World) -> dict[str, str]:
    """The reason for each who is in question in the last run."""
    return {query.member.shown_as: query.reason for query in world.office.queries()}


def test_queries_are_shown_with_who_it_may_be_and_how_to_answer(world: World, clerk: Clerk):
    with_a_new_number(world)

    told = clerk("queries")

    assert told.status == 0
    assert "3B, night of 23 November 2026: 1 person to look at" in told.out
    assert f"1. {DAYO} (+447700900950), row 13: " in told.out
    assert f"likely: {DAYO}, contact of Child101 Bello101 (3B)" in told.out
    assert "Answer with: roster answer 3B NUMBER --same NAME" in told.out


def test_the_digest_says_who_it_may_be_and_how_to_answer(world: World, sink: Sink):
    with_a_new_number(world)

    letter = text_of(sink.to(OFFICE)[-1])
    assert f"likely: {DAYO}, contact of Child101 Bello101 (3B), with another number (" in letter
    assert "To look closer, and to answer:  roster queries 3B" in letter


def test_there_is_nobody_to_ask_about_and_it_says_so(world: World, clerk: Clerk):
    world.first_night()

    assert clerk("queries", "3b").out == "Nobody is in question.\n"


def test_it_says_which_groups_there_are(world: World, clerk: Clerk):
    world.first_night()

    told = clerk("queries", "9Z")

    assert (told.status, told.out) == (2, "")
    assert "knows no group 9Z. It judged 3B." in told.err


@pytest.mark.parametrize("member", ["1", DAYO, NEW, "+44 7700 900950", "900950", "950"])
def test_somebody_confirmed_belongs_from_the_next_night_on(world: World, clerk: Clerk, member: str):
    with_a_new_number(world)

    told = clerk("answer", "3B", member, "--same", "dayo bello101", "--by", "Tola")
    world.a_night(days=1)

    assert told.status == 0
    assert f"{DAYO}, number ending 950 (row 13) in 3B is {DAYO}, from the next run on" in told.out
    assert f"Please update the MIS: {DAYO}'s number ends 950." in told.out
    assert not queries(world)


def test_an_answer_about_a_number_holds_in_other_groups_of_the_school(world: World, clerk: Clerk):
    with_a_new_number(world)
    clerk("answer", "3B", "1", "--same", DAYO, "--by", "Tola")
    world.office.receive("school.csv", a_list([*carers(), *carers("4A"), ("D", NEW)]), group="school")

    world.a_night(days=1)

    assert not queries(world)


def test_it_can_be_undone(world: World, clerk: Clerk):
    with_a_new_number(world)
    clerk("answer", "3B", "1", "--same", DAYO, "--by", "Tola")
    world.a_night(days=1)

    told = clerk("answer", "3B", DAYO, "--undo", "--by", "Tola")
    again = clerk("answer", "3B", DAYO, "--undo", "--by", "Tola")
    world.a_night(days=1)

    assert told.status == 0
    assert again.status == 2
    assert "Nobody has answered" in again.err
    assert queries(world) == {DAYO: "possible-new-number"}


def test_nobodys_name_is_offered_for_somebody_who_is_not_a_parent(world: World, clerk: Clerk):
    with_a_new_number(world)
    clerk("answer", "3B", "1", "--not-a-parent", "--by", "Tola")

    world.a_night(days=1)

    assert not queries(world)


def test_the_one_it_is_not_is_offered_no_more(world: World, clerk: Clerk):
    with_a_new_number(world)
    clerk("answer", "3B", "1", "--somebody-else", DAYO, "--by", "Tola")

    world.a_night(days=1)

    assert not queries(world)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("3B", "Ghost", "--not-a-parent"), "Nobody on the list is shown as Ghost."),
        (("9Z", DAYO, "--not-a-parent"), "There is no member list of 9Z. Right now there are lists of 3B."),
        (("3B", DAYO, "--same", "Ghost"), "No contact on the school's list is called Ghost."),
        (("3B", "9001", "--not-a-parent"), "Nobody on the list is shown as 9001."),
        (("3B", "7", "--not-a-parent"), "There is no open query 7 in this group."),
        (("3B", DAYO), "one of the arguments --same --somebody-else --not-a-parent --undo is required"),
    ],
)
def test_it_says_plainly_whom_it_cannot_find(world: World, clerk: Clerk, arguments: tuple[str, ...], said: str):
    with_a_new_number(world)

    told = clerk("answer", *arguments)

    assert (told.status, told.out) == (2, "")
    assert said in told.err
    assert "Traceback" not in told.err


def test_it_says_which_ones_there_are_where_several_fit(world: World, clerk: Clerk):
    with_a_new_number(world, (DAYO, "07700 900951"))

    member = clerk("answer", "3B", DAYO, "--not-a-parent")
    contact = clerk("answer", "3B", NEW, "--same", "Dayo")

    assert (
        f"{DAYO} may be 2 people. Say which: {DAYO}, number ending 950 (row 13); {DAYO}, number ending 951"
        in member.err
    )
    assert (
        "Dayo may be 2 people. Say which: Dayo Bello101, contact of Child101 Bello101 (3B); Dayo Bello113"
        in contact.err
    )


def test_the_office_is_asked_to_update_the_mis_and_told_when_that_is_done(world: World, clerk: Clerk, sink: Sink):
    with_a_new_number(world)
    clerk("answer", "3B", "1", "--same", DAYO, "--by", "Tola")
    world.a_night(days=1)
    told = text_of(sink.to(OFFICE)[-1])
    rows = an_export(families()).decode().replace("07700 900101", NEW)
    world.office.receive("contacts.csv", rows.encode())
    world.a_night(days=1)
    superfluous = text_of(sink.to(OFFICE)[-1])
    before = len(sink.to(OFFICE))
    world.a_night(days=1)

    assert f"Please update the MIS: {DAYO}'s number ends 950, as Tola said on 23 November 2026." in told
    assert "is over: superfluous: the school's list has it for Dayo Bello101 now." in superfluous
    assert "Please update" not in superfluous
    assert len(sink.to(OFFICE)) == before
    assert not queries(world)


def test_a_link_lapses_when_the_number_moves_and_the_office_hears_of_it_once(world: World, clerk: Clerk, sink: Sink):
    with_a_new_number(world)
    clerk("answer", "3B", "1", "--same", DAYO, "--by", "Tola")
    moved = ("A0999", "Kit", "Ojo", "4A", "", "Femi Ojo", "Father", NEW, "")
    world.office.receive("contacts.csv", an_export(families()) + (",".join(moved) + "\r\n").encode())
    world.a_night(days=1)
    told = text_of(sink.to(OFFICE)[-1])
    before = len(sink.to(OFFICE))
    world.a_night(days=1)

    assert "is over: on the school's list it belongs to Femi Ojo now." in told
    assert len(sink.to(OFFICE)) == before


def test_a_volunteers_hint_reaches_the_office_and_decides_nothing(world: World, clerk: Clerk, sink: Sink):
    with_a_new_number(world)

    told = clerk("hint", "3B", DAYO, "This is her\nnew number.", "--by", ADMIN.upper())
    shown = clerk("queries")
    world.a_night(days=1)

    assert told.out == "Thank you. The school office reads it; nothing is decided by it.\n"
    assert f"{ADMIN} said on 23 November 2026: This is her new number." in shown.out
    assert 'says: "This is her new number."' in text_of(sink.to(OFFICE)[-1])
    assert queries(world) == {DAYO: "possible-new-number"}


def test_the_office_hears_of_a_hint_once_and_it_is_gone_once_answered(world: World, clerk: Clerk, sink: Sink):
    with_a_new_number(world)
    clerk("hint", "3B", DAYO, "New number.", "--by", ADMIN)
    world.a_night(days=1)
    before = len(sink.to(OFFICE))
    world.a_night(days=1)
    clerk("answer", "3B", "1", "--somebody-else", DAYO, "--by", "Tola")

    assert len(sink.to(OFFICE)) == before
    assert "New number." not in clerk("queries").out


@pytest.mark.parametrize(
    ("by", "text", "said"),
    [
        ("tola@example.org", "New number.", "Only those who look after a group"),
        (ADMIN, "x" * 201, "Say it in 1 to 200 characters."),
        (ADMIN, " \x1b", "Say it in 1 to 200 characters."),
    ],
)
def test_only_an_admin_of_the_group_may_hint_and_briefly(world: World, clerk: Clerk, by: str, text: str, said: str):
    with_a_new_number(world)

    told = clerk("hint", "3B", DAYO, text, "--by", by)

    assert told.status == 2
    assert said in told.err
    assert not any(query.hints for query in world.office.queries())


def test_a_hint_tells_nobody_who_is_in_question(world: World, clerk: Clerk):
    """The number of a query is the office's; to a volunteer it is nobody's, whether there is one or not."""
    with_a_new_number(world)

    told = [clerk("hint", "3B", number, "Hm.", "--by", ADMIN).err for number in ("1", "2")]

    assert told[0].replace("as 1.", "as 2.") == told[1]
    assert (
        clerk("hint", "3B", IN_QUESTION[0], "Hm.", "--by", ADMIN).out
        == clerk("hint", "3B", "Ade Bello108", "Hm.", "--by", ADMIN).out
    )


@pytest.mark.parametrize("name", ["Nanny", DAYO])
def test_whoever_stays_though_answered_is_no_news_and_says_by_whom(world: World, clerk: Clerk, sink: Sink, name: str):
    world.receive_all(people=[*carers(), (name, "")])
    world.a_night()
    clerk("answer", "3B", "row 14" if name == DAYO else name, "--not-a-parent", "--by", "Tola")
    before = len(sink.to(OFFICE))
    world.a_night(days=1)
    quiet = len(sink.to(OFFICE))
    world.office.receive("3B.csv", a_list([*carers(), (name, ""), ("Uncle", "")]))
    world.a_night(days=1)
    letter = text_of(sink.to(OFFICE)[-1])

    said = "nswered on 22 November 2026 by Tola: not a parent; a name alone takes nobody out"
    assert quiet == before
    assert f"A{said}." in letter
    assert letter.index("Uncle") < letter.index("Answered; nothing is asked of you") < letter.index(name)
    assert "1 person to look at" in letter
    assert "still open" not in letter
    shown = clerk("queries", "3B").out
    assert "1 person to look at, 1 answered already" in shown
    assert f"- a{said}" in shown
