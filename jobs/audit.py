"""`roster audit`: who did what, and whether it is all still as it was noted."""

import argparse
import csv
import io
import json
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from adapters.store import audit, auditing, tables
from adapters.store.anchors import anchor_in, file_beside, read
from adapters.store.auditing import Fault
from jobs.arguments import a_day, add_settings
from jobs.compose import compose
from jobs.office import Office
from roster.harmless import harmless
from roster.shown import plain
from roster.words import counted

_WELL, _WRONG = 0, 1
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Done:
    """One act: its number, when (by the school's clock), what, by whom and about what; None for both once they are erased."""

    number: int
    at: datetime
    act: str
    by: str | None
    about: dict[str, Any] | None

    @property
    def said(self) -> str:
        """The act in a line."""
        when = self.at.strftime("%Y-%m-%d %H:%M")
        if self.about is None:
            return f"{self.number} {when} {self.act} (names erased)"
        about = ", ".join(
            f"{key}: {_text(value)}" for key, value in self.about.items() if value not in (None, "", [], {})
        )
        return plain(f"{self.number} {when} {self.act} by {self.by or 'nobody named'} {about}", _LONGEST)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--since", type=a_day, metavar="YYYY-MM-DD", help="from this day on")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: text")
    parser.add_argument("--verify", action="store_true", help="look whether anything was changed, deleted or cut off")
    parser.add_argument(
        "--anchor",
        action="append",
        default=[],
        metavar="N:HASH",
        help="with --verify: a fingerprint that a digest printed",
    )
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show it, or look whether it is whole; 1 if it is not."""
    with closing(compose(arguments.settings)) as office:
        if arguments.verify or arguments.anchor:
            return _verified(office, arguments.anchor)
        print(_FORMATS[arguments.format](done(office, arguments.since)), end="")
    return _WELL


def done(office: Office, since: date | None = None) -> tuple[Done, ...]:
    """Everything that was done, or from a day on, oldest first."""
    zone = office.settings.school.zone
    begin = datetime.combine(since, time(), zone) if since else None
    with office.store.reading() as session:
        return tuple(_done(row, office) for row in audit.entries(session, begin))


def faults(office: Office, fingerprints: Iterable[str] = ()) -> tuple[Fault, ...]:
    """What is wrong with the audit, held against what is written down beside the database and what is given besides.

    Raises `NoAnchor` for what is no fingerprint.
    """
    known = [*read(file_beside(office.settings.database)), *map(anchor_in, fingerprints)]
    with office.store.reading() as session:
        return auditing.verify(session, known)


def _verified(office: Office, fingerprints: list[str]) -> int:
    found = faults(office, fingerprints)
    with office.store.reading() as session:
        head = audit.head(session)
    for fault in found:
        print(f"Wrong: {fault.said}.")
    if found:
        return _WRONG
    print(f"{counted(head.number, 'entry', 'entries')}, all as they were noted. The last is {head.said}.")
    return _WELL


def _done(row: tables.AuditEntry, office: Office) -> Done:
    about = dict(row.payload) if row.payload is not None else None
    by = about.pop("by", "") if about is not None else None
    return Done(row.id or 0, row.at.astimezone(office.settings.school.zone), row.act, by, about)


def _as_text(acts: Iterable[Done]) -> str:
    return "".join(f"{act.said}\n" for act in acts) or "Nothing was done.\n"


def _as_json(acts: Iterable[Done]) -> str:
    rows = [
        {"number": one.number, "at": one.at.isoformat(), "act": one.act, "by": one.by, "about": one.about}
        for one in acts
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _as_csv(acts: Iterable[Done]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(("number", "at", "act", "by", "about"))
    for one in acts:
        about = "" if one.about is None else json.dumps(one.about, ensure_ascii=False)
        writer.writerow(map(harmless, (str(one.number), one.at.isoformat(), one.act, one.by or "", about)))
    return text.getvalue()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_FORMATS: dict[str, Callable[[Iterable[Done]], str]] = {"text": _as_text, "json": _as_json, "csv": _as_csv}
