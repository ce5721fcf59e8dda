"""One item of a list, made a member: a name, numbers, an address, a username, or an id that is none of these."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from adapters.platforms.lines.wording import is_own, without_admin
from adapters.platforms.persons.addresses import addresses_in
from adapters.platforms.persons.numbers import Number, is_id, read_number, says_hidden
from roster.digits import OF_A_NUMBER, digits_in
from roster.groups import Member, Shown
from roster.telephones import read_telephones
from roster.text import clean
from roster.tokens import name_in

BULLET = re.compile(r"^(?:[-*•·–]|\d{1,3}[.)])\s+")

_USERNAME = re.compile(r"@\w[\w.]{2,34}")
_RUN = re.compile(r"(?:\+\s?)?(?:\(\+?\d{1,5}\)\s?)?\d[\d\s().\-]{4,}\d")
_BETWEEN_NUMBERS = re.compile(r"\s+(?:and|&|or)\s+|\s*[/|]\s*|(?<=\d)\s+(?=\+\d)")
_LEFT_BETWEEN = re.compile(r"^(?:and|or|&)$|\s+(?:and|or|&)$")
_EMPTY_BRACKETS = re.compile(r"[(\[<][\s,;/&:\-]*[)\]>]")
_BESIDE_A_NUMBER = " -–—:;,~/|&"
_DIGITS_ALONE = 6
_DIALLED_FROM = 10


def says_somebody(item: str) -> bool:
    """Whether there is anything in an item but punctuation: a letter, a digit or an emoji."""
    return any(char.isalnum() or unicodedata.category(char) == "So" for char in item)


def is_cut(item: str, *, ends_a_header: bool = False) -> bool:
    """Whether an item was cut off where the screen ended. Three dots that somebody typed are a part of a label."""
    return item.rstrip().endswith("…") or (ends_a_header and clean(item).endswith("..."))


def is_reach(cell: str, region: str) -> bool:
    """Whether a cell is how somebody is reached, or says that it is hidden, and has no name in it."""
    text = clean(cell)
    if says_hidden(text) or is_id(text):
        return True
    if "@" in text:
        return " " not in text and bool(addresses_in(text))
    return not any(map(str.isalpha, text)) and bool(read_number(text, region=region).phones)


def members_of(item: str, row: int, region: str, *, ends_a_header: bool = False) -> list[Member]:
    """Make members of an item: one, or one for each number where there are only numbers.

    Several numbers beside one name are one person's. What an opaque id or a username is made of is never a number.
    """
    text, admin = without_admin(BULLET.sub("", item.strip(), count=1))
    if is_own(text, ends_a_header=ends_a_header):
        return [Member(item, row, own=True, admin=admin)]
    if is_cut(item, ends_a_header=ends_a_header):
        return [_cut_off(item, row, text, admin=admin)]
    if _USERNAME.fullmatch(text):
        return [Member(item, row, text.removeprefix("@"), admin=admin)]
    if _is_self_chosen(text):
        return [Member(item, row, "" if says_hidden(name_in(text)) else name_in(text), admin=admin)]
    rest, ids, addresses = _addressed(text)
    rest, numbers = _numbers(rest, region)
    numbers += [read_number(one, region=region) for one in ids]
    name, beside = (name_in(rest), False) if rest == text else without_admin(_beside(rest))
    admin = admin or beside
    dialled = [number for number in numbers if number.phone]
    if len(dialled) > 1 and not name and not addresses:
        return _each(dialled, text, row, admin=admin)
    shown = Shown.NUMBER if dialled else Shown.UNUSABLE if numbers or _was_a_number(name) else Shown.NO_NUMBER
    named = not says_hidden(name) and (shown is not Shown.UNUSABLE or any(map(str.isalpha, name)))
    phones = list(dict.fromkeys(phone for number in [*dialled, *numbers] for phone in number.phones))
    phone = phones.pop(0) if dialled else None
    return [
        Member(
            item, row, name if named else "", phone, next(iter(addresses), None), shown, admin,
            more_phones=tuple(phones), more_emails=tuple(addresses[1:]),
        )
    ]  # fmt: skip


def _is_self_chosen(text: str) -> bool:
    """Whether a text is a name that somebody gave themselves, be it of digits ("~20102015"), and has no number in it."""
    return text.startswith("~") and not set("+@") & set(text) and digits_in(text) < _DIALLED_FROM


def with_admins(members: list[Member], rows: Iterable[int]) -> list[Member]:
    """Mark who stands last above each of the rows that say "Group admin". The members are in the order of their rows."""
    places = [member.row for member in members]
    above = {places[at - 1] for row in rows if (at := bisect_left(places, row))}
    return [replace(member, admin=True) if member.row in above else member for member in members]


def _each(numbers: list[Number], text: str, row: int, *, admin: bool) -> list[Member]:
    """Make a member of every number of an item without a name."""
    parts = _BETWEEN_NUMBERS.split(text)
    shown = parts if len(parts) == len(numbers) else [number.phones[0].e164 for number in numbers]
    return [
        Member(part, row, phone=number.phone, shown=Shown.NUMBER, admin=admin, more_phones=number.more)
        for part, number in zip(shown, numbers, strict=True)
    ]


def _cut_off(item: str, row: int, text: str, *, admin: bool) -> Member:
    """Keep what is whole: half a word is nobody's name, and half a number nobody's number."""
    bare = text.rstrip(".…")
    if digits_in(bare) >= _DIGITS_ALONE and not any(map(str.isalpha, bare)):
        return Member(item, row, shown=Shown.UNUSABLE, admin=admin)
    return Member(item, row, name_in(bare if bare.endswith(" ") else bare.rpartition(" ")[0]), admin=admin)


def _addressed(text: str) -> tuple[str, list[str], list[str]]:
    """Part the words of an item into those that say a name or a number, ids, and addresses."""
    if "@" not in text:
        return text, [], []
    told = text.split()
    ids = [word for word in told if is_id(word)]
    found = {word: addresses_in(word) for word in told if "@" in word and word not in ids}
    rest = [word for word in told if word not in ids and not found.get(word)]
    addresses = dict.fromkeys(address for several in found.values() for address in several)
    return " ".join(rest), ids, list(addresses)


def _numbers(text: str, region: str) -> tuple[str, list[Number]]:
    """Take the numbers out of an item. A few digits among words are a part of the name."""
    found: list[Number] = []
    worded = any(map(str.isalpha, text))

    def taken(run: re.Match[str]) -> str:
        several = read_telephones(run[0], region).phones
        read = read_number(run[0].strip("(). -"), region=region)
        if not read.phones or (worded and digits_in(run[0]) < OF_A_NUMBER):
            return run[0]
        found.extend([Number(phone, Shown.NUMBER) for phone in several] if len(several) > 1 else [read])
        return " "

    return _RUN.sub(taken, text), found


def _beside(rest: str) -> str:
    """Give the name that is left where a number or an address was taken away."""
    return _LEFT_BETWEEN.sub("", name_in(_EMPTY_BRACKETS.sub(" ", rest))).strip(_BESIDE_A_NUMBER)


def _was_a_number(name: str) -> bool:
    return digits_in(name) >= (OF_A_NUMBER if any(map(str.isalpha, name)) else _DIGITS_ALONE)
