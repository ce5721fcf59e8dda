"""Which rows can matter: those asked for, those that are odd, and all that hang together with them."""

from collections.abc import Callable, Iterable, Set

from roster.columns import Column
from roster.identity.sought import Sought
from roster.names import Name
from roster.sieve.table import Table, positions
from roster.sieve.wanted import Wanted
from roster.text import words
from roster.vocabulary import Field

_CALLED = (Field.FIRST, Field.LAST, Field.FULL, Field.SALUTATION)


def asked_for(table: Table, wanted: Wanted, gone: Set[int], named: Callable[[int], tuple[Name, ...]]) -> set[int]:
    """Find the rows with a wanted number, address or name, by position.

    `gone` are the rows of pupils who may have left: whoever is known only from such rows is sought by family name as
    well, because another row of the same name may speak for them. `named` reads one row's names.
    """
    held = with_keys(table, phones=wanted.phones, emails=wanted.emails)
    phones = {key for column in table.phones for key in _keys_at(column.keys, column.several, held)}
    emails = {column[at] for column in table.emails for at in held}
    chosen = set(held)
    names = wanted.names(phones, emails)
    chosen |= _named(table, table.of_contact(*_CALLED), names.carers)
    chosen |= _named(table, table.of_pupil(Field.FIRST, Field.FULL), names.children)
    chosen |= _named(table, table.of_pupil(Field.LAST, Field.FULL), names.families)
    theirs = hanging_together(table, held) & gone
    families = {word for at in theirs for name in named(at) for word in name.family}
    return chosen | _of_families(table, families)


def hanging_together(table: Table, chosen: set[int]) -> set[int]:
    """Add every row that shares a pupil, a contact's id, a number or an address with a chosen one, and so on."""
    every = set(chosen)
    fresh = every
    known: tuple[set[str], ...] = (set(), set(), set(), set())
    while fresh:
        found = (
            {table.pupils[at] for at in fresh},
            {table.ids[at] for at in fresh} if table.ids else set(),
            {key for column in table.phones for key in _keys_at(column.keys, column.several, fresh)},
            {column[at] for column in table.emails for at in fresh},
        )
        pupils, ids, phones, emails = (new - old - {""} for new, old in zip(found, known, strict=True))
        for seen, new in zip(known, found, strict=True):
            seen.update(new)
        fresh = with_keys(table, pupils=pupils, ids=ids, phones=phones, emails=emails) - every
        every |= fresh
    return every


def with_keys(
    table: Table,
    *,
    pupils: Set[str] = frozenset(),
    ids: Set[str] = frozenset(),
    phones: Set[str] = frozenset(),
    emails: Set[str] = frozenset(),
) -> set[int]:
    """Find the rows that have any of these keys."""
    found: set[int] = set()
    for cells, keys in ((table.pupils, pupils), (table.ids or [], ids)):
        found |= positions(cells, keys)
    for column in table.phones:
        found |= positions(column.keys, phones)
        found |= {at for at, more in column.several.items() if not phones.isdisjoint(more)}
    for cells in table.emails:
        found |= positions(cells, emails)
    return found


def _keys_at(keys: list[str], several: dict[int, tuple[str, ...]], rows: Iterable[int]) -> Iterable[str]:
    for at in rows:
        yield keys[at]
        yield from several.get(at, ())


def _named(table: Table, columns: tuple[Column, ...], sought: Sought) -> set[int]:
    found: set[int] = set()
    for column in columns if sought else ():
        cells = table.cells(column.index)
        found |= positions(cells, {cell for cell in set(cells) if cell and sought.is_in(cell)})
    return found


def _of_families(table: Table, families: Set[str]) -> set[int]:
    found: set[int] = set()
    for column in table.of_contact(*_CALLED) if families else ():
        cells = table.cells(column.index)
        found |= positions(cells, {cell for cell in set(cells) if cell and _speaks_of(cell, families)})
    return found


def _speaks_of(cell: str, wanted: Set[str]) -> bool:
    if cell.isalnum() and cell.isascii():
        return cell.casefold() in wanted
    return not wanted.isdisjoint(words(cell))
