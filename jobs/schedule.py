"""Job x when. APScheduler is a clock here and nothing else; what has run is in the database."""

from collections.abc import Callable
from datetime import time
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

_MINUTES_BETWEEN_DELIVERIES = 5


class Clock:
    """Runs the night at its time and the outbox every few minutes, one after the other, until stopped."""

    def __init__(self, *, night: Callable[[], None], deliver: Callable[[], None], at: time, zone: ZoneInfo) -> None:
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            # One thread: the night and the outbox never run at once, and a stop waits for the one that runs.
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=zone,
        )
        nightly = CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)
        often = IntervalTrigger(minutes=_MINUTES_BETWEEN_DELIVERIES, timezone=zone)
        self._scheduler.add_job(night, nightly, id="nightly")
        self._scheduler.add_job(deliver, often, id="outbox")

    def start(self) -> None:
        """Start the clock."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop it, when what is running has ended."""
        self._scheduler.shutdown(wait=True)
