"""The audit held against itself, and against the ends of it that were written down elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from adapters.store import audit, tables
from adapters.store.audit import BEGINNING, Head, digest_of, erased_by, hash_of


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the chain: at which number, and a sentence without anybody in it."""

    number: int
    said: str


def verify(session: Session, anchors: Sequence[Head] = ()) -> tuple[Fault, ...]:
    """Look through the whole chain: an entry changed, deleted, put in or moved shows, and so does a name erased silently.

    That the last entries were cut off shows only against `anchors`, ends of the chain as they were written down (a hash
    may be given by its first 16 digits).
    """
    entries = audit.entries(session)
    return (*_in_the_chain(entries), *_against(entries, anchors))


def _in_the_chain(entries: Sequence[tables.AuditEntry]) -> Iterator[Fault]:
    accounted = _accounted(entries)
    before = BEGINNING
    for at, entry in enumerate(entries, 1):
        number = entry.id or 0
        if number != at:
            yield Fault(number, f"entry {at} should come here, and entry {number} does: one was deleted, or moved")
            return
        if entry.hash != hash_of(before, number, entry.at, entry.act, entry.digest):
            yield Fault(number, f"entry {number} was changed, put in or moved")
        elif not _holds(entry, erased=number in accounted):
            yield Fault(number, f"who did it, or about what, was changed or cleared in entry {number}")
        before = entry.hash


def _holds(entry: tables.AuditEntry, *, erased: bool) -> bool:
    """Whether what an entry tells is what was noted, or was erased as it should be."""
    if entry.salt is None or entry.payload is None:
        return erased and entry.salt is None and entry.payload is None
    return digest_of(entry.salt, entry.payload) == entry.digest


def _accounted(entries: Sequence[tables.AuditEntry]) -> frozenset[int]:
    """The entries of which a later one says that they were erased."""
    found: set[int] = set()
    for entry in entries:
        try:
            found |= {number for number in erased_by(entry.act) if number < (entry.id or 0)}
        except ValueError:
            continue
    return frozenset(found)


def _against(entries: Sequence[tables.AuditEntry], anchors: Sequence[Head]) -> Iterator[Fault]:
    known = {entry.id: entry.hash for entry in entries}
    for anchor in anchors:
        if not anchor.number:
            continue
        found = known.get(anchor.number)
        if found is None:
            yield Fault(
                anchor.number, f"entry {anchor.number} was written down as the last one, and is not there any more"
            )
        elif not found.startswith(anchor.hash):
            yield Fault(anchor.number, f"entry {anchor.number} is another than the one that was written down")
