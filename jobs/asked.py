"""The open queries of the last night, with everything that may help the office to answer them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import Store, hints, lists, runs, tables
from adapters.store.hints import Hint
from jobs.naming import NotFound
from jobs.night import NotReady
from jobs.settings import Settings
from jobs.standing import Ground, roll_of, standing
from roster.answered import answered
from roster.decisions import Decided, Link
from roster.groups import Member, Shown
from roster.identity.evidence import Candidate
from roster.match import match
from roster.people import Contact
from roster.phone import Phone
from roster.roll import Roll
from roster.rules import all_rules
from roster.runs import group_key
from roster.scope import Scope
from roster.shown import label, plain
from roster.verdicts import Standing
from roster.words import listed


@dataclass(frozen=True, slots=True)
class Query:
    """Somebody to look at. `number` tells them from the others of their group, as long as no other night is run.

    `sentence` and `evidence` are the night's; `candidates` and `elsewhere` are who it may be, as the roll stands now.
    `settled` says that the office has answered, where somebody stays in question all the same.
    """

    number: int
    group: str
    slot: date
    member: Member
    reason: str
    sentence: str
    evidence: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    elsewhere: tuple[Contact, ...]
    hints: tuple[Hint, ...]
    answers: tuple[Link, ...]
    settled: str = ""


def open_queries(store: Store, settings: Settings, group: str | None = None) -> tuple[Query, ...]:
    """Everybody of the last run (of one group, if it is given) who is in question. Raises `NotReady` or `NotFound`."""
    with store.reading() as session:
        run = runs.latest(session)
        if run is None:
            raise NotReady("Run one: roster nightly.", headline="No night has been run yet.")
        rows = _rows(session, run, group)
        kept = {one.row.group_key: one for one in lists.newest_of_each(session)}
        row = session.get_one(tables.Roll, run.roll_id)
        ground = standing(session, settings, run.slot, row, [one.row.group_name for one in kept.values()])
        roll = roll_of(session, settings, run.slot, row)
        scopes = {group_key(name): scope for name, scope in ground.groups(roll)}
        told = hints.unanswered(session)
        return tuple(
            query
            for one in rows
            for query in _of_group(
                session, one, _Ground(ground, roll, scopes[one.group_key], kept[one.group_key].listed.members, told)
            )
        )


def queried(session: Session, key: str, number: int) -> str | None:
    """Give the identity of a group's query by its number in the last run; None if there is none."""
    run = runs.latest(session)
    rows = [row for row in runs.of_run(session, run) if row.group_key == key] if run else []
    found = [verdict.identity for row in rows for verdict in _queries(session, row)]
    return found[number - 1] if 0 < number <= len(found) else None


@dataclass(frozen=True, slots=True)
class _Ground:
    ground: Ground
    roll: Roll
    scope: Scope
    members: tuple[Member, ...]
    hints: tuple[Hint, ...]


def _rows(session: Session, run: tables.Run, group: str | None) -> list[tables.GroupRun]:
    rows = list(runs.of_run(session, run))
    found = [row for row in rows if group is None or row.group_key == group_key(group)]
    if group is not None and not found:
        names = listed([plain(row.group_name) for row in rows])
        raise NotFound(f"It judged {names}.", headline=f"The last run knows no group {plain(group)}.")
    return found


def _queries(session: Session, row: tables.GroupRun) -> list[tables.Verdict]:
    return [one for one in runs.verdicts(session, row) if one.standing == Standing.QUERY.value]


def _of_group(session: Session, row: tables.GroupRun, known: _Ground) -> Iterator[Query]:
    sentences = {rule.name: rule.sentence for rule in all_rules()}
    members = {(member.identity, member.row): member for member in known.members}
    alike = Counter(member.identity for member in known.members)
    newest = {member.identity: member for member in known.members}
    slot = known.roll.day
    for number, verdict in enumerate(_queries(session, row), start=1):
        here = members.get((verdict.identity, verdict.row)) or newest.get(verdict.identity)
        member = here or _as_member(verdict)
        decided = known.ground.decisions.about(member.identities, row.group_key, slot)
        found = match(member, known.roll, known.scope, decided)
        yield Query(
            number, row.group_name, slot, member, verdict.reason, sentences.get(verdict.reason, ""),
            tuple(verdict.evidence), found.candidates, found.elsewhere,
            tuple(_about(member, row.group_key, known.hints)), _answers(decided),
            answered(verdict.reason, decided) if alike[member.identity] == 1 else "",
        )  # fmt: skip


def _about(member: Member, key: str, told: Iterable[Hint]) -> Iterator[Hint]:
    return (one for one in told if one.group_key == key and one.member in member.identities)


def _answers(decided: Decided) -> tuple[Link, ...]:
    return tuple(link for link in (decided.same, decided.no_parent, *decided.others) if link)


def _as_member(row: tables.Verdict) -> Member:
    phone = Phone(row.phone) if row.phone else None
    shown = Shown.NUMBER if phone else Shown.NO_NUMBER
    return Member(row.shown_as, row.row, label(row.shown_as), phone, admin=row.admin, shown=shown)
