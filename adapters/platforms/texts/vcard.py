"""Contact cards (vCard): what telephones, address books and WhatsApp save, and what programs write of a group's members.

Their shapes: Android and Outlook write 2.1, iPhones, Google and WhatsApp 3.0, some address books 4.0 (RFC 6350). WhatsApp
has the digits of its own number in `waid`. Scripts that write a group's members (seen in public ones) put a number,
a counter or one word for everybody in place of the name, and ids that are no numbers in place of those.
"""

import re
from functools import reduce
from urllib.parse import unquote

from adapters.platforms.guide import ListGuide
from adapters.platforms.lines.vcard_lines import Card, Line, cards_in
from adapters.platforms.persons.numbers import read_number
from adapters.platforms.reader import Source, TextFormat
from roster.errors import UnreadableList
from roster.groups import Completeness, Member, MemberList, Problem, Shown
from roster.merging import names_together
from roster.phone import Phone
from roster.telephones import read_telephones
from roster.text import clean, folded

_BEGIN = "begin:vcard"
_HEAD = 256
_FIRM = "ORG"
_NAMES = ("FN", "N", "NICKNAME", _FIRM)
_KINDS = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
_MOBILE = frozenset({"cell", "iphone", "mobile", "whatsapp"})
_NOT_SPOKEN_TO = frozenset({"fax", "homefax", "workfax", "otherfax", "pager"})
_APPLES_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_ESCAPED = re.compile(r"\\([nN,;:\\])")
_BETWEEN_PARTS = re.compile(r"(?<!\\);")
_BETWEEN_NAMES = re.compile(r"(?<!\\),")
_PREFIX_FIRST = (3, 1, 2, 0, 4)
_ADDRESS = re.compile(r"[^\s<>,;\"@]+@[^\s<>,;\"@]+")
_ADDRESS_AT_MOST = 400
_NUMBER_IN_NAME = re.compile(r"\+?\(?\d[\d\s().\-]{6,}\d")
_AROUND_A_NAME = " -–:;,()[]"


def _claims(text: str) -> bool:
    return text[:_HEAD].lstrip("\ufeff \t\r\n")[: len(_BEGIN)].casefold() == _BEGIN


def _read(text: str, source: Source) -> tuple[MemberList, ...]:
    cards, problems = cards_in(text)
    read = [_person(card, source.region) for card in cards]
    members = tuple(member for member, _ in read if member)
    problems += (problem for _, remarks in read for problem in remarks)
    if not members:
        raise UnreadableList(
            "Export the contacts again, and give the whole file.",
            headline="Nobody can be read from these contact cards.",
        )
    return (
        MemberList(
            source.stem,
            members,
            "contacts",
            "vcard",
            Completeness.PARTIAL,
            file=source.file,
            problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        ),
    )


def _person(card: Card, region: str) -> tuple[Member | None, list[Problem]]:
    """Make a member of a card, or none; and say what of it was passed over."""
    if any(line.name in _KINDS and folded(line.value) == "group" for line in card.lines):
        return None, [Problem("row", "This card is a group's, not a person's; it was set aside.", row=card.row)]
    remarks: list[Problem] = []
    # A firm's name is somebody's only where there is no other; any of the others may be the one that the school knows.
    named = [(kind, said) for kind in _NAMES for line in card.lines if line.name == kind and (said := _name(line))]
    names = [said for kind, said in named if kind != _FIRM] or [said for _, said in named]
    name = next(iter(names), "")
    phones, is_sure = _phones(card, region, remarks)
    phones = phones or _phones_in(name, region)
    emails = _emails(card, name, remarks)
    dialled = [line.value or f"+{line.waid}" for line in card.lines if line.name == "TEL" and (line.value or line.waid)]
    shown_as = next(filter(None, (name, *dialled, *emails)), "")
    if not shown_as:
        remarks.append(Problem("row", "This card has neither a name nor a number; it was set aside.", row=card.row))
        return None, remarks
    member = Member(
        shown_as,
        card.row,
        reduce(names_together, map(_without_number, names), ""),
        phones[0] if phones and is_sure else None,
        next(iter(emails), None),
        Shown.NUMBER if phones and is_sure else Shown.UNUSABLE if dialled else Shown.NO_NUMBER,
        more_phones=tuple(phones[1:] if is_sure else phones),
        more_emails=tuple(emails[1:]),
    )
    return member, remarks


def _phones(card: Card, region: str, remarks: list[Problem]) -> tuple[list[Phone], bool]:
    """Read a card's numbers: WhatsApp's own first, then mobiles, of each the preferred ones first; faxes last.

    If one of them cannot be read, they may be known and are never strange: that one may be the number the school has.
    """
    labels = {line.group: _label(line.value) for line in card.lines if line.name == "X-ABLABEL"}
    telephones = sorted(
        (line for line in card.lines if line.name == "TEL"), key=lambda line: _rank(line, labels.get(line.group, ""))
    )
    found: dict[Phone, None] = {}
    unread = False
    for line in telephones:
        phones = [*_of_whatsapp(line.waid, region), *_phones_in(_dialled(line.value), region)]
        found.update(dict.fromkeys(phones))
        unread = unread or bool(line.value and not phones)
    if found and unread:
        remarks.append(
            Problem(
                "value",
                "A number on this card is none that could be rung; the person is known by the others alone.",
                row=card.row,
            )
        )
    return list(found), not unread


def _rank(line: Line, label: str) -> tuple[bool, bool, bool, bool]:
    kinds = line.kinds | {label}
    return (not line.waid, bool(kinds & _NOT_SPOKEN_TO), not kinds & _MOBILE, "pref" not in kinds)


def _label(value: str) -> str:
    apples = _APPLES_LABEL.fullmatch(value)
    return folded(apples[1] if apples else value)


def _of_whatsapp(digits: str, region: str) -> list[Phone]:
    phone = read_number(f"+{digits}", region=region).phone if digits.isdecimal() else None
    return [phone] if phone else []


def _dialled(value: str) -> str:
    scheme, _, rest = value.partition(":")
    return unquote(rest.partition(";")[0]) if scheme.casefold() == "tel" else value


def _phones_in(text: str, region: str) -> list[Phone]:
    """Read the numbers of a text; an id that is no number gives none."""
    first = read_number(text, region=region).phone
    if not first:
        return []
    return list(dict.fromkeys((first, *(() if "@" in text else read_telephones(text, region).phones))))


def _emails(card: Card, name: str, remarks: list[Problem]) -> list[str]:
    found: dict[str, None] = {}
    for line in card.lines:
        if line.name == "EMAIL" and line.value:
            address = _ADDRESS.search(line.value.removeprefix("mailto:")[:_ADDRESS_AT_MOST])
            if address:
                found[clean(address[0]).casefold()] = None
            else:
                remarks.append(
                    Problem("value", "An e-mail address on this card is none; it was ignored.", row=card.row)
                )
    if _ADDRESS.fullmatch(name):
        found.setdefault(clean(name).casefold())
    return list(found)


def _name(line: Line) -> str:
    parts = _BETWEEN_PARTS.split(line.value) if line.name in {"N", "ORG"} else [line.value]
    if line.name == "N":
        parts = [_BETWEEN_NAMES.sub(" ", parts[at]) for at in _PREFIX_FIRST if at < len(parts)]
    text = " ".join(_ESCAPED.sub(_unescaped, " ".join(parts)).split())
    return text if clean(text) else ""


def _unescaped(found: re.Match[str]) -> str:
    return " " if found[1] in "nN" else found[1]


def _without_number(name: str) -> str:
    """Give what of a name is one: scripts write "[1] +44 7700 900123", and people "Ola 07700 900123"."""
    if _ADDRESS.fullmatch(name):
        return ""
    if not _NUMBER_IN_NAME.search(name):
        return name
    rest = " ".join(_NUMBER_IN_NAME.sub(" ", name).split()).strip(_AROUND_A_NAME)
    return rest if any(map(str.isalpha, rest)) else ""


vcard = TextFormat("vcard", _claims, _read)

guide = ListGuide(
    system="Contact cards (vCard)",
    file="A .vcf file with one card or many, version 2.1, 3.0 or 4.0. Names, numbers and e-mail addresses are read; "
    "photographs, notes, birthdays and addresses are not. Row numbers are the lines that the cards begin in.",
    get="On an iPhone: Contacts, Lists, hold the list, Export. On Android: Contacts, Fix & manage, Export to file. On a "
    "computer: contacts.google.com, Export, vCard. A label with only the group's people gives a better list than all "
    "contacts. Some scripts write a group's members as cards: they break WhatsApp's terms, and Roster only reads a file "
    "that somebody has.",
    proves="Partial: cards are an address book, and say nothing about who is in the group unless whoever made the file "
    "wrote its members. Nobody counts as gone because their card is not there. "
    "Give the number of members only if the file holds nobody but the group's.",
    basis="The specifications of vCard 2.1, RFC 2426 (3.0) and RFC 6350 (4.0); files of Android, Google and others; WhatsApp's number on a card "
    "is not documented, and known from cards that it and public scripts write.",
)
