"""`python -m tests.soak [--points N]`: tries every promise that takes minutes, and prints one JSON object last.

Progress goes to standard error. The status is 1 if any promise was broken.
"""

import argparse
import json
import multiprocessing
import sys
import time
from collections import Counter
from concurrent.futures import Future, ProcessPoolExecutor, as_completed

from tests.soak.canaries import canaries
from tests.soak.exports import bad_exports
from tests.soak.kills import kills
from tests.soak.promise import Kept, Work
from tests.soak.slots import slots
from tests.soak.years import years

_ALL = 300
# More than processors: much of it waits, for a disk, for a clock, for somebody to be killed.
_AT_ONCE = 3
_MUST_BE_NONE = (
    "lost", "duplicates_outside_gap", "half_landed", "broken", "misdirected", "unplain", "unreleased_removals", "canaries", "year_wrong",
)  # fmt: skip


def main() -> int:
    """Do everything, some pieces at a time."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument(
        "--points", type=int, default=_ALL, help=f"how many kill points; the rest goes with it ({_ALL} is all)"
    )
    points = parser.parse_args().points
    begun = time.monotonic()
    counts, wrong = _done(_works(points))
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    result = {**counts, "seconds": round(time.monotonic() - begun)}
    print(json.dumps(result))
    return 1 if wrong or any(counts[name] for name in _MUST_BE_NONE) or counts["slots"] != counts["runs"] else 0


def _works(points: int) -> list[Work]:
    share = min(1.0, points / _ALL)
    # The longest first, so that nobody waits for one that began last.
    return [*years(share), *canaries(share), *bad_exports(share), *slots(share), *kills(points)]


def _done(works: list[Work]) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with ProcessPoolExecutor(_AT_ONCE, multiprocessing.get_context("spawn")) as pool:
        begun = {pool.submit(work): work for work in works}
        for at, future in enumerate(as_completed(begun), 1):
            kept = _kept(future)
            counts.update(kept.counts)
            wrong.extend(kept.wrong)
            trouble = f" - {len(kept.wrong)} WRONG" if kept.wrong else ""
            print(f"{at} of {len(works)}: {begun[future]}{trouble}", file=sys.stderr, flush=True)
    return counts, wrong


def _kept(future: "Future[Kept]") -> Kept:
    """What a piece of work gave; one that came to grief has broken its promise."""
    try:
        return future.result()
    except Exception as error:  # noqa: BLE001 - the others are still worth having
        return Kept({}, (f"a piece of the soak came to grief: {type(error).__name__}: {error}",))


if __name__ == "__main__":
    sys.exit(main())
