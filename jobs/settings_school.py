"""The settings of the school itself, its database, its hours and its mail server."""

from datetime import time
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator

from adapters.pulls.addresses import LOOPBACK
from jobs.settings_base import Decided, time_of_day
from jobs.settings_night import Address


class School(Decided):
    """The school."""

    name: str = Field(
        "Our school", min_length=1, max_length=80, description="As parents know it; it begins every subject line."
    )
    time_zone: str = Field("Europe/London", description="The school's clock (a name of the IANA time zone database).")
    office_email: Address | None = Field(
        None,
        description="Gets the digest, and every reply. Nothing runs at night without it.",
        examples=["office@example.org"],
    )
    safeguarding_email: Address | None = Field(
        None,
        description="The safeguarding lead. Whatever concerns somebody whom the school's list restricts goes there alone; "
        "without it, to the office.",
        examples=["safeguarding@example.org"],
    )

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (OSError, ValueError, KeyError) as error:
            raise ValueError('must be a time zone\'s name, such as "Europe/London"') from error
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The school's time zone."""
        return ZoneInfo(self.time_zone)


class Kept(Decided):
    """What Roster remembers."""

    database: str = Field(
        "roster.db", min_length=1, description="The database, beside this file unless a path says otherwise."
    )


class Schedule(Decided):
    """When it runs (roster serve)."""

    nightly: str = Field(
        "02:30",
        description="The night's run, by the school's clock. Between 01:00 and 02:00 is a poor time: it comes twice in October.",
    )

    housekeeping: str = Field(
        "03:30", description="Back-up, and what is kept too long is deleted, by the school's clock."
    )

    @field_validator("nightly", "housekeeping")
    @classmethod
    def _is_a_time(cls, said: str) -> str:
        time_of_day(said)
        return said

    @property
    def at(self) -> time:
        """The time of the night's run."""
        return time_of_day(self.nightly)

    @property
    def housekeeping_at(self) -> time:
        """The time of the back-up and of the deleting."""
        return time_of_day(self.housekeeping)


class Mail(Decided):
    """The mail server that letters are handed to."""

    host: str = Field("localhost", min_length=1, description="The server's name.")
    port: int = Field(587, ge=1, le=65535, description="587 for starttls, 465 for tls.")
    security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description='"starttls" or "tls"; "none" only for a server on this very machine.'
    )
    user: str | None = Field(None, description="Where the server asks for one.", examples=["roster"])
    sender: Address | None = Field(
        None, description="The address letters come from; without it the office's.", examples=["groups@example.org"]
    )
    password: SecretStr | None = Field(None, exclude=True, repr=False, description="Only ever from the environment.")

    @model_validator(mode="after")
    def _is_not_overheard(self) -> "Mail":
        if self.security == "none" and self.host not in LOOPBACK:
            raise ValueError(f'security may be "none" only where host is {" or ".join(sorted(LOOPBACK))}')
        return self

    @model_validator(mode="after")
    def _has_a_user_for_the_password(self) -> "Mail":
        if self.password and not self.user:
            raise ValueError(
                "has no user, and the environment has a password (ROSTER_MAIL__PASSWORD): set mail.user, or take it out"
            )
        return self
