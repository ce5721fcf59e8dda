"""The ground on which everybody is judged on a day: the roll with its past, what has been decided, whom each group is for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import decisions, history, tables
from jobs.settings import Settings
from roster.carers import recast, recast_contact
from roster.decisions import Decisions
from roster.past import Past
from roster.roll import Roll
from roster.runs import group_key
from roster.scope import Scope, scope_of


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a judgement rests on besides the people of the roll and of the lists: little, and soon put together.

    `scopes` has the name of each of the school's groups with what says whom it is for: the office's word, else the
    settings', else that name itself.
    """

    row: tables.Roll
    decisions: Decisions
    scopes: tuple[tuple[str, str], ...]

    def groups(self, roll: Roll) -> tuple[tuple[str, Scope], ...]:
        """Every group by its name, with the children it is for."""
        return tuple((name, scope_of(said, roll.snapshot.pupils, roll.day)) for name, said in self.scopes)


def standing(session: Session, settings: Settings, day: date, row: tables.Roll, names: Iterable[str]) -> Ground:
    """Put together what is decided on a day. `names` are those of the school's groups."""
    scopes = tuple((name, scope_told(session, settings, name) or name) for name in names)
    return Ground(row, decisions.in_force(session, day), scopes)


def roll_of(session: Session, settings: Settings, day: date, row: tables.Roll) -> Roll:
    """Give a roll with what is remembered of earlier ones, its carers, and theirs, as the school counts them."""
    snapshot, past = history.remembered(session, row)
    counted = recast(snapshot, settings.policy)
    return Roll(counted, day, past if counted is snapshot else _recast(past, settings))


def scope_told(session: Session, settings: Settings, group: str) -> str | None:
    """Say whom a group is for where its name does not: by the office's word, else by the settings."""
    return decisions.scope_of_group(session, group_key(group)) or settings.group(group).scope


def _recast(past: Past, settings: Settings) -> Past:
    formers = (replace(one, contact=recast_contact(one.contact, settings.policy)) for one in past.formers)
    return Past(formers)
