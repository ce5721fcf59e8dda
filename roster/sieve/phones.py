"""A whole column of telephone cells at once: the regular ones by one pattern, each other cell by itself."""

import re
from dataclasses import dataclass

from roster.lines import UNIT, Lines
from roster.telephones import NO_TELEPHONES, Telephones, read_telephones, says_none

_SEPARATORS = str.maketrans("", "", " ()-.")
# As `roster.phone` reads the regular part of the British plan; what it leaves over matches nothing and is read by itself.
_REGULAR = re.compile(rf"(?:(?:\+440?|(?:00)?440?|0)?([127]\d{{9}})|[^{UNIT}]*){UNIT}", re.ASCII)
_REPEATED = {first + second + digit * 8 for first in "127" for second in "0123456789" for digit in "0123456789"}
_LOOKS_FILLED_IN = frozenset(_REPEATED | {"1234567890", "1234567891", "7000000000", "7123456789", "7012345678"})


@dataclass(frozen=True, slots=True)
class PhoneColumn:
    """The numbers of a column, row by row: a key for one number, "" for none, and `several` where there are more.

    A key is the national number for a regular British one ("7700900123") and E.164 for any other. `odd` are the rows
    whose cell needs to be looked at by itself.
    """

    keys: list[str]
    several: dict[int, tuple[str, ...]]
    odd: set[int]


def key_of(e164: str) -> str:
    """Give a number's key, as a column has it."""
    national = e164.removeprefix("+44")
    return national if len(national) == 10 and national[0] in "127" and e164.startswith("+44") else e164


def read_phone_column(lines: Lines, index: int, region: str) -> PhoneColumn:
    """Read a column of telephone cells; the same numbers as `read_telephones` finds cell by cell."""
    keys: list[str] = []
    if region == "GB":
        for block in lines.blocks:
            keys += _REGULAR.findall(block.text(index).translate(_SEPARATORS) + UNIT)
    else:
        keys = [""] * len(lines)
    cells = lines.column(index)
    several: dict[int, tuple[str, ...]] = {}
    odd: set[int] = set()
    if not _LOOKS_FILLED_IN.isdisjoint(keys):
        keys = ["" if key in _LOOKS_FILLED_IN else key for key in keys]
    read: dict[str, Telephones] = {}
    for at in [at for at, key in enumerate(keys) if not key]:
        cell = cells[at]
        if not cell:
            continue
        found = read.get(cell)
        if found is None:
            found = read[cell] = NO_TELEPHONES if says_none(cell) else read_telephones(cell, region)
        if found.fragments or found.passed_over or "@" in cell:
            odd.add(at)
        if found.phones:
            keys[at], *more = (key_of(phone.e164) for phone in found.phones)
            if more:
                several[at] = tuple(more)
    return PhoneColumn(keys, several, odd)
