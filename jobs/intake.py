"""Taking in a file: what it is, told by its content; then kept, whole or not at all."""

from dataclasses import dataclass, replace
from datetime import datetime
from statistics import median
from typing import Literal

from adapters.confined import open_book
from adapters.mis import read_export
from adapters.platforms import read_lists
from adapters.store import Store, lists, rolls
from adapters.store.lists import Landed
from adapters.store.rolls import Arrival
from jobs.crashing import crash_point
from jobs.settings import Settings
from roster.errors import ClaimedTwice, MissingColumns, NothingInside, RosterError, UnreadableFile
from roster.export import Upload
from roster.groups import MemberList, Problem
from roster.normalise import normalise
from roster.shown import plain
from roster.snapshot import Snapshot
from roster.words import counted, spoken

Kind = Literal["roll", "list"]
_CELLS_OF_A_TABLE = 3


class BothOrNeither(RosterError):
    """A file that may be an export and may be a member list."""

    headline = "This file may be an MIS export and may be a member list."


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file: what it was, whether anything changed, and that in sentences with counts."""

    kind: Kind
    changed: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadRoll:
    """An export as understood."""

    snapshot: Snapshot
    format: str
    problems: tuple[Problem, ...]


def take_in(
    upload: Upload,
    store: Store,
    settings: Settings,
    *,
    now: datetime,
    group: str | None = None,
    kind: Kind | None = None,
) -> Receipt:
    """Keep an export or a member list. Raises a `RosterError` if it is neither, or could be both.

    `group` names a list's group; `kind` settles what the file is. The export that is the newest already changes nothing;
    a group's newest list is noted to be current.
    """
    found = read(upload, group=group, kind=kind, region=settings.policy.region)
    day = now.astimezone(settings.school.zone).date()
    arrival = Arrival.of(upload.name, upload.content, now, day)
    if isinstance(found, ReadRoll):
        return _keep_roll(found, arrival, store)
    return _keep_lists(found, arrival, store)


def read(upload: Upload, *, group: str | None, kind: Kind | None, region: str) -> ReadRoll | tuple[MemberList, ...]:
    """Tell what a file is, and read it."""
    if kind == "roll":
        return _roll(upload, region)
    if kind == "list" or group is not None:
        return read_lists(upload, name=group, region=region)
    try:
        roll = _roll(upload, region)
    except RosterError as no_roll:
        return _lists_or(no_roll, upload, region)
    if _reads_as_list(upload, region):
        raise _placed(BothOrNeither("Say which: --as roll or --as list."), upload)
    return roll


def _roll(upload: Upload, region: str) -> ReadRoll:
    export, notes = read_export(upload)
    snapshot, problems = normalise(export, region=region)
    return ReadRoll(snapshot, export.format, (*notes, *problems))


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


def _reads_as_list(upload: Upload, region: str) -> bool:
    try:
        return bool(read_lists(upload, region=region))
    except RosterError:
        return False


def _keep_roll(found: ReadRoll, arrival: Arrival, store: Store) -> Receipt:
    with store.writing() as session:
        roll = rolls.receive(session, arrival, found.snapshot, format_=found.format, problems=len(found.problems))
        crash_point("receive")
        if roll is None:
            return Receipt("roll", changed=False, sentences=("This export is already here; nothing changed.",))
        older = roll.same_as is not None
        counts = (
            f"{counted(roll.on_roll, 'pupil')} on roll, {counted(roll.contacts, 'contact')}, "
            f"{counted(roll.problems, 'problem')}."
        )
    warning = ("The same file was received before, and others since: the next night will hold it.",) if older else ()
    return Receipt("roll", changed=True, sentences=(f"Took in an MIS export: {counts}", *warning))


def _keep_lists(found: tuple[MemberList, ...], arrival: Arrival, store: Store) -> Receipt:
    with store.writing() as session:
        landed = [lists.receive(session, arrival, replace(one, name=one.name.strip())) for one in found]
        crash_point("receive")
    sentences = tuple(_list_said(one, what, arrival) for one, what in zip(found, landed, strict=True))
    return Receipt("list", changed=any(what.new for what in landed), sentences=sentences)


def _list_said(one: MemberList, landed: Landed, arrival: Arrival) -> str:
    name = plain(one.name)
    if not landed.new:
        return f"The member list of {name} is still the same; noted that it is current on {spoken(arrival.day)}."
    said = f"Took in the member list of {name}: {counted(len(one.members), 'member')}{_and_problems(one)}."
    return f"{said} This is the same list as that of {spoken(landed.before)}." if landed.before else said


def _and_problems(listed: MemberList) -> str:
    return f", {counted(len(listed.problems), 'problem')}" if listed.problems else ""


def _placed(error: RosterError, upload: Upload) -> RosterError:
    error.file = upload.name
    return error
