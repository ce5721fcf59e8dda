"""The sets of tables among the fixtures, the same sets written otherwise, and who is in them whatever the row numbers."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from random import Random

from adapters.mis.records.parts import Parts
from roster.export import Upload
from roster.normalise import normalise
from roster.people import Contact
from roster.snapshot import Snapshot
from tests.adapters.mis.standards.documents import Files, opened

SETS = Path(__file__).parent.parent / "fixtures" / "sets"
CASES = sorted(path for path in SETS.iterdir() if path.is_dir())
NAMES = [path.name for path in CASES]
WELL_KEPT = [name for name in NAMES if not name.endswith("--dirty")]
Table = list[list[str]]
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def files_of(case: str) -> Files:
    """The bytes of a set's files, by name."""
    return {path.name: path.read_bytes() for path in sorted((SETS / case).iterdir())}


def parts_of(files: Files) -> Parts:
    """A set as its reader gets it."""
    return Parts(tuple(Upload(name, content) for name, content in files.items()))


def with_text(case: str, file: str, old: str, new: str) -> Files:
    """A set with something in one of its files put otherwise."""
    files = files_of(case)
    text = files[file].decode()
    assert old in text
    return {**files, file: text.replace(old, new).encode()}


def without(case: str, *gone: str) -> Files:
    """A set without some of its files."""
    return {name: content for name, content in files_of(case).items() if name not in gone}


def snapshot_of(files: Files) -> Snapshot:
    """The roll that a set makes."""
    return normalise(opened(files)[0])[0]


def said_of(files: Files) -> list[str]:
    """What is said to whoever uploaded a set: notes, then problems."""
    export, notes = opened(files)
    return [problem.message for problem in (*notes, *normalise(export)[1])]


def people_in(files: Files) -> object:
    """Everybody in a set, every link, and how much was set aside; order and row numbers aside."""
    snapshot = snapshot_of(files)
    return frozenset(snapshot.pupils), Counter(map(_person, snapshot.contacts)), snapshot.rows, snapshot.set_aside


def _person(contact: Contact) -> object:
    ties = frozenset((tie.pupil, tie.role, tie.relation, tie.restricted) for tie in contact.ties)
    return frozenset(contact.ids), contact.shown, frozenset(contact.phones), frozenset(contact.emails), ties


def rewritten(files: Files, change: Callable[[Table], Table], *, delimiter: str = ",", newline: str = "\n") -> Files:
    """A set of CSV files with each table changed, and written as some other program would."""

    def anew(content: bytes) -> bytes:
        out = StringIO()
        rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
        csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(change(rows))
        return out.getvalue().encode()

    return {name: content if name.endswith(".json") else anew(content) for name, content in files.items()}


def shuffled(files: Files, chance: Random, *, columns: bool) -> Files:
    """A set with its rows, its records and, if wanted, its columns in another order."""

    def mixed(rows: Table) -> Table:
        heads, *lines = rows
        chance.shuffle(lines)
        if not columns:
            return [heads, *lines]
        order = chance.sample(range(len(heads)), len(heads))
        return [[row[at] if at < len(row) else "" for at in order] for row in (heads, *lines)]

    tables = rewritten(files, mixed)
    return {
        name: _records_shuffled(content, chance) if name.endswith(".json") else content
        for name, content in tables.items()
    }


def _records_shuffled(content: bytes, chance: Random) -> bytes:
    page = json.loads(content)
    for records in page.values():
        chance.shuffle(records)
    return json.dumps(page).encode()


def in_capitals(rows: Table) -> Table:
    """The headings shouted."""
    return [[heading.upper() for heading in rows[0]], *rows[1:]]


def in_words(rows: Table) -> Table:
    """The headings as words: "givenName" is "given name"."""
    return [[re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).lower() for heading in rows[0]], *rows[1:]]


def with_more_columns(rows: Table) -> Table:
    """Columns of the school's own before, amid and after the others, one of them without a heading."""
    half = len(rows[0]) // 2
    heads = ["ext_house", *rows[0][:half], "metadata.bus", *rows[0][half:], ""]
    full = [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows[1:]]
    return [heads, *(["Oak", *row[:half], "7", *row[half:], ""] for row in full)]


def ragged(rows: Table) -> Table:
    """Lines that end with their last cell, under headings that go on."""
    return [
        [*rows[0], "", ""],
        *([*row[: max(at for at, cell in enumerate(row, start=1) if cell)]] for row in rows[1:]),
    ]


def with_days_mixed(rows: Table) -> Table:
    """Every other line with its days as 21/07/2027, with a time in some."""

    def other(at: int, cell: str) -> str:
        return _ISO.sub(r"\3/\2/\1" if at % 2 else r"\1-\2-\3T00:00:00Z", cell) if _ISO.fullmatch(cell) else cell

    return [[other(at, cell) for cell in row] for at, row in enumerate(rows)]
