"""Queries that the office has answered and that stay all the same, because a name alone takes nobody out."""

from roster.decisions import Decided
from roster.words import spoken

_BY_NAME_ALONE = frozenset({"unidentified", "unusable-number"})


def answered(reason: str, decided: Decided) -> str:
    """Say that somebody in question for this reason has been answered about, by whom and when; "" if there is still something to ask."""
    link = decided.no_parent
    if link is None or reason not in _BY_NAME_ALONE:
        return ""
    return f"answered on {spoken(link.on)} by {link.by}: not a parent; a name alone takes nobody out"
