"""Taking in a file: what it is, told by its content; then kept, whole or not at all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from statistics import median
from typing import Literal

from adapters.confined.opening import open_book
from adapters.mis import read_export
from adapters.platforms.chats.reduced import is_reduced
from adapters.platforms.door import let_in
from adapters.platforms.reading import read_lists
from adapters.store import Store, columns, lists, originals, rolls
from adapters.store.lists import Landed
from adapters.store.rolls import Arrival
from jobs import noting
from jobs.crashing import crash_point
from jobs.settings import Settings
from jobs.uploads import refuse_chats
from roster.errors import ClaimedTwice, MissingColumns, NothingInside, OneOfASet, RosterError, UnreadableFile
from roster.export import Export, Upload
from roster.groups import MemberList, Problem
from roster.mapping import Kept, Mapping, fingerprint, texts_of
from roster.normalise import normalise
from roster.proof import notes_on
from roster.shown import plain
from roster.snapshot import Snapshot
from roster.words import counted, spoken

Kind = Literal["roll", "list"]
_CELLS_OF_A_TABLE = 3
# An export that is known by the words of its headings alone, and lists that anybody may have typed.
_BY_ITS_WORDS = "headings"
_OF_NO_TOOL = frozenset({"name-phone", "name-email", "guardians", "pasted"})
_QUESTIONS_AT_MOST = 10
_LONGEST_SENTENCE = 400
_HERE = "This export is already here; nothing changed."
_REMEMBERED = ", and so will be those of every file with the same headings (roster map --kept)."


class BothOrNeither(RosterError):
    """A file that may be an export and may be a member list."""

    headline = "This file may be an MIS export and may be a member list."


@dataclass(frozen=True, slots=True)
class About:
    """What a group's admin says of a list: whose it is, how many members the group has, and who made the list."""

    group: str | None = None
    said: int | None = None
    made_by: str | None = None


@dataclass(frozen=True, slots=True)
class ReadRoll:
    """An export as read and as understood. `mapping` is what its columns were read by, where the office has said so."""

    export: Export
    snapshot: Snapshot
    problems: tuple[Problem, ...]
    mapping: Mapping | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file: what it was, whether anything changed, and that in sentences with counts.

    `roll` is the export as read, for whoever wants its problems.
    """

    kind: Kind
    changed: bool
    sentences: tuple[str, ...]
    roll: ReadRoll | None = None


def take_in(
    upload: Upload,
    store: Store,
    settings: Settings,
    *,
    now: datetime,
    kind: Kind | None = None,
    mapping: Mapping | None = None,
    about: About | None = None,
    fresh: bool = False,
    by: str = "",
) -> Receipt:
    """Keep an export or a member list. Raises a `RosterError` if it is neither, or could be both.

    `kind` settles what the file is, `about` says what its admin knows of a list. The export that is the newest already
    changes nothing, unless it is `fresh` from the MIS itself: then it is as young as today. A group's newest list is noted
    to be current. `mapping` says what an export's columns hold, from now on for every file with the same headings. Of a
    chat, only who was in it is kept, as `roster.chat_log` has it. `by` is who gave it, for the audit.
    """
    if kind != "roll":
        upload = let_in(upload.name, BytesIO(upload.content))
    with store.reading() as session:
        kept = columns.every(session)
    confirmed = (
        (Kept(mapping), *(one for one in kept if one.mapping.fingerprint != mapping.fingerprint)) if mapping else kept
    )
    region = settings.policy.region
    found = read(upload, about=about or About(), kind="roll" if mapping else kind, region=region, confirmed=confirmed)
    here = now.astimezone(settings.school.zone)
    arrival = Arrival.of(upload.name, upload.content, here, here.date())
    if isinstance(found, ReadRoll):
        return _keep_roll(found, arrival, upload, store, confirmed=mapping, fresh=fresh, by=by)
    return _keep_lists(found, arrival, upload, store, by=by)


def read(
    upload: Upload, *, about: About, kind: Kind | None, region: str, confirmed: Collection[Kept] = ()
) -> ReadRoll | tuple[MemberList, ...]:
    """Tell what a file is, and read it."""
    if kind == "roll":
        return read_roll(upload, region, confirmed)
    if kind == "list" or about != About() or is_reduced(upload.content):
        return read_lists(
            upload, name=about.group, region=region, said=about.said, made_by=about.made_by, surely=kind == "list"
        )
    try:
        roll = read_roll(upload, region, confirmed)
    except OneOfASet:
        raise
    except RosterError as no_roll:
        return _lists_or(no_roll, upload, region)
    lists = _as_lists(upload, region)
    if roll.export.format == _BY_ITS_WORDS and lists and lists[0].format not in _OF_NO_TOOL:
        return lists
    if lists:
        raise _placed(BothOrNeither("Say which: --as roll or --as list."), upload)
    return roll


def read_roll(upload: Upload, region: str, confirmed: Collection[Kept] = ()) -> ReadRoll:
    """Read an export, its columns as the office has confirmed them where it has."""
    refuse_chats(upload)
    export, notes = read_export(upload, confirmed=confirmed)
    snapshot, problems = normalise(export, region=region)
    known = {one.mapping.fingerprint: one.mapping for one in confirmed}
    by = known[fingerprint(texts_of(export.plan))] if export.plan.confirmed else None
    return ReadRoll(export, snapshot, (*notes, *problems), by)


def _lists_or(no_roll: RosterError, upload: Upload, region: str) -> tuple[MemberList, ...]:
    try:
        found = read_lists(upload, region=region)
    except RosterError as no_list:
        raise (no_roll if _says_more(no_roll, no_list) else no_list) from None
    if isinstance(no_roll, MissingColumns) and found[0].format == "pasted" and _is_a_table(upload):
        raise no_roll
    return found


def _says_more(no_roll: RosterError, no_list: RosterError) -> bool:
    """Whether the export reader's sentence is the helpful one."""
    nearly = isinstance(no_roll, UnreadableFile | MissingColumns | NothingInside | ClaimedTwice)
    return (nearly and not isinstance(no_list, NothingInside)) or "MIS export" in no_list.headline


def _is_a_table(upload: Upload) -> bool:
    """Whether a text is rows of cells, so that it is no pasted list."""
    widths = [sum(map(bool, cells)) for sheet in open_book(upload).sheets for _, cells in sheet.rows]
    return bool(widths) and median(widths) >= _CELLS_OF_A_TABLE


def _as_lists(upload: Upload, region: str) -> tuple[MemberList, ...]:
    """Read a file as lists, or as none."""
    try:
        return read_lists(upload, region=region)
    except RosterError:
        return ()


def _keep_roll(
    found: ReadRoll, arrival: Arrival, upload: Upload, store: Store, *, confirmed: Mapping | None, fresh: bool, by: str
) -> Receipt:
    cells = columns.as_cells(found.mapping) if found.mapping else None
    with store.writing() as session:
        originals.keep(session, arrival, upload.content)
        if confirmed:
            columns.keep(session, confirmed, arrival)
        crash_point("kept")
        problems, format_ = len(found.problems), found.export.format
        roll = rolls.receive(session, arrival, found.snapshot, format_=format_, problems=problems, columns=cells)
        noting.roll_received(session, by, arrival, found.snapshot, found.problems, confirmed)
        crash_point("receive")
        if roll is None:
            younger = fresh and rolls.confirm(session, arrival)
            noted = f"The MIS gave the same export; noted that it is current on {spoken(arrival.day)}."
            return Receipt("roll", changed=False, sentences=(noted if younger else _HERE,), roll=found)
        older = roll.same_as is not None
        counts = (
            f"{counted(roll.on_roll, 'pupil')} on roll, {counted(roll.contacts, 'contact')}, "
            f"{counted(roll.problems, 'problem')}."
        )
    warning = ("The same file was received before, and others since: the next night will hold it.",) if older else ()
    sentences = (f"Took in an MIS export: {counts}", *warning, *_about_the_columns(found, remembered=bool(confirmed)))
    return Receipt("roll", changed=True, sentences=sentences, roll=found)


def _about_the_columns(found: ReadRoll, *, remembered: bool) -> tuple[str, ...]:
    """What the office should know, or is asked, about the file as a whole."""
    plan = found.export.plan
    said = [f"Its columns were read {plan.confirmed}{_REMEMBERED if remembered else '.'}"] if plan.confirmed else []
    asked = [plain(problem.message, _LONGEST_SENTENCE) for problem in found.problems if problem.row is None]
    more = len(asked) - _QUESTIONS_AT_MOST
    rest = [f"... and {more} more about the columns; --problems FILE.xlsx has them all."] if more > 0 else []
    return (*said, *asked[:_QUESTIONS_AT_MOST], *rest)


def _keep_lists(found: tuple[MemberList, ...], arrival: Arrival, upload: Upload, store: Store, *, by: str) -> Receipt:
    with store.writing() as session:
        if is_reduced(upload.content):
            originals.keep(session, arrival, upload.content)
        landed = [lists.receive(session, arrival, replace(one, name=one.name.strip())) for one in found]
        noting.lists_received(session, by, arrival, found)
        crash_point("receive")
    sentences = tuple(
        sentence for one, what in zip(found, landed, strict=True) for sentence in _list_said(one, what, arrival)
    )
    return Receipt("list", changed=any(what.new for what in landed), sentences=sentences)


def _list_said(one: MemberList, landed: Landed, arrival: Arrival) -> Iterator[str]:
    name = plain(one.name)
    if not landed.new:
        yield f"The member list of {name} is still the same; noted that it is current on {spoken(arrival.day)}."
        return
    said = f"Took in the member list of {name}: {counted(len(one.members), 'member')}{_and_problems(one)}."
    yield f"{said} This is the same list as that of {spoken(landed.before)}." if landed.before else said
    yield from (plain(note, _LONGEST_SENTENCE) for note in notes_on(one))


def _and_problems(listed: MemberList) -> str:
    rows = sum(problem.row is not None for problem in listed.problems)
    return f", {counted(rows, 'problem')}" if rows else ""


def _placed(error: RosterError, upload: Upload) -> RosterError:
    error.file = upload.name
    return error
