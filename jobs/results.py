"""What a night came to, in counts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import runs, tables
from roster.night import GroupNight
from roster.runs import State
from roster.words import counted


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What a night made of one group, in counts."""

    name: str
    state: State
    guards: tuple[str, ...]
    removals: int
    queries: int


@dataclass(frozen=True, slots=True)
class Night:
    """A night's run. `again` says that nothing had changed since the slot's last run, which was left as it is; `silent` that it was for
    another day than today, so that nobody was written to.

    `judged` counts the people who had to be judged anew, `groups_judged` the groups that they are in, `rolls_read` how often
    the roll was put together for it.
    """

    slot: date
    number: int
    groups: tuple[GroupResult, ...]
    letters: int
    again: bool = False
    silent: bool = False
    judged: int = 0
    groups_judged: int = 0
    rolls_read: int = 0


def result_of(night: GroupNight) -> GroupResult:
    """Count what a night made of a group."""
    removals = sum(flag.standing == "remove" for flag in night.flags)
    guards = tuple(objection.guard for objection in night.objections)
    return GroupResult(night.name, night.state, guards, removals, len(night.flags) - removals)


def as_before(session: Session, run: tables.Run) -> Night:
    """Give a night that was run already."""
    return Night(
        run.slot, run.number, tuple(_kept_result(session, row) for row in runs.of_run(session, run)), 0, again=True
    )


def said(result: GroupResult) -> str:
    """Say a group's night in a line, without anybody in it."""
    counts = f"{result.removals} to take out, {result.queries} to look at"
    held = f" by {', '.join(result.guards)}" if result.state is State.HELD else ""
    return f"{result.state.value}{held}: {counts}"


def letters_said(number: int) -> str:
    """Say how many letters were written."""
    return f"{counted(number, 'letter')} written" if number else "nothing changed, so nobody is written to"


def _kept_result(session: Session, row: tables.GroupRun) -> GroupResult:
    flags = runs.flags(session, row)
    removals = sum(flag.standing == "remove" for flag in flags)
    guards = tuple(one.guard for one in runs.objections(session, row))
    return GroupResult(row.group_name, State(row.state), guards, removals, len(flags) - removals)
