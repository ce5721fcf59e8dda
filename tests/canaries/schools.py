"""A school whose every field holds a word of its own, and which has something to tell every volunteer every night.

A canary is "kny", a letter for the school, what it stands for, and a number; nothing else looks like that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from jobs.granting import Wish
from roster.decisions import Answer
from tests.jobs.school import Clockwork, World, a_csv, a_list
from tests.jobs.sink import Sink

FIELDS = ("given", "family", "contact", "relation", "court", "admission", "form", "reason", "hint")
CANARY = re.compile(rf"kny[a-z](?:{'|'.join(FIELDS)}|label|admin)\d+", re.IGNORECASE)
_HEADINGS = (
    "Admission No", "Forename", "Surname", "Reg", "Leaving Date", "Contact Name", "Relationship", "Mobile", "Court Order",
)  # fmt: skip
_NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
_PUPILS = 4


@dataclass
class School:
    """One of the two. It has so many groups, each with so many admins; `letter` tells its canaries from the other's."""

    letter: str
    folder: Path
    sink: Sink
    groups: int
    admins: int
    nights: int = 0
    world: World = field(init=False)

    def __post_init__(self) -> None:
        more = "".join(
            f'[groups."{self.group(n)}"]\nadmins = {list(self.readers(n))!r}\n'.replace("'", '"')
            for n in range(self.groups)
        )
        limits = "[limits]\nremovals = 100\nknown_share = 0\ngroups_changed = 1000\nroll_kept_share = 0\n"
        self.world = World(self.folder, self.sink.port, more + limits, Clockwork(_NIGHT))
        text = self.world.settings.read_text()
        self.world.settings.write_text(
            text.replace("office@example.org", f"office-{self.letter}@example.org").replace(
                '[groups."3B"]\nadmins = ["ade@example.org"]\n', ""
            )
        )
        self.world.reopen()

    def canary(self, what: str, number: int) -> str:
        """The word of a field of somebody."""
        return f"Kny{self.letter}{what}{number}"

    def group(self, number: int) -> str:
        """A group's name: its class."""
        return f"{number + 1}{'M' if self.letter == 'a' else 'N'}"

    def readers(self, number: int) -> tuple[str, ...]:
        """The admins of a group, nobody of whom has another."""
        return tuple(f"kny{self.letter}admin{number * 1000 + at}@example.org" for at in range(self.admins))

    def label(self, group: int, pupil: int) -> str:
        """How a group shows a carer: a word that only its own admins may read."""
        return self.canary("label", group * 1000 + pupil)

    def set_up(self) -> None:
        """The first lists and export, decisions with reasons, and every group's first result released."""
        office = self.world.office
        office.receive("contacts.csv", self._export(leaver=None))
        for n in range(self.groups):
            people = [(self.label(n, at), self._phone(n, at)) for at in range(_PUPILS)]
            strange = [("Ask Nobody", f"07700 9008{n:02}"), (f"{self.label(n, 99)}", "")]
            office.receive(f"{self.group(n)}.csv", a_list([*people, *strange]), group=self.group(n))
        office.nightly()
        for n in range(self.groups):
            office.exempt(Wish(self.group(n), "row 6", self.canary("reason", n)), by="Tola")
            office.hint(self.group(n), "row 7", self.canary("hint", n), by=self.readers(n)[0])
        office.answer(self.group(0), "row 7", Answer.NO_PARENT, by="Tola")
        office.nightly()
        for held in office.held():
            office.release(held.group, "Tola")
        self.a_night(leaver=0)

    def a_night(self, leaver: int) -> None:
        """A night on which another child of each class has left, so that each group's admins are told of another."""
        self.world.clock.forward(days=1)
        self.nights += 1
        self.world.office.receive("contacts.csv", self._export(leaver))
        self.world.office.nightly()
        self.world.office.deliver()

    def close(self) -> None:
        """Lock up."""
        self.world.office.close()

    def may_read(self, reader: str) -> frozenset[str]:
        """The canaries that a volunteer's letter may hold: how their own group shows people, and their own address."""
        for n in range(self.groups):
            if reader in self.readers(n):
                shown = {self.label(n, pupil).lower() for pupil in (*range(_PUPILS), 99)}
                return frozenset({*shown, reader.partition("@")[0]})
        return frozenset()

    def _export(self, leaver: int | None) -> bytes:
        return a_csv([_HEADINGS, *self._rows(leaver)])

    def _rows(self, leaver: int | None) -> Iterator[tuple[str, ...]]:
        for n in range(self.groups):
            for at in range(_PUPILS):
                number = n * 1000 + at
                left = "20/11/2026" if at == leaver else ""
                pupil = (
                    self.canary("admission", number), self.canary("given", number), self.canary("family", number),
                    self.group(n), left,
                )  # fmt: skip
                restricted = self.canary("court", number) if at == _PUPILS - 1 else ""
                yield (*pupil, self.canary("contact", number), "Mother", self._phone(n, at), restricted)
                # A file of the very bytes of an older one would be held.
                relation = self.canary("relation", number + self.nights * 10_000)
                yield (*pupil, f"Pat {self.canary('contact', number + 500)}", relation, "", "")

    def _phone(self, group: int, pupil: int) -> str:
        return f"07700 900{group * _PUPILS + pupil:03}"
