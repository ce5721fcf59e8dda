"""Whether there is room left."""

import shutil
from collections.abc import Iterable

from jobs.check_up import Grade, Symptom
from jobs.office import Office

_MB = 1024 * 1024
_LITTLE, _TOO_LITTLE = 1024 * _MB, 100 * _MB
_CURE = "Make room on the disk that the database is on: without it nothing new is kept, and no letter goes."


def check(office: Office) -> Iterable[Symptom]:
    """Look how much room the database's disk has: it must hold the database once more, and something besides."""
    database = office.settings.database
    free, size = shutil.disk_usage(database.parent).free, database.stat().st_size
    said = f"{free // _MB:,} MB are free where the database is, which has {-(-size // _MB):,} MB."
    if free < _TOO_LITTLE + size:
        yield Symptom(Grade.WRONG, "disk", said, _CURE)
    elif free < _LITTLE + 2 * size:
        yield Symptom(Grade.WORTH_A_LOOK, "disk", said, _CURE)
    else:
        yield Symptom(Grade.WELL, "disk", said)
