"""Whether a file has come to rest: the same size and the same moment of change, several times and long enough."""

from collections.abc import Collection
from dataclasses import dataclass

LOOKS = 3


@dataclass(slots=True)
class _Seen:
    sign: object
    since: float
    looks: int = 1
    settled: bool = False


class Stillness:
    """Remembers what each look saw. Times are seconds of a clock that only goes forward; the files' own clock is not asked."""

    def __init__(self, quiet: float) -> None:
        self._quiet = quiet
        self._seen: dict[str, _Seen] = {}

    def at_rest(self, place: str, sign: object, now: float) -> bool:
        """Note a look; True from the `LOOKS`th equal one on, when all has been quiet, until it is settled."""
        seen = self._seen.get(place)
        if seen is None or seen.sign != sign:
            self._seen[place] = _Seen(sign, now)
            return False
        seen.looks += 1
        return not seen.settled and seen.looks >= LOOKS and now - seen.since >= self._quiet

    def settle(self, place: str) -> None:
        """Leave it alone until it changes."""
        self._seen[place].settled = True

    def keep(self, places: Collection[str]) -> None:
        """Forget what is no longer there."""
        self._seen = {place: seen for place, seen in self._seen.items() if place in places}
