"""The volunteers' letter: whom to take out of their own group. Never why, never a child, never a restriction."""

from dataclasses import dataclass
from datetime import date

from adapters.mail.conduct import NO_CONDUCT, Conduct
from adapters.mail.lines import Line, Lines
from adapters.mail.rendering import rendered
from roster.letters import Words
from roster.night import GroupNight
from roster.shown import plain
from roster.words import counted


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates may see. Nothing of the roll is in it, so nothing of it can slip out."""

    school: str
    group: str
    listed_on: date
    new: tuple[Line, ...]
    remaining: tuple[Line, ...]
    gone: tuple[Line, ...]
    stay: tuple[Line, ...]
    open: tuple[Line, ...]
    conduct: Conduct = NO_CONDUCT

    @property
    def headline(self) -> str:
        """How much there is to do."""
        parts = [f"{len(self.new)} new"] if self.new else []
        parts += [f"{len(self.remaining)} still to do"] if self.remaining else []
        cleared = len(self.gone) + len(self.stay)
        parts += [f"{cleared} no longer on the list"] if cleared else []
        parts += [f"{len(self.open)} with nothing to do for now"] if self.open else []
        return ", ".join(parts)

    @property
    def to_do(self) -> str:
        """The heading: "2 people to take out", or that there is nobody."""
        number = len(self.new) + len(self.remaining)
        return f"{counted(number, 'person', 'people')} to take out" if number else "Nobody to take out"


def volunteers_letter(night: GroupNight, *, school: str, conduct: Conduct = NO_CONDUCT) -> Words:
    """Write what a group's admins are told: the same for each of them."""
    return rendered("volunteers", page_of(night, school=school, conduct=conduct))


def page_of(night: GroupNight, *, school: str, conduct: Conduct = NO_CONDUCT) -> Page:
    """Choose what the letter says."""
    changes = night.changes
    here = [flag for flag in changes.cleared if flag.identity not in night.gone]
    # Whatever the question is, it reads the same: what the office has yet to settle is nobody else's business.
    asked = {flag.identity for flag in night.flags}
    lines = Lines(night.judged.listed.members, (*changes.raised, *changes.remaining, *changes.cleared))
    return Page(
        school=plain(school),
        group=plain(night.name),
        listed_on=night.received.on,
        new=tuple(map(lines.line, changes.raised)),
        remaining=tuple(map(lines.line, changes.remaining)),
        gone=tuple(lines.line(flag) for flag in changes.cleared if flag.identity in night.gone),
        stay=tuple(lines.line(flag) for flag in here if flag.identity not in asked),
        open=tuple(lines.line(flag) for flag in here if flag.identity in asked),
        conduct=conduct,
    )
