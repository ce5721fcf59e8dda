"""Lines to people: an export becomes a snapshot of the roll, and a list of what could not be understood."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from roster import contactless, room
from roster.contacts import ContactReader
from roster.export import Export
from roster.gaps import Gap, Lost
from roster.groups import MemberList, Problem
from roster.merge import Record, people_of
from roster.people import Contact, Pupil
from roster.pupils import PupilReader
from roster.rows import Row, Survey, rows_of, surveyed
from roster.samples import held_against
from roster.sieve.sifting import Worth, sifted
from roster.snapshot import Snapshot
from roster.tally import Tally, tally_of
from roster.telephones import Fragment


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
    reader = ContactReader(plan, region)
    found = sifted(whole, lists, reader.names, on=on, region=region, worth=worth or Worth())
    if found is None:
        snapshot, more = _understood(whole, None, region)
        return snapshot, (*problems, *more), tally_of(snapshot, on)
    snapshot, more = _understood(found.export, found.survey, region)
    whole_count = replace(snapshot, rows=snapshot.rows + found.rest_rows)
    return whole_count, (*problems, *more), tally_of(snapshot, on) + found.rest


def _understood(export: Export, survey: Survey | None, region: str) -> tuple[Snapshot, tuple[Problem, ...]]:
    """Understand every row; `survey` is that of the whole sheet, if these are only some of its rows."""
    told = survey or surveyed(export)
    rows = tuple(rows_of(export, told))
    reader = ContactReader(export.plan, region, told.asides)
    pupils = PupilReader(export.plan, rows, told.orders)
    read = list(_keyed(rows, pupils))
    known = pupils.pupils()
    found = [(row, key) for row, key in read if not (row.doubtful and _may_have_left(known[key]))]
    doubted = [_lost(row) for row, key in read if row.doubtful and _may_have_left(known[key])]
    torn = sorted((*(row for row in rows if row.torn), *doubted), key=lambda row: row.number)
    records = [record for row, key in found for record in reader.records(row, known[key])]
    contacts, owners = people_of(records)
    continued = frozenset(row.number for row, _ in found if row.same_pupil)
    # Of a sheet cut down to some rows it is known that it has room, and that it reaches somebody.
    full = room.holes(records, export.plan, continued) if survey is None and not _is_by_contact(export) else ()
    unreached = tuple(_nobody_reached(records)) if survey is None else ()
    alone = () if unreached else contactless.holes(_first_rows(found), known, records)
    gaps = (
        *(gap for row in torn for gap in reader.gaps(row)),
        *(gap for row, key in found for gap in reader.slipped(row, known[key])),
        *_gaps(records, owners, contacts),
        *full,
        *alone,
        *unreached,
    )
    snapshot = Snapshot(tuple(known.values()), contacts, gaps, len(rows), _damaged(export, torn), export.cut_short)
    set_aside = (Problem("row", f"This row was set aside: {row.torn}.", row=row.number) for row in torn)
    return snapshot, (
        *set_aside,
        *room.said_of(full),
        *contactless.said_of(alone),
        *pupils.problems,
        *dict.fromkeys(reader.problems),
    )


def _keyed(rows: Iterable[Row], pupils: PupilReader) -> Iterator[tuple[Row, str]]:
    """Give each row that can be read with the key of its pupil."""
    key = ""
    for row in rows:
        if not row.torn:
            key = key if row.same_pupil else pupils.key(row)
            yield row, key


def _may_have_left(pupil: Pupil) -> bool:
    return pupil.has_left or pupil.left_on is not None


def _lost(row: Row) -> Row:
    """Set a row aside that nobody can be sure to be the leaver's above."""
    return replace(row, torn="it does not say for which pupil it is, and the pupil above it has left", lost=True)


def _first_rows(found: Iterable[tuple[Row, str]]) -> dict[str, int]:
    first: dict[str, int] = {}
    for row, key in found:
        first.setdefault(key, row.number)
    return first


def _is_by_contact(export: Export) -> bool:
    """Whether the lines were made of records, one for each contact, so that there is room for any number."""
    return export.recorded and len(export.plan.slots) == 1


def _damaged(export: Export, torn: Collection[Row]) -> int:
    """How many rows are set aside for damage; a record of a contact without any pupil is whole, and there are many."""
    return sum(not (export.recorded and row.lost) for row in torn)


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


def _explained(piece: Fragment, record: Record, person: Contact) -> bool:
    """Whether another row of the same person still has the number that this piece was."""
    elsewhere = (phone for phone in person.phones if phone not in record.phones)
    return any(piece.may_be(phone) for phone in elsewhere)
