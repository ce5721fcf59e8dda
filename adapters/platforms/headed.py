"""Lists with headings: those of the known tools, and a plain Name, Phone."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from adapters.platforms.layout import Layout, all_layouts
from adapters.platforms.numbers import Number, read_number
from roster.errors import ClaimedTwice
from roster.export import Sheet
from roster.groups import Member, Problem
from roster.headings import squashed, understood
from roster.text import folded
from roster.vocabulary import Field

_HEADINGS_WITHIN = 12
_NAMES = frozenset(map(squashed, (
    "Name", "Display Name", "Full Name", "Member", "Member Name", "Contact Name", "Participant", "Nickname", "Push name",
    "Saved Name", "Contact", "Parent", "Parent name", "WhatsApp name", "Username",
)))  # fmt: skip
_PHONES = frozenset(
    map(squashed, ("Number", "Numbers", "WhatsApp", "WhatsApp number", "Contact", "Contact number", "JID"))
)
_ADMINS = frozenset(map(squashed, ("Admin", "Admin Status", "Is Admin", "Role", "Group admin")))
_GROUPS = frozenset(map(squashed, ("Group Name", "Group", "Source", "Groups")))
_EMAILS = frozenset(map(squashed, ("Email", "E-mail", "Email address")))
_IS_ADMIN = frozenset(
    {"admin", "yes", "true", "1", "super_admin", "superadmin", "super admin", "group admin", "owner", "y", "creator"}
)
_JOINS_GROUPS = " | "


@dataclass
class Headed:
    """A sheet read as a list: its members by group name ("" where no column names the group)."""

    layout: Layout
    members: dict[str, list[Member]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)


def heading_row(sheet: Sheet) -> int | None:
    """Find the row of headings: the first that has a telephone column, or is of a known format."""
    for position, (_, cells) in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
        if _claiming(cells) or _column(cells, _PHONES, Field.PHONE) is not None:
            return position
    return None


def read_headed(sheet: Sheet, position: int, *, region: str) -> Headed:
    """Read the rows under the headings. Raises `ClaimedTwice` if two formats take the headings for theirs."""
    headings = sheet.rows[position][1]
    claiming = _claiming(headings)
    if len(claiming) > 1:
        raise ClaimedTwice([layout.name for layout in claiming])
    layout = claiming[0] if claiming else _plain(headings)
    headed = Headed(layout)
    at = {squashed(heading): index for index, heading in reversed(list(enumerate(headings))) if heading}
    email = next((at[key] for key in _EMAILS if key in at), None)
    for row, cells in sheet.rows[position + 1 :]:
        cell = _Cells(cells, at)
        groups = cell.of(layout.group).split(_JOINS_GROUPS) if layout.group else [""]
        address = cells[email] if email is not None and email < len(cells) and "@" in cells[email] else None
        member = _member(layout, cell, row, address, region)
        if member is None:
            headed.problems.append(
                Problem("row", "This row has neither a name nor a number; it was set aside.", row=row)
            )
            continue
        for group in groups:
            headed.members[group.strip()].append(member)
    return headed


@dataclass(frozen=True, slots=True)
class _Cells:
    cells: tuple[str, ...]
    at: dict[str, int]

    def of(self, heading: str) -> str:
        index = self.at.get(squashed(heading)) if heading else None
        return self.cells[index] if index is not None and index < len(self.cells) else ""


def _member(layout: Layout, cell: _Cells, row: int, email: str | None, region: str) -> Member | None:
    said = next((text for heading in (layout.phone, *layout.instead) if (text := cell.of(heading))), "")
    number = read_number(said, region=region, prefix=cell.of(layout.prefix).lstrip("+"))
    name = next((text for heading in layout.names if (text := cell.of(heading))), "")
    if name and not number.phone and name == number.name:
        name = ""
    if name and not number.phone and _is_number(name, region):
        return _member_of(row, name, "", read_number(name, region=region), cell.of(layout.admin), email)
    shown_as = name or number.name or said or email or ""
    if not shown_as:
        return None
    return _member_of(
        row, shown_as, "" if _is_number(name, region) else name or number.name, number, cell.of(layout.admin), email
    )


def _member_of(row: int, shown_as: str, name: str, number: Number, admin: str, email: str | None) -> Member:
    return Member(
        shown_as=shown_as,
        row=row,
        name=name,
        phone=number.phone,
        email=email,
        shown=number.shown,
        admin=folded(admin) in _IS_ADMIN,
    )


def _is_number(text: str, region: str) -> bool:
    return bool(text) and read_number(text, region=region).phone is not None


def _claiming(headings: tuple[str, ...]) -> list[Layout]:
    return [layout for layout in all_layouts() if layout.claims(headings)]


def _plain(headings: tuple[str, ...]) -> Layout:
    named = list(_columns(headings, _NAMES, Field.FULL)) or list(_columns(headings, frozenset(), Field.FIRST))
    phone = _column(headings, _PHONES, Field.PHONE) or ""
    return Layout(
        name="name-phone",
        platform="other",
        signature=frozenset(),
        phone=phone,
        names=tuple(name for name in named if name != phone),
        group=_column(headings, _GROUPS) or "",
        admin=_column(headings, _ADMINS) or "",
    )


def _column(headings: tuple[str, ...], known: frozenset[str], kind: Field | None = None) -> str | None:
    return next(_columns(headings, known, kind), None)


def _columns(headings: tuple[str, ...], known: frozenset[str], kind: Field | None = None) -> Iterator[str]:
    for heading in headings:
        told = understood(heading) if kind else None
        if told and told.field is kind:
            yield heading
    for heading in headings:
        if heading and squashed(heading) in known:
            yield heading
