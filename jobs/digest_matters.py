"""What goes to the safeguarding lead alone, kept out of the office's digest; and what each of them was told before."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from adapters.mail.digest_section import is_restricted
from adapters.store import office_told, runs, tables
from roster.changes import Changeset, Flag
from roster.night import REMOVE, GroupNight
from roster.runs import State, group_key

T = TypeVar("T")
_RESTRICTED = "restricted"
_TROUBLED = frozenset({State.HELD, State.STALE, State.UNADDRESSED, State.PAUSED})


@dataclass(frozen=True, slots=True)
class Before:
    """What was last told about a group: its flags, those of them who were restricted, and what was the matter with it."""

    flags: tuple[Flag, ...] = ()
    restricted: frozenset[Flag] = frozenset()
    matter: tuple[str, ...] = ()


def before(session: Session, run: tables.Run | None) -> dict[str, Before]:
    """What a run found, by the group's key; nothing without one."""
    withheld = office_told.withheld_in(session, run)
    found = {}
    for row in runs.of_run(session, run) if run else ():
        flags = runs.flags(session, row)
        restricted = frozenset(flag for flag in flags if _was_restricted(flag, withheld[row.group_key]))
        guards = tuple(one.guard for one in runs.objections(session, row))
        found[row.group_key] = Before(flags, restricted, matter(State(row.state), guards))
    return found


def matter(state: State, guards: tuple[str, ...]) -> tuple[str, ...]:
    """What is the matter with a group, so that two nights can be told apart; nothing where all is well."""
    return (state.value, *sorted(guards)) if state in _TROUBLED else ()


def changes_of(night: GroupNight, known: Before, *, lead: bool, leads_own: bool = False) -> Changeset:
    """What changed in a group since somebody was told: for the office, or with `leads_own` for the safeguarding lead.

    Where there is a lead, whoever is restricted is the lead's alone: from the office's letter they are left out without a
    word, though it told of them before.
    """
    apart = frozenset(flag for flag in night.flags if is_restricted(night, flag))
    if not lead:
        return Changeset.between(known.flags, night.flags, reasons=True)
    taken_over = frozenset() if leads_own else {flag.identity for flag in apart}
    return Changeset.between(
        [one for one in known.flags if (one in known.restricted) is leads_own and one.identity not in taken_over],
        [flag for flag in night.flags if (flag in apart) is leads_own],
        reasons=True,
    )


def with_the_lead(nights: tuple[GroupNight, ...]) -> int:
    """Count the people whom the safeguarding lead alone is told of."""
    return sum(is_restricted(night, flag) for night in nights for flag in night.flags)


def known_of(known: dict[str, Before], night: GroupNight) -> Before:
    """What was told before of a group."""
    return known.get(group_key(night.name), Before())


def _was_restricted(flag: Flag, withheld: dict[str, str]) -> bool:
    return flag.reason == _RESTRICTED or (flag.standing == REMOVE and withheld.get(flag.identity) == _RESTRICTED)
