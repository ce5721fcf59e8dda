"""What goes into a night's run, as one digest: the same digest, the same run."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

import adapters.store
import roster
from adapters.store import tables
from jobs.settings import Settings

_JUDGING = ("anyascii", "nicknames", "phonenumbers", "rapidfuzz")


def inputs_digest(
    slot: date,
    roll: tables.Roll,
    lists: Iterable[tables.MemberList],
    *,
    last_release: int,
    decided: tuple[int, ...],
    forgotten: int,
    settings: Settings,
) -> str:
    """Give the SHA-256 of a run's inputs: the day, the roll, the lists, the releases, the decisions, the settings, the code.

    `forgotten` is the number of the last deletion of what was kept too long.
    """
    chosen = settings.model_dump(mode="json", include={"school", "policy", "limits", "groups", "conduct"})
    everything = {
        "version": version("roster"),
        "edition": edition(),
        "slot": slot.isoformat(),
        "roll": roll_state(roll),
        "lists": [[row.id, row.sha256, row.day.isoformat()] for row in lists],
        "last_release": last_release,
        "decided": decided,
        "forgotten": forgotten,
        "settings": chosen,
    }
    return hashlib.sha256(json.dumps(everything, sort_keys=True).encode()).hexdigest()


def roll_state(roll: tables.Roll) -> list[str]:
    """Say which roll it is, and how often it has been confirmed: what is remembered of the earlier ones follows from it."""
    return [str(roll.id), roll.sha256, str(roll.confirmed_on)]


@cache
def edition() -> str:
    """Give the SHA-256 of the code that judges, and of its libraries: whoever installs another must not keep the verdicts of this one."""
    whole = hashlib.sha256(json.dumps({name: version(name) for name in _JUDGING}).encode())
    for package in (roster, adapters.store):
        home = Path(package.__path__[0])
        for file in sorted(home.rglob("*.py")):
            whole.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()
