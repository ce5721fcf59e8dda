"""The outbox."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Letter(SQLModel, table=True):
    """A letter and where it is on its way: pending, claimed, sent or dead.

    `dotted` says that the server may have the whole of it, though it has not said so; `repeats` counts how often
    that was left open. `error` is a class and a code, never a server's text. `reported_in` is the run whose digest
    told the office that the letter is dead.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    run_id: int = Field(foreign_key="run.id")
    run: str
    audience: str
    group_key: str
    group_name: str
    recipient: str
    message_id: str
    thread: str
    subject: str
    text: str
    html: str
    written_at: datetime = Field(sa_type=Moment)
    state: str = Field(default="pending", index=True)
    attempts: int = 0
    repeats: int = 0
    dotted: bool = False
    next_try: datetime = Field(sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    error: str = ""
    reported_in: int | None = Field(default=None, foreign_key="run.id")
