"""Everything that is kept about one person, as two files for the office to check and hand over."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from adapters.store import audit
from adapters.store.subject_rows import everything_about
from adapters.store.subjects import Subject, subjects
from jobs.naming import NotFound, NotUnique
from jobs.office import Office
from jobs.uploads import CannotWrite
from roster.shown import plain
from roster.words import counted, spoken

_NOTES = (
    "For the office to check before it is handed over: a court order, or a doubt about who asks, is a reason to wait.",
    "It has what is kept about this person, and the names of their own children. Other people's names are left out.",
    "Numbers and addresses in sentences are masked. What a letter said of others is theirs to ask for.",
    "What is kept of each group as digests, to judge faster, cannot be found by a person and is not here.",
)
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Access:
    """What is kept about somebody on a day, by what it is."""

    subject: Subject
    school: str
    on: date
    parts: dict[str, list[dict[str, Any]]]


def one_subject(office: Office, said: str) -> Subject:
    """Give whoever is meant. Raises `NotFound`, or `NotUnique` with those who may be."""
    with office.store.reading() as session:
        found = subjects(session, said, office.settings.policy.region)
    if not found:
        raise NotFound(
            "Give the number, the e-mail address, the MIS's id, or the whole name as a list had it.",
            headline=f"Nothing is kept about {plain(said)}.",
        )
    if len(found) > 1:
        who = "; ".join(plain(one.told_apart) for one in found)
        raise NotUnique(
            f"Say which, by the MIS's id or a number that is theirs alone: {who}.",
            headline=f"{plain(said)} may be {counted(len(found), 'person', 'people')}.",
        )
    return found[0]


def access(office: Office, said: str, *, by: str) -> Access:
    """Collect it, and note that it was. Raises `NotFound` or `NotUnique`."""
    subject = one_subject(office, said)
    with office.store.writing() as session:
        parts = everything_about(session, subject)
        audit.note(session, "subject export", by=by, at=office.clock(), about={"who": subject.shown})
    return Access(subject, office.settings.school.name, office.today, parts)


def written_to(folder: Path, found: Access, on: date) -> tuple[Path, Path]:
    """Write it as JSON and as text, readable by nobody else on this computer. Raises `CannotWrite`; overwrites nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stem = next(name for name in _stems(folder, on) if not name.with_suffix(".json").exists())
        paths = stem.with_suffix(".json"), stem.with_suffix(".txt")
        for path, text in zip(paths, (as_json(found), as_text(found)), strict=True):
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        raise CannotWrite(f"The computer says: {error.strerror}.", headline=f"{folder} cannot be written to.") from None
    return paths


def as_json(found: Access) -> str:
    """Give it for a program."""
    said = {"school": found.school, "on": found.on.isoformat(), "about": found.subject.shown, "notes": list(_NOTES)}
    return json.dumps({**said, "kept": found.parts}, ensure_ascii=False, indent=2, default=str) + "\n"


def as_text(found: Access) -> str:
    """Give it for a person."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Access) -> Iterator[str]:
    yield f"What {plain(found.school)} keeps about {plain(found.subject.shown)} in Roster, on {spoken(found.on)}"
    yield ""
    yield from _NOTES
    for part, rows in found.parts.items():
        yield ""
        yield f"{part} ({len(rows)})"
        yield from (f"- {_row_said(row)}" for row in rows)


def _row_said(row: dict[str, Any]) -> str:
    return "; ".join(f"{key}: {_said(value)}" for key, value in row.items() if value not in (None, "", [], {}))


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " | ".join(_row_said(one) if isinstance(one, dict) else plain(str(one), _LONGEST) for one in value)
    return _row_said(value) if isinstance(value, dict) else plain(str(value), _LONGEST)


def _stems(folder: Path, on: date) -> Iterator[Path]:
    number = 1
    while True:
        yield folder / f"subject-{on.isoformat()}-{number}"
        number += 1
