"""What the office is told when the night's run has not ended by the time that letters should go."""

from dataclasses import dataclass
from datetime import date

from adapters.mail.rendering import rendered
from roster.letters import Words


@dataclass(frozen=True, slots=True)
class LatePage:
    """What the letter says: `by` is a time of day, `why` a sentence without anybody in it, or empty."""

    school: str
    on: date
    by: str
    why: str


def late_letter(page: LatePage) -> Words:
    """Write the letter out."""
    return rendered("late", page)
