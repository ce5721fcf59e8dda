"""What stands at the ends of JSON that nobody vouches for: each is what it should be, or a `TypeError` or `ValueError`."""

from datetime import datetime

_MOST = 1_000_000_000


def text(said: object) -> str:
    """Take a text; what is no character of any (half a pair) becomes a question mark, as it could not be written down."""
    if not isinstance(said, str):
        raise TypeError("no text")
    return said.encode("utf-8", "replace").decode("utf-8")


def number(said: object) -> int:
    """Take a count, or a row."""
    if type(said) is not int or not 0 <= said <= _MOST:
        raise ValueError("no count and no row")
    return said


def moment(said: object) -> datetime | None:
    """Take a local moment in ISO 8601, or none."""
    if said is None:
        return None
    told = datetime.fromisoformat(text(said))
    if told.tzinfo:
        raise ValueError("a moment of some zone")
    return told
