"""Exports as they arrived: kept once, however often they come, so that a better reader can read them again."""

import hashlib
import zlib

from sqlalchemy.orm import Session

from adapters.store import tables
from adapters.store.rolls import Arrival
from roster.errors import RosterError
from roster.export import Upload


class NoOriginal(RosterError):
    """The bytes of an upload are gone, or are not what they were."""

    headline = "The file that this roll was read from is not there any more."


def keep(session: Session, arrival: Arrival, content: bytes) -> None:
    """Keep an upload's bytes, in the transaction that lands what was read from them."""
    if session.get(tables.Original, arrival.sha256) is None:
        session.add(
            tables.Original(
                sha256=arrival.sha256,
                file=arrival.file,
                received_at=arrival.at,
                size=len(content),
                content=zlib.compress(content),
            )
        )


def original(session: Session, sha256: str) -> Upload:
    """Give an upload back, byte for byte. Raises `NoOriginal` if it was deleted, or is damaged."""
    row = session.get(tables.Original, sha256)
    if row is None:
        raise NoOriginal("It came before Roster kept them, or its time was over: give the export again.")
    try:
        content = zlib.decompress(row.content)
    except zlib.error:
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise NoOriginal("Put the last back-up in its place.", headline="A file that was kept is damaged.")
    return Upload(row.file, content)
