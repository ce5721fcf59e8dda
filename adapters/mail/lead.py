"""The safeguarding lead's letter: whoever the school's list restricts and is flagged in a group. Nobody else reads of them."""

from dataclasses import dataclass
from datetime import date

from adapters.mail.findings import Findings, Part, part
from adapters.mail.lines import Line
from adapters.mail.rendering import rendered
from roster.changes import Changeset
from roster.letters import Words
from roster.night import REMOVE, GroupNight
from roster.shown import plain
from roster.words import counted


@dataclass(frozen=True, slots=True)
class Matter:
    """The restricted of one group: what is new, what the lead knows of, and who is not flagged any more."""

    night: GroupNight
    changes: Changeset


@dataclass(frozen=True, slots=True)
class LeadSection:
    """One group in the letter."""

    name: str
    parts: tuple[Part, ...]
    cleared: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LeadPage:
    """What the templates may see."""

    school: str
    on: date
    headline: str
    sections: tuple[LeadSection, ...]


def lead_letter(matters: tuple[Matter, ...], *, school: str, on: date) -> Words:
    """Write the letter."""
    now = sum(len(one.changes.raised) + len(one.changes.remaining) for one in matters)
    new = sum(len(one.changes.raised) for one in matters)
    open_now = (
        f"{counted(now, 'person', 'people')} with a restriction, {new} new" if now else "Nobody with a restriction"
    )
    sections = tuple(one for one in map(_section, matters) if one.parts or one.cleared)
    return rendered("lead", LeadPage(plain(school), on, open_now, sections))


def _section(matter: Matter) -> LeadSection:
    raised, remaining, cleared = matter.changes.raised, matter.changes.remaining, matter.changes.cleared
    findings = Findings(matter.night, (*raised, *remaining, *cleared))
    parts = tuple(
        part(title, [findings.of(flag) for flag in flags if (flag.standing == REMOVE) is removals])
        for title, flags, removals in (
            ("In the group, and not on the school's list for it: new", raised, True),
            ("In the group, and not on the school's list for it", remaining, True),
            ("In the group: new", raised, False),
            ("In the group", remaining, False),
        )
    )
    return LeadSection(
        plain(matter.night.name), tuple(one for one in parts if one.found), tuple(map(findings.line, cleared))
    )
