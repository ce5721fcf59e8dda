"""The school's code of conduct, as letters lead to it or print it, and as a page to publish."""

from dataclasses import dataclass

from adapters.mail.rendering import rendered_page
from roster.shown import plain

_LINE_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class Conduct:
    """The rules, one a line, and the address where the school publishes them; without one a letter prints the rules."""

    lines: tuple[str, ...] = ()
    link: str = ""

    @classmethod
    def of(cls, lines: tuple[str, ...], link: str | None) -> "Conduct":
        """Take the school's words as they may be printed."""
        return cls(tuple(plain(line, _LINE_AT_MOST) for line in lines), link or "")

    @property
    def printed(self) -> tuple[str, ...]:
        """The rules that a letter prints: none, where it gives the address instead."""
        return () if self.link else self.lines

    @property
    def text(self) -> str:
        """The rules as plain text."""
        return "\n".join(f"- {line}" for line in self.lines)


@dataclass(frozen=True, slots=True)
class Page:
    """What the page's template may see."""

    school: str
    lines: tuple[str, ...]


NO_CONDUCT = Conduct()


def conduct_page(conduct: Conduct, school: str) -> str:
    """Write the code as a web page that stands by itself: nothing in it is loaded from anywhere."""
    return rendered_page("conduct", Page(plain(school), conduct.lines))
