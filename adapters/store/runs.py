"""Runs: what was found and told on each night."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, insert, select
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

from adapters.store import tables
from roster.changes import Flag
from roster.letters import Audience, Kind
from roster.night import GroupNight
from roster.runs import group_key

_RUN, _GROUP_RUN, _LETTER = tables.Run, tables.GroupRun, tables.Letter


def latest(session: Session, slot: date | None = None) -> tables.Run | None:
    """The last run, or the last of one night."""
    of_slot = select(_RUN) if slot is None else select(_RUN).where(col(_RUN.slot) == slot)
    return session.scalars(of_slot.order_by(col(_RUN.id).desc()).limit(1)).first()


def begin(session: Session, slot: date, *, roll_id: int, inputs: str, at: datetime) -> tables.Run:
    """Open a run: the night's first, or one more because something that goes in has changed."""
    before = latest(session, slot)
    run = _RUN(
        slot=slot, number=before.number + 1 if before else 1, started_at=at, roll_id=roll_id, inputs=inputs, notes=[]
    )
    session.add(run)
    session.flush()
    return run


def keep(session: Session, run: tables.Run, night: GroupNight, *, list_id: int) -> tables.GroupRun:
    """Keep what a run made of a group."""
    assert run.id is not None  # noqa: S101 - given by the database
    row = _GROUP_RUN(
        run_id=run.id,
        group_key=group_key(night.name),
        group_name=night.name,
        list_id=list_id,
        state=night.state.value,
        digest=night.digest,
        members=len(night.judged.verdicts),
        told=night.tells,
        withheld=sorted(map(list, night.withheld.items())),
    )
    session.add(row)
    session.flush()
    _insert(
        session, tables.Objection, row.id, [{"guard": one.guard, "message": one.message} for one in night.objections]
    )
    _insert(session, tables.Verdict, row.id, [_verdict_row(verdict) for verdict in night.verdicts])
    known = {flag.key for flag in night.told}
    _insert(session, tables.Flag, row.id, [{**_flag_row(flag), "told": flag.key in known} for flag in night.flags])
    return row


def of_run(session: Session, run: tables.Run) -> Sequence[tables.GroupRun]:
    """A run's groups, by name."""
    found = select(_GROUP_RUN).where(col(_GROUP_RUN.run_id) == run.id).order_by(col(_GROUP_RUN.group_key))
    return session.scalars(found).all()


def objections(session: Session, group_run: tables.GroupRun) -> Sequence[tables.Objection]:
    """What held a group."""
    return _of(session, tables.Objection, group_run)


def objected(session: Session, roll_id: int, guard: str) -> bool:
    """Whether the last run was made from this roll, and a guard objected to any of its groups."""
    run = latest(session)
    if run is None or run.roll_id != roll_id:
        return False
    return any(one.guard == guard for row in of_run(session, run) for one in objections(session, row))


def verdicts(session: Session, group_run: tables.GroupRun) -> Sequence[tables.Verdict]:
    """Who was flagged in a group."""
    return _of(session, tables.Verdict, group_run)


def flags(session: Session, group_run: tables.GroupRun | None) -> tuple[Flag, ...]:
    """A group's flags in a run."""
    return tuple(map(_flag, _of(session, tables.Flag, group_run) if group_run else ()))


def told(session: Session, group_run: tables.GroupRun | None) -> tuple[Flag, ...]:
    """The removals that volunteers know of by a run's letters."""
    return tuple(_flag(row) for row in (_of(session, tables.Flag, group_run) if group_run else ()) if row.told)


def last_of(session: Session, key: str) -> tables.GroupRun | None:
    """A group's last result."""
    found: tables.GroupRun | None = session.scalars(_newest_of(key)).first()
    return found


def last_told(session: Session, key: str, *, to: str | None = None) -> tables.GroupRun | None:
    """A group's last result that volunteers were written to about (one of them, if an address is given).

    A letter that was given up, or taken back before it went, told nobody anything.
    """
    about = select(col(tables.LetterGroup.letter_id)).where(col(tables.LetterGroup.group_key) == key)
    alive = select(col(_LETTER.run_id)).where(
        col(_LETTER.id).in_(about),
        col(_LETTER.audience) == Audience.VOLUNTEER.value,
        col(_LETTER.kind) == Kind.LIST.value,
        col(_LETTER.state).not_in(("dead", "withdrawn")),
    )
    if to is not None:
        alive = alive.where(col(_LETTER.recipient) == to)
    told = _newest_of(key).where(col(_GROUP_RUN.told).is_(True), col(_GROUP_RUN.run_id).in_(alive))
    found: tables.GroupRun | None = session.scalars(told).first()
    return found


def last_told_to_office(session: Session) -> tables.Run | None:
    """The last run whose digest the office was sent, unless it came back."""
    alive = select(col(_LETTER.run_id)).where(
        col(_LETTER.audience) == Audience.OFFICE.value,
        col(_LETTER.kind) == Kind.DIGEST.value,
        col(_LETTER.state).not_in(("dead", "withdrawn")),
    )
    found = select(_RUN).where(col(_RUN.id).in_(alive)).order_by(col(_RUN.id).desc()).limit(1)
    return session.scalars(found).first()


def _newest_of(key: str) -> Select[Any]:
    return select(_GROUP_RUN).where(col(_GROUP_RUN.group_key) == key).order_by(col(_GROUP_RUN.id).desc()).limit(1)


def _of(session: Session, table: Any, group_run: tables.GroupRun) -> Sequence[Any]:
    found = select(table).where(col(table.group_run_id) == group_run.id).order_by(col(table.position))
    return session.scalars(found).all()


def _insert(session: Session, table: type[SQLModel], group_run_id: int | None, rows: Iterable[dict[str, Any]]) -> None:
    found = [{"group_run_id": group_run_id, "position": at, **row} for at, row in enumerate(rows)]
    if found:
        session.execute(insert(table), found)


def _flag(row: tables.Flag) -> Flag:
    return Flag(row.identity, row.standing, row.reason, row.shown_as)


def _flag_row(flag: Flag) -> dict[str, Any]:
    return {
        "identity": flag.identity,
        "standing": flag.standing,
        "reason": flag.reason,
        "shown_as": flag.shown_as,
    }


def _verdict_row(verdict: Any) -> dict[str, Any]:
    member = verdict.member
    return {
        "identity": member.identity,
        "shown_as": member.shown_as,
        "phone": member.phone.e164 if member.phone else None,
        "row": member.row,
        "admin": member.admin,
        "standing": verdict.standing.value,
        "reason": verdict.reason.name,
        "evidence": list(verdict.reason.evidence),
        "contacts": list(verdict.contacts),
    }
