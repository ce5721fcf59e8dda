"""The outbox."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Letter(SQLModel, table=True):
    """A letter and where it is on its way: pending, claimed, sent, dead, or withdrawn because a newer run took its place.

    `kind` is a word of `roster.letters.Kind`; `group_key` and `group_name` are empty for a letter about several groups, or
    none. The groups that it tells volunteers of are its `LetterGroup`s.

    `dotted` says that the server may have the whole of it, though it has not said so; `repeats` counts how often
    that was left open. `error` is a class and a code, never a server's text. `reported_in` is the run whose digest
    told the office that the letter is dead. `attached` is the file that goes with the letter, if one does, under its name.
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
    kind: str = Field(default="list", sa_column_kwargs={"server_default": "list"})
    language: str = Field(default="en", sa_column_kwargs={"server_default": "en"})
    attached_as: str = Field(default="", sa_column_kwargs={"server_default": ""})
    attached: bytes | None = None


class LetterGroup(SQLModel, table=True):
    """A group that a letter to a volunteer tells of."""

    letter_id: int = Field(primary_key=True, foreign_key="letter.id")
    group_key: str = Field(primary_key=True, index=True)
    group_name: str
