"""The office's digest: one letter a night with everything, worst first."""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from adapters.mail.conduct import NO_CONDUCT, Conduct
from adapters.mail.lines import Line, Lines
from adapters.mail.rendering import rendered
from roster.changes import Changeset, Flag
from roster.letters import Words
from roster.night import REMOVE, GroupNight
from roster.proof import strength
from roster.rules import all_rules
from roster.runs import State
from roster.shown import plain
from roster.verdicts import Verdict
from roster.words import counted, in_words, listed, spoken

_EVIDENCE_AT_MOST = 300
_STATES = {
    State.HELD: "Held: no volunteer was written to.",
    State.CLEAR: "Nothing new for the volunteers.",
    State.RELEASED: "Released by the office.",
    State.TOLD: "The volunteers were written to.",
    State.STALE: "The member list is too old to act on: no volunteer was written to. Send a new one.",
    State.PAUSED: "It is the pause: no volunteer is written to until it is over.",
    State.UNADDRESSED: "Nobody to write to: no admin's address is known, or every one was refused. See [groups] in the settings.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A flagged person, for the office alone: who, where in the list, and why with the facts."""

    line: Line
    row: int
    sentence: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One group in the digest."""

    name: str
    about: str
    state: str
    held: bool
    objections: tuple[str, ...]
    release: str
    queries: str
    removals_new: tuple[Finding, ...]
    removals_open: tuple[Finding, ...]
    queries_new: tuple[Finding, ...]
    queries_open: tuple[Finding, ...]
    queries_answered: tuple[Finding, ...]
    cleared: tuple[Line, ...]
    missing: str

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to read about the group."""
        return not (self.held or self.removals_new or self.removals_open or self.queries_new or self.queries_open
                    or self.queries_answered or self.cleared)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A group's night, and what changed in it for the office.

    `missing` is a sentence on the carers who are not in it; `answered` has a sentence on each whom the office has answered
    about and who stays in question all the same, by the identity.
    """

    night: GroupNight
    changes: Changeset
    missing: str = ""
    answered: Mapping[str, str] = field(default_factory=dict)

    @property
    def news(self) -> bool:
        """Whether anything changed but for what the office has answered."""
        return bool(self.changes.cleared) or any(not self.settles(flag) for flag in self.changes.raised)

    def settles(self, flag: Flag) -> bool:
        """Whether the office has answered, so that nothing is asked any more."""
        return flag.standing != REMOVE and flag.identity in self.answered


@dataclass(frozen=True, slots=True)
class Edition:
    """All that one digest is made from. `notes` are finished sentences: groups without lists, letters given up."""

    school: str
    on: date
    roll: str
    groups: tuple[Told, ...]
    notes: tuple[str, ...] = ()
    conduct: Conduct = NO_CONDUCT


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates may see."""

    school: str
    on: date
    headline: str
    roll: str
    sections: tuple[Section, ...]
    quiet: tuple[str, ...]
    notes: tuple[str, ...]
    conduct: Conduct


def digest_letter(edition: Edition) -> Words:
    """Write the office's digest."""
    return rendered("digest", page_of(edition))


def page_of(edition: Edition) -> Page:
    """Choose what the digest says, worst first."""
    sections = tuple(map(_section, edition.groups))
    loud = sorted((one for one in sections if not one.quiet), key=_gravity)
    quiet = tuple(_quietly(one) for one in sections if one.quiet)
    return Page(
        plain(edition.school), edition.on, _headline(sections), plain(edition.roll, 200), tuple(loud), quiet,
        tuple(plain(note, 400) for note in edition.notes), edition.conduct,
    )  # fmt: skip


def roll_said(received_on: date, pupils: int, contacts: int, problems: int) -> str:
    """Say which export was used."""
    said = f"Export of {spoken(received_on)}: {counted(pupils, 'pupil')} on roll, {counted(contacts, 'contact')}"
    return f"{said}, {counted(problems, 'problem')} in it." if problems else f"{said}."


def _section(told: Told) -> Section:
    night, changes = told.night, told.changes
    now = (*changes.raised, *changes.remaining)
    settled = tuple(flag for flag in now if told.settles(flag))
    raised, remaining = ([flag for flag in of if flag not in settled] for of in (changes.raised, changes.remaining))
    asked = any(flag.standing != REMOVE for flag in (*raised, *remaining))
    every = (*changes.raised, *changes.remaining, *changes.cleared)
    lines = Lines(night.judged.listed.members, every)
    found = {_key(verdict): verdict for verdict in reversed(night.verdicts)}
    held = night.state is State.HELD
    return Section(
        name=plain(night.name),
        about=_about(night),
        state=_state(night),
        held=held,
        objections=tuple(plain(one.message, 600) for one in night.objections),
        release=f"roster release {shlex.quote(plain(night.name, 200))}" if held else "",
        queries=f"roster queries {shlex.quote(plain(night.name, 200))}" if asked else "",
        removals_new=_findings(raised, found, lines, removals=True),
        removals_open=_findings(remaining, found, lines, removals=True),
        queries_new=_findings(raised, found, lines, removals=False),
        queries_open=_findings(remaining, found, lines, removals=False),
        queries_answered=tuple(_settled(flag, told, found, lines) for flag in settled),
        cleared=tuple(map(lines.line, changes.cleared)),
        missing=plain(told.missing, 200),
    )


def _quietly(section: Section) -> str:
    return f"{section.name}: {section.state}{f' {section.missing}' if section.missing else ''}"


def _state(night: GroupNight) -> str:
    until = f" The last day of it is {spoken(night.paused)}." if night.state is State.PAUSED and night.paused else ""
    return f"{_STATES[night.state]}{until}"


def _about(night: GroupNight) -> str:
    judged = night.judged
    guessed = " (its name does not say; scope under [groups] may)" if judged.scope.guessed else ""
    members = counted(len(judged.listed.members), "member")
    short = strength(judged.listed)
    seen = f"{members} in the list of {spoken(night.received.on)}{f' ({short})' if short else ''}"
    return f"for {plain(judged.scope.said)}{guessed}; {seen}"


def _findings(
    flags: Iterable[Flag], found: dict[tuple[str, str], Verdict], lines: Lines, *, removals: bool
) -> tuple[Finding, ...]:
    return tuple(
        _finding(flag, found[flag.identity, flag.standing], lines)
        for flag in flags
        if (flag.standing == REMOVE) is removals
    )


def _finding(flag: Flag, verdict: Verdict, lines: Lines) -> Finding:
    evidence = tuple(plain(in_words(fact, _EVIDENCE_AT_MOST), _EVIDENCE_AT_MOST) for fact in verdict.reason.evidence)
    return Finding(lines.line(flag), verdict.member.row, _sentences().get(verdict.reason.name, ""), evidence)


def _settled(flag: Flag, told: Told, found: dict[tuple[str, str], Verdict], lines: Lines) -> Finding:
    said = plain(told.answered[flag.identity], _EVIDENCE_AT_MOST)
    return Finding(
        lines.line(flag), found[flag.identity, flag.standing].member.row, f"{said[:1].upper()}{said[1:]}.", ()
    )


def _sentences() -> dict[str, str]:
    return {rule.name: rule.sentence for rule in all_rules()}


def _key(verdict: Verdict) -> tuple[str, str]:
    return verdict.member.identity, verdict.standing.value


def _gravity(section: Section) -> tuple[bool, bool, bool]:
    return not section.held, not section.removals_new, not section.queries_new


def _headline(sections: tuple[Section, ...]) -> str:
    held = sum(one.held for one in sections)
    leave = sum(len(one.removals_new) + len(one.removals_open) for one in sections)
    look = sum(len(one.queries_new) + len(one.queries_open) for one in sections)
    parts = (
        f"{counted(held, 'group')} held" if held else "",
        f"{counted(leave, 'person', 'people')} to take out" if leave else "",
        f"{counted(look, 'person', 'people')} to look at" if look else "",
    )
    return listed(parts) if any(parts) else "Nothing is open"
