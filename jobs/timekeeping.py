"""Who does what when: every job that is due is claimed in the database, done, and its outcome kept."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from os import getpid
from uuid import uuid4

from sqlalchemy.orm import Session

from adapters.store import job_runs
from adapters.store.job_runs import Claim
from jobs.crashing import crash_point
from jobs.duty import Duty, Every, Overtaken, Turn
from jobs.mishaps import place_of, said_of, trail_of
from jobs.office import Office
from roster.due import Due, Rhythm, due, looked_back, too_old
from roster.words import counted

_LOG = logging.getLogger("roster")
_SECONDS_BETWEEN_BEATS = 60.0
_KEPT = timedelta(days=7)


def rhythm_of(duty: Duty, office: Office) -> Rhythm:
    """When a job is due at a school."""
    settings = office.settings
    return Rhythm(duty.every, settings.school.zone, duty.at(settings), duty.weekday, duty.catches_up)


def due_of(session: Session, duty: Duty, rhythm: Rhythm, now: datetime) -> Due:
    """The slots of a job that nobody has had yet."""
    had = job_runs.known(session, duty.kind, since=looked_back(rhythm, now), now=now)
    return due(rhythm, now, had)


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """Does the jobs of an office that are due: one at a time, in their order, each slot once, however many do the same.

    `stopped` ends it between two jobs. `owner` is who claims: never the same in two processes. `beats` is how many
    seconds pass before it says again that it is still there.
    """

    office: Office
    duties: tuple[Duty, ...]
    stopped: threading.Event = field(default_factory=threading.Event)
    owner: str = field(default_factory=lambda: f"{getpid()}.{uuid4().hex[:12]}")
    beats: float = _SECONDS_BETWEEN_BEATS

    def tick(self) -> int:
        """Do everything that is due now; gives how many slots were done. What goes wrong with one keeps no other from being done."""
        wanted = (duty for duty in self.duties if duty.wanted(self.office.settings))
        return sum(self._calmly(duty) for duty in sorted(wanted, key=lambda one: (one.order, one.kind)))

    def _calmly(self, duty: Duty) -> int:
        try:
            return sum(1 for claimed in self._claims(duty) if self._did(duty, claimed))
        except Exception as error:  # noqa: BLE001 - the schedule outlives any one job
            _LOG.error("%s: %s", duty.said, said_of(error) or trail_of(error))
            return 0

    def _claims(self, duty: Duty) -> Iterator[Claim]:
        """Claim what is due, one slot after the other, each when the one before it has ended."""
        now, kind = self.office.clock(), duty.kind
        rhythm = rhythm_of(duty, self.office)
        with self.office.store.reading() as session:
            coming = due_of(session, duty, rhythm, now)
            again = job_runs.left_over(session, kind, now)
        given_up = [slot for slot in again if too_old(rhythm, now, slot)]
        if coming.skipped or given_up:
            self._give_up(duty, coming.skipped, given_up)
        for slot in sorted({*coming.slots, *again} - set(given_up)):
            if self.stopped.is_set():
                return
            take = job_runs.take_over if slot in again else job_runs.claim
            with self.office.store.writing() as session:
                claimed = take(session, kind, slot, owner=self.owner, now=self.office.clock())
            if claimed:
                crash_point("claimed a slot")
                yield claimed

    def _give_up(self, duty: Duty, skipped: Iterable[str], given_up: Iterable[str]) -> None:
        now = self.office.clock()
        with self.office.store.writing() as session:
            number = job_runs.skip(session, duty.kind, skipped, now=now)
            job_runs.park(session, duty.kind, given_up, now=now)
        if number:
            _LOG.warning("%s: %s skipped, too long ago", duty.said, counted(number, "time"))

    def _did(self, duty: Duty, claimed: Claim) -> bool:
        """Do one slot, and keep what came of it; whatever goes wrong is kept and logged without anybody in it."""
        error: Exception | None = None
        outcome = ""
        with self._beating(claimed):
            try:
                outcome = duty.run(self.office, Turn(claimed.slot, self._fence(claimed), self.stopped.wait))
            except Exception as wrong:  # noqa: BLE001 - as above
                error = wrong
        if isinstance(error, Overtaken):
            _LOG.warning("%s: another process has taken over", duty.said)
            return False
        now = self.office.clock()
        with self.office.store.writing() as session:
            if error:
                what = place_of(error)
                job_runs.failed(session, claimed, now=now, error=what, outcome=said_of(error))
            else:
                job_runs.done(session, claimed, now=now, outcome=outcome)
            if duty.every is Every.QUARTER_HOUR:
                job_runs.forget(session, duty.kind, before=now - _KEPT)
        if error:
            _LOG.error("%s: %s", duty.said, said_of(error) or trail_of(error))
        elif outcome:
            _LOG.info("%s: %s", duty.said, outcome)
        return error is None

    def _fence(self, claimed: Claim) -> Callable[[Session], None]:
        def mine(session: Session) -> None:
            if not job_runs.still_mine(session, claimed):
                raise Overtaken

        return mine

    @contextmanager
    def _beating(self, claimed: Claim) -> Iterator[None]:
        """Keep the lease while the job is at work."""
        ended = threading.Event()
        heart = threading.Thread(target=self._beat, args=(claimed, ended), name="heart", daemon=True)
        heart.start()
        try:
            yield
        finally:
            ended.set()
            heart.join()

    def _beat(self, claimed: Claim, ended: threading.Event) -> None:
        while not ended.wait(self.beats):
            try:
                with self.office.store.writing() as session:
                    if not job_runs.beat(session, claimed, now=self.office.clock()):
                        return
            except Exception as error:  # noqa: BLE001 - the database may be busy; the next beat comes
                _LOG.warning("%s: the lease could not be kept (%s)", claimed.kind, type(error).__name__)
