"""Rows that have to be looked at one by one: whatever the row reader would report, protect, or read in its own way."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from itertools import compress, product

from roster.asides import beside_addresses, may_have_slipped
from roster.cells import Status, read_flag, read_status
from roster.dates import Order, read_date
from roster.digits import NO_NAME_HAS, OF_A_NUMBER, digits_in, may_hold_a_number
from roster.headings import NAME_FIELDS
from roster.lines import UNIT
from roster.pupils import NOBODY_HERE_LEFT_BEFORE
from roster.relations import Role, role_of
from roster.scope import year_of
from roster.sieve.contactless import without_contact
from roster.sieve.table import Table, positions
from roster.vocabulary import Field

_ONLY_DIGITS = {code: None for code in range(128) if chr(code) not in f"0123456789{UNIT}"}


def odd_rows(table: Table) -> set[int]:
    """Find the rows, by position, that are not plain in every cell that is read."""
    odd = {at for column in table.phones for at in column.odd}
    odd |= _without_pupil(table)
    for index, is_odd in _questions(table):
        odd |= table.rows_with(index, {cell for cell in set(table.cells(index)) if cell and is_odd(cell)})
    for index, digits, is_odd in _of_digits(table):
        if _any_has_digits(table, index, digits):
            odd |= table.rows_with(index, {cell for cell in set(table.cells(index)) if is_odd(cell)})
    odd |= _of_another_width(table) | _told_twice(table)
    odd |= _back_again(table) | without_contact(table)
    if table.export.cut_short:
        odd.add(len(table) - 1)
    return odd


def _questions(table: Table) -> Iterable[tuple[int, Callable[[str], bool]]]:
    """Which cells are odd, column by column."""
    for kind, is_odd in _ODD_PUPIL_CELLS.items():
        yield from ((column.index, is_odd) for column in table.of_pupil(kind))
    for kind, is_odd in _ODD_CONTACT_CELLS.items():
        yield from ((column.index, is_odd) for column in table.of_contact(kind))
    for column in table.of_pupil(Field.LEFT, Field.START):
        yield column.index, partial(_no_date, table.orders[column.index])


def _back_again(table: Table) -> set[int]:
    """Rows whose pupil starts after having left."""
    odd: set[int] = set()
    for left, start in product(table.of_pupil(Field.LEFT), table.of_pupil(Field.START)):
        days, begun = table.cells(left.index), table.cells(start.index)
        for at in compress(range(len(table)), days):
            gone = read_date(days[at], table.orders[left.index])
            came = read_date(begun[at], table.orders[start.index])
            if gone and came and gone < came:
                odd.add(at)
    return odd


def _no_date(order: Order, cell: str) -> bool:
    day = read_date(cell, order)
    return day is None or day.year < NOBODY_HERE_LEFT_BEFORE


_ODD_PUPIL_CELLS: dict[Field, Callable[[str], bool]] = {
    Field.YEAR: lambda cell: year_of(cell) is None,
    Field.STATUS: lambda cell: read_status(cell) is Status.UNREAD,
}
_ODD_CONTACT_CELLS: dict[Field, Callable[[str], bool]] = {
    Field.RELATION: lambda cell: role_of(cell) is Role.UNREAD,
    Field.RESPONSIBILITY: lambda cell: read_flag(cell) is None,
    Field.LIVES: lambda cell: read_flag(cell) is None,
}


def _of_digits(table: Table) -> Iterable[tuple[int, int, Callable[[str], bool]]]:
    """Columns in which a cell with so many digits may be odd, for it may hold a number, and which cell is."""
    for column in table.of_contact(*NAME_FIELDS):
        yield column.index, NO_NAME_HAS, lambda cell: digits_in(cell) >= NO_NAME_HAS
    for column in table.of_contact(Field.EMAIL):
        yield column.index, OF_A_NUMBER, lambda cell: may_hold_a_number(beside_addresses(cell))
    for index in table.asides:
        yield index, OF_A_NUMBER, may_have_slipped


def _any_has_digits(table: Table, index: int, count: int) -> bool:
    """Whether any cell of a column may have so many digits, by a look at the text of the whole column."""
    many = re.compile(rf"\d{{{count}}}", re.ASCII)
    texts = (block.text(index) for block in table.lines.blocks)
    return any(not text.isascii() or many.search(text.translate(_ONLY_DIGITS)) for text in texts)


def _without_pupil(table: Table) -> set[int]:
    """Rows whose id is blank or no id (a footer, a heading repeated), and rows without any name of the pupil."""
    doubtful = {one for one in set(table.pupils) if one.isalpha() or not one.isalnum()}
    no_id = {one for one in doubtful if not _reads_as_id(one)}
    odd = {at for at, one in enumerate(table.pupils) if one in no_id} if no_id else set()
    names = [table.cells(column.index) for column in table.of_pupil(*NAME_FIELDS)]
    if all("" in column for column in names):
        odd |= {at for at, said in enumerate(zip(*names, strict=True)) if not any(said)}
    return odd


def _reads_as_id(cell: str) -> bool:
    return cell.replace("-", "").isalnum() and any(map(str.isdigit, cell))


def _of_another_width(table: Table) -> set[int]:
    if not table.export.delimited:
        return set()
    usual = expected_width(table)
    odd: set[int] = set()
    start = 0
    for block in table.lines.blocks:
        if block.widths is not None or len(block.columns) != usual:
            odd.update(start + at for at, width in enumerate(block.each_width) if width != usual)
        start += len(block)
    return odd


def expected_width(table: Table) -> int:
    """How many cells a row should have: as many as most have, and no fewer than there are headings."""
    widths = Counter[int]()
    for block in table.lines.blocks:
        widths.update(block.each_width)
    ((usual, _),) = widths.most_common(1)
    return max(table.export.plan.width, usual)


def _told_twice(table: Table) -> set[int]:
    """All rows of a pupil whose rows disagree about being on roll."""
    columns = [table.cells(column.index) for column in table.telling]
    telling = {pupil for cells in columns for pupil in compress(table.pupils, cells)}
    rows = positions(table.pupils, telling)
    told = {(table.pupils[at], *(cells[at] for cells in columns)) for at in rows}
    if len(told) == len(telling):
        return set()
    times = Counter(pupil for pupil, *_ in told)
    return {at for at in rows if times[table.pupils[at]] > 1}
