"""Which row of a sheet are its headings, and which columns of a list that no tool wrote mean what."""

from collections.abc import Iterator

from adapters.platforms.headings.layout import Layout, all_layouts
from adapters.platforms.persons.addresses import addresses_in
from roster.errors import ClaimedTwice
from roster.export import Sheet
from roster.groups import Completeness
from roster.headings import Subject, squashed, understood
from roster.vocabulary import Field

_HEADINGS_WITHIN = 12
_LOOKED_THROUGH = 200
_NAMES = frozenset(map(squashed, (
    "Name", "Display Name", "Full Name", "Member", "Member Name", "Contact Name", "Participant", "Nickname", "Push name",
    "Saved Name", "Contact", "Parent", "Parent name", "WhatsApp name", "Username",
)))  # fmt: skip
_PHONES = frozenset(
    map(squashed, ("Number", "Numbers", "WhatsApp", "WhatsApp number", "Contact", "Contact number", "JID"))
)
_INSTEAD = frozenset(map(squashed, ("JID", "LID", "WhatsApp ID", "participant_jid")))
# Ids that are made of no number, and have as many digits as one.
_IDS = frozenset(map(squashed, ("User ID", "Member ID", "Participant ID", "Telegram ID", "Contact ID", "Account ID")))
_ADMINS = frozenset(map(squashed, ("Admin", "Admin Status", "Is Admin", "Role", "Roles", "Group admin")))
_GROUPS = frozenset(map(squashed, ("Group Name", "Group", "Source", "Groups")))
_EMAILS = frozenset(map(squashed, (
    "Email", "E-mail", "Email address", "Mail", "Mail address", "User principal name", "UserPrincipalName",
    "PrimarySmtpAddress", "Primary SMTP address", "SMTP address", "Member email", "User email",
)))  # fmt: skip


def heading_row(sheet: Sheet) -> int | None:
    """Find the row of headings: the first that has a telephone column, or names beside ids, or is of a known format.

    What stands alone in its row, as "WhatsApp" may, is a title if there are headings below it. Else the first with a
    heading for e-mail addresses and an address under it.
    """
    rows = list(enumerate(sheet.rows[:_HEADINGS_WITHIN]))
    found = [
        (position, sum(map(bool, cells)) > 1)
        for position, (_, cells) in rows
        if claiming(cells) or telephones(cells) or _names_beside_ids(cells)
    ]
    if found:
        return next((position for position, several in found if several), found[0][0])
    return next((position for position, (_, cells) in rows if _heads_addresses(sheet, position, cells)), None)


def layout_of(headings: tuple[str, ...]) -> Layout:
    """Tell which columns mean what. Raises `ClaimedTwice` if two formats take the headings for theirs."""
    found = claiming(headings)
    if len(found) > 1:
        raise ClaimedTwice([layout.name for layout in found])
    return found[0] if found else _anybodys(headings)


def claiming(headings: tuple[str, ...]) -> list[Layout]:
    """The known formats that have these headings; one that has others besides goes before one that has not."""
    found = [layout for layout in all_layouts() if layout.claims(headings)]
    return [one for one in found if not any(one.signature < other.signature for other in found)]


def telephones(headings: tuple[str, ...]) -> tuple[str, ...]:
    """The headings over members' telephone numbers; of those that may be other things besides, the likeliest."""
    said = tuple(_understood(headings, Field.PHONE))
    maybe = (*_known(headings, _PHONES - _NAMES), *_known(headings, _INSTEAD), *_known(headings, _PHONES & _NAMES))
    return said or maybe[:1]


def _anybodys(headings: tuple[str, ...]) -> Layout:
    phones = telephones(headings)
    emails = _addresses(headings)
    names = tuple(_names(tuple(one for one in headings if one not in {*phones, *emails})))
    return Layout(
        name="name-email" if emails and not phones else "name-phone",
        platform="email" if emails and not phones else "other",
        signature=frozenset(),
        phones=phones,
        emails=emails,
        names=names or tuple((one,) for one in _known(phones, _NAMES)),
        group=next(_known(headings, _GROUPS), ""),
        admin=next(_known(headings, _ADMINS), ""),
        instead=tuple(one for one in _known(headings, _INSTEAD) if one not in phones),
        completeness=Completeness.COMPLETE if phones or emails else Completeness.PARTIAL,
    )


def _names(headings: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The columns of names, best first; a given name and a surname are one name together."""
    full = list(dict.fromkeys([*_understood(headings, Field.FULL), *_known(headings, _NAMES)]))
    parts = [one for kind in (Field.FIRST, Field.LAST) for one in list(_understood(headings, kind))[:1]]
    if parts:
        yield (*full[:1], *parts)
    yield from ((one,) for one in full)


def _names_beside_ids(headings: tuple[str, ...]) -> bool:
    return any(_known(headings, _IDS)) and any(_names(headings))


def _heads_addresses(sheet: Sheet, position: int, headings: tuple[str, ...]) -> bool:
    wanted = set(_addresses(headings))
    places = [index for index, heading in enumerate(headings) if heading in wanted]
    under = sheet.rows[position + 1 : position + 1 + _LOOKED_THROUGH]
    return any(addresses_in(cells[index]) for _, cells in under for index in places if index < len(cells))


def _addresses(headings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*_understood(headings, Field.EMAIL), *_known(headings, _EMAILS)]))


def _understood(headings: tuple[str, ...], kind: Field) -> Iterator[str]:
    """The headings that mean this of a member; what is said of a child is no member's."""
    for heading in headings:
        told = understood(heading)
        if told and told.field is kind and told.subject is not Subject.PUPIL:
            yield heading


def _known(headings: tuple[str, ...], known: frozenset[str]) -> Iterator[str]:
    return (heading for heading in headings if heading and squashed(heading) in known)
