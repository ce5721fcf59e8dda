"""What becomes of one member of a group when a few lines are the export."""

from datetime import date

from adapters.mis import read_export
from adapters.platforms.reading import read_lists
from roster.comparison import compare
from roster.groups import Problem
from roster.normalise import normalise
from roster.snapshot import Snapshot
from tests.builders import an_upload

TODAY = date(2026, 11, 22)


def understood(*lines: str) -> tuple[Snapshot, tuple[Problem, ...]]:
    """What the lines of a csv are understood as."""
    export, _ = read_export(an_upload("\n".join(lines) + "\n", "contacts.csv"))
    return normalise(export)


def reason(*lines: str, shown: str, phone: str, group: str = "3B") -> str:
    """The reason told of somebody shown under this name beside this number."""
    snapshot, _ = understood(*lines)
    listed = read_lists(an_upload(f"Name,Phone\n{shown},{phone}\n", f"{group}.csv"), name=group)
    (judged,) = compare(snapshot, listed, on=TODAY)
    return judged.verdicts[0].reason.name
