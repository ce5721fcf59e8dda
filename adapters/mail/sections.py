"""What a volunteer's letter says of one group: who is to be taken out of it, and who no longer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from adapters.mail.lines import Line, Lines
from roster.changes import Flag
from roster.groups import Member
from roster.night import GroupNight
from roster.shown import plain

MASKED, FULL, COUNT = "masked", "full", "count"
_NOBODY = Line("", "")


@dataclass(frozen=True, slots=True)
class Section:
    """What a letter says of one group. Nothing of the roll is in it, so nothing of it can slip out.

    `listed_on` is the day of the member list that the names are from, `since` the day of the letter before.
    """

    group: str
    listed_on: date
    new: tuple[Line, ...] = ()
    remaining: tuple[Line, ...] = ()
    gone: tuple[Line, ...] = ()
    stay: tuple[Line, ...] = ()
    open: tuple[Line, ...] = ()
    since: date | None = None


def section_of(
    night: GroupNight, *, since: date | None = None, detail: str = MASKED, disputed: Collection[str] = ()
) -> Section:
    """Choose what a letter says of a group's night. Of whoever is `disputed`, by the identity, nobody is reminded."""
    changes = night.changes
    here = [flag for flag in changes.cleared if flag.identity not in night.gone]
    # Whatever the question is, it reads the same: what the office has yet to settle is nobody else's business.
    asked = {flag.identity for flag in night.flags}
    said = _Saying(night.judged.listed.members, (*changes.raised, *changes.remaining, *changes.cleared), detail)
    return Section(
        group=plain(night.name),
        listed_on=night.received.on,
        new=said.of(changes.raised),
        remaining=said.of(flag for flag in changes.remaining if flag.identity not in disputed),
        gone=said.of(flag for flag in changes.cleared if flag.identity in night.gone),
        stay=said.of(flag for flag in here if flag.identity not in asked),
        open=said.of(flag for flag in here if flag.identity in asked),
        since=since,
    )


def open_section(
    group: str, members: Iterable[Member], listed_on: date, flags: Iterable[Flag], *, detail: str = MASKED
) -> Section:
    """Choose what a reminder says of a group: those who are still to be taken out."""
    known = tuple(flags)
    return Section(plain(group), listed_on, remaining=_Saying(members, known, detail).of(known))


class _Saying:
    def __init__(self, members: Iterable[Member], flags: Iterable[Flag], detail: str) -> None:
        self._lines = Lines(members, flags, whole=detail == FULL)
        self._counted = detail == COUNT

    def of(self, flags: Iterable[Flag]) -> tuple[Line, ...]:
        return tuple(_NOBODY if self._counted else self._lines.line(flag) for flag in flags)
