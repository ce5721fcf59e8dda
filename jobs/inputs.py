"""What goes into a night's run, as one digest: the same digest, the same run."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version

from adapters.store import tables
from jobs.settings import Settings


def inputs_digest(
    slot: date, roll: tables.Roll, lists: Iterable[tables.MemberList], *, last_release: int, settings: Settings
) -> str:
    """Give the SHA-256 of a run's inputs: the day, the roll, the lists, the releases, the settings, the version."""
    decided = settings.model_dump(mode="json", include={"school", "policy", "limits", "groups"})
    everything = {
        "version": version("roster"),
        "slot": slot.isoformat(),
        "roll": [roll.id, roll.sha256],
        "lists": [[row.id, row.sha256, row.day.isoformat()] for row in lists],
        "last_release": last_release,
        "settings": decided,
    }
    return hashlib.sha256(json.dumps(everything, sort_keys=True).encode()).hexdigest()
