"""Letters as they are put into the outbox: addressed, threaded, with an identity that never changes."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from adapters.mail.conduct import Conduct
from adapters.mail.volunteers import volunteers_letter
from adapters.store import tables
from jobs.settings import Settings
from roster.letters import Audience, Kind, Letter, Words
from roster.night import GroupNight
from roster.runs import group_key

_SEPTEMBER = 9
_HEX_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the letters of one run."""

    settings: Settings
    run: tables.Run
    office_address: str
    at: datetime

    def volunteers_words(self, night: GroupNight) -> Words:
        """Say what a group's admins are told."""
        return volunteers_letter(night, school=self.settings.school.name, conduct=conduct_of(self.settings))

    def volunteer(self, night: GroupNight, words: Words, recipient: str) -> Letter:
        """Address it to one admin."""
        return self._letter(Audience.VOLUNTEER, night.name, recipient, words)

    def office(self, words: Words) -> Letter:
        """Address the digest."""
        return self._letter(Audience.OFFICE, "", self.office_address, words)

    def _letter(self, audience: Audience, group: str, recipient: str, words: Words) -> Letter:
        run = f"{self.run.slot.isoformat()}.{self.run.number}"
        domain = (self.settings.sender or self.office_address).rpartition("@")[2]
        about = hashlib.sha256(group_key(group).encode()).hexdigest()[:_HEX_DIGITS] if group else audience.value
        return Letter(
            key=f"{run}/{audience.value}/{group_key(group)}/{recipient}",
            run=run,
            audience=audience,
            groups=(group,) if group else (),
            recipient=recipient,
            message_id=f"<{uuid4().hex}@{domain}>",
            thread=f"<roster.{about}.{school_year(self.run.slot)}@{domain}>",
            words=words,
            written_at=self.at,
            kind=Kind.LIST if audience is Audience.VOLUNTEER else Kind.DIGEST,
        )


def conduct_of(settings: Settings) -> Conduct:
    """The school's code of conduct, as letters and pages give it."""
    return Conduct.of(settings.conduct.lines, settings.conduct.link)


def school_year(day: date) -> str:
    """Say the school year of a day: "2026-27"."""
    first = day.year if day.month >= _SEPTEMBER else day.year - 1
    return f"{first}-{(first + 1) % 100:02}"
