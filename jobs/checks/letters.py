"""Whether letters can go, and go: addresses that are stopped, letters that wait, a school day to send them on, the mailbox."""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.mail.mailboxes import MailboxAway
from adapters.store import stops, tables
from adapters.store.kept_back import KeptBack, kept_back
from adapters.store.outbox import Way
from jobs.check_up import Grade, Symptom
from jobs.office import Office
from jobs.returns import mailbox_of
from jobs.undelivered import no_school_day
from roster.letters import Audience
from roster.words import counted, spoken

_LETTER = tables.Letter
_SECONDS = 10


def check(office: Office) -> Iterable[Symptom]:
    """Look at all of that. Nobody's address is in what it says."""
    with office.store.reading() as session:
        stopped = stops.standing(session)
        tried, back = _tried_in_vain(session), kept_back(session, office.clock())
        unheard = _offices_last(session)
        no_day = no_school_day(session, office.settings, office.clock())
    yield _of_stops(len(stopped))
    yield _of_those_kept_back(back, office.settings.school.zone) if back else _of_waiting(tried)
    if no_day:
        yield Symptom(
            Grade.WRONG, "school days", no_day.partition(": ")[0] + ".", "Put the next terms into calendar.terms."
        )
    if unheard:
        yield unheard
    yield from _of_the_mailbox(office)


def _of_stops(number: int) -> Symptom:
    if not number:
        return Symptom(Grade.WELL, "addresses", "Every address is written to.")
    said = f"{counted(number, 'address is', 'addresses are')} not written to any more."
    return Symptom(Grade.WORTH_A_LOOK, "addresses", said, "roster stops says which, and why.")


def _of_waiting(tried: int) -> Symptom:
    if not tried:
        return Symptom(Grade.WELL, "letters", "No letter has been tried in vain.")
    said = f"{counted(tried, 'letter')} could not be handed over yet, and will be tried again."
    return Symptom(
        Grade.WORTH_A_LOOK, "letters", said, "Look whether the mail server is up; roster nightly tries again."
    )


def _of_those_kept_back(back: Sequence[KeptBack], zone: ZoneInfo) -> Symptom:
    since = spoken(min(one.since for one in back).astimezone(zone).date())
    said = f"Letters to {counted(len(back), 'reader')} could not be handed over since {since}; every night writes them anew."
    return Symptom(
        Grade.WRONG, "letters", said, "Look whether the mail server is up, and what it says of them in its log."
    )


def _tried_in_vain(session: Session) -> int:
    waiting = select(col(_LETTER.id)).where(col(_LETTER.state) == Way.PENDING.value, col(_LETTER.attempts) > 0)
    return len(session.scalars(waiting).all())


def _offices_last(session: Session) -> Symptom | None:
    """Whether the office's own last letter was lost: then nobody hears what is wrong but from here."""
    ended = select(_LETTER).where(
        col(_LETTER.audience) != Audience.VOLUNTEER.value,
        col(_LETTER.state).in_((Way.SENT.value, Way.DEAD.value)),
    )
    last = session.scalars(ended.order_by(col(_LETTER.ended_at).desc(), col(_LETTER.id).desc()).limit(1)).first()
    if last is None or last.state == Way.SENT.value:
        return None
    whose = "office" if last.audience == Audience.OFFICE.value else "safeguarding lead"
    said = f"The last letter to the {whose} did not arrive ({last.error})."
    return Symptom(
        Grade.WRONG, "the office", said, f"Put the right address of the {whose} into [school] in the settings."
    )


def _of_the_mailbox(office: Office) -> Iterable[Symptom]:
    bounces = office.settings.bounces
    if bounces.address is None:
        said = "Nobody looks at letters that come back."
        cure = "Give Roster a mailbox for them under [bounces] in the settings."
        yield Symptom(Grade.WORTH_A_LOOK, "bounces", said, cure)
        return
    try:
        with mailbox_of(office.settings, _SECONDS):
            yield Symptom(Grade.WELL, "bounces", "The mailbox for letters that come back can be read.")
    except MailboxAway as error:
        yield Symptom(Grade.WRONG, "bounces", error.headline, error.advice)
