"""Each group's last judgement: kept as it was reached, and only what is another written anew."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from roster.guard import Objection
from roster.precedents import Precedent
from roster.rollover import Proposal
from roster.scope import Kind, Scope
from roster.verdicts import Reason, Standing

_JUDGEMENT, _PRECEDENT = tables.Judgement, tables.Precedent


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a group's scope stood unquestioned last: that roll's number, and a digest of the office's word on it then."""

    roll: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A group's judgement: what it rests on, as digests, until when it can stand by itself, and what was said of whom.

    `proposal` is the class that the group should be for, since its own has moved on; `withheld` are those of its removals
    who are for the office alone, each identity with why.
    """

    inputs: str
    context: str
    listed: str
    day: date
    good_until: date
    scope: Scope
    held: tuple[Objection, ...]
    precedents: Mapping[str, Precedent]
    anchor: Anchor
    proposal: Proposal | None = None
    withheld: tuple[tuple[str, str], ...] = ()


def every(session: Session) -> dict[str, Judgement]:
    """The last judgement of every group, by the group's key."""
    precedents: dict[str, dict[str, Precedent]] = defaultdict(dict)
    for row in session.execute(select(*_PRECEDENT.__table__.columns)):  # type: ignore[attr-defined]
        precedents[row.group_key][row.member] = _precedent(row)
    rows = session.scalars(select(_JUDGEMENT)).all()
    return {row.group_key: _judgement(row, precedents[row.group_key]) for row in rows}


def keep(session: Session, group_key: str, judgement: Judgement, before: Judgement | None) -> None:
    """Keep a group's judgement in the place of the one before."""
    if judgement == before:
        return
    session.merge(_JUDGEMENT(group_key=group_key, **_cells(judgement)))
    session.flush()
    known = before.precedents if before else {}
    over = [member for member, one in known.items() if judgement.precedents.get(member) != one]
    fresh = {member: one for member, one in judgement.precedents.items() if known.get(member) != one}
    if over:
        ended = delete(_PRECEDENT).where(col(_PRECEDENT.group_key) == group_key)
        session.execute(ended.where(col(_PRECEDENT.member).in_(over)))
    if fresh:
        rows = [{"group_key": group_key, "member": member, **_precedent_cells(one)} for member, one in fresh.items()]
        session.execute(insert(_PRECEDENT), rows)


def _judgement(row: tables.Judgement, precedents: Mapping[str, Precedent]) -> Judgement:
    kind, value, years, guessed = row.scope
    return Judgement(
        row.inputs,
        row.context,
        row.listed,
        row.day,
        row.good_until,
        Scope(Kind(kind), value, frozenset(years), guessed),
        tuple(Objection(guard, message) for guard, message in row.held),
        precedents,
        Anchor(row.anchor, row.word),
        Proposal(*row.proposal) if row.proposal else None,
        tuple((identity, why) for identity, why in row.withheld),
    )


def _cells(judgement: Judgement) -> dict[str, Any]:
    scope = judgement.scope
    return {
        "inputs": judgement.inputs,
        "context": judgement.context,
        "listed": judgement.listed,
        "day": judgement.day,
        "good_until": judgement.good_until,
        "scope": [scope.kind.value, scope.value, sorted(scope.years), scope.guessed],
        "held": [[one.guard, one.message] for one in judgement.held],
        "anchor": judgement.anchor.roll,
        "word": judgement.anchor.word,
        "proposal": list(astuple(judgement.proposal)) if judgement.proposal else [],
        "withheld": [list(one) for one in judgement.withheld],
    }


def _precedent(row: Any) -> Precedent:
    reason = Reason(row.reason, Standing(row.standing), tuple(row.evidence))
    return Precedent(
        reason, tuple(row.contacts), row.known, tuple((kind, what, said) for kind, what, said in row.grounds)
    )


def _precedent_cells(precedent: Precedent) -> dict[str, Any]:
    return {
        "standing": precedent.reason.standing.value,
        "reason": precedent.reason.name,
        "evidence": list(precedent.reason.evidence),
        "contacts": list(precedent.contacts),
        "known": precedent.known,
        "grounds": [list(one) for one in precedent.grounds],
    }
