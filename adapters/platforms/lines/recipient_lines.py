"""Lists of e-mail addresses: `Ola Bello <ola@example.org>; "Bello, Femi" <femi@example.org>`, or bare, or one a line.

What stands before an address in angle brackets is the name, however many commas it has (the headers of RFC 5322 quote
such names; Outlook, which parts recipients with semicolons, does not).
"""

import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from itertools import pairwise

from adapters.platforms.persons.numbers import is_id
from roster.groups import Member
from roster.tokens import name_in

_ADDRESS = r"[^\s<>()\[\],;:\"@]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])"
_ENTRY = re.compile(
    rf"[<\[(]\s*(?:mailto:)?(?P<named>{_ADDRESS})(?:\?[^\s>\])]*)?\s*[>\])]|(?:mailto:)?(?P<bare>{_ADDRESS})(?:\?[^\s,;]*)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:to|cc|bcc|from|an|kopie|von|von|para|cco|de|à|cci|copie|a|ccn|da|kime|bilgi|do|dw|către|aan|van)\s*:",
    re.IGNORECASE,
)
_PASSED_OVER = re.compile(r"^\s*(?:subject|date|sent|betreff|datum|asunto|objet|oggetto)\s*:", re.IGNORECASE)
_SEPARATORS = " \t,;"
_LONGEST_LINE = 200_000
_LONGEST_NAME = 300
_IN_ORDER_AT_LEAST = 5


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody's address as it stands in a list, with the name beside it, if any."""

    row: int
    address: str
    name: str = ""
    alone: bool = False
    """Whether nobody else stands on the line."""

    def member(self) -> Member:
        """Make a member, whose address is the key."""
        return Member(self.name or self.address, self.row, name_in(self.name), email=self.address.casefold())


def recipients_in(text: str) -> list[Recipient]:
    """Read a text that is addresses, with names, and nothing else; of any other text give nobody."""
    found: list[Recipient] = []
    for row, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip("\ufeff \t,;")
        if not stripped or _PASSED_OVER.match(stripped):
            continue
        here = _on(row, _LABEL.sub("", stripped, count=1)) if len(stripped) <= _LONGEST_LINE else []
        if not here:
            return []
        found += here
    return found


def everybody_once(found: list[Recipient]) -> list[Recipient]:
    """Keep each address once, with the first name it has anywhere."""
    once: dict[str, Recipient] = {}
    for one in found:
        known = once.setdefault(one.address.casefold(), one)
        if one.name and not known.name:
            once[one.address.casefold()] = one
    return list(once.values())


def is_listing(found: list[Recipient]) -> bool:
    """Whether addresses stand one a line and in order, as a list server writes them, and a person seldom does.

    A second ascending run is let pass: Mailman 2 lists those who get digests after the others.
    """
    order = [one.address.casefold() for one in found]
    steps = sum(before > after for before, after in pairwise(order))
    runs_long_enough = len(order) >= _IN_ORDER_AT_LEAST * (steps + 1)
    return steps <= 1 and runs_long_enough and all(one.alone for one in found)


def _on(row: int, line: str) -> list[Recipient]:
    """Read one line; nobody if anything in it is neither an address nor the name before one."""
    found: list[Recipient] = []
    ends = 0
    for entry in _ENTRY.finditer(line):
        before = line[ends : entry.start()]
        name = before.strip(_SEPARATORS)
        if is_id(entry["named"] or entry["bare"]) or (name and (not entry["named"] or _said(name) is None)):
            return []
        found.append(Recipient(row, entry["named"] or entry["bare"], _said(name) or ""))
        ends = entry.end()
    if line[ends:].strip(_SEPARATORS):
        return []
    if len(found) == 1:
        return [Recipient(row, found[0].address, found[0].name, alone=True)]
    return found


def _said(name: str) -> str | None:
    """Read a display name: without its quotes, decoded if it is encoded (RFC 2047). None if it is none."""
    if len(name) > _LONGEST_NAME or ";" in name or "\t" in name:
        return None
    bare = name.strip("'\"“”").replace('\\"', '"').strip()
    if "=?" not in bare:
        return bare
    try:
        return str(make_header(decode_header(bare)))
    except (HeaderParseError, LookupError, ValueError):
        return bare
