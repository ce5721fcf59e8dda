"""Rows to people: one adult, however many rows, merged by MIS id, number or e-mail with a name that agrees."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from roster.names import Name, same_person
from roster.people import Contact, Tie
from roster.phone import Phone
from roster.telephones import Fragment

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record:
    """A contact as one row shows them. `only_shared`: nothing is shown of them but what belongs to the whole row; `place` is
    the slot of the row that they stand in.
    """

    row: int
    tie: Tie
    id: str = ""
    names: tuple[Name, ...] = ()
    shown: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    only_shared: bool = False
    place: int = 0


def people_of(records: Sequence[Record]) -> tuple[tuple[Contact, ...], tuple[int, ...]]:
    """Merge records into contacts; also give, for each record, the index of its contact.

    Two records are one person if an id, a number or an e-mail is the same and the names agree, or if they are of one
    pupil under exactly one name (a pupil's row for each telephone). A name alone never merges two records.
    """
    parents = list(range(len(records)))
    for keyed in _buckets(records):
        for bucket in keyed.values():
            _join(bucket, records, parents)
    clusters: dict[int, list[int]] = defaultdict(list)
    for index in range(len(records)):
        clusters[_root(parents, index)].append(index)
    place = {root: position for position, root in enumerate(clusters)}
    contacts = tuple(_contact([records[index] for index in cluster]) for cluster in clusters.values())
    return contacts, tuple(place[_root(parents, index)] for index in range(len(records)))


def _buckets(records: Sequence[Record]) -> tuple[dict[object, list[int]], ...]:
    ids: dict[object, list[int]] = defaultdict(list)
    phones: dict[object, list[int]] = defaultdict(list)
    emails: dict[object, list[int]] = defaultdict(list)
    namesakes: dict[object, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        if record.id:
            ids[record.id].append(index)
        for phone in record.phones:
            phones[phone.e164].append(index)
        for email in record.emails:
            emails[email].append(index)
        if record.names:
            namesakes[record.tie.pupil.key, record.names].append(index)
    return ids, phones, emails, namesakes


def _join(bucket: list[int], records: Sequence[Record], parents: list[int]) -> None:
    seen: dict[tuple[Name, ...], int] = {}
    for index in bucket:
        names = records[index].names
        for known, other in seen.items():
            if known == names or agree(names, known):
                parents[_root(parents, index)] = _root(parents, other)
        seen.setdefault(names, index)


def agree(left: tuple[Name, ...], right: tuple[Name, ...]) -> bool:
    """Whether two rows' names may be one person's."""
    return any(same_person(one, other) for one in left for other in right)


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _contact(records: list[Record]) -> Contact:
    if len(records) == 1:
        (only,) = records
        ids = (only.id,) if only.id else ()
        return Contact(ids, only.names, only.shown, only.phones, only.emails, (only.tie,), (only.row,))
    return Contact(
        ids=_distinct(record.id for record in records if record.id),
        names=_fullest(_distinct(name for record in records for name in record.names)),
        shown=max((record.shown for record in records), key=len),
        phones=_distinct(phone for record in records for phone in record.phones),
        emails=_distinct(email for record in records for email in record.emails),
        ties=_distinct(record.tie for record in records),
        rows=_distinct(record.row for record in records),
    )


def _fullest(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Drop a name with an initial where another of the same person has the given name that it stands for."""
    whole = tuple(name for name in names if name.given and len(name.given[0]) > 1)
    return tuple(name for name in names if name in whole or not any(same_person(name, one) for one in whole))


def _distinct(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(things))
