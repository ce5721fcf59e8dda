"""What can still be told of a user whose cells have slipped, because a list in their line was not quoted."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from adapters.mis.records.parts import Record
from adapters.mis.records.rostering import Bond, Office, User
from adapters.mis.records.rostering_links import CARERS, STUDENT

_MAY_BE_A_NUMBER = re.compile(r"[\s()+.\-]*(?:\d[\s()+.\-]*){9,}")
_DIGIT = re.compile(r"\d")
_OF_IDS = frozenset({"sourcedid", "agentsourcedids", "agents"})
_TELLING = frozenset({STUDENT, *CARERS})


def slips_told(
    records: Collection[Record],
    *,
    names: Collection[str],
    phones: Collection[str],
    emails: Collection[str] = ("email",),
) -> list[Record]:
    """Mark as torn whatever line of people has more cells than headings, and a cell under a heading where it cannot belong.

    Such a line may end in blanks that a comma too many pushed over the edge, as well as in blanks that a program likes to
    write. The headings are those of names, telephone numbers and e-mail addresses.
    """
    ids = {record["sourcedId"] for record in records} - {""}
    return [
        replace(record, torn=True)
        if record.longer and (record.torn or _is_elsewhere(record, ids) or _is_misplaced(record, names, phones, emails))
        else record
        for record in records
    ]


def _is_elsewhere(record: Record, ids: Collection[str]) -> bool:
    """Whether the id of somebody else stands where no ids are."""
    own = record["sourcedId"]
    return any(cell in ids and cell != own for heading, cell in record.cells.items() if heading not in _OF_IDS)


def _is_misplaced(record: Record, names: Collection[str], phones: Collection[str], emails: Collection[str]) -> bool:
    return (
        any(sign in record[heading] for heading in (*names, *phones) for sign in "@{}")
        or any(record[heading] and not _DIGIT.search(record[heading]) for heading in phones)
        or any(record[heading] and "@" not in record[heading] for heading in emails)
    )


def user_of_torn(record: Record, identity: str, offices: tuple[Office, ...]) -> User:
    """Keep what may be somebody's, under whichever heading it stands now: roles, telephone numbers, addresses.

    Lists come late in a line, so the id has not slipped. The name is left out: a wrong one could harm.
    """
    said = tuple(Office(role) for cell in record.line if (role := cell.casefold()) in _TELLING)
    return User(
        identity or f"line {record.row}",
        record.row,
        phones=tuple(cell for cell in record.line if _MAY_BE_A_NUMBER.fullmatch(cell)),
        emails=tuple(cell for cell in record.line if "@" in cell),
        offices=offices or said,
        shown_id=None if identity else "",
    )


def bonds_of_torn(record: Record, known: Collection[str]) -> Iterator[Bond]:
    """Tie somebody to everybody whose id stands anywhere in their line."""
    for cell in record.line:
        for piece in cell.split(","):
            other = piece.strip().strip('"')
            if other in known and other != record["sourcedId"]:
                yield Bond(record["sourcedId"] or f"line {record.row}", other)
