"""How lists, dates and counts are said to people."""

from collections.abc import Collection
from datetime import date

from roster.masking import masked

_SHOWN_AT_MOST = 12


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Say how many: "1 pupil", "3 pupils", "2 children"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(things: Collection[str]) -> str:
    """Say a list: "Ade", "Ade and Tola", "Ade, Tola and Ola"; nothing is "nothing"; a long one is cut and says so."""
    names = [thing for thing in things if thing]
    if not names:
        return "nothing"
    if len(names) > _SHOWN_AT_MOST:
        return f"{', '.join(names[:_SHOWN_AT_MOST])} and {len(names) - _SHOWN_AT_MOST} more"
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def spoken(day: date) -> str:
    """Say a date: "17 July 2026"."""
    return f"{day.day} {day:%B %Y}"


def shortened(text: str, length: int = 40) -> str:
    """Give what a cell says for a message: numbers and addresses masked, then cut to at most `length` characters."""
    return cut(masked(text), length)


def cut(text: str, length: int = 40) -> str:
    """Cut a text to at most `length` characters, with an ellipsis where it was cut."""
    return text if len(text) <= length else text[: length - 1] + "…"


def in_words(text: str, length: int) -> str:
    """Cut a text to at most `length` characters behind a whole word, with an ellipsis where it was cut."""
    if len(text) <= length:
        return text
    whole = text[: length - 1].rsplit(maxsplit=1)[0]
    return f"{whole.rstrip(' ,;(')} …" if len(whole) < length - 1 else cut(text, length)


def lettered(index: int) -> str:
    """Say which column, counted from 0, as a spreadsheet does: "A", "Z", "AA"."""
    before, letter = divmod(index, 26)
    return (lettered(before - 1) if before else "") + chr(ord("A") + letter)
