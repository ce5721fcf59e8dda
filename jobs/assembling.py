"""Every group's night put together from its sitting, from what is remembered of it, and from what speaks against the roll."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy.orm import Session

from adapters.store import releases, rolls, runs, snapshots, tables
from adapters.store.lists import KeptList
from jobs.judging import GroupSitting
from jobs.settings import Settings
from roster.causes import class_lost, many_groups
from roster.changes import Flag
from roster.named import Memory
from roster.night import AgainstRoll, GroupNight, Received, Rules, night_of
from roster.objection import Objection
from roster.policy import Limits
from roster.roll import Roll
from roster.service_guards import restored, roll_old, roll_shrunk
from roster.shown import plain
from roster.since_accepted import phones_missing, roll_grown, since

Asked = Callable[[str], tuple[str, ...]]
"""Who can be written to about a group, by its name."""


@dataclass(frozen=True, slots=True)
class Newest:
    """What goes into a night: the newest roll, and what is known of each group."""

    roll: tables.Roll
    lists: tuple[KeptList, ...]


class Assembly:
    """Makes of each sitting what a night makes of it. `load` gives the roll, if anything needs it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        newest: Newest,
        *,
        against_roll: Callable[[], tuple[Objection, ...]],
        asked: Asked,
        load: Callable[[], Roll],
    ) -> None:
        self._against_roll = against_roll
        self._session = session
        self._settings = settings
        self._newest = newest
        self._asked = asked
        self._load = load

    def nights(self, sittings: tuple[GroupSitting, ...]) -> tuple[GroupNight, ...]:
        """Every group's night, in their order; where one export changes too much, every group with somebody new is held."""
        pairs = tuple(zip(self._newest.lists, sittings, strict=True))
        found = tuple(self._night(one, sitting) for one, sitting in pairs)
        changed = [night for night in found if night.fresh] if self._unproved else []
        more = tuple(self._against_export(changed))
        return tuple(
            self._night(one, sitting, *more) if more and night in changed else night
            for night, (one, sitting) in zip(found, pairs, strict=True)
        )

    def _night(self, one: KeptList, sitting: GroupSitting, *more: Objection) -> GroupNight:
        admins = self._asked(one.row.group_name)
        received = Received(one.listed, one.row.day, addressed=bool(admins))
        rules = Rules(self._settings.policy, self._settings.limits)
        memory = memory_of(self._session, sitting.key, admins)
        every = (*self._against_roll(), *self._since_the_restore(sitting), *more)
        return night_of(received, sitting, memory, rules, AgainstRoll(self._newest.roll.id or 0, every))

    def _since_the_restore(self, sitting: GroupSitting) -> Iterable[Objection]:
        if self._restored_at:
            read = releases.was_read(self._session, sitting.key, self._restored_at)
            unread = restored(sitting.judged.listed.name, read=read)
            yield from (unread,) if unread else ()

    def _against_export(self, changed: list[GroupNight]) -> Iterable[Objection]:
        """What speaks against a roll that has yet to prove good, by all the groups that it would have take somebody out."""
        limit = self._settings.limits.groups_changed
        if changed and (len(changed) > limit or self._held_before("many-groups")):
            yield many_groups([plain(night.name) for night in changed], limit)
        new = [one for night in changed for one in night.verdicts if one.member.identity in night.fresh]
        lost = class_lost(new, self._load(), anyhow=self._held_before("class-lost")) if new else None
        yield from (lost,) if lost else ()

    def _held_before(self, guard: str) -> bool:
        """Whether it was so on the last night with this roll: what is not released yet stays held."""
        return runs.objected(self._session, self._newest.roll.id or 0, guard)

    @cached_property
    def _restored_at(self) -> datetime | None:
        return releases.restored_at(self._session)

    @cached_property
    def _unproved(self) -> bool:
        """Whether the roll is another than the last that proved good."""
        accepted = rolls.last_accepted(self._session)
        return accepted is not None and accepted.id != self._newest.roll.id


def memory_of(session: Session, key: str, admins: Iterable[str]) -> Memory:
    """What is remembered of a group, and of what each of those who can be written to has heard."""
    heard = {one: runs.told(session, runs.last_told(session, key, to=one)) for one in admins}
    before = runs.last_of(session, key)
    return Memory(
        _by_anybody(heard.values()) if heard else runs.told(session, runs.last_told(session, key)),
        runs.flags(session, before),
        releases.in_force(session, key),
        read=releases.was_read(session, key),
        heard=heard,
        stood=frozenset(flag.identity for flag in runs.told(session, before)) if before else None,
    )


def _by_anybody(heard: Iterable[tuple[Flag, ...]]) -> tuple[Flag, ...]:
    return tuple({flag.key: flag for flags in heard for flag in flags}.values())


def against_roll(session: Session, roll: tables.Roll, day: date, limits: Limits) -> tuple[Objection, ...]:
    """What speaks against the roll as such, held against the last one that proved good."""
    accepted, facts = rolls.last_accepted(session), rolls.facts(session, roll)
    old = roll_old(facts, day, limits)
    if accepted is None or accepted.id == roll.id:
        return (old,) if old else ()
    before, now = (snapshots.rebuilt(session, one) for one in (accepted, roll))
    lost = since(before, accepted.day, now, day, rolls.known_before(session, roll))
    found = (
        roll_shrunk(facts, rolls.facts(session, accepted), limits, lost), roll_grown(lost, accepted.day), phones_missing(lost, accepted.day), old,
    )  # fmt: skip
    return tuple(objection for objection in found if objection)
