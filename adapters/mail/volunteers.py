"""The volunteers' letter: whom to take out of their own groups. Never why, never a child, never a restriction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from adapters.mail.attachments import attached
from adapters.mail.conduct import NO_CONDUCT, Conduct
from adapters.mail.languages import ENGLISH, LANGUAGES
from adapters.mail.rendering import rendered
from adapters.mail.sections import COUNT, MASKED, Section
from roster.letters import Kind, Words
from roster.shown import plain


@dataclass(frozen=True, slots=True)
class Manner:
    """What a school's letters have in common. `detail` is "masked", "full" or "count"; `attachment` "none", "csv" or "xlsx".

    `office` is the e-mail address that answers go to; `days` how long somebody has been open before a co-admin hears.
    """

    school: str
    office: str = ""
    detail: str = MASKED
    days: int = 7
    attachment: Literal["none", "csv", "xlsx"] = "none"
    conduct: Conduct = NO_CONDUCT


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates may see. `stop` is the address that stops these letters, or empty."""

    manner: Manner
    school: str
    sections: tuple[Section, ...]
    kind: str
    stop: str

    @property
    def group(self) -> str:
        """The group's name, where the letter is about one."""
        return self.sections[0].group if len(self.sections) == 1 else ""

    @property
    def new(self) -> int:
        """How many are new."""
        return sum(len(one.new) for one in self.sections)

    @property
    def remaining(self) -> int:
        """How many are still to do."""
        return sum(len(one.remaining) for one in self.sections)

    @property
    def cleared(self) -> int:
        """How many are no longer on the list."""
        return sum(len(one.gone) + len(one.stay) for one in self.sections)

    @property
    def open(self) -> int:
        """With how many there is nothing to do for now."""
        return sum(len(one.open) for one in self.sections)


def volunteers_letter(
    sections: Iterable[Section], manner: Manner, *, kind: Kind = Kind.LIST, language: str = ENGLISH.code, stop: str = ""
) -> Words:
    """Write one volunteer's letter about their groups, and the file that goes with it where the school wants one.

    Where letters give no names there is no file either. Raises `KeyError` for a language that there is none of.
    """
    page = Page(manner, plain(manner.school), tuple(sections), kind.value, stop)
    words = rendered("volunteers", page, LANGUAGES[language])
    if manner.attachment == "none" or manner.detail == COUNT:
        return words
    return replace(words, attached=attached(page.sections, manner.attachment, language))
