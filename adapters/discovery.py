"""What stands in a package of formats is in force: nothing has to be registered."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def found_in(package: ModuleType, kind: type[T]) -> Iterator[T]:
    """Give every thing of a kind that the modules of a package define."""
    for module in iter_modules(package.__path__):
        yield from (
            thing
            for thing in vars(import_module(f"{package.__name__}.{module.name}")).values()
            if isinstance(thing, kind)
        )
