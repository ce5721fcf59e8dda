"""What every section of the settings is made of."""

import re
from datetime import time

from pydantic import BaseModel, ConfigDict

_AT = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Decided(BaseModel):
    """The strict, frozen base of what is written in the settings: an unknown word is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


def time_of_day(said: str) -> time:
    """Read a time of day, "02:30". Raises `ValueError` with what it must be."""
    if not _AT.fullmatch(said):
        raise ValueError('must be a time of day from "00:00" to "23:59"')
    return time.fromisoformat(said)
