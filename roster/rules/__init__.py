"""The rules: one question a file. A file put here is in force; a file taken away is not."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from roster.verdicts import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Find every rule in this package. Their order makes no difference."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(thing for module in modules for thing in vars(module).values() if isinstance(thing, Rule))
