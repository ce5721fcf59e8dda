"""The settings of what comes by itself: a folder that is watched, and an MIS that is asked."""

import re
from datetime import time
from typing import Literal

from pydantic import Field, SecretStr, field_validator, model_validator

from adapters.pulls.addresses import fault, is_wondes
from jobs.settings_base import Decided, time_of_day
from roster.words import listed

NAME = re.compile(r"[a-z][a-z0-9]*")
_NEEDS = {
    "oneroster-1.1": ("url", "token_url", "client_id"),
    "oneroster-1.2": ("url", "token_url", "client_id"),
    "wonde": ("school",),
}


class Watch(Decided):
    """A folder whose files are taken in by themselves (roster serve)."""

    folder: str | None = Field(
        None,
        min_length=1,
        description="Beside this file unless a path says otherwise. What was taken in is moved to taken/ in it.",
        examples=["inbox"],
    )
    every_seconds: int = Field(10, ge=1, le=3600, description="Seconds between two looks into it.")
    quiet_seconds: int = Field(
        35, ge=0, le=3600, description="A file is taken when nothing in it has changed for this long."
    )


class Pull(Decided):
    """An MIS that is asked every night, by a name of yours."""

    kind: Literal["oneroster-1.1", "oneroster-1.2", "wonde"] = Field(
        "wonde", description='What it speaks: "oneroster-1.1", "oneroster-1.2" or "wonde".'
    )
    at: str = Field("02:00", description="When it is asked, by the school's clock: a while before the night's run.")
    url: str | None = Field(
        None,
        description='Its address. OneRoster: what stands before "/ims"; Wonde: only outside the UK.',
        examples=["https://mis.example.org"],
    )
    school: str | None = Field(
        None, pattern=r"^[A-Za-z0-9]+$", description="Wonde: the school's id there.", examples=["A1234567890"]
    )
    leavers: bool = Field(True, description="Wonde: ask for pupils who left.")
    starters: bool = Field(True, description="Wonde: ask for pupils who are yet to come.")
    token_url: str | None = Field(
        None,
        description="OneRoster: where it gives out tokens.",
        examples=["https://mis.example.org/oauth/token"],
    )
    client_id: str | None = Field(
        None,
        pattern=r"^[!-~]+$",
        description="OneRoster: who we are to it.",
        examples=["roster"],
    )
    scope: str | None = Field(
        None,
        pattern=r"^[!-~ ]*$",
        description='OneRoster: what we ask for, if not the standard\'s own words; "" asks for whatever there is.',
        examples=["https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly"],
    )
    secret_file: str | None = Field(
        None,
        min_length=1,
        description="A file, closed to everybody else, with the client secret or the token; or put it into the environment.",
        examples=["mis.secret"],
    )
    secret: SecretStr | None = Field(None, exclude=True, repr=False, description="Only ever from the environment.")

    @field_validator("at")
    @classmethod
    def _is_a_time(cls, said: str) -> str:
        time_of_day(said)
        return said

    @field_validator("url", "token_url")
    @classmethod
    def _may_be_asked(cls, address: str | None) -> str | None:
        if address is not None and (wrong := fault(address)):
            raise ValueError(wrong)
        return address

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> "Pull":
        missing = [name for name in _NEEDS[self.kind] if not getattr(self, name)]
        if missing:
            raise ValueError(f'needs {listed(missing)}, for its kind is "{self.kind}"')
        if self.kind == "wonde" and self.url and not is_wondes(self.url):
            raise ValueError('has a url that is none of Wonde\'s: the one for the UK is "https://api.wonde.com"')
        return self

    @property
    def moment(self) -> time:
        """The time of day it is asked."""
        return time_of_day(self.at)
