"""Reminders: whoever is still to be taken out, said again once a week, and to the co-admins after a while."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from adapters.mail.sections import Section
from adapters.store import ledger, letters_about, lists, outbox, runs, stops, tables
from adapters.store.ledger import Page
from jobs.settings import Settings
from jobs.settings_night import number_of
from jobs.telling import reachable, writer_of
from jobs.writing import Writer
from roster.changes import Flag
from roster.groups import Member
from roster.guard import SIZE_GUARDS
from roster.ledger import Event, Item, What
from roster.ledger import State as Stand
from roster.letters import Kind, Letter
from roster.runs import State, group_key
from roster.service_guards import list_is_old

_SURE = frozenset({State.CLEAR.value, State.TOLD.value, State.RELEASED.value})
_WEEK = timedelta(days=7)
_QUIET = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Open:
    """A group with people who are still to be taken out, and of whom nobody has said anything.

    `overdue` are those who have been so for so long that the co-admins hear; `fresh` those of them who are news to these.
    """

    row: tables.GroupRun
    members: tuple[Member, ...]
    listed_on: date
    items: tuple[Item, ...]
    overdue: tuple[Item, ...]
    fresh: tuple[Item, ...]


def remind(session: Session, settings: Settings, today: date, now: datetime) -> tuple[int, int]:
    """Write the reminders of a day, and put them into the outbox; says how many nudges, and how many letters to co-admins.

    Nobody who has a letter of today, or one that waits, gets another. Groups that are paused or have an old list are left
    alone, and those that are held for anything but the number of new removals; so is everybody on a day without school or
    without a night's run.
    """
    run, office = runs.latest(session, today), settings.school.office_email
    if run is None or office is None or not settings.window.terms.is_school_day(today):
        return 0, 0
    desk = Desk(session, writer_of(session, run, settings, office, now), today)
    escalated = sum(desk.escalate(one) for one in desk.groups)
    return desk.nudge(), escalated


class Desk:
    """A morning's writing."""

    def __init__(self, session: Session, writer: Writer, today: date) -> None:
        self._session, self._writer, self._today = session, writer, today
        self._settings = writer.settings
        self._stopped = stops.in_force(session)
        self.groups = tuple(self._open())

    def escalate(self, group: Open) -> int:
        """Write to a group's co-admins, if somebody has been open for long and they do not know; says how many letters."""
        readers = self._co_admins(group.row.group_name) if group.fresh else ()
        if not readers or any(map(self._has_a_letter, readers)):
            return 0
        section = self._section(group, group.overdue)
        for reader in readers:
            self._write(self._writer.volunteer([section], reader, Kind.CO_ADMIN))
        events = [_told(item, self._writer.at, self._today) for item in group.fresh]
        ledger.add(self._session, Page(group.row.group_key, group.row.group_name, self._writer.run.id), events)
        return len(readers)

    def nudge(self) -> int:
        """Write to every admin who has heard nothing for a week; says how many letters."""
        groups: dict[str, list[Open]] = {}
        for group in self.groups:
            for admin in reachable(self._settings, group.row.group_name, self._stopped):
                groups.setdefault(admin, []).append(group)
        due = [
            (admin, of)
            for admin, of in groups.items()
            if any(self._is_quiet(admin, one) for one in of) and not self._has_a_letter(admin)
        ]
        for admin, of in due:
            self._write(self._writer.volunteer([self._section(one, one.items) for one in of], admin, Kind.NUDGE))
        return len(due)

    def _open(self) -> Iterator[Open]:
        known = {one.row.group_key: one for one in lists.newest_of_each(self._session)}
        limits, letters = self._settings.limits, self._settings.letters
        for row in runs.of_run(self._session, self._writer.run):
            kept = known.get(row.group_key)
            if not self._is_sure(row) or kept is None or list_is_old(kept.row.day, self._today, limits):
                continue
            told = ledger.told_in(self._session, row)
            account = ledger.account(self._session, row.group_key)
            items = tuple(one for one in account.unsettled if one.state is Stand.OPEN and one.identity in told)
            overdue = tuple(one for one in items if self._days(row.group_key, one) >= letters.co_admins_after_days)
            fresh = tuple(one for one in overdue if not ledger.co_admins_know(self._session, row.group_key, one))
            if items:
                yield Open(row, kept.listed.members, kept.row.day, items, overdue, fresh)

    def _is_sure(self, row: tables.GroupRun) -> bool:
        """Whether nothing speaks against those who were asked for before, though new ones may be held."""
        held = row.state == State.HELD.value
        return row.state in _SURE or (
            held and all(one.guard in SIZE_GUARDS for one in runs.objections(self._session, row))
        )

    def _days(self, key: str, item: Item) -> int:
        return ledger.days_open(self._session, key, item, self._today, self._settings.school.zone)

    def _section(self, group: Open, items: Iterable[Item]) -> Section:
        flags = [Flag(item.identity, "remove", "", item.shown_as) for item in items]
        return self._writer.open_section(group.row.group_name, group.members, group.listed_on, flags)

    def _co_admins(self, name: str) -> tuple[str, ...]:
        group = self._settings.group(name)
        others = dict.fromkeys(one for one in group.co_admins if one not in group.admins)
        return tuple(one for one in others if not self._stopped.covers(one, group_key(name)))

    def _is_quiet(self, admin: str, group: Open) -> bool:
        """Whether the weekly day has come, and the last letter about a group was six days before it, or longer ago.

        So what a holiday or a mail server has kept from going goes on the next school day.
        """
        last = letters_about.last_written(self._session, admin, group.row.group_key)
        due = _last_weekday(self._today, number_of(self._settings.letters.nudge_day))
        return last is None or self._local(last) <= due - _QUIET

    def _has_a_letter(self, reader: str) -> bool:
        ended = letters_about.last_to(self._session, reader)
        return ended.waits or (ended.went is not None and self._local(ended.went) >= self._today)

    def _local(self, moment: datetime) -> date:
        return moment.astimezone(self._settings.school.zone).date()

    def _write(self, letter: Letter) -> None:
        outbox.write(self._session, self._writer.run, letter)


def _last_weekday(today: date, weekday: int) -> date:
    """The last such day of the week, today included."""
    return today - timedelta(days=(today.weekday() - weekday) % _WEEK.days)


def _told(item: Item, at: datetime, today: date) -> Event:
    return Event(item.identity, item.shown_as, What.TO_CO_ADMIN, at, today)
