"""The settings of the night: when letters go and in what words, what is chased, what comes back, and who is told."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, SecretStr, field_validator, model_validator

from adapters.pulls.addresses import LOOPBACK, fault
from jobs.settings_base import Decided, time_of_day
from roster.terms import Term, Terms

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(\.{_ATOM})*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)")

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEK: tuple[str, ...] = get_args(Weekday)
Language = Literal["en", "cy", "pl", "ur"]


def number_of(day: Weekday) -> int:
    """Give a day's place in the week; Monday is 0."""
    return _WEEK.index(day)


def an_address(value: object) -> object:
    """Take one e-mail address, in small letters: one reader is one, however they are spelt. Raises `ValueError` with what it must be."""
    if isinstance(value, str) and not _ADDRESS.fullmatch(value):
        raise ValueError('must be one e-mail address, such as "office@example.org"')
    return value.lower() if isinstance(value, str) else value


Address = Annotated[str, BeforeValidator(an_address)]


def _a_time(said: str) -> str:
    time_of_day(said)
    return said


TimeOfDay = Annotated[str, BeforeValidator(_a_time)]


class Calendar(Decided):
    """The school's days. Volunteers are written to on school days only."""

    terms: tuple[str, ...] = Field(
        (),
        description="First and last days of the terms, half-term left out. Without any, it is term all the year.",
        examples=[["2026-09-02 to 2026-10-23", "2026-11-02 to 2026-12-18"]],
    )
    closed: tuple[date, ...] = Field(
        (),
        description="Days within them on which the school is closed, such as training days.",
        examples=[["2026-11-27"]],
    )

    weekdays: tuple[Weekday, ...] = Field(
        ("mon", "tue", "wed", "thu", "fri"), min_length=1, description="The days of the week with school."
    )

    @field_validator("terms")
    @classmethod
    def _are_spans(cls, said: tuple[str, ...]) -> tuple[str, ...]:
        list(_spans(said))
        return said

    @property
    def known(self) -> Terms:
        """The terms, as the roster reckons with them."""
        return Terms(tuple(_spans(self.terms)), frozenset(self.closed), frozenset(map(number_of, self.weekdays)))


def _spans(said: tuple[str, ...]) -> Iterator[Term]:
    for one in said:
        found = _SPAN.fullmatch(one)
        if not found:
            raise ValueError(f'must be like "2026-09-02 to 2026-10-23". Right now it has "{one}"')
        try:
            first, last = map(date.fromisoformat, found.groups())
        except ValueError as error:
            raise ValueError(f'must be days like "2026-09-02 to 2026-10-23". Right now it has "{one}"') from error
        if last < first:
            raise ValueError(f'must end after it begins. Right now it has "{one}"')
        yield Term(first, last)


class Letters(Decided):
    """How volunteers are written to."""

    begin: TimeOfDay = Field("07:00", description="Letters to volunteers go out on school days from this time on ...")
    end: TimeOfDay = Field("08:00", description="... and before this time; what is late goes on the next school day.")
    nudge_day: Weekday = Field("mon", description="Once a week, while somebody is still to be taken out: on this day.")
    co_admins_after_days: int = Field(
        7, ge=1, le=365, description="Somebody still there after so many days: the group's co_admins are written to."
    )
    office_after_days: int = Field(14, ge=1, le=365, description="After so many, the office's digest says so.")
    chase_after_days: int = Field(
        7, ge=1, le=365, description="Said to be done, and still in a list that came so many days later: asked again."
    )
    detail: Literal["masked", "full", "count"] = Field(
        "masked",
        description='What a letter says of each person: "masked" the name as shown in the group and the last three digits, '
        '"full" the whole number, "count" only how many there are.',
    )
    attachment: Literal["none", "csv", "xlsx"] = Field(
        "none", description='The same people as a file with the letter: "none", "csv" or "xlsx".'
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Letters":
        if self.detail == "count" and self.attachment != "none":
            raise ValueError('has detail "count", and an attachment that would name everybody: choose one of the two')
        if self.closes <= self.opens:
            raise ValueError(f'must end after begin. Right now begin is "{self.begin}" and end is "{self.end}"')
        return self

    @property
    def opens(self) -> time:
        """From when letters go."""
        return time_of_day(self.begin)

    @property
    def closes(self) -> time:
        """Before when letters go."""
        return time_of_day(self.end)


class Volunteer(Decided):
    """A volunteer, by the e-mail address."""

    language: Language = Field(
        "en", description='What letters to them are written in: "en", "cy" (Welsh), "pl" (Polish) or "ur" (Urdu).'
    )


class Bounces(Decided):
    """The mailbox that undeliverable letters come back to: by IMAP, or a Maildir folder on this machine."""

    address: Address | None = Field(
        None,
        description="The mailbox's address. Letters then carry it as their return path, with a signed mark before the @ "
        "(bounces+...@); the mail server must put those into the same mailbox.",
        examples=["bounces@example.org"],
    )
    host: str | None = Field(None, min_length=1, description="The IMAP server.", examples=["imap.example.org"])
    port: int = Field(993, ge=1, le=65535, description="Its port, with TLS from the start.")
    user: str | None = Field(None, description="Who we are to it.", examples=["bounces"])
    folder: str | None = Field(
        None, min_length=1, description="Instead of IMAP: a Maildir, beside this file unless a path says otherwise.",
        examples=["bounces"],
    )  # fmt: skip
    security: Literal["tls", "none"] = Field("tls", description='"none" only for a server on this very machine.')
    password: SecretStr | None = Field(None, exclude=True, repr=False, description="Only ever from the environment.")

    @model_validator(mode="after")
    def _is_one_mailbox(self) -> "Bounces":
        if self.host and self.folder:
            raise ValueError("must have host or folder, and right now has both")
        if self.security == "none" and self.host and self.host not in LOOPBACK:
            raise ValueError(f'security may be "none" only where host is {" or ".join(sorted(LOOPBACK))}')
        return self


class Web(Decided):
    """The page (roster serve): for now the link that stops letters, and what a monitor asks."""

    address: str | None = Field(
        None,
        description="Where people reach it. Without it letters have no link to stop them; they say to answer instead.",
        examples=["https://roster.example.org"],
    )
    host: str = Field("127.0.0.1", min_length=1, description="The address of this machine to listen on.")
    port: int | None = Field(None, ge=1, le=65535, description="The port; without it nothing listens.", examples=[8000])

    @field_validator("address")
    @classmethod
    def _is_an_address(cls, address: str | None) -> str | None:
        if address is not None and (wrong := fault(address)):
            raise ValueError(wrong)
        return address.rstrip("/") if address else address


class Watchdog(Decided):
    """Whoever raises the alarm when nothing is heard from Roster."""

    url: str | None = Field(
        None,
        description="Asked (GET) after each good night, so that a service such as healthchecks can tell that one is missing.",
        examples=["https://watchdog.example.org/ping"],
    )

    @field_validator("url")
    @classmethod
    def _may_be_asked(cls, address: str | None) -> str | None:
        if address is not None and (wrong := fault(address)):
            raise ValueError(wrong)
        return address
