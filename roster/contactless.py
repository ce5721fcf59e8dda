"""The holes that pupils are who are shown without any contact: whoever is theirs, the export does not say."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from roster.gaps import Gap, Lost
from roster.groups import Problem
from roster.merge import Record
from roster.people import Pupil
from roster.words import counted

_THE_PUPIL_THEMSELVES = "self"


def holes(first_rows: Mapping[str, int], known: Mapping[str, Pupil], records: Iterable[Record]) -> tuple[Gap, ...]:
    """The holes that these pupils leave; `first_rows` says where each stands first, both are by the pupil's key."""
    reached = {record.tie.pupil.key for record in records if _is_somebody(record)}
    return tuple(
        Gap(Lost.EVERY, row, "the pupil has no contact in the export", pupils=(known[key],))
        for key, row in first_rows.items()
        if key not in reached and not known[key].has_left
    )


def said_of(found: Collection[Gap]) -> Iterator[Problem]:
    """Tell the office once how many such pupils there are; those with a leaving date need no contact much longer."""
    staying = sum(pupil.left_on is None for gap in found for pupil in gap.pupils)
    if staying:
        has = "has" if staying == 1 else "have"
        said = (
            f"{counted(staying, 'pupil')} on roll {has} no contact in this export; nobody who may be one is asked to leave. "
            f"To be sure, put their contacts in and export again."
        )
        yield Problem("file", said)


def _is_somebody(record: Record) -> bool:
    reachable = record.names or record.phones or record.emails or record.fragments
    return bool(reachable) and record.tie.relation != _THE_PUPIL_THEMSELVES
