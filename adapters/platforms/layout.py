"""How a list with headings is told, and which of its columns mean what."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from roster.groups import Completeness
from roster.headings import squashed


@dataclass(frozen=True, slots=True)
class Layout:
    """A list format. The columns named are the only ones read; texts about people and ids are left at the door.

    `names` are tried in order; `prefix` is a country code in a column of its own; `instead` are ids that stand for
    somebody whose number is hidden.
    """

    name: str
    platform: str
    signature: frozenset[str]
    phone: str
    names: tuple[str, ...] = ()
    group: str = ""
    admin: str = ""
    prefix: str = ""
    instead: tuple[str, ...] = ()
    completeness: Completeness = Completeness.COMPLETE

    def claims(self, headings: tuple[str, ...]) -> bool:
        """Whether a heading row is of this format."""
        return set(map(squashed, self.signature)) <= set(map(squashed, headings))


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Find every format in `adapters.platforms.formats`; a file put there is in force."""
    from adapters.platforms import formats

    modules = (import_module(f"{formats.__name__}.{found.name}") for found in iter_modules(formats.__path__))
    return tuple(thing for module in modules for thing in vars(module).values() if isinstance(thing, Layout))
