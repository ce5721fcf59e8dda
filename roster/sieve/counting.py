"""How many people plain rows hold: the same merging as `roster.merge` does, without making anybody."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from roster.merge import agree
from roster.names import MAN, TITLES, WOMAN, Name, title_in
from roster.sieve.table import Table
from roster.telephones import says_none
from roster.vocabulary import Field

Plain = tuple[str, str, str]
"""One given name, one family name and a title, all of one word and folded: by far the most names are so."""

_NAMED = (Field.FIRST, Field.LAST, Field.FULL)
_BLANKABLE = (*_NAMED, Field.SALUTATION, Field.EMAIL, Field.ID)
_WORDS_OF_A_NAME = 2


def contacts_among(table: Table, rows: Sequence[int], named: Callable[[int], tuple[Name, ...]]) -> int:
    """Count the people in some plain rows that share no key with the others; `named` reads one row's names."""
    names = plain_names(table)
    recorded = [at for at in rows if at not in _blank(table)] if _blank(table) else rows
    people = _People(names, named)
    for buckets in _buckets(table, recorded, people):
        for bucket in buckets:
            people.join(bucket)
    return len(recorded) - people.joined


def plain_names(table: Table) -> list[Plain | None]:
    """Give each row's contact name if it is plain, else None."""
    first, last, full, title = (table.of_contact(kind) for kind in (*_NAMED, Field.TITLE))
    stated: list[str | None] = _titles(table.cells(title[0].index)) if title else [""] * len(table)
    if len(first) == len(last) == 1 and not full and len(title) < _WORDS_OF_A_NAME:
        given, family = (_plain_words(table.cells(column.index)) for (column,) in (first, last))
        return [
            (one, other, said) if one and other and said is not None else None
            for one, other, said in zip(given, family, stated, strict=True)
        ]
    if len(full) == 1 and not (first or last or title):
        cells = table.cells(full[0].index)
        read = {cell: _plain_full(cell) for cell in set(cells)}
        return [read[cell] for cell in cells]
    return [None] * len(table)


def _plain_words(cells: list[str]) -> list[str]:
    distinct = set(cells)
    joined = "".join(distinct)
    if joined.isascii() and joined.isalnum() and "" not in distinct:
        lower = list(map(str.casefold, cells))
        if TITLES.isdisjoint(lower):
            return lower
    read = {cell: _plain_word(cell) for cell in distinct}
    return [read[cell] for cell in cells]


def _plain_word(cell: str) -> str:
    word = cell.casefold() if cell.isalnum() and cell.isascii() else ""
    return "" if word in TITLES else word


def _plain_full(cell: str) -> Plain | None:
    said = cell.split()
    title = title_in(said[0]) if said else ""
    called = tuple(map(_plain_word, said[1:] if title else said))
    if len(called) != _WORDS_OF_A_NAME or any(len(word) < _WORDS_OF_A_NAME for word in called):
        return None
    given, family = called
    return given, family, title


def _titles(cells: list[str]) -> list[str | None]:
    """The title of each row; None for a cell such as "Mr & Mrs", which is of two people."""
    read = {cell: title_in(cell) if not cell or cell.removesuffix(".").isalpha() else None for cell in set(cells)}
    return [read[cell] for cell in cells]


def _blank(table: Table) -> frozenset[int]:
    """Rows that say nothing of any contact."""
    columns = [table.cells(column.index) for column in table.of_contact(*_BLANKABLE)]
    if not all("" in cells for cells in columns):
        return frozenset()
    nameless = (
        [at for at, said in enumerate(zip(*columns, strict=True)) if not any(said)] if columns else range(len(table))
    )
    phones = [table.cells(column.index) for column in table.of_contact(Field.PHONE)]
    return frozenset(at for at in nameless if all(not cells[at] or says_none(cells[at]) for cells in phones))


def _buckets(table: Table, rows: Sequence[int], people: "_People") -> Iterable[Iterable[list[int]]]:
    """Rows that share an id, a number or an address, and rows of one pupil under exactly one name."""
    if table.ids:
        yield _shared(rows, [table.ids])
    yield _shared(rows, [column.keys for column in table.phones], [column.several for column in table.phones])
    yield _shared(rows, table.emails)
    pupils = table.pupils
    names = people.names(rows)
    if len(set(zip(map(pupils.__getitem__, rows), names, strict=True))) < len(rows):
        keys: list[Hashable] = [""] * len(table)
        for at, name in zip(rows, names, strict=True):
            keys[at] = (pupils[at], name) if name else ""
        yield _shared(rows, [keys])


def _shared(
    rows: Sequence[int],
    columns: Sequence[Sequence[Hashable]],
    several: Iterable[dict[int, tuple[str, ...]]] = (),
) -> Iterable[list[int]]:
    extra = [more for more in several if more]
    twice = _met_twice([*columns, *([key for keys in more.values() for key in keys] for more in extra)])
    buckets: dict[Hashable, list[int]] = {}
    for cells in columns if twice else ():
        for at in rows:
            key = cells[at]
            if key in twice:
                buckets.setdefault(key, []).append(at)
    for more in extra if twice else ():
        chosen = set(rows)
        for at, keys in more.items():
            for key in keys:
                if key in twice and at in chosen:
                    buckets.setdefault(key, []).append(at)
    return buckets.values()


@dataclass
class _People:
    """Rows joined to people. A name is the plain one, or all that the row reader makes of the row's name cells."""

    plain: list[Plain | None]
    read: Callable[[int], tuple[Name, ...]]
    joined: int = 0
    _parents: dict[int, int] = field(default_factory=dict)
    _read: dict[int, Plain | tuple[Name, ...]] = field(default_factory=dict)

    def name(self, at: int) -> Plain | tuple[Name, ...]:
        known = self.plain[at] or self._read.get(at)
        if known is None:
            known = self._read[at] = _simplest(self.read(at))
        return known

    def names(self, rows: Sequence[int]) -> list[Plain | tuple[Name, ...]]:
        plain = list(map(self.plain.__getitem__, rows))
        return [name or self.name(at) for name, at in zip(plain, rows, strict=True)]

    def join(self, bucket: list[int]) -> None:
        if self._all_strangers(bucket):
            return
        seen: dict[Plain | tuple[Name, ...], int] = {}
        for at in bucket:
            name = self.name(at)
            for known, other in seen.items():
                if known == name or _same(name, known):
                    self._unite(at, other)
            seen.setdefault(name, at)

    def _all_strangers(self, bucket: list[int]) -> bool:
        """Whether no two rows can be one person's, told at a glance: plain names, and every given name another."""
        names = [self.plain[at] for at in bucket]
        if None in names:
            return False
        given, family, _ = zip(*names, strict=True)
        apart = set(given)
        return len(apart) == len(bucket) and min(map(len, given)) > 1 and apart.isdisjoint(family)

    def _unite(self, one: int, other: int) -> None:
        left, right = self._root(one), self._root(other)
        if left != right:
            self._parents[left] = right
            self.joined += 1

    def _root(self, at: int) -> int:
        while at in self._parents:
            at = self._parents[at]
        return at


def _simplest(names: tuple[Name, ...]) -> Plain | tuple[Name, ...]:
    if len(names) == 1 and len(names[0].given) == len(names[0].family) == 1:
        return (names[0].given[0], names[0].family[0], names[0].title)
    return names


def _same(left: Plain | tuple[Name, ...], right: Plain | tuple[Name, ...]) -> bool:
    if _is_plain(left) and _is_plain(right):
        return _same_plain(left, right)
    return agree(_as_names(left), _as_names(right))


def _is_plain(name: Plain | tuple[Name, ...]) -> TypeGuard[Plain]:
    return bool(name) and isinstance(name[0], str)


def _as_names(name: Plain | tuple[Name, ...]) -> tuple[Name, ...]:
    return (Name((name[0],), (name[1],), name[2]),) if _is_plain(name) else name  # type: ignore[return-value]


def _same_plain(left: Plain, right: Plain) -> bool:
    """What `roster.names.same_person` says of two names of one given and one family name each."""
    (given, family, title), (other, kin, stated) = left, right
    if (title in WOMAN and stated in MAN) or (title in MAN and stated in WOMAN):
        return False
    if family == kin:
        return given == other or ((len(given) == 1 or len(other) == 1) and given[0] == other[0])
    return given == kin and family == other


def _met_twice(columns: Iterable[Sequence[Hashable]]) -> set[Hashable]:
    """The keys that stand in more than one row, or in more than one column."""
    seen: set[Hashable] = set()
    twice: set[Hashable] = set()
    for cells in columns:
        distinct = set(cells)
        if len(distinct) < len(cells):
            twice.update(key for key, times in Counter(cells).items() if times > 1)
        twice |= seen & distinct
        seen |= distinct
    return twice - {""}
