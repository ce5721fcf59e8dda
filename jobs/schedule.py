"""Job x when. APScheduler is a clock here and nothing else; what has run is in the database."""

from collections.abc import Callable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

_MINUTES_BETWEEN_DELIVERIES = 5
_ARRIVALS, _ARRIVALS_AT_ONCE = "arrivals", 4


class Clock:
    """Runs the night at its time and the outbox every few minutes, one after the other, until stopped."""

    def __init__(self, *, night: Callable[[], None], deliver: Callable[[], None], at: time, zone: ZoneInfo) -> None:
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            # One thread: the night and the outbox never run at once, and a stop waits for the one that runs. What
            # arrives has threads of its own, so that an MIS that dawdles keeps nobody else waiting.
            executors={"default": ThreadPoolExecutor(1), _ARRIVALS: ThreadPoolExecutor(_ARRIVALS_AT_ONCE)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=zone,
        )
        nightly = CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)
        often = IntervalTrigger(minutes=_MINUTES_BETWEEN_DELIVERIES, timezone=zone)
        self._scheduler.add_job(night, nightly, id="nightly")
        self._scheduler.add_job(deliver, often, id="outbox")
        self._zone = zone

    def add_pull(self, name: str, pull: Callable[[], None], at: time) -> None:
        """Ask an MIS every day at a time."""
        daily = CronTrigger(hour=at.hour, minute=at.minute, timezone=self._zone)
        self._scheduler.add_job(pull, daily, id=f"pull.{name}", executor=_ARRIVALS)

    def add_watch(self, look: Callable[[], None], seconds: int) -> None:
        """Look into a folder from the start on, every so many seconds."""
        often = IntervalTrigger(seconds=seconds, timezone=self._zone)
        at_once = datetime.now(self._zone)
        self._scheduler.add_job(look, often, id="watch", executor=_ARRIVALS, next_run_time=at_once)

    def start(self) -> None:
        """Start the clock."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop it, when what is running has ended."""
        self._scheduler.shutdown(wait=True)
