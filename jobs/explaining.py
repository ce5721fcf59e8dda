"""Why somebody stands where they stand: everything about it gathered, told whole to the office, in one sentence to a volunteer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import Store, history, lists, rolls, runs, tables, trails
from adapters.store.lists import KeptList
from jobs.naming import NotFound, group_named, one_member
from jobs.night import NotReady
from jobs.settings import Settings
from jobs.standing import roll_of, standing
from roster.groups import Member
from roster.guard import Objection
from roster.judge import case_of, verdict_on
from roster.roll import Roll
from roster.rules import all_rules
from roster.runs import State, group_key
from roster.steps import OnRoll, of_lists, of_nights, of_roll
from roster.trail import trail
from roster.verdicts import Case, Standing
from roster.why import Asked, Explanation, LastNight, Source, explain, told_to_volunteers

_LETTERS_SPOKE = frozenset({State.TOLD.value, State.RELEASED.value, State.CLEAR.value})


@dataclass(frozen=True, slots=True)
class _Meant:
    """A member of a group: what is known of the group, and the newest list that shows the member."""

    kept: KeptList
    member: Member
    shown_in: tables.MemberList

    @property
    def here(self) -> bool:
        """Whether the member is in the group by all that is known of it."""
        return self.member.identity in {one.identity for one in self.kept.listed.members}

    @property
    def identities(self) -> tuple[str, ...]:
        """Everything by which lists, nights and decisions may have known the member."""
        return tuple(dict.fromkeys((self.member.identity, *self.member.identities)))


def explained(store: Store, settings: Settings, group: str, member: str, day: date) -> Explanation:
    """Tell the office the whole chain. Raises `NotFound`, `NotUnique` or `NotReady`."""
    with store.reading() as session:
        meant = _meant(session, settings, group, member)
        row, roll, case = _judged_by(session, settings, meant, day)
        asked = Asked(
            case,
            roll,
            meant.kept.listed,
            Source(meant.shown_in.file, meant.shown_in.day),
            Source(row.file, row.day),
            _last_night(session, meant, row),
            _trail(session, settings, meant, case),
            told=_is_told(session, meant),
        )
        return explain(asked, all_rules())


def volunteers_sentence(store: Store, settings: Settings, group: str, member: str, day: date) -> str:
    """Give the one sentence that a volunteer may know. Raises `NotFound`, `NotUnique` or `NotReady`."""
    with store.reading() as session:
        meant = _meant(session, settings, group, member)
        _, _, case = _judged_by(session, settings, meant, day)
        removed = verdict_on(case, all_rules()).standing is Standing.REMOVE
        return told_to_volunteers(removed and _is_told(session, meant))


def _meant(session: Session, settings: Settings, group: str, said: str) -> _Meant:
    """Find the member among those in the group, and else among those whom an earlier list shows."""
    kept, region = group_named(session, group), settings.policy.region
    older = lists.each_of(session, kept.row.group_key)
    try:
        member = one_member(said, kept.listed.members, region)
    except NotFound:
        before = {one.identity: one for each in older for one in (*each.listed.members, *each.listed.gone)}
        member = one_member(said, before.values(), region)
    return _Meant(kept, member, _last_shown(older, member) or kept.row)


def _last_shown(older: tuple[KeptList, ...], member: Member) -> tables.MemberList | None:
    shown = (one.row for one in reversed(older) if member.identity in {other.identity for other in one.listed.members})
    return next(shown, None)


def _judged_by(session: Session, settings: Settings, meant: _Meant, day: date) -> tuple[tables.Roll, Roll, Case]:
    row = rolls.newest(session)
    if row is None:
        raise NotReady("Give it an MIS export: roster receive contacts.xlsx.")
    key = meant.kept.row.group_key
    names = [one.row.group_name for one in lists.newest_of_each(session)]
    ground, roll = standing(session, settings, day, row, names), roll_of(session, settings, day, row)
    groups = ground.groups(roll)
    scope = next(scope for name, scope in groups if group_key(name) == key)
    case = case_of(
        meant.member, roll, scope, settings.policy, group=key, decisions=ground.decisions, groups=groups
    )  # fmt: skip
    return row, roll, case


def _last_night(session: Session, meant: _Meant, row: tables.Roll) -> LastNight | None:
    last = runs.last_of(session, meant.kept.row.group_key)
    if last is None:
        return None
    run = session.get_one(tables.Run, last.run_id)
    objections = tuple(Objection(one.guard, one.message) for one in runs.objections(session, last))
    since = ["a newer list of the group"] if last.list_id != meant.kept.row.id else []
    since += ["a newer list of the school's"] if run.roll_id != row.id else []
    return LastNight(run.slot, State(last.state), objections, tuple(since))


def _is_told(session: Session, meant: _Meant) -> bool:
    """Whether volunteers were asked to take the member out, and the last night does not hold it."""
    key = meant.kept.row.group_key
    last = runs.last_of(session, key)
    if last is None or last.state not in _LETTERS_SPOKE or not meant.here:
        return False
    asked = [runs.told(session, one) for one in (last, runs.last_told(session, key))]
    return all(any(flag.identity == meant.member.identity for flag in flags) for flags in asked)


def _trail(session: Session, settings: Settings, meant: _Meant, case: Case) -> str:
    key, zone = meant.kept.row.group_key, settings.school.zone
    sights = trails.sights(session, key, meant.identities, zone)
    listed = of_lists(sights)
    nights = of_nights(trails.nights(session, key, meant.identities, zone), sights)
    first = listed[0].day if listed else None
    children, enrolled = of_roll(_on_roll(session, meant.member, case), case.today, first)
    return trail((*listed, *enrolled, *nights, *trails.decided(session, key, meant.identities, zone)), children)


def _on_roll(session: Session, member: Member, case: Case) -> Iterator[OnRoll]:
    carer = any(tie.carer for tie in (*case.ties, *case.match.past_ties))
    for one in history.sightings(session, [phone.e164 for phone in member.phones], member.emails):
        yield OnRoll(one.children, one.since, one.until, carer)
