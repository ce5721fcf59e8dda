"""Who a letter is from and to: whether its reader may still have it, and where it goes if it does not arrive."""

from dataclasses import dataclass

from adapters.mail.marks import Marks
from adapters.mail.message import Sender
from adapters.store.stops import Stopped
from jobs.settings import Settings
from roster.letters import Audience, Letter

NO_LONGER_AN_ADMIN = "no longer an admin"
STOPPED = "stopped"


def sender_of(settings: Settings) -> Sender:
    """The school, as letters name it, with the office to answer to."""
    office = settings.school.office_email or ""
    return Sender(settings.school.name, settings.sender or office, office)


def readers_of(settings: Settings) -> frozenset[str]:
    """Everybody who looks after a group."""
    return frozenset(one for group in settings.groups.values() for one in (*group.admins, *group.co_admins))


def unwanted(settings: Settings, stopped: Stopped, letter: Letter) -> str:
    """Why a letter must not go any more: its reader is not who they were, or is not to be written to. Empty if it may."""
    school = settings.school
    if letter.audience is not Audience.VOLUNTEER:
        return "" if letter.recipient in {school.office_email, school.safeguarding_email} else NO_LONGER_AN_ADMIN
    if not letter.groups or not all(_looks_after(settings, letter, group) for group in letter.groups):
        return NO_LONGER_AN_ADMIN
    return STOPPED if stopped.covers(letter.recipient, *letter.groups) else ""


def never_stopped(settings: Settings, letter: Letter) -> bool:
    """Whether a letter's address is never stopped: the office's own, which must hear of everything."""
    school = settings.school
    return letter.audience is not Audience.VOLUNTEER or letter.recipient in {
        school.office_email,
        school.safeguarding_email,
    }


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a letter's envelope and headers say to its reader's mail server."""

    settings: Settings
    marks: Marks

    def return_path(self, letter_id: int) -> str:
        """The address to which the letter comes back; with a mailbox for bounces, one that names the letter."""
        mailbox = self.settings.bounces.address
        return self.marks.return_path(letter_id, mailbox) if mailbox else sender_of(self.settings).address

    def stop_link(self, letter: Letter) -> str:
        """The link by which a volunteer stops letters; empty for the office, and where no page would answer."""
        web = self.settings.web.address
        return self.marks.stop_link(web, letter.message_id) if web and letter.audience is Audience.VOLUNTEER else ""


def _looks_after(settings: Settings, letter: Letter, group: str) -> bool:
    known = settings.group(group)
    return letter.recipient in (*known.admins, *known.co_admins)
