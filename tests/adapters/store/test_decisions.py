"""What the office decides: kept, replaced, undone, lapsed; never deleted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from adapters.store import Store, create_store, decisions, exemptions, group_scopes, hints, links, said_no, tables
from adapters.store.ending import Word
from adapters.store.exemptions import Granted
from adapters.store.hints import Hint
from adapters.store.links import About
from roster.decisions import Answer, Capacity, Decisions, Exemption, Link, Who
from roster.past import Former, Past
from roster.people import Contact
from roster.roll import Roll
from tests.builders import FEMI, OLA, TODAY, a_contact, a_pupil, a_snapshot, a_tie

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
WORD = Word("Tola", AT, TODAY)
NEW = "+447700900555"
THEIRS = a_contact("Ola Bello", OLA)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create_store(tmp_path / "roster.db")
    yield made
    made.close()


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.writing() as made:
        yield made


def about(member: str = NEW, group: str = "3B", *, held_by: tuple[Who, ...] = ()) -> About:
    return About(member, "~ Ola", group.casefold(), group, held_by)


def answered(session: Session, said: Answer, contact: Contact | None = THEIRS, **facts: object) -> None:
    who = Who.of(contact) if contact else None
    links.answer(session, WORD, about(**facts), said, who, ("a call",))  # type: ignore[arg-type]


def in_force(session: Session) -> Decisions:
    return decisions.in_force(session, TODAY)


def lapsed(session: Session, *contacts: Contact, past: Past | None = None) -> list[str]:
    """Why the links end that end on a roll."""
    decisions.lapse(session, Roll(a_snapshot(*contacts), TODAY, past), AT)
    return [one.why for _, one in links.unreported(session)]


def an_exemption(**facts: object) -> Exemption:
    told = {"who": NEW, "group": "3b", "reason": "class rep", "granted_by": "Tola", "granted_on": TODAY} | facts
    return Exemption(**told)  # type: ignore[arg-type]


def test_an_answer_comes_back_as_it_was_given(session: Session):
    answered(session, Answer.SAME)

    (link,) = in_force(session).links
    assert link == Link(NEW, "3b", Answer.SAME, Who.of(THEIRS), "Tola", TODAY, ("a call",), 1)


def test_another_answer_about_a_member_takes_the_place_of_the_first_which_is_kept(session: Session):
    answered(session, Answer.SAME)
    answered(session, Answer.NO_PARENT, None)

    (link,) = in_force(session).links
    assert link.answer is Answer.NO_PARENT
    assert session.scalar(select(func.count()).select_from(tables.Link)) == 2


def test_it_may_be_neither_of_two_and_then_a_third(session: Session):
    answered(session, Answer.SOMEBODY_ELSE, a_contact("Ade Bello", FEMI))
    answered(session, Answer.SOMEBODY_ELSE)
    answered(session, Answer.SAME)

    found = {(link.answer, link.contact.shown) for link in in_force(session).links if link.contact}
    assert found == {(Answer.SOMEBODY_ELSE, "Ade Bello"), (Answer.SAME, "Ola Bello")}


def test_an_answer_about_a_label_leaves_the_same_label_of_another_group_alone(session: Session):
    answered(session, Answer.SAME, member="ola")
    answered(session, Answer.NO_PARENT, None, member="ola", group="4A")

    assert len(in_force(session).links) == 2


def test_an_undone_answer_is_in_force_no_more_and_is_kept(session: Session):
    answered(session, Answer.SAME)

    undone = links.undo(session, WORD, about(group="4A"))

    row = session.get_one(tables.Link, 1)
    assert undone == 1
    assert not in_force(session).links
    assert (row.ended_by, row.ended_at, row.why) == ("Tola", AT, "undone")


def test_a_link_holds_while_the_contact_is_on_the_roll_with_another_number(session: Session):
    answered(session, Answer.SAME)

    assert lapsed(session, THEIRS) == []
    assert in_force(session).links


def test_a_link_lapses_when_the_number_moves_to_somebody_else(session: Session):
    answered(session, Answer.SAME)

    assert lapsed(session, THEIRS, a_contact("Femi Ojo", NEW)) == ["on the school's list it belongs to Femi Ojo now"]
    assert not in_force(session).links


def test_a_link_lapses_as_superfluous_when_the_school_has_the_number_for_them(session: Session):
    answered(session, Answer.SAME)

    (why,) = lapsed(session, a_contact("Ola Bello", OLA, NEW))

    assert why == "superfluous: the school's list has it for Ola Bello now"


def test_a_link_lapses_when_neither_the_roll_nor_its_past_knows_them(session: Session):
    answered(session, Answer.SAME)

    assert lapsed(session, a_contact("Femi Ojo", FEMI)) == ["Ola Bello is on the school's list no more"]


def test_a_link_of_a_number_outlasts_the_contacts_leaving_as_long_as_the_past_knows_them(session: Session):
    answered(session, Answer.SAME)
    past = Past((Former(THEIRS, date(2025, 9, 1), date(2026, 7, 17)),))

    assert lapsed(session, past=past) == []


def test_a_link_of_a_label_lapses_when_the_contact_leaves(session: Session):
    answered(session, Answer.SAME, member="ola")
    past = Past((Former(THEIRS, date(2025, 9, 1), date(2026, 7, 17)),))

    assert lapsed(session, past=past) == ["Ola Bello is on the school's list no more"]


def test_whoever_had_the_number_when_the_answer_was_given_does_not_end_it(session: Session):
    other = a_contact("O Bello-Ojo", NEW, ties=(a_tie(a_pupil("Tola Ojo")),), ids=("7",))
    answered(session, Answer.SAME, held_by=(Who.of(other),))

    assert lapsed(session, THEIRS, other) == []


@pytest.mark.parametrize("said", [Answer.SOMEBODY_ELSE, Answer.NO_PARENT])
def test_a_no_lapses_when_the_school_has_the_number_for_them_after_all(session: Session, said: Answer):
    answered(session, said, THEIRS if said is Answer.SOMEBODY_ELSE else None)

    assert len(lapsed(session, a_contact("Ola Bello", NEW))) == 1


def test_that_it_is_somebody_else_holds_whoever_else_gets_the_number(session: Session):
    answered(session, Answer.SOMEBODY_ELSE)

    assert lapsed(session, THEIRS, a_contact("Femi Ojo", NEW)) == []


def test_the_office_is_told_once_what_has_lapsed(session: Session):
    answered(session, Answer.SAME)
    lapsed(session)
    ((number, one),) = links.unreported(session)
    links.reported(session, (number,), tables.Run(id=None))

    assert one.shown_as == "~ Ola"
    assert lapsed(session) == ["Ola Bello is on the school's list no more"]


def test_an_exemption_comes_back_with_its_number(session: Session):
    granted = exemptions.grant(session, WORD, Granted(an_exemption(capacity=Capacity.GOVERNOR), "~ Pat", "3B"))

    assert granted.exemption == an_exemption(capacity=Capacity.GOVERNOR, number=1)
    assert in_force(session).exemptions == (granted.exemption,)


def test_an_exemption_granted_anew_replaces_the_first(session: Session):
    for until in (TODAY, None):
        exemptions.grant(session, WORD, Granted(an_exemption(until=until), "~ Pat", "3B"))

    assert [one.until for one in in_force(session).exemptions] == [None]


def test_an_exemption_that_has_run_out_is_listed_until_it_is_ended_and_not_in_force(session: Session):
    exemptions.grant(session, WORD, Granted(an_exemption(until=TODAY - timedelta(1)), "~ Pat", "3B"))

    assert not in_force(session).exemptions
    assert len(exemptions.every(session)) == 1
    assert exemptions.over(session, 1, WORD)
    assert not exemptions.over(session, 1, WORD)
    assert not exemptions.every(session)


def test_it_remembers_whom_a_group_is_for_until_that_is_undone(session: Session):
    group_scopes.decide(session, WORD, group_key="3b", group="3B", scope="4B")
    first = decisions.scope_of_group(session, "3b")
    group_scopes.decide(session, WORD, group_key="3b", group="3B", scope=None)
    stays = group_scopes.decided(session, "3b")

    assert (first, decisions.scope_of_group(session, "3b")) == ("4B", None)
    assert stays is not None
    assert group_scopes.undo(session, WORD, "3b")
    assert group_scopes.decided(session, "3b") is None


def test_a_hint_stays_until_the_office_has_answered(session: Session):
    hint = Hint(NEW, "~ Ola", "3b", "3B", "Her new phone.", "ade@example.org", TODAY)
    hints.give(session, WORD, hint)
    (kept,) = hints.unanswered(session)
    hints.answered(session, WORD, group_key="4a", member=NEW)

    assert kept == Hint(NEW, "~ Ola", "3b", "3B", "Her new phone.", "Tola", TODAY, 1)
    assert not hints.unanswered(session)


def test_a_no_is_remembered_for_one_group_and_can_be_undone(session: Session):
    said_no.remember(session, WORD, Who.of(THEIRS), group_key="3b", group="3B")

    assert said_no.every(session, "3b") == (Who.of(THEIRS),)
    assert said_no.every(session, "4a") == ()
    assert said_no.undo(session, WORD, THEIRS, group_key="3b")
    assert said_no.every(session, "3b") == ()


def test_the_stamp_changes_with_everything_that_is_decided_and_with_nothing_else(session: Session):
    stamps = [decisions.stamp(session)]
    for step in (
        lambda: answered(session, Answer.SAME),
        lambda: links.undo(session, WORD, about()),
        lambda: exemptions.grant(session, WORD, Granted(an_exemption(), "~ Pat", "3B")),
        lambda: exemptions.over(session, 1, WORD),
        lambda: group_scopes.decide(session, WORD, group_key="3b", group="3B", scope="4B"),
        lambda: hints.give(session, WORD, Hint(NEW, "~ Ola", "3b", "3B", "new", "ade@example.org", TODAY)),
        lambda: said_no.remember(session, WORD, Who.of(THEIRS), group_key="3b", group="3B"),
    ):
        step()
        stamps.append(decisions.stamp(session))

    assert len(set(stamps)) == len(stamps)
    assert decisions.stamp(session) == stamps[-1]
