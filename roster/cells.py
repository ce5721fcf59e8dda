"""What the smaller cells say: a flag of three values, an enrolment status, a class."""

import re
from enum import Enum
from functools import lru_cache

from roster.people import Registration
from roster.text import clean, folded, words

# Ticks and crosses as characters, and as the letters that Wingdings shows as such. An "x" marks a box, so it is a yes.
_TICKS, _CROSSES = frozenset("✓✔☑✅√🗸☒üþ"), frozenset("✗✘✕✖❌☐□û")
_COLOURED = "\ufe0f"
_YES = frozenset({"yes", "y", "true", "t", "1", "1.0", "x", "tick", "ticked", "on", "-1"}) | {
    # Parental responsibility and care may be shared: that is a yes for each who shares it.
    "shared", "joint", "joint custody", "sole", "both", "both parents", "full", "pr", "has pr",
}  # fmt: skip
_NO = frozenset({"no", "n", "false", "f", "0", "0.0", "none", "off", "-", "n/a", "nil", "no pr", "unticked"})
_UNRESTRICTED = frozenset(
    {"no restriction", "no restrictions", "not restricted", "unrestricted", "no court order", "no court orders", "none known"}
)  # fmt: skip
_NO_CLASS = frozenset({"notutorgrp", "unknown", "default", "none", "n/a", "-", "no class", "tbc", "unassigned"})
_YEAR_SAID_TWICE = re.compile(
    r"(?:year|yr)\s*(?:group\s*)?0*(\d{1,2})\s*[-/,:]?\s+(?:class\s+)?(?=0*\1(?!\d))", re.IGNORECASE
)


class Status(Enum):
    """What an enrolment status says about being on roll."""

    SILENT = "silent"
    HERE = "on roll"
    GONE = "left"
    COMING = "not started"
    UNREAD = "unread"


# C current, M main, S subsidiary, G guest, F and O further education and other provider (DfE enrolment status): how a
# pupil is registered, not that the pupil is still here. A cell is understood if every word of it is.
_STATUS_WORDS = {
    **dict.fromkeys("c m s g f o main dual single guest subsidiary visitor fe college provider".split(), Status.SILENT),
    **dict.fromkeys("current active on enrolled present onroll yes y true attending".split(), Status.HERE),
    **dict.fromkeys(
        "leaver left former inactive past withdrawn removed ceased gone offroll ex alumni alumnus alumna graduated archived "
        "departed".split(),
        Status.GONE,
    ),
    **dict.fromkeys(
        "applicant accepted offered future preregistered starter admitted prospective preadmission upcoming".split(),
        Status.COMING,
    ),
}  # fmt: skip
# Of several words the first of these that stands there: "subsidiary dual", "guest pupil from main school".
_REGISTRATIONS = {
    Registration.GUEST: frozenset({"g", "guest", "visitor"}),
    Registration.SUBSIDIARY: frozenset({"s", "subsidiary"}),
    Registration.MAIN: frozenset({"m", "main"}),
    Registration.SHARED: frozenset({"f", "o", "dual", "fe", "college", "provider"}),
    Registration.SOLE: frozenset({"c", "current", "single"}),
}
_STATUS_MANNERS = frozenset(
    "pupil pupils student students child school at this the our registration registered enrolment other new from".split()
)
_STATUS_PHRASES = (
    ("on roll", "onroll"), ("off roll", "offroll"), ("no longer onroll", "offroll"), ("not onroll", "offroll"),
    ("not enrolled", "offroll"), ("transferred out", "offroll"), ("pre admission", "preadmission"), ("enrollment", "enrolment"),
    ("pre registered", "preregistered"), ("pre registration", "preregistered"), ("offer accepted", "accepted"),
    ("to start", "starter"), ("not yet started", "starter"), ("mn d", "main"), ("sb d", "subsidiary"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def read_flag(cell: str) -> bool | None:
    """Read a flag: yes, no, or None for blank, which is a third value, and for what is neither."""
    mark = clean(cell).removesuffix(_COLOURED)
    if mark in _TICKS or mark in _CROSSES:
        return mark in _TICKS
    plain = folded(cell)
    return True if plain in _YES else False if plain in _NO else None


@lru_cache(maxsize=4096)
def says_restricted(cell: str) -> bool:
    """Whether a restriction cell restricts: yes, or any words but a no; a wrong yes costs a look, a wrong no a child."""
    plain = folded(cell)
    return bool(plain) and read_flag(cell) is not False and plain not in _UNRESTRICTED


@lru_cache(maxsize=4096)
def read_status(cell: str) -> Status:
    """Read an enrolment status: "C", "Main – Dual Registration", "On Roll", "Leaver", "Pre-admission" ...

    The census codes, in letters or in words, are silent on whether the pupil is here: a leaving date decides.
    """
    said = _status_words(cell)
    told = [_STATUS_WORDS.get(word) for word in said if word not in _STATUS_MANNERS]
    if None in told or not told:
        return Status.UNREAD if said else Status.SILENT
    if Status.SILENT in told:
        return Status.SILENT if set(told) <= {Status.SILENT, Status.HERE} else Status.UNREAD
    (status, *others) = dict.fromkeys(told)
    return Status.UNREAD if others or status is None else status


@lru_cache(maxsize=4096)
def read_registration(cell: str) -> Registration | None:
    """Read how an enrolment status says that a pupil is registered: "M", "Subsidiary – Dual", "Guest"; None if it does not."""
    if read_status(cell) not in {Status.SILENT, Status.HERE}:
        return None
    said = set(_status_words(cell))
    return next((one for one, known in _REGISTRATIONS.items() if said & known), None)


def _status_words(cell: str) -> list[str]:
    said = f" {' '.join(words(cell.replace('-', ' ')))} "
    for phrase, word in _STATUS_PHRASES:
        said = said.replace(f" {phrase} ", f" {word} ")
    return said.split()


@lru_cache(maxsize=4096)
def read_class(cell: str) -> str:
    """Read a class cell; the words that MISs put for "no class" are none, and "Year 3 - 3B" is 3B."""
    text = " ".join(clean(cell).split())
    return "" if folded(text) in _NO_CLASS else _YEAR_SAID_TWICE.sub("", text)
