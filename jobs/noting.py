"""What the audit says of files that came in: whose hand they came from, what they are called, and counts."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from adapters.store import audit
from adapters.store.rolls import Arrival
from roster.groups import MemberList, Problem
from roster.mapping import Mapping
from roster.snapshot import Snapshot


def roll_received(
    session: Session, by: str, arrival: Arrival, snapshot: Snapshot, problems: Collection[Problem], said: Mapping | None
) -> None:
    """Note that an export came, and that somebody `said` what its columns hold, where somebody did."""
    if said:
        audit.note(session, "confirm columns", by=by, at=arrival.at, about={"headings": said.fingerprint})
    counts = {"pupils": len(snapshot.pupils), "contacts": len(snapshot.contacts), "problems": len(problems)}
    audit.note(session, "receive roll", by=by, at=arrival.at, about={**_file(arrival), **counts})


def lists_received(session: Session, by: str, arrival: Arrival, found: Collection[MemberList]) -> None:
    """Note that groups' member lists came."""
    members = [[one.name, len(one.members)] for one in found]
    audit.note(session, "receive list", by=by, at=arrival.at, about={**_file(arrival), "members": members})


def _file(arrival: Arrival) -> dict[str, str]:
    # The name may be somebody's; what stands here can be erased.
    return {"file": arrival.file, "sha256": arrival.sha256}
