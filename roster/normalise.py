"""Lines to people: an export becomes a snapshot of the roll, and a list of what could not be understood."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from roster.cells import read_flag, says_restricted
from roster.columns import THE_PUPILS_OWN, Column, Plan
from roster.export import Export
from roster.gaps import Gap, Lost
from roster.groups import MemberList, Problem
from roster.headings import NAME_FIELDS
from roster.merge import Record, people_of
from roster.names import Name, names_in
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.pupils import PupilReader
from roster.relations import Role, restricts, role_of
from roster.rows import Row, Survey, asides, cell, rows_of
from roster.samples import held_against
from roster.sieve.sifting import Worth, sifted
from roster.snapshot import Snapshot
from roster.tally import Tally, tally_of
from roster.telephones import NO_TELEPHONES, Fragment, Telephones, read_telephones, says_none
from roster.text import clean, words
from roster.vocabulary import Field
from roster.words import counted, shortened

_WIDE_FROM = 2
_MANY_PLACES = 3
_NOBODY = Pupil(key="", name="", called=Name())
_DIGITS_OF_A_NUMBER = 9
_DIGITS_NO_NAME_HAS = 7
_NUMBER_IN_TEXT = re.compile(r"[+(]*\d[\d\s().\-]{5,}\d")
_LABELLED = re.compile(
    r"^\s*(?:mum|mother|mummy|dad|father|daddy|parent|carer|guardian|contact)\s*\d?\s*[:\-–]\s*", re.IGNORECASE
)
_ABOUT_A_NUMBER_LONG = range(9, 12)
_SPOILT = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}")


def normalise(export: Export, *, region: str = "GB") -> tuple[Snapshot, tuple[Problem, ...]]:
    """Understand every cell once. What cannot be understood is a `Problem`, and a `Gap` where it may be somebody.

    Numbers without a country code are dialled from `region`. Never raises: whatever the lines hold, the result is
    a snapshot that protects those whom the lost cells might have been about.
    """
    plan, problems = held_against(export.plan, export.lines)
    snapshot, more = _understood(replace(export, plan=plan), None, region)
    return snapshot, (*problems, *more)


def normalise_for(
    lists: Iterable[MemberList], export: Export, *, on: date, region: str = "GB", worth: Worth | None = None
) -> tuple[Snapshot, tuple[Problem, ...], Tally]:
    """Understand what can matter for some lists on a day: the same verdicts as from the whole, sooner.

    Where it is worth it, the snapshot has only pupils and contacts who can matter. The tally counts everybody.
    """
    plan, problems = held_against(export.plan, export.lines)
    whole = replace(export, plan=plan)
    reader = _ContactReader(plan, region)
    found = sifted(whole, lists, reader.names, on=on, region=region, worth=worth or Worth())
    if found is None:
        snapshot, more = _understood(whole, None, region)
        return snapshot, (*problems, *more), tally_of(snapshot, on)
    snapshot, more = _understood(found.export, found.survey, region)
    whole_count = replace(snapshot, rows=snapshot.rows + found.rest_rows)
    return whole_count, (*problems, *more), tally_of(snapshot, on) + found.rest


def _understood(export: Export, survey: Survey | None, region: str) -> tuple[Snapshot, tuple[Problem, ...]]:
    rows = tuple(rows_of(export, survey))
    reader = _ContactReader(export.plan, region)
    pupils = PupilReader(export.plan, rows, survey.orders if survey else None)
    torn = []
    found: list[tuple[Row, str]] = []
    key = ""
    for row in rows:
        if row.torn:
            torn.append(row)
        else:
            key = key if row.same_pupil else pupils.key(row)
            found.append((row, key))
    known = pupils.pupils()
    records = [record for row, key in found for record in reader.records(row, known[key])]
    contacts, owners = people_of(records)
    continued = frozenset(row.number for row, _ in found if row.same_pupil)
    without_room = _without_room((record for record in records if record.row not in continued), export.plan)
    slipped = (gap for row, key in found for gap in reader.slipped(row, known[key]))
    gaps = (
        *(gap for row in torn for gap in reader.gaps(row)),
        *slipped,
        *_gaps(records, owners, contacts),
        *without_room,
        *(_nobody_reached(records) if survey is None else ()),
    )
    snapshot = Snapshot(tuple(known.values()), contacts, gaps, len(rows), _damaged(export, torn), export.cut_short)
    set_aside = (Problem("row", f"This row was set aside: {row.torn}.", row=row.number) for row in torn)
    return snapshot, (
        *set_aside,
        *_said_of(without_room),
        *pupils.problems,
        *dict.fromkeys(reader.problems),
    )


def _damaged(export: Export, torn: Collection[Row]) -> int:
    """How many rows are set aside for damage; a record of a contact without any pupil is whole, and there are many."""
    return sum(not (export.recorded and row.lost) for row in torn)


class _ContactReader:
    def __init__(self, plan: Plan, region: str) -> None:
        self.problems: list[Problem] = []
        self._region = region
        self._cells: dict[str, Telephones] = {"": NO_TELEPHONES}
        self._telephones_at = frozenset(column.index for column in plan.columns if column.field is Field.PHONE)
        self._asides = sorted(asides(plan))
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
        elsewhere = [
            text
            for index in places
            if index not in self._telephones_at
            and index < len(row.cells)
            and _may_hold_a_number(text := row.cells[index])
        ]
        phones = frozenset(phone for text in elsewhere for phone in self._read(text).phones)
        if phones:
            what = (
                "cells missing, and a telephone number in the wrong column"
                if row.short
                else "a telephone number in the wrong column"
            )
            self.problems.append(Problem("value", f"This row has {what}; whoever it is is protected.", row=row.number))
            yield Gap(
                Lost.PLACE, row.number, f"the row has {what}", phones=phones, pupils=() if row.short else (pupil,)
            )

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
            if sum(map(str.isdigit, said := cell(row.cells, column))) >= _DIGITS_NO_NAME_HAS
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
            elif _may_hold_a_number(said):
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


def _gaps(records: list[Record], owners: tuple[int, ...], contacts: tuple[Contact, ...]) -> Iterator[Gap]:
    lost: dict[object, Gap] = {}
    for record, owner in zip(records, owners, strict=True):
        for piece in record.fragments:
            known = lost.get((owner, piece)) or Gap(
                Lost.NUMBER,
                record.row,
                "a number could not be read",
                contacts[owner].names,
                fragments=(piece,),
                explained=_explained(piece, record, contacts[owner]),
            )
            if record.tie.pupil not in known.pupils:
                lost[owner, piece] = replace(known, pupils=(*known.pupils, record.tie.pupil))
    yield from lost.values()


def _nobody_reached(records: Iterable[Record]) -> Iterator[Gap]:
    """The hole that an export is in which no contact has a number: by its silence nobody can be told a stranger."""
    if not any(record.phones or record.fragments for record in records):
        yield Gap(Lost.NUMBER, 1, "no contact in the export has a telephone number", fragments=(Fragment(""),))


def _without_room(records: Iterable[Record], plan: Plan) -> tuple[Gap, ...]:
    """The holes of a wide sheet where every place for a contact is taken: who else there is, it has no room to say.

    Where another pupil's rows show different people, more rows are room enough.
    """
    named = {column.who for column in plan.columns if column.field in NAME_FIELDS}
    places = {who: slot for who, slot in enumerate(plan.slots) if slot.name != THE_PUPILS_OWN and who in named}
    if len(places) < _WIDE_FROM:
        return ()
    numbered = len(places) >= _MANY_PLACES and all(slot.name.isdigit() for slot in places.values())
    telling = {max(places)} if numbered else set(places)
    by_pupil: dict[str, dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        if record.place in places:
            by_pupil[record.tie.pupil.key][record.row].append(record)
    if any(_differ(rows.values()) for rows in by_pupil.values()):
        return ()
    shown = (those for rows in by_pupil.values() for those in list(rows.values())[:1])
    return tuple(
        Gap(
            Lost.FURTHER if numbered else Lost.ANOTHER,
            those[0].row,
            "every place for a contact is taken, so another one may be missing",
            tuple(name for record in those for name in record.names),
            pupils=(those[0].tie.pupil,),
        )
        for those in shown
        if telling <= {record.place for record in those}
    )


def _differ(rows: Iterable[list[Record]]) -> bool:
    """Whether a pupil's rows show different people, so that a sheet has room for any number of them."""
    return len({tuple((record.names, record.phones) for record in those) for those in rows}) > 1


def _said_of(without_room: Collection[Gap]) -> Iterator[Problem]:
    if without_room:
        pupils = counted(len(without_room), "pupil")
        said = (
            f"Every place for a contact is taken for {pupils}, so further contacts may be missing; nobody who may be one "
            f"is asked to leave. To be sure, export a row for each contact."
        )
        yield Problem("file", said)


def _explained(piece: Fragment, record: Record, person: Contact) -> bool:
    """Whether another row of the same person still has the number that this piece was."""
    elsewhere = (phone for phone in person.phones if phone not in record.phones)
    return any(piece.may_be(phone) for phone in elsewhere)


def _without_number(text: str) -> str:
    """Take the number out of a cell that holds a person with one: "Mum: Ola Bello 07700 900123" is Ola Bello."""
    return _LABELLED.sub("", _NUMBER_IN_TEXT.sub(" ", text)).strip(" -:;,()")


def _first(row: Row, columns: Iterable[Column]) -> str:
    return next((said for column in columns if (said := cell(row.cells, column))), "")


def _may_hold_a_number(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _DIGITS_OF_A_NUMBER


def _was_a_number(text: str) -> bool:
    """Whether a cell of a row whose columns are lost may be, or have been, a number: digits, 4.47701E+11, #N/A."""
    return _may_hold_a_number(text) or text.startswith("#") or bool(_SPOILT.fullmatch(text))


def _was_a_whole_number(piece: Fragment) -> bool:
    """Tell a spoilt number from the dates and pupil numbers that stand in the same lost row."""
    return bool(piece.span) or piece.text.startswith("#") or len(piece.digits) in _ABOUT_A_NUMBER_LONG
