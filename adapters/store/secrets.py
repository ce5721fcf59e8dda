"""Keys of Roster's own: made when first needed, kept in the database, never shown."""

from secrets import token_hex

from sqlalchemy.orm import Session

from adapters.store import tables

_SECRET = tables.Secret
_BYTES = 32


def key(session: Session, name: str) -> bytes:
    """Give the key of a name: 32 random bytes, made now if there is none. Call it in a writing transaction."""
    return known(session, name) or _made(session, name)


def known(session: Session, name: str) -> bytes | None:
    """Give the key of a name, if it was ever made."""
    row = session.get(_SECRET, name)
    return bytes.fromhex(row.value) if row else None


def _made(session: Session, name: str) -> bytes:
    row = _SECRET(name=name, value=token_hex(_BYTES))
    session.add(row)
    session.flush()
    return bytes.fromhex(row.value)
