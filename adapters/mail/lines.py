"""One person in a letter: as the group shows them, with as much of the number as tells them apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from roster.changes import Flag
from roster.groups import Member
from roster.phone import Phone
from roster.shown import endings, label, phone_of


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a group: the name shown there, and the last digits of the number; either may be empty.

    `whole` is the whole number, with a plus, where the school has decided that letters give it.
    """

    label: str
    ending: str
    whole: str = ""

    @property
    def who(self) -> str:
        """What to look for in the group: "Jo", or that there is no name to look for."""
        return self.label or ("Shown only by number" if self.ending else "Shown only by an e-mail address")

    @property
    def number(self) -> str:
        """What to compare: "ending 123"."""
        if not self.ending:
            return "no number is shown" if self.label else ""
        return f"number ending {self.ending}" if self.label else f"ending {self.ending}"

    @property
    def said(self) -> str:
        """Both in one: "Jo, number ending 123", "Shown only by number, ending 123"."""
        return ", ".join(part for part in (self.who, self.number) if part)


class Lines:
    """Says members of one group so that no two are mistaken for each other; with `whole`, by the whole number."""

    def __init__(self, members: Iterable[Member], flags: Iterable[Flag], *, whole: bool = False) -> None:
        phones = (member.phone for member in members)
        told = map(phone_of, flags)
        self._endings = endings(phone for phone in (*phones, *told) if phone)
        self._whole = whole

    def line(self, flag: Flag) -> Line:
        """Say a flagged member."""
        return self.of(label(flag.shown_as), phone_of(flag))

    def of(self, name: str, phone: Phone | None) -> Line:
        """Say somebody who goes by a name and a number, either of which may be missing."""
        if phone is None:
            return Line(name, "")
        return Line(name, self._endings.get(phone.e164, ""), phone.e164 if self._whole else "")
