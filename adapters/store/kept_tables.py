"""What came in, byte for byte, and what the office has said about its columns."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Original(SQLModel, table=True):
    """An export as it arrived, by the SHA-256 of its bytes. `content` is compressed (zlib), `size` is that of the bytes.

    `kept_until` is the last day it is kept; NULL is without end.
    """

    sha256: str = Field(primary_key=True)
    file: str
    received_at: datetime = Field(sa_type=Moment)
    kept_until: date | None = None
    size: int
    content: bytes


class Columns(SQLModel, table=True):
    """What the office has said each column holds, by the fingerprint of the headings."""

    fingerprint: str = Field(primary_key=True)
    file: str
    confirmed_at: datetime = Field(sa_type=Moment)
    day: date
    columns: dict[str, Any] = Field(sa_type=JSON)
