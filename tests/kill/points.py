"""Which calls are made to fail: all there are, or so many of them, spread evenly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.kill.bench import Bench, Found, Trial
from tests.kill.scenarios import Scenario
from tests.kill.strace import Fault

T = TypeVar("T")
# A full disk is met where something is written, a failing one wherever it is touched.
_WRITES = frozenset({"pwrite64", "write", "ftruncate"})
_TOUCHES = _WRITES | {"fdatasync", "fsync", "rename", "unlink"}


def kills(trial: Trial) -> list[Fault]:
    """The process dies at each of its calls."""
    return [Fault(call, number) for call, number in trial.calls]


def errors(trial: Trial) -> list[Fault]:
    """The disk is full, or fails: once, or from then on."""
    return [
        Fault(call, number, error, lasting)
        for call, number in trial.calls
        if call in _TOUCHES
        for error in (("ENOSPC", "EIO") if call in _WRITES else ("EIO",))
        # Whoever can write nothing at all any more cannot complain either.
        for lasting in ((False,) if call == "write" else (False, True))
    ]


def spread(faults: Sequence[T], number: int) -> list[T]:
    """So many of them, evenly from the first to the last; all, if there are no more."""
    if number >= len(faults):
        return list(faults)
    return [faults[at * len(faults) // number] for at in range(number)]


@dataclass(frozen=True)
class Share:
    """How many points of a scenario to try, of each kind, and which part of them: the `part`th of `parts`."""

    kills: int
    errors: int
    part: int = 0
    parts: int = 1


def found_of(bench: Bench, scenario: Scenario, share: Share) -> Iterator[Found]:
    """Try a share of a scenario's points."""
    trial = bench.trial(scenario)
    for faults, number in ((kills(trial), share.kills), (errors(trial), share.errors)):
        for fault in spread(faults, number)[share.part :: share.parts]:
            yield trial.under(fault)
