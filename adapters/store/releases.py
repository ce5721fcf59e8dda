"""Releases: somebody's word that exactly this list may go out, or some of it, and that word taken back. Rows are added, never deleted."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import runs, tables
from roster.letters import Audience, Kind
from roster.runs import Released, State
from roster.service_guards import read_as

_RELEASE, _LETTER = tables.Release, tables.Letter
_RESTORED = "restore"


def of(session: Session, key: str) -> Sequence[tables.Release]:
    """Every release of a group, void ones included, oldest first."""
    found = select(_RELEASE).where(col(_RELEASE.group_key) == key).order_by(col(_RELEASE.id))
    return session.scalars(found).all()


def last(session: Session) -> int:
    """The newest release's number, or 0."""
    return session.scalars(select(func.max(col(_RELEASE.id)))).first() or 0


def give(
    session: Session, group_run: tables.GroupRun, *, by: str, at: datetime, people: Collection[str] | None = None
) -> None:
    """Let a group's held removals go out, or those `people` of them (identities), in spite of exactly what held them."""
    session.add(
        _RELEASE(
            group_key=group_run.group_key,
            digest=group_run.digest,
            covers=_read(session, group_run),
            people=None if people is None else sorted(people),
            by=by,
            at=at,
        )
    )


def in_force(session: Session, key: str) -> tuple[Released, ...]:
    """A group's releases that are not void; of those that a back-up brought back, none: they were given before it was made."""
    since = restored_at(session)
    return tuple(
        Released(one.digest, frozenset(one.covers), None if one.people is None else frozenset(one.people))
        for one in of(session, key)
        if one.void_at is None and not (since and one.at <= since)
    )


def was_read(session: Session, key: str, since: datetime | None = None) -> bool:
    """Whether somebody ever (or after a moment) released a whole result of a group, having read it, and did not take it back."""
    whole: set[str] = set()
    for one in of(session, key):
        if since and one.at <= since:
            continue
        if one.people is None:
            whole.add(one.digest)
        elif not one.people:
            whole.discard(one.digest)
    return bool(whole)


def restored_at(session: Session) -> datetime | None:
    """When a back-up was last put in the database's place, so that what was released before is to be read anew."""
    entry = tables.AuditEntry
    found = select(col(entry.at)).where(col(entry.act) == _RESTORED).order_by(col(entry.id).desc()).limit(1)
    return session.scalars(found).first()


def is_held(session: Session, group_run: tables.GroupRun) -> bool:
    """Whether a group was held and nobody has released all of it since."""
    if group_run.state != State.HELD.value:
        return False
    read = _read(session, group_run)
    return not any(one.lets_out(group_run.digest, read) for one in in_force(session, group_run.group_key))


def let_out(session: Session, group_run: tables.GroupRun) -> frozenset[str]:
    """The identities of those of a held group whom a partial release in force lets out."""
    read = _read(session, group_run)
    named = (one.named(group_run.digest, read) for one in in_force(session, group_run.group_key))
    return frozenset[str]().union(*named)


def void_others(session: Session, key: str, digest: str, at: datetime) -> None:
    """End a group's releases for any removals but these."""
    others = update(_RELEASE).where(
        col(_RELEASE.group_key) == key, col(_RELEASE.digest) != digest, col(_RELEASE.void_at).is_(None)
    )
    session.execute(others.values(void_at=at))


def take_back(session: Session, key: str, *, by: str, at: datetime) -> bool:
    """End a group's releases, as if they had not been given, and take back the letters that they let out.

    Says whether it was in time: False, and nothing is done, if a server may have one of those letters already.
    """
    given = [one for one in of(session, key) if one.void_at is None and one.people != []]
    letters = _written_since(session, key, min(one.at for one in given)) if given else ()
    if any(one.state not in {"pending", "dead", "withdrawn"} or one.repeats for one in letters):
        return False
    for letter in letters:
        if letter.state == "pending":
            letter.state, letter.ended_at = "withdrawn", at
    for one in given:
        one.void_at = at
        # No people at all: from here on it is as if that list had never been released.
        session.add(_RELEASE(group_key=key, digest=one.digest, covers=[], people=[], by=by, at=at, void_at=at))
    return True


def _written_since(session: Session, key: str, at: datetime) -> Sequence[tables.Letter]:
    about = select(col(tables.LetterGroup.letter_id)).where(col(tables.LetterGroup.group_key) == key)
    found = select(_LETTER).where(
        col(_LETTER.id).in_(about),
        col(_LETTER.audience) == Audience.VOLUNTEER.value,
        col(_LETTER.kind) == Kind.LIST.value,
        col(_LETTER.written_at) >= at,
    )
    return session.scalars(found).all()


def _read(session: Session, group_run: tables.GroupRun) -> list[str]:
    roll = session.get_one(tables.Run, group_run.run_id).roll_id
    return [read_as(one.guard, roll) for one in runs.objections(session, group_run)]
