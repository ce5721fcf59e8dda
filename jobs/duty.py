"""What a job is to the schedule: a name, when it is due, and what it does. Every module of `jobs.duties` is one."""

import time as clock
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from roster.due import Every

if TYPE_CHECKING:
    from jobs.office import Office
    from jobs.settings import Settings

__all__ = ["Duty", "Every", "Overtaken", "Turn"]


class Overtaken(Exception):
    """The lease ended and another process has the slot: whatever was about to be kept must not be."""


def _patiently(seconds: float) -> bool:
    clock.sleep(seconds)
    return False


@dataclass(frozen=True, slots=True)
class Turn:
    """One slot of a job, claimed. `mine` raises `Overtaken` if the claim is lost: call it in the transaction that lands the work.

    `slot` is the slot's text, "2026-11-22". `pause` waits so many seconds and says whether to stop: hand it to whatever
    is slow.
    """

    slot: str
    mine: Callable[[Session], None]
    pause: Callable[[float], bool] = _patiently


@dataclass(frozen=True, slots=True)
class Duty:
    """A job. `at` says from which time of day it is due, `run` does one slot and gives a sentence in counts, without anybody in it.

    What `run` cannot do it raises as a `RosterError`, whose headline is kept: nobody is named in it. It is tried again.
    `weekday` (0 is Monday) is the day of a weekly job. `wanted` says whether the settings ask for it at all. `catches_up` is
    how many missed slots are worth doing late, each once and in their order; older ones are skipped. `order` puts what is
    due at the same moment into its order, smaller first. What is `aside` has a thread of its own, so that the night's jobs
    never keep it waiting.
    """

    kind: str
    every: Every
    run: Callable[["Office", Turn], str]
    at: "Callable[[Settings], time]" = lambda _: time(0)
    weekday: int = 6
    wanted: "Callable[[Settings], bool]" = lambda _: True
    catches_up: int = 1
    order: int = 50
    aside: bool = False

    @property
    def said(self) -> str:
        """Its name for people: "pull mis"."""
        return self.kind.replace(".", " ")
