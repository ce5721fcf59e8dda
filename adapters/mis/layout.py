"""How a MIS format is told: a name, and headings that no other has. The columns are read by their headings."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from adapters.discovery import found_in
from roster.export import Sheet
from roster.groups import Problem
from roster.headings import squashed


@dataclass(frozen=True, slots=True)
class Layout:
    """A MIS format. `signature` are headings, as the MIS writes them, that together only this format has.

    Where the rows do not say what their headings promise, or there are no headings, `rearrange` lays a sheet of this
    format out anew, as a recorded one with a row for each pupil and contact, and says what it noticed; for any other
    sheet it gives None.
    """

    name: str
    signature: frozenset[str] = frozenset()
    rearrange: Callable[[Sheet], tuple[Sheet, tuple[Problem, ...]] | None] | None = None

    def claims(self, headings: tuple[str, ...]) -> bool:
        """Whether a heading row is of this format, whatever the case, spaces and punctuation."""
        return bool(self.signature) and set(map(squashed, self.signature)) <= set(map(squashed, headings))


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Find every format in `adapters.mis.formats`; a file put there is in force."""
    from adapters.mis import formats

    return tuple(found_in(formats, Layout))
