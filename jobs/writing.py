"""Letters as they are put into the outbox: addressed, threaded, with an identity that never changes."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from adapters.mail.conduct import Conduct
from adapters.mail.marks import Marks
from adapters.mail.sections import Section, open_section, section_of
from adapters.mail.volunteers import Manner, volunteers_letter
from adapters.store import tables
from jobs.settings import Settings
from roster.changes import Flag
from roster.groups import Member
from roster.letters import Audience, Kind, Letter, Words
from roster.night import GroupNight
from roster.runs import group_key

_SEPTEMBER = 9
_HEX_DIGITS = 16
_UNWRITTEN = Words("", "", "")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the letters of one run.

    `marks` signs the link that stops a volunteer's letters; without it, or without an address of our own on the web,
    letters say to answer instead.
    """

    settings: Settings
    run: tables.Run
    office_address: str
    at: datetime
    marks: Marks | None = None

    def section(self, night: GroupNight, since: date | None = None, disputed: Collection[str] = ()) -> Section:
        """Say what is new in a group since the letter of a day, and remind of nobody `disputed`."""
        return section_of(night, since=since, detail=self.settings.letters.detail, disputed=disputed)

    def open_section(self, group: str, members: Iterable[Member], listed_on: date, flags: Iterable[Flag]) -> Section:
        """Say who is still to be taken out of a group. `members` are those of its newest list, `listed_on` its day."""
        return open_section(group, members, listed_on, flags, detail=self.settings.letters.detail)

    def volunteer(self, sections: Sequence[Section], recipient: str, kind: Kind = Kind.LIST) -> Letter:
        """Write one volunteer's letter: their groups by name, in their language."""
        ordered = sorted(sections, key=lambda one: group_key(one.group))
        groups, language = tuple(one.group for one in ordered), self.settings.volunteer(recipient).language
        about = _About(Audience.VOLUNTEER, kind, _thread(groups, recipient), groups, language)
        letter = self._letter(about, recipient, _UNWRITTEN)
        stop = self._stop_link(letter)
        return replace(
            letter, words=volunteers_letter(ordered, self._manner(), kind=kind, language=language, stop=stop)
        )

    def office(self, words: Words) -> Letter:
        """Address the digest."""
        return self._to_the_school(Audience.OFFICE, self.office_address, words)

    def lead(self, words: Words) -> Letter:
        """Address what only the safeguarding lead may read; the office, if the settings name no lead."""
        lead = self.settings.school.safeguarding_email
        return self._to_the_school(Audience.LEAD, lead or self.office_address, words)

    def _to_the_school(self, audience: Audience, recipient: str, words: Words) -> Letter:
        return self._letter(_About(audience, Kind.DIGEST, audience.value), recipient, words)

    def _manner(self) -> Manner:
        letters = self.settings.letters
        return Manner(
            self.settings.school.name,
            self.office_address,
            letters.detail,
            letters.co_admins_after_days,
            letters.attachment,
            conduct_of(self.settings),
        )

    def _letter(self, about: "_About", recipient: str, words: Words) -> Letter:
        domain = (self.settings.sender or self.office_address).rpartition("@")[2]
        run = f"{self.run.slot.isoformat()}.{self.run.number}"
        return Letter(
            key=f"{run}/{about.audience.value}/{about.kind.value}/{self.at.date().isoformat()}/{recipient}",
            run=run,
            audience=about.audience,
            groups=about.groups,
            recipient=recipient,
            message_id=f"<{uuid4().hex}@{domain}>",
            thread=f"<roster.{about.thread}.{school_year(self.run.slot)}@{domain}>",
            words=words,
            written_at=self.at,
            kind=about.kind,
            language=about.language,
        )

    def _stop_link(self, letter: Letter) -> str:
        web = self.settings.web.address
        return self.marks.stop_link(web, letter.message_id) if self.marks and web else ""


@dataclass(frozen=True, slots=True)
class _About:
    audience: Audience
    kind: Kind
    thread: str
    groups: tuple[str, ...] = ()
    language: str = "en"


def conduct_of(settings: Settings) -> Conduct:
    """The school's code of conduct, as letters and pages give it."""
    return Conduct.of(settings.conduct.lines, settings.conduct.link)


def school_year(day: date) -> str:
    """Say the school year of a day: "2026-27"."""
    first = day.year if day.month >= _SEPTEMBER else day.year - 1
    return f"{first}-{(first + 1) % 100:02}"


def _thread(groups: Sequence[str], recipient: str) -> str:
    """What a volunteer's letters hang together by: the group; the reader, where there are several."""
    about = group_key(groups[0]) if len(groups) == 1 else f"all of {recipient}"
    return hashlib.sha256(about.encode()).hexdigest()[:_HEX_DIGITS]
