"""The clock: APScheduler ticks, and nothing else; what is due and what has run is in the database."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

_AT_ONCE = 8
_SECONDS_BETWEEN_LOOKS = 5.0


class Clock:
    """Does each thing every so many seconds, each with a thread of its own and never twice at once, until stopped."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(_AT_ONCE)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=zone,
        )
        self._zone = zone
        self._stopped = threading.Event()
        self._minder = threading.Thread(target=self._mind, name="minder", daemon=True)

    def add(self, name: str, tick: Callable[[], object], seconds: float, *, after: float = 0) -> None:
        """Do something every so many seconds, the first time so many seconds after now."""
        often = IntervalTrigger(seconds=seconds, timezone=self._zone)
        first = datetime.now(self._zone) + timedelta(seconds=after)
        self._scheduler.add_job(tick, often, id=name, next_run_time=first)

    def soon(self, name: str) -> None:
        """Do something now, without waiting for its next time."""
        self._scheduler.modify_job(name, next_run_time=datetime.now(self._zone))

    def start(self) -> None:
        """Start the clock."""
        self._scheduler.start()
        self._minder.start()

    def stop(self) -> None:
        """Stop it, when what is running has ended."""
        self._stopped.set()
        self._scheduler.shutdown(wait=True)
        self._minder.join()

    def _mind(self) -> None:
        while not self._stopped.wait(_SECONDS_BETWEEN_LOOKS):
            self.mend()

    def mend(self) -> None:
        """See to it that a computer's clock that was set back does not stop us until it has caught up with itself."""
        now = datetime.now(self._zone)
        for job in self._scheduler.get_jobs():
            if job.next_run_time and job.next_run_time > now + job.trigger.interval:
                job.modify(next_run_time=now)
