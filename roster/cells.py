"""What the smaller cells say: a flag of three values, an enrolment status, a class."""

from enum import Enum
from functools import lru_cache

from roster.text import clean, folded

_YES = frozenset({"yes", "y", "true", "t", "1", "1.0", "x", "✓", "✔", "☑", "ü", "tick", "on", "-1"})
_NO = frozenset({"no", "n", "false", "f", "0", "0.0", "✗", "✘", "☐", "none", "off", "-", "n/a", "nil"})
_NO_CLASS = frozenset({"notutorgrp", "unknown", "default", "none", "n/a", "-", "no class", "tbc", "unassigned"})
_HERE = frozenset(["current", "active", "on", "roll", "onroll", "enrolled", "present"]) | {
    "on roll",
    "current pupil",
    "yes",
    "y",
    "true",
}
# C current, M main, S subsidiary, G guest, F and O further education and other provider (DfE enrolment status).
_SOMEWHERE = frozenset(
    {"c", "m", "s", "g", "f", "o", "main", "dual", "single", "guest", "subsidiary", "mn-d", "main dual"}
)
_GONE = frozenset(["leaver", "left", "former", "inactive", "past", "withdrawn", "removed", "ceased", "gone"]) | {
    "off roll",
    "ex pupil",
    "former pupil",
}
_COMING = frozenset(["applicant", "accepted", "offered", "future", "preregistered", "starter", "admitted", "prospective"]) | {
    "pre-admission", "pre admission", "offer accepted", "pre-registered", "to start",
}  # fmt: skip


class Status(Enum):
    """What an enrolment status says about being on roll."""

    SILENT = "silent"
    HERE = "on roll"
    GONE = "left"
    COMING = "not started"
    UNREAD = "unread"


@lru_cache(maxsize=4096)
def read_flag(cell: str) -> bool | None:
    """Read a flag: yes, no, or None for blank, which is a third value, and for what is neither."""
    plain = folded(cell)
    return True if plain in _YES else False if plain in _NO else None


@lru_cache(maxsize=4096)
def says_restricted(cell: str) -> bool:
    """Whether a restriction cell restricts: yes, or any words but a no; a wrong yes costs a look, a wrong no a child."""
    plain = folded(cell)
    return bool(plain) and plain not in _NO


@lru_cache(maxsize=4096)
def read_status(cell: str) -> Status:
    """Read an enrolment status. The census codes say how a pupil is registered, not that the pupil is here."""
    plain = folded(cell)
    if not plain or plain in _SOMEWHERE:
        return Status.SILENT
    for known, status in ((_HERE, Status.HERE), (_GONE, Status.GONE), (_COMING, Status.COMING)):
        if plain in known:
            return status
    return Status.UNREAD


@lru_cache(maxsize=4096)
def read_class(cell: str) -> str:
    """Read a class cell; the words that MISs put for "no class" are none."""
    text = " ".join(clean(cell).split())
    return "" if folded(text) in _NO_CLASS else text
