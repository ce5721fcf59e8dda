"""The ledger as it is kept: entries are added and never changed; what stands in it is folded from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.ending import unended
from roster.decisions import is_reach
from roster.ledger import Event, Item, State, What, folded
from roster.letters import Audience, Kind

_ENTRY, _LETTER, _ABOUT = tables.LedgerEntry, tables.Letter, tables.LetterGroup
_NEVER_WENT = ("dead", "withdrawn")


@dataclass(frozen=True, slots=True)
class Account:
    """What stands in the ledger of one group: every person's item, by identity."""

    key: str
    name: str
    items: Mapping[str, Item]

    @property
    def unsettled(self) -> tuple[Item, ...]:
        """Those of whom nothing has been proved, the oldest asking first."""
        found = (item for item in self.items.values() if item.unsettled)
        return tuple(sorted(found, key=lambda item: (item.asked_at, item.identity)))


@dataclass(frozen=True, slots=True)
class Page:
    """Where an entry goes: the group, and the run and the list that it comes from, if it comes from any."""

    key: str
    name: str
    run_id: int | None = None
    list_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """The office's answers that hold: about whom, in which group, by whom and when."""

    rows: tuple[tuple[str, str, str, datetime], ...]

    def in_group(self, key: str) -> dict[str, tuple[str, datetime]]:
        """By whom and when the last answer about each member of a group was given."""
        return {who: (by, at) for of, who, by, at in self.rows if of == key or is_reach(who)}


def add(session: Session, page: Page, events: Iterable[Event]) -> None:
    """Add entries, in the transaction of whatever they tell of. Their order is kept."""
    for one in events:
        session.add(
            _ENTRY(
                group_key=page.key, group_name=page.name, identity=one.identity, shown_as=one.shown_as,
                what=one.what.value, at=one.at, day=one.day, by=one.by, note=one.note, run_id=page.run_id,
                list_id=page.list_id,
            )
        )  # fmt: skip
        session.flush()


def account(session: Session, key: str) -> Account:
    """What stands of one group; empty if nobody was ever asked for in it."""
    rows = session.scalars(select(_ENTRY).where(col(_ENTRY.group_key) == key).order_by(col(_ENTRY.id))).all()
    return Account(key, rows[-1].group_name if rows else "", folded(map(event_of, rows)))


def disputed(session: Session, key: str) -> frozenset[str]:
    """Those of a group of whom a volunteer has said that they belong, and about whom the office has not answered."""
    items = account(session, key).items.values()
    return frozenset(item.identity for item in items if item.state is State.DISPUTED)


def accounts(session: Session) -> tuple[Account, ...]:
    """What stands of every group that has an entry, by name."""
    rows: dict[str, list[tables.LedgerEntry]] = defaultdict(list)
    for row in session.scalars(select(_ENTRY).order_by(col(_ENTRY.id))):
        rows[row.group_key].append(row)
    return tuple(Account(key, of[-1].group_name, folded(map(event_of, of))) for key, of in sorted(rows.items()))


def since(session: Session, run: tables.Run | None) -> tuple[tuple[str, Event], ...]:
    """Every entry that came after those of a run, with its group's key; all of them without one."""
    found = select(_ENTRY).order_by(col(_ENTRY.id))
    if run:
        by_runs = col(_ENTRY.run_id) > run.id
        # Of the very moment of the run nobody can tell which was first; better told twice than never.
        by_people = col(_ENTRY.run_id).is_(None) & (col(_ENTRY.at) >= run.started_at)
        found = found.where(by_runs | by_people)
    return tuple((row.group_key, event_of(row)) for row in session.scalars(found))


def answers(session: Session) -> Answers:
    """Every answer of the office that holds, oldest first."""
    return Answers(tuple((row.group_key, row.member, row.by, row.at) for row in unended(session, tables.Link)))


def event_of(row: tables.LedgerEntry) -> Event:
    """Give the entry that a row holds."""
    return Event(
        row.identity, row.shown_as, What(row.what), row.at, row.day, row.by, row.note, row.id or 0
    )  # fmt: skip


def heard_at(session: Session, key: str, item: Item) -> datetime | None:
    """Give the moment at which a letter with somebody in it first arrived at a volunteer's server; None if none has yet.

    Days are counted from here: a letter that was written and taken back, or never arrived, has asked nobody.
    """
    found = (
        select(col(_LETTER.ended_at))
        .join(_ABOUT, col(_ABOUT.letter_id) == col(_LETTER.id))
        .where(
            col(_ABOUT.group_key) == key,
            col(_LETTER.audience) == Audience.VOLUNTEER.value,
            col(_LETTER.state) == "sent",
            col(_LETTER.written_at) >= item.asked_at,
        )
    )
    return session.scalars(found.order_by(col(_LETTER.ended_at)).limit(1)).first()


def days_open(session: Session, key: str, item: Item, today: date, zone: ZoneInfo) -> int:
    """Count the days since volunteers heard of somebody, by the school's clock; 0 while nobody has."""
    heard = heard_at(session, key, item)
    return max(0, (today - heard.astimezone(zone).date()).days) if heard else 0


def told_in(session: Session, group_run: tables.GroupRun) -> frozenset[str]:
    """Those of whom volunteers know, by a run's result, that they are to be taken out."""
    flags = select(col(tables.Flag.identity)).where(
        col(tables.Flag.group_run_id) == group_run.id, col(tables.Flag.told).is_(True)
    )
    return frozenset(session.scalars(flags))


def co_admins_know(session: Session, key: str, item: Item) -> bool:
    """Whether the co-admins have been written to about somebody, by a letter that went or is about to go."""
    told = item.was_told(What.TO_CO_ADMIN)
    return told is not None and any(letter.written_at == told.at for letter in _to_co_admins(session, key))


def _to_co_admins(session: Session, key: str) -> Iterable[tables.Letter]:
    found = (
        select(_LETTER)
        .join(_ABOUT, col(_ABOUT.letter_id) == col(_LETTER.id))
        .where(
            col(_ABOUT.group_key) == key,
            col(_LETTER.kind) == Kind.CO_ADMIN.value,
            col(_LETTER.state).not_in(_NEVER_WENT),
        )
    )
    return session.scalars(found).all()
