"""Letters that come back: what the mailbox for bounces says is kept first, and only then is it cleared."""

from collections import Counter
from contextlib import AbstractContextManager
from enum import Enum

from sqlalchemy.orm import Session

from adapters.mail.bounces import Report, Sort, report_of
from adapters.mail.mailboxes import Box, ImapServer, MailboxAway, Returned, a_maildir, an_imap_inbox
from adapters.mail.marks import KEY, Marks
from adapters.pulls.addresses import LOOPBACK
from adapters.store import returned, secrets, stops
from jobs.duty import Turn
from jobs.office import Office
from jobs.readers import never_stopped
from jobs.settings import Settings
from roster.letters import Letter
from roster.words import counted

_SECONDS = 60


class Fate(Enum):
    """What became of a message."""

    STOPPED = "stopped"
    LOST = "lost"
    NOTHING = "nothing"
    LEFT = "left"


def take_back(office: Office, turn: Turn) -> str:
    """Go through the mailbox once, and say in counts what was there.

    Each message is one transaction, and is cleared away after it: whoever is killed between the two, or reads a message a
    second time, changes nothing by it. Raises `MailboxAway`.
    """
    with office.store.writing() as session:
        marks = Marks(secrets.key(session, KEY))
    fates: Counter[Fate] = Counter()
    with mailbox_of(office.settings) as box:
        for message in box.messages():
            fates[_dealt_with(office, turn, marks, box, message)] += 1
    return _said(fates)


def mailbox_of(settings: Settings, seconds: float = _SECONDS) -> AbstractContextManager[Box]:
    """Give what opens the mailbox of the settings; `seconds` is how long a server may take over each answer.

    Raises `MailboxAway` if they name none that may be opened.
    """
    wanted = settings.bounces
    if wanted.folder is not None:
        return a_maildir(settings.beside(wanted.folder))
    if wanted.host is None:
        raise MailboxAway("Put bounces.host or bounces.folder into the settings.")
    if wanted.security == "none" and wanted.host not in LOOPBACK:
        raise MailboxAway('bounces.security may be "none" only for a server on this very machine.')
    if wanted.user is None or wanted.password is None:
        raise MailboxAway("Set bounces.user, and the password as ROSTER_BOUNCES__PASSWORD in the environment.")
    password = wanted.password.get_secret_value()
    secure = wanted.security == "tls"
    return an_imap_inbox(ImapServer(wanted.host, wanted.port, wanted.user, password, secure, seconds))


def _dealt_with(office: Office, turn: Turn, marks: Marks, box: Box, message: Returned) -> Fate:
    report = report_of(message.content, marks) if message.content is not None else Report(Sort.UNCLEAR)
    with office.store.writing() as session:
        turn.mine(session)
        fate = _kept(session, office, report)
    if fate is Fate.LEFT:
        box.leave(message.name)
    else:
        box.drop(message.name)
    return fate


def _kept(session: Session, office: Office, report: Report) -> Fate:
    found = _letter(session, report)
    if found is None or report.sort is Sort.UNCLEAR:
        return Fate.LEFT
    if report.sort is Sort.NOTHING:
        return Fate.NOTHING
    number, letter = found
    now = office.clock()
    if not returned.came_back(session, number, now=now, error=f"bounced {report.status}".strip()):
        return Fate.NOTHING
    if report.sort is Sort.LOST or never_stopped(office.settings, letter):
        return Fate.LOST
    stops.stop(session, letter.recipient, stops.Why.BOUNCED, at=now, detail=report.status)
    return Fate.STOPPED


def _letter(session: Session, report: Report) -> tuple[int, Letter] | None:
    if report.letter_id is not None:
        letter = returned.by_number(session, report.letter_id)
        return (report.letter_id, letter) if letter else None
    known = (returned.by_message(session, one) for one in report.message_ids)
    return next(filter(None, known), None)


def _said(fates: Counter[Fate]) -> str:
    parts = [f"{counted(fates[Fate.STOPPED], 'address', 'addresses')} stopped"] if fates[Fate.STOPPED] else []
    parts += [f"{counted(fates[Fate.LOST], 'letter')} lost"] if fates[Fate.LOST] else []
    parts += [f"{fates[Fate.LEFT]} left for a person to read"] if fates[Fate.LEFT] else []
    return f"{counted(fates.total(), 'message')}{': ' if parts else ''}{', '.join(parts)}."
