"""The contacts of a row: who they are, how they are reached, what they are to the pupil, and what could not be read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from roster.asides import beside_addresses, is_long_by_nature, may_have_slipped
from roster.cells import read_flag, says_restricted
from roster.columns import Column, Plan
from roster.digits import NO_NAME_HAS, digits_in, may_hold_a_number
from roster.gaps import Gap, Lost
from roster.groups import Problem
from roster.merge import Record
from roster.names import Name, names_in
from roster.people import Pupil, Tie
from roster.phone import Phone
from roster.relations import Role, restricts, role_of
from roster.rows import Row, cell
from roster.telephones import NO_TELEPHONES, Fragment, Telephones, read_telephones, says_none
from roster.text import clean, words
from roster.vocabulary import Field
from roster.words import shortened

_NOBODY = Pupil(key="", name="", called=Name())
_NUMBER_IN_TEXT = re.compile(r"[+(]*\d[\d\s().\-]{5,}\d")
_LABELLED = re.compile(
    r"^\s*(?:mum|mother|mummy|dad|father|daddy|parent|carer|guardian|contact)\s*\d?\s*[:\-–]\s*", re.IGNORECASE
)
_ABOUT_A_NUMBER_LONG = range(9, 12)
_SPOILT = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}")


class ContactReader:
    """Reads the contacts of a sheet's rows, and keeps what could not be understood, for the office.

    Numbers without a country code are dialled from `region`; `asides` are the columns where no number belongs.
    """

    def __init__(self, plan: Plan, region: str, asides: Iterable[int] = ()) -> None:
        self.problems: list[Problem] = []
        self._region = region
        self._cells: dict[str, Telephones] = {"": NO_TELEPHONES}
        self._telephones_at = frozenset(column.index for column in plan.columns if column.field is Field.PHONE)
        self._asides = sorted(asides)
        self._long = {one.index: one.heading for one in plan.columns if is_long_by_nature(one.field, one.heading)}
        times = Counter(column.index for column in plan.columns if column.field in {Field.PHONE, Field.EMAIL})
        self._shared = frozenset(index for index, slots in times.items() if slots > 1)
        self._slots = [
            (slot.relation, {kind: plan.of(index, kind) for kind in Field}) for index, slot in enumerate(plan.slots)
        ]

    def records(self, row: Row, pupil: Pupil) -> Iterator[Record]:
        """The contacts of a row. A number that is the household's makes nobody where somebody in the row has it."""
        found = [
            replace(record, place=place)
            for place, (relation, of) in enumerate(self._slots)
            if (record := self._record(row, pupil, relation, of))
        ]
        own = [record for record in found if not record.only_shared]
        yield from own or found[:1]

    def names(self, row: Row) -> tuple[Name, ...]:
        """The names of a row's only contact."""
        return next((record.names for record in self.records(row, _NOBODY)), ())

    def gaps(self, row: Row) -> Iterator[Gap]:
        """The holes that a row leaves which was set aside: one for each contact, if at least the columns are sure."""
        if not row.lost:
            yield self._gap(row)
            return
        for record in self.records(row, _NOBODY):
            numbers = frozenset(record.phones)
            yield Gap(Lost.PUPIL, row.number, row.torn, record.names, phones=numbers, fragments=record.fragments)

    def slipped(self, row: Row, pupil: Pupil) -> Iterator[Gap]:
        """The hole that a number leaves which stands elsewhere than it should: among notes, or in a row broken in two."""
        places = range(len(row.cells)) if row.short else self._asides
        elsewhere = {
            index: phones
            for index in places
            if index not in self._telephones_at
            and index < len(row.cells)
            and may_have_slipped(row.cells[index])
            and (phones := self._read(row.cells[index]).phones)
        }
        if not elsewhere:
            return
        missing = "cells missing, and " if row.short else ""
        what = f"{missing}a telephone number in the wrong column"
        if row.short or elsewhere.keys() - self._long.keys():
            self.problems.append(Problem("value", f"This row has {what}; whoever it is is protected.", row=row.number))
        else:
            said = (
                "There are telephone numbers in this column, which is not read for any; whoever has one is protected."
            )
            self.problems += [Problem("value", said, column=self._long[index]) for index in elsewhere]
        every = frozenset(phone for some in elsewhere.values() for phone in some)
        yield Gap(Lost.PLACE, row.number, f"the row has {what}", phones=every, pupils=() if row.short else (pupil,))

    def _gap(self, row: Row) -> Gap:
        read = [self._read(text) for text in row.cells if _was_a_number(text)]
        phones = frozenset(phone for cell in read for phone in cell.phones)
        pieces = tuple(piece for cell in read for piece in cell.fragments if _was_a_whole_number(piece))
        if not (phones or pieces or any(map(says_none, row.cells))):
            # Nothing in the row is a number, and nothing says that there is none.
            pieces = (Fragment(""),)
        said = tuple(word for text in row.cells for word in words(text))
        return Gap(Lost.ROW, row.number, row.torn, words=said, phones=phones, fragments=pieces)

    def _record(self, row: Row, pupil: Pupil, relation: str, of: dict[Field, tuple[Column, ...]]) -> Record | None:
        first, last, full, title, identity = (
            _first(row, of[kind]) for kind in (Field.FIRST, Field.LAST, Field.FULL, Field.TITLE, Field.ID)
        )
        full = full or ("" if first or last else _first(row, of[Field.SALUTATION]))
        beside = [
            (column, said)
            for column in (*of[Field.FIRST], *of[Field.LAST], *of[Field.FULL])
            if digits_in(said := cell(row.cells, column)) >= NO_NAME_HAS
        ]
        if beside:
            first, last, full = map(_without_number, (first, last, full))
        telephones = beside + [
            (column, said) for column in of[Field.PHONE] if (said := cell(row.cells, column)) and not says_none(said)
        ]
        emails = []
        for column in of[Field.EMAIL]:
            said = cell(row.cells, column)
            if "@" in said:
                emails.append(said)
                said = beside_addresses(said)
            if may_hold_a_number(said):
                telephones.append((column, said))
        if not (first or last or full or telephones or emails or identity):
            return None
        reached = [(column, said) for column, said in telephones if column.index not in self._shared]
        addressed = any("@" in cell(row.cells, one) for one in of[Field.EMAIL] if one.index not in self._shared)
        phones, fragments, strays = self._telephones(row, telephones)
        return Record(
            row=row.number,
            tie=self._tie(row, pupil, relation, of),
            id=clean(identity),
            names=names_in(first, last, title, full),
            shown=" ".join(part for part in (title, first, last) if part) if first or last else full,
            phones=phones,
            emails=tuple(clean(email).casefold() for email in (*emails, *strays)),
            fragments=fragments,
            only_shared=not (first or last or full or identity or reached or addressed),
        )

    def _telephones(
        self, row: Row, cells: list[tuple[Column, str]]
    ) -> tuple[tuple[Phone, ...], tuple[Fragment, ...], list[str]]:
        phones: dict[Phone, None] = {}
        fragments: list[Fragment] = []
        strays = []
        for column, said in cells:
            if "@" in said:
                strays.append(said)
                self._report(row, column, said, "is an e-mail address; it was read as one")
                continue
            read = self._read(said)
            phones.update(dict.fromkeys(read.phones))
            fragments += read.fragments
            if read.fragments:
                self._report(row, column, said, "is no whole telephone number; whoever it was is protected")
            elif read.passed_over:
                self._report(row, column, said, "is nobody's own number; it was ignored")
        return tuple(phones), tuple(fragments), strays

    def _tie(self, row: Row, pupil: Pupil, relation: str, of: dict[Field, tuple[Column, ...]]) -> Tie:
        said = _first(row, of[Field.RELATION]) or relation
        role = role_of(said)
        if role is Role.UNREAD:
            self._report(row, of[Field.RELATION][0], said, "is no relationship Roster knows; it counts as a carer's")
        return Tie(
            pupil=pupil,
            role=role,
            relation=said,
            responsibility=self._flag(row, of[Field.RESPONSIBILITY]),
            lives_with=self._flag(row, of[Field.LIVES]),
            restricted=restricts(said)
            or any(says_restricted(cell(row.cells, column)) for column in of[Field.RESTRICTED]),
        )

    def _flag(self, row: Row, columns: tuple[Column, ...]) -> bool | None:
        """Read a flag that may stand in several columns: one yes is a yes."""
        values = []
        for column in columns:
            said = cell(row.cells, column)
            values.append(read_flag(said))
            if said and values[-1] is None:
                self._report(row, column, said, "is neither yes nor no; it counts as not recorded")
        return True if True in values else False if False in values else None

    def _read(self, said: str) -> Telephones:
        read = self._cells.get(said)
        if read is None:
            read = self._cells[said] = read_telephones(said, self._region)
        return read

    def _report(self, row: Row, column: Column, said: str, what: str) -> None:
        message = f'"{shortened(said)}" {what}.'
        self.problems.append(Problem("value", message, row=row.number, column=column.heading))


def _without_number(text: str) -> str:
    """Take the number out of a cell that holds a person with one: "Mum: Ola Bello 07700 900123" is Ola Bello."""
    return _LABELLED.sub("", _NUMBER_IN_TEXT.sub(" ", text)).strip(" -:;,()")


def _first(row: Row, columns: Iterable[Column]) -> str:
    return next((said for column in columns if (said := cell(row.cells, column))), "")


def _was_a_number(text: str) -> bool:
    """Whether a cell of a row whose columns are lost may be, or have been, a number: digits, 4.47701E+11, #N/A."""
    return may_hold_a_number(text) or text.startswith("#") or bool(_SPOILT.fullmatch(text))


def _was_a_whole_number(piece: Fragment) -> bool:
    """Tell a spoilt number from the dates and pupil numbers that stand in the same lost row."""
    return bool(piece.span) or piece.text.startswith("#") or len(piece.digits) in _ABOUT_A_NUMBER_LONG
