"""The whole chain that leads to a verdict, in plain words, for the office; and the one sentence that a volunteer may know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roster.calendar import moved
from roster.groups import MemberList, Presence, Shown
from roster.guard import Objection
from roster.judge import verdict_on
from roster.proof import people_on, strength
from roster.roll import Roll
from roster.runs import State
from roster.shown import plain
from roster.turns import next_turn
from roster.verdicts import Case, Reason, Rule, Standing, Verdict
from roster.why_not import why_not
from roster.why_who import compared, decisions, features
from roster.words import counted, in_words, listed, spoken

TAKE_OUT = "Not on the school's list for this group."
NOTHING_TO_DO = "There is nothing to do about this person."

_LONGEST = 600
_STANDINGS = {
    Standing.BELONGS: "Belongs",
    Standing.QUERY: "A question for the office",
    Standing.REMOVE: "To be taken out",
}
_NIGHTS = {
    State.HELD: "held this group, so no volunteer was told of anybody new",
    State.STALE: "found the list too old to act on",
    State.UNADDRESSED: "had something to say, and no volunteer to say it to",
    State.RELEASED: "found objections, and the office had let the result go out all the same",
    State.TOLD: "had nothing against the result, and wrote to the volunteers",
    State.PAUSED: "fell into the school's pause, so no volunteer was written to",
    State.CLEAR: "had nothing against the result, and nothing new to tell the volunteers",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file that something was read in, and the day it came."""

    file: str
    day: date


@dataclass(frozen=True, slots=True)
class LastNight:
    """What the last night made of the group. `since` says what has come in after it: "a newer list"."""

    slot: date
    state: State
    objections: tuple[Objection, ...] = ()
    since: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """All that an explanation is made of.

    `shown_in` is the newest list that shows the member, `listed` all that is known of the group now; `told` says that
    volunteers were asked to take them out and that nothing speaks against it; `trail` is what happened so far.
    """

    case: Case
    roll: Roll
    listed: MemberList
    shown_in: Source
    roll_from: Source
    night: LastNight | None
    trail: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the chain: a heading, and sentences."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why somebody stands where they stand, for the office alone. `who` is as the group shows them."""

    who: str
    group: str
    on: date
    verdict: Verdict
    sections: tuple[Section, ...]


def explain(asked: Asked, rules: tuple[Rule, ...]) -> Explanation:
    """Tell the whole chain."""
    case = asked.case
    verdict = verdict_on(case, rules)
    told = {
        "What the list says": _list_said(asked),
        "What it was compared with": (_roll_said(asked), *compared(case, asked.roll)),
        "What speaks for and against": features(case),
        "What the office has decided": decisions(case),
        "The verdict": (*_verdict_said(verdict, case, rules), *_turn_said(case)),
        "What did not apply, and why": _silent(case, rules),
        "What the guard thought": _guard_said(asked.night),
        "What happened so far": (f"{asked.trail[:1].upper()}{asked.trail[1:]}.",),
        "What volunteers may know": (told_to_volunteers(asked.told and verdict.standing is Standing.REMOVE),),
    }
    sections = tuple(
        Section(heading, tuple(plain(in_words(one, _LONGEST), _LONGEST) for one in sentences))
        for heading, sentences in told.items()
    )
    return Explanation(plain(case.member.shown_as), plain(asked.listed.name), case.today, verdict, sections)


def told_to_volunteers(take_out: bool) -> str:
    """Give the one sentence that a volunteer may know of somebody: whatever else may be the matter, it reads the same."""
    return TAKE_OUT if take_out else NOTHING_TO_DO


def _list_said(asked: Asked) -> Iterator[str]:
    member, source = asked.case.member, asked.shown_in
    group = plain(asked.listed.name)
    yield f'The list of {group} ({plain(source.file)}), received on {spoken(source.day)}, shows "{plain(member.shown_as)}" in row {member.row}.'
    yield _number_said(asked.case)
    if member.emails:
        yield f"It has the e-mail address {listed(member.emails)}."
    yield f'What may be a name in it: "{plain(member.name)}".' if member.name else "It shows no name."
    if member.admin:
        yield "They are an admin of the group."
    if member.own:
        yield "They made this list."
    if member.presence is Presence.MAY_BE:
        yield "They were in the group at some time; nothing proves that they are in it now."
    if member.identity not in {one.identity for one in asked.listed.members}:
        yield "The newest list does not show them any more."
    short = strength(asked.listed)
    people = counted(people_on(asked.listed), "member")
    yield f"What is known of the group is not everybody ({short})." if short else f"The list shows everybody: {people}."


def _number_said(case: Case) -> str:
    phones = [phone.e164 for phone in case.member.phones]
    if case.member.shown is Shown.UNUSABLE:
        also = f" It has {listed(phones)} besides." if phones else ""
        return f"What stands in the place of a number is none that could be rung.{also}"
    if not phones:
        return "It shows no number."
    return f"The number in it is read as {phones[0]}." if len(phones) == 1 else f"It has the numbers {listed(phones)}."


def _roll_said(asked: Asked) -> str:
    snapshot, day = asked.roll.snapshot, asked.case.today
    pupils = counted(sum(pupil.on_roll(day) for pupil in snapshot.pupils), "pupil")
    return (
        f"The school's list ({plain(asked.roll_from.file)}), received on {spoken(asked.roll_from.day)}, has {pupils} on roll "
        f"and {counted(len(snapshot.contacts), 'contact')} on {spoken(day)}."
    )


def _verdict_said(verdict: Verdict, case: Case, rules: tuple[Rule, ...]) -> Iterator[str]:
    spoke = {rule.name: (rule, reason) for rule in rules if (reason := rule(case))}
    rule, _ = spoke.pop(verdict.reason.name)
    yield f"{_STANDINGS[verdict.standing]}: {rule.name}. {_with_evidence(rule, verdict.reason)}"
    if verdict.standing is not rule.standing:
        yield "By the school's settings this is more than a question: it takes people out."
    for other, reason in spoke.values():
        yield f"Also {other.name}, which does not decide. {_with_evidence(other, reason)}"


def _turn_said(case: Case) -> Iterator[str]:
    """Say from which day on it can be another verdict though nothing but time has passed."""
    ends = (moved(one.until, 1) for one in case.decided.exemptions if one.until)
    days = [day for day in (next_turn(case), *ends) if day]
    if days:
        yield f"By time alone this can change on {spoken(min(days))}."


def _with_evidence(rule: Rule, reason: Reason) -> str:
    return f"{rule.sentence} Evidence: {'; '.join(reason.evidence)}."


def _silent(case: Case, rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        because = why_not(rule, case)
        if because:
            yield f"{rule.name}: {because}"


def _guard_said(night: LastNight | None) -> Iterator[str]:
    if night is None:
        yield "No night has been run for this group yet."
        return
    yield f"The night of {spoken(night.slot)} {_NIGHTS[night.state]}."
    yield from (f"{one.guard}: {one.message}" for one in night.objections)
    if night.since:
        yield f"Since then {listed(night.since)} has come in, of which the next night will tell."
