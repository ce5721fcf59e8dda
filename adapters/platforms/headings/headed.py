"""Lists with headings: those of the known tools, and a plain Name, Phone or Name, Email."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from adapters.platforms.headings.columns import layout_of
from adapters.platforms.headings.layout import Layout, expanded
from adapters.platforms.persons.nobody import says_nobody
from adapters.platforms.persons.numbers import is_id, read_number
from adapters.platforms.persons.people import Said, joined, member_of
from roster.digits import may_hold_a_number
from roster.export import Sheet
from roster.groups import Member, Problem
from roster.headings import squashed
from roster.text import clean, folded

_JOINS_GROUPS = " | "
_NOT_YET = frozenset({"invited", "pending", "requested", "banned", "rejected"})
# Everybody of a domain (GAM), or a group in a group: GROUP, MailUniversalSecurityGroup, GroupMailbox (Exchange).
_CROWD = re.compile(r"customer|\w*group\w*|roomlist")
_UNKNOWN = "unknown"
_NO_NAMES = (
    "The names in this list are the numbers again, or Unknown, as tools write them that leave out whoever is saved as a "
    "contact: nobody counts as gone because they are not in it."
)
_NOBODY = "This row has neither a name nor a number nor an address; it was set aside."
_NOT_IN = "This row is of somebody who was asked, or asks, to come in, and is not in the group; it was set aside."
_A_CROWD = (
    "This row stands for a group, or for everybody of an organisation, and not for one person; it was set aside. "
    "Whoever is in the group only by it is not in this list."
)


@dataclass
class Group:
    """What a sheet says of one group. `partial` says that there are members whom it does not name."""

    members: list[Member] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    partial: bool = False


@dataclass
class Headed:
    """A sheet read as a list: its groups by name ("" where no column or title names the group)."""

    layout: Layout
    groups: dict[str, Group] = field(default_factory=lambda: defaultdict(Group))


def read_headed(sheet: Sheet, position: int, *, region: str) -> Headed:
    """Read the rows under the headings. Raises `ClaimedTwice` if two formats take the headings for theirs."""
    headings = sheet.rows[position][1]
    layout = layout_of(headings)
    headed = Headed(layout)
    titled = _title(sheet, position, layout.titled)
    columns = _Columns.of(layout, headings)
    names: list[str] = []
    for row, texts in sheet.rows[position + 1 :]:
        if not any(map(clean, texts)):
            continue
        cell = _Cells(texts, columns)
        said = _said(cell, row)
        nobody = says_nobody(said, texts)
        aside = nobody or _set_aside(cell)
        among = [*headed.groups][-1:] if nobody else []
        groups = [headed.groups[name] for name in _groups(cell, sheet.title) or among or [titled]]
        if nobody:
            said = replace(said, names=())
        names += said.names[:1]
        member = None if aside else member_of(said, region)
        for group in groups:
            if member:
                group.members.append(member)
            else:
                group.problems.append(Problem("row", aside or _NOBODY, row=row))
                group.partial = group.partial or aside == _A_CROWD
    if not layout.signature and _are_a_tools(names, region):
        for group in headed.groups.values():
            group.partial = True
            group.problems.insert(0, Problem("file", _NO_NAMES))
    return headed


def _are_a_tools(names: list[str], region: str) -> bool:
    """Whether a tool wrote the names, as those do that find only numbers: the number again, or "Unknown"."""
    unnamed = [name for name in names if is_id(name) or not any(map(str.isalpha, name))]
    numbers = [name for name in unnamed if read_number(name, region=region).phone]
    return bool(names) and (len(numbers) == len(names) or any(folded(name) == _UNKNOWN for name in names))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand that a layout names; those without any heading are read for numbers alone."""

    layout: Layout
    at: dict[str, tuple[int, ...]]
    nameless: frozenset[int]
    width: int

    @classmethod
    def of(cls, layout: Layout, headings: tuple[str, ...]) -> "_Columns":
        at: dict[str, tuple[int, ...]] = {}
        for index, heading in enumerate(headings):
            at[squashed(heading)] = (*at.get(squashed(heading), ()), index)
        nameless = frozenset(index for index, heading in enumerate(headings) if not clean(heading))
        return cls(layout, at, nameless, len(headings))


@dataclass(frozen=True, slots=True)
class _Cells:
    texts: tuple[str, ...]
    columns: _Columns

    def of(self, heading: str) -> str:
        return next((text for text in self.all(heading) if clean(text)), "")

    def all(self, *headings: str) -> list[str]:
        """Give the cells under headings, which may each stand there several times."""
        places = (index for one in expanded(headings) if one for index in self.columns.at.get(squashed(one), ()))
        return [self.texts[index] for index in places if index < len(self.texts)]

    def nameless(self) -> Iterator[str]:
        """The cells that no heading stands over, because a comma too many has moved them."""
        for index, text in enumerate(self.texts):
            if (index >= self.columns.width or index in self.columns.nameless) and _reaches(text):
                yield text


def _reaches(text: str) -> bool:
    return may_hold_a_number(text) or "@" in text


def _said(cell: _Cells, row: int) -> Said:
    layout = cell.columns.layout
    names = (joined(cell.all(*columns)) for columns in layout.names)
    return Said(
        row=row,
        names=[name for name in names if name],
        phones=cell.all(*layout.phones),
        emails=cell.all(*layout.emails),
        instead=[text for text in cell.all(*layout.instead) if clean(text)],
        beside=list(cell.nameless()),
        prefix=clean(cell.of(layout.prefix)).lstrip("+"),
        admin=cell.of(layout.admin),
    )


def _groups(cell: _Cells, sheet: str) -> list[str]:
    """The groups that a row is of: "3B | 5A" are two, unless the sheet is called so."""
    said = cell.of(cell.columns.layout.group).strip()
    if said and sheet and said.startswith(sheet):
        return [said]
    return list(dict.fromkeys(name for part in said.split(_JOINS_GROUPS) if (name := part.strip())))


def _set_aside(cell: _Cells) -> str:
    """Say why a row is not of somebody in the group, or nothing."""
    layout = cell.columns.layout
    kind = folded(cell.of(layout.kind))
    if kind in _NOT_YET:
        return _NOT_IN
    crowd = _CROWD.fullmatch(kind) or clean(cell.of(layout.owners))
    return _A_CROWD if crowd else ""


def _title(sheet: Sheet, position: int, begins: str) -> str:
    above = [text for _, cells in sheet.rows[:position] for text in cells if begins and text.startswith(begins)]
    return above[0].removeprefix(begins).strip() if above else ""
