"""From the cells that a list has for somebody to a member: one name, every number and every address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.platforms.lines.wording import is_admin, is_own
from adapters.platforms.persons.addresses import addresses_in
from adapters.platforms.persons.numbers import Number, is_id, numbers_of, read_number, says_hidden
from roster.groups import Member, Shown
from roster.merging import names_together
from roster.text import clean, folded, words

_IS_ADMIN = frozenset(
    {"admin", "yes", "true", "1", "super_admin", "superadmin", "super admin", "group admin", "owner", "y", "creator", "manager",
     "ambassador", "class rep", "staff admin"}
)  # fmt: skip
_NUMBER_IN_NAME = re.compile(r"\(?\+?\(?\d[\d\s().\-]{6,}\d\)?")
_MASKED = re.compile(r"\+?[\d\s().\-•∙·●*x]*[•∙·●*x]{2,}[\d\s().\-•∙·●*x]*")
_AROUND_A_NAME = " -–—:;,|/"


@dataclass(frozen=True, slots=True)
class Said:
    """What a list says of somebody: cells of names (each a name, best first), numbers, addresses and the rest."""

    row: int
    names: Sequence[str] = ()
    phones: Sequence[str] = ()
    emails: Sequence[str] = ()
    instead: Sequence[str] = ()
    beside: Sequence[str] = ()
    prefix: str = ""
    admin: str = ""


def member_of(said: Said, region: str) -> Member | None:
    """Make a member of what a list says, or None if it says nobody.

    Somebody one of whose numbers cannot be read is matched by the others, and never a stranger because of them.
    """
    shown_as = next((name for name in said.names if not says_hidden(name)), "")
    cells = [cell for cell in said.phones if not addresses_in(cell)]
    numbers = numbers_of(cells, region=region, prefix=said.prefix)
    if not any(map(clean, said.phones)):
        numbers = numbers_of(said.instead[:1], region=region)
    instead = read_number(said.phones[0], region=region).name if said.phones else ""
    stray = numbers_of(said.beside, region=region)
    name, beside = "", list[Number]()
    # Any name that somebody goes by may be the one that the school knows.
    for cell in said.names:
        if not says_hidden(cell):
            more, found = _name_in(cell, region)
            name, beside = names_together(name, more) if name else more, [*beside, *found]
    return _made(said, shown_as or instead, name or instead, [*numbers, *beside], stray)


def _made(said: Said, shown_as: str, name: str, numbers: list[Number], stray: list[Number]) -> Member | None:
    sure = list(dict.fromkeys(phone for number in numbers for phone in number.phones))
    maybe = [phone for number in stray for phone in number.phones]
    unread = any(number.shown is Shown.UNUSABLE or number.torn for number in numbers)
    phones = list(dict.fromkeys([*sure, *maybe]))
    addresses = list(
        dict.fromkeys(
            one for cell in (*said.emails, *said.phones, *said.names, *said.beside) for one in addresses_in(cell)
        )
    )
    shown_as = shown_as or _first([*said.phones, *said.instead]) or _first([*addresses, *said.names])
    if not shown_as and not phones:
        return None
    certain = bool(sure) and not unread
    first, *others = phones if certain else [None, *phones]
    return Member(
        shown_as=shown_as,
        row=said.row,
        name="" if is_own(name) else name,
        phone=first,
        email=next(iter(addresses), None),
        shown=Shown.NUMBER if certain else Shown.UNUSABLE if unread or phones else Shown.NO_NUMBER,
        admin=folded(said.admin) in _IS_ADMIN or is_admin(said.admin),
        own=is_own(name),
        more_phones=tuple(phone for phone in others if phone),
        more_emails=tuple(addresses[1:]),
    )


def _name_in(text: str, region: str) -> tuple[str, list[Number]]:
    """Take the number, or the address, out of what stands where a name should; give what of it is a name, and numbers."""
    if addresses_in(text) or _MASKED.fullmatch(clean(text)):
        return "", []
    if is_id(text):
        return "", [read_number(text, region=region)]
    if clean(text).startswith("~") and read_number(text, region=region).name:
        return text, []
    runs = [found[0] for found in _NUMBER_IN_NAME.finditer(clean(text))]
    numbers = [number for run in runs if (number := read_number(run, region=region)).phones]
    if not numbers:
        return text, []
    left = _NUMBER_IN_NAME.sub(" ", clean(text)).strip(_AROUND_A_NAME)
    return (left if any(map(str.isalpha, left)) else ""), numbers


def joined(parts: Sequence[str]) -> str:
    """Make one name of several cells; a cell that repeats what is there already adds nothing."""
    said: list[str] = []
    for part in filter(clean, parts):
        known = {word for one in said for word in words(one)}
        if not known or not set(words(part)) <= known:
            said.append(part.strip())
    return " ".join(said)


def _first(cells: Sequence[str]) -> str:
    return next((cell for cell in cells if cell.strip()), "")
