"""How a list with headings is told, and which of its columns mean what."""

from dataclasses import dataclass
from functools import cache

from adapters.discovery import found_in
from roster.groups import Completeness
from roster.headings import squashed

ONE_OF_SEVERAL = "{n}"
OF_AN_ADDRESS_BOOK = (
    "This is an address book, and not a group's members: whoever is in the file counts as a member because it was given as "
    "that group's list."
)
_SEVERAL_AT_MOST = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """A list format. The columns named are the only ones read; texts about people and ids are left at the door.

    `signature` are headings that together only this format has; `exactly` says that it has no others. "{n}" in a heading
    stands for 1, 2, 3 and so on. `names` are tried in order, and the columns of one of them are joined; `prefix` is a
    country code in a column of its own; `instead` are ids that stand for somebody whose number is hidden. `kind` says
    what a row is, where not every row is a person in the group, and `owners` is filled in only for groups. `titled` is
    what a line above the headings begins with, before the group's name.

    `without_maker` says that the tool leaves out whoever runs it, `contacts` that the rows are an address book's, where
    several people may have one number; `note` is what the office should know of every such file.
    """

    name: str
    platform: str
    signature: frozenset[str]
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    group: str = ""
    admin: str = ""
    prefix: str = ""
    instead: tuple[str, ...] = ()
    kind: str = ""
    owners: str = ""
    titled: str = ""
    completeness: Completeness = Completeness.COMPLETE
    exactly: bool = False
    without_maker: bool = False
    contacts: bool = False
    note: str = ""

    def claims(self, headings: tuple[str, ...]) -> bool:
        """Whether a heading row is of this format."""
        given = set(map(squashed, filter(None, headings)))
        signature = set(map(squashed, self.signature))
        return given == signature if self.exactly else signature <= given


def expanded(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Write out the headings of which there are several: "Phone {n} - Value" as those of 1, 2, 3 and so on."""
    return tuple(
        heading.replace(ONE_OF_SEVERAL, str(number))
        for heading in headings
        for number in (range(1, _SEVERAL_AT_MOST + 1) if ONE_OF_SEVERAL in heading else (0,))
    )


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Find every format in `adapters.platforms.formats`; a file put there is in force."""
    from adapters.platforms import formats

    return tuple(found_in(formats, Layout))
