"""The rows of pupils who may have no contact at all."""

from itertools import compress

from roster.headings import NAME_FIELDS
from roster.names import TITLES
from roster.sieve.table import Table, positions
from roster.text import words
from roster.vocabulary import Field

_NAMED = (*NAME_FIELDS, Field.SALUTATION)


def without_contact(table: Table) -> set[int]:
    """Find all rows of each pupil who has no number, no address and nothing that is surely a name on any of them."""
    silent = set(table.pupils).difference(*(compress(table.pupils, column.keys) for column in table.phones))
    rows = positions(table.pupils, silent)
    cells = [table.cells(column.index) for column in table.of_contact(*_NAMED)]
    reached = {
        table.pupils[at]
        for at in rows
        if any(column[at] for column in table.emails) or any(_is_a_name(column[at]) for column in cells)
    }
    return {at for at in rows if table.pupils[at] not in reached}


def _is_a_name(cell: str) -> bool:
    return any(word.isalpha() and len(word) > 1 and word != "and" for word in words(cell) if word not in TITLES)
