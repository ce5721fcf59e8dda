"""Whether a run can be made again: what it was made from that is kept no more."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import ending, runs, tables


def lacking(session: Session, run: tables.Run) -> tuple[str, ...]:
    """Say what a run was made from that is not kept any more, or never was."""
    if not (run.stood and run.settings and run.result):
        return ("what stood as it began, which this Roster keeps of each run and an older one did not",)
    if not runs.of_run(session, run):
        return ("what it found",)
    stood = run.stood
    wanted: list[tuple[str, Any, set[int]]] = [
        ("the roll", tables.Roll, {run.roll_id, *(anchor for anchor, _ in stood["anchors"].values())}),
        ("a release", tables.Release, set(stood["releases"][1])),
        ("a letter by which volunteers were told", tables.Letter, set(stood["letters"])),
        ("a member list", tables.MemberList, {one[0] for row in runs.of_run(session, run) for one in row.lists}),
        *(
            (f"what was decided ({table.__tablename__})", table, set(stood["decisions"][str(table.__tablename__)][1]))
            for table in ending.TABLES
        ),
    ]
    gone = [said for said, table, numbers in wanted if not _all_there(session, table, numbers)]
    return (*gone, *_emptied(session, run))


def deleted_since(session: Session, run: tables.Run) -> tuple[tuple[str, int], ...]:
    """Say what was deleted since a run because its time was over, or somebody was erased: each kind with its rows."""
    what = col(tables.Forgetting.what)
    counted = select(what, func.sum(col(tables.Forgetting.rows))).group_by(what).order_by(what)
    found = session.execute(counted.where(col(tables.Forgetting.id) > run.stood["forgotten"]))
    return tuple((kind, rows) for kind, rows in found if rows)


def _all_there(session: Session, table: Any, numbers: set[int]) -> bool:
    return set(session.scalars(select(col(table.id)).where(col(table.id).in_(numbers)))) == numbers


def _emptied(session: Session, run: tables.Run) -> Iterator[str]:
    """The lists whose people have been forgotten."""
    for row in runs.of_run(session, run):
        for number, *_ in row.lists:
            known = session.get(tables.MemberList, number)
            held = session.scalar(select(func.count()).where(col(tables.Member.list_id) == number))
            if known and known.members and not held:
                yield f"the people of list {number}"
