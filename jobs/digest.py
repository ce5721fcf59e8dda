"""Whether the office, and the safeguarding lead, should hear of a night, and of what."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from adapters.mail.digest import Edition, Told, digest_letter, roll_said
from adapters.mail.lead import Matter, lead_letter
from adapters.store import audit, links, office_told, tables
from jobs.digest_ledger import Ledger
from jobs.digest_matters import before, changes_of, known_of, matter, with_the_lead
from jobs.digest_notes import FADING, ONCE, Happenings, notes_of_groups, notes_of_itself, standing_notes
from jobs.digest_roll import FromRoll
from jobs.undelivered import undelivered
from jobs.writing import Writer, conduct_of
from roster.answered import answered
from roster.decisions import Decisions
from roster.letters import Audience, Letter, Words
from roster.night import GroupNight
from roster.roll import Roll
from roster.runs import group_key


@dataclass(frozen=True, slots=True)
class ForOffice:
    """What a run found: the roll's row, each group's night, and what puts the whole roll together, asked only for a digest."""

    roll: tables.Roll
    nights: tuple[GroupNight, ...]
    load: Callable[[], Roll] | None = None


def office_letters(session: Session, run: tables.Run, found: ForOffice, writer: Writer) -> tuple[Letter, ...]:
    """Write to the office and to the safeguarding lead, each only if something changed since they were last told.

    The run's groups must be kept, and the ledger up to date. Remembers in the run what the digest says besides.
    """
    office_told.untell(session)
    lead = _lead_words(session, found, writer)
    words = _digest_words(session, run, found, writer)
    return (*([writer.lead(lead)] if lead else ()), *([writer.office(words)] if words else ()))


def _lead_words(session: Session, found: ForOffice, writer: Writer) -> Words | None:
    school = writer.settings.school
    if not school.safeguarding_email:
        return None
    known = before(session, office_told.last_told(session, Audience.LEAD))
    matters = tuple(
        Matter(night, changes_of(night, known_of(known, night), lead=True, leads_own=True)) for night in found.nights
    )
    if all(one.changes.noop for one in matters):
        return None
    return lead_letter(matters, school=school.name, on=writer.run.slot)


def _digest_words(session: Session, run: tables.Run, found: ForOffice, writer: Writer) -> Words | None:
    desk = _Desk(session, run, found, writer)
    return digest_letter(desk.edition()) if desk.news else None


class _Desk:
    """Gathers what one digest says."""

    def __init__(self, session: Session, run: tables.Run, found: ForOffice, writer: Writer) -> None:
        settings = writer.settings
        self._session, self._run, self._found, self._settings = session, run, found, settings
        self._last = office_told.last_told(session, Audience.OFFICE)
        self._before = before(session, self._last)
        self._ledger = Ledger(session, settings, run, self._last)
        self._undelivered = undelivered(session, settings)
        self._happened = Happenings(session)
        self._notes = dict((*self._standing(), *notes_of_itself(session, settings, writer.at)))
        self._decided = Decisions(links=links.in_force(session))
        self._told = tuple(map(self._of, found.nights))
        run.notes = sorted(self._notes)

    @property
    def news(self) -> bool:
        """Whether the office does not know all of it."""
        last = self._last
        if last is None or self._undelivered or self._happened or _are_news(self._run.notes, last.notes):
            return True
        gone = set(self._before) - {group_key(night.name) for night in self._found.nights}
        return bool(gone) or any(map(self._is_news, self._told))

    def edition(self) -> Edition:
        """Everything, as it is to be written; from now on it counts as told."""
        self._undelivered.told(self._session, self._run)
        self._happened.told(self._run)
        known, roll = FromRoll(self._session, self._found.load), self._found.roll
        return Edition(
            school=self._settings.school.name,
            on=self._run.slot,
            roll=roll_said(roll.day, roll.on_roll, roll.contacts, roll.problems),
            groups=tuple(self._whole(one, known) for one in self._told),
            notes=(*self._unsaid(), *self._happened.said, *self._undelivered.sentences),
            conduct=conduct_of(self._settings),
            audit=audit.head_said(self._session),
        )

    def _of(self, night: GroupNight) -> Told:
        known = known_of(self._before, night)
        changes = changes_of(night, known, lead=bool(self._settings.school.safeguarding_email))
        return Told(night, changes, answered=dict(self._answered(night)))

    def _whole(self, told: Told, known: FromRoll) -> Told:
        night = told.night
        return Told(
            night, told.changes, known.missing(night), told.answered, self._ledger.followed(night).sentences,
            self._ledger.health(night),
        )  # fmt: skip

    def _is_news(self, told: Told) -> bool:
        night = told.night
        known = self._before.get(group_key(night.name))
        now = matter(night.state, tuple(one.guard for one in night.objections))
        return known is None or told.news or known.matter != now or self._ledger.followed(night).news

    def _answered(self, night: GroupNight) -> Iterator[tuple[str, str]]:
        """Say of whom the office has answered and who stays in question; a label that several share is nobody's."""
        sharing = Counter(member.identity for member in night.judged.listed.members)
        for verdict in night.verdicts:
            member = verdict.member
            known = self._decided.about(member.identities, group_key(night.name), self._run.slot)
            said = answered(verdict.reason.name, known)
            if said and sharing[member.identity] == 1:
                yield member.identity, said

    def _standing(self) -> Iterator[tuple[str, str]]:
        nights, settings = self._found.nights, self._settings
        yield from notes_of_groups(nights, settings)
        yield from standing_notes(self._session, nights, self._run.slot)
        many = with_the_lead(nights) if settings.school.safeguarding_email else 0
        if many:
            said = "1 matter is" if many == 1 else f"{many} matters are"
            yield f"{FADING}lead {many}", f"{said} with the safeguarding lead."

    def _unsaid(self) -> Iterator[str]:
        return _unsaid(self._notes, self._last.notes if self._last else ())


def _are_news(now: Sequence[str], before: Sequence[str]) -> bool:
    """Whether the office should hear of what else is so: of anything new, and of the end of what it was to mend."""
    ended = set(before) - set(now)
    return bool(set(now) - set(before)) or any(not key.startswith(FADING) for key in ended)


def _unsaid(notes: Mapping[str, str], before: Collection[str]) -> Iterator[str]:
    """The sentences of the notes, less those that are said once and have been."""
    return (said for key, said in notes.items() if not (key.startswith(ONCE) and key in before))
