"""Digests of facts, the same in every process and on every day."""

import hashlib
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

_HEX_DIGITS = 16


def digest_of(facts: object) -> str:
    """Give a short SHA-256 of facts, the same in every process."""
    return hashlib.sha256(repr(plain_facts(facts)).encode()).hexdigest()[:_HEX_DIGITS]


def plain_facts(thing: object) -> object:
    """Give the same facts as nested lists of texts, in an order of their own; two processes order a set in two ways."""
    if isinstance(thing, (str, int, float, date)) or thing is None:
        return thing if not isinstance(thing, Enum) else thing.value
    if isinstance(thing, Enum):
        return plain_facts(thing.value)
    if isinstance(thing, (frozenset, set)):
        return sorted(repr(plain_facts(one)) for one in thing)
    if isinstance(thing, (list, tuple)):
        return [plain_facts(one) for one in thing]
    if is_dataclass(thing):
        return [plain_facts(getattr(thing, field.name)) for field in fields(thing)]
    raise TypeError(f"no digest of {type(thing).__name__}")
