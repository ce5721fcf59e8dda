"""`roster serve`: run the schedule until stopped. What is logged has counts and dates in it, and nobody's name."""

import argparse
import logging
import signal
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from os import getpid
from uuid import uuid4

from adapters.web.serving import NoPort, Server
from jobs.arguments import add_settings
from jobs.compose import compose
from jobs.current import Current
from jobs.mishaps import said_of, trail_of
from jobs.night import NotReady
from jobs.office import Office
from jobs.page import start_page
from jobs.rota import rota_of
from jobs.schedule import Clock
from jobs.settings_noted import note_settings
from jobs.timekeeping import Timekeeper
from jobs.up_to_date import heed_what_changed
from jobs.watch import Watcher

_LOG = logging.getLogger("roster")
_LETTERS = "letters"
_SECONDS_BETWEEN_TICKS = 20
# What is aside begins a moment later, so that after a sleep it finds the night's run at work.
_SECONDS_ASIDE = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Catch up, then keep time until SIGTERM or Ctrl-C."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for talkative, level in (
        ("apscheduler", logging.ERROR),
        ("httpx2", logging.WARNING),
        ("httpcore2", logging.WARNING),
    ):
        logging.getLogger(talkative).setLevel(level)
    stopped = threading.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: stopped.set())
    with closing(compose(arguments.settings)) as office:
        if office.settings.school.office_email is None:
            raise NotReady(
                "Put school.office_email into the settings.",
                headline="Nothing runs at night without an office to write to.",
            )
        serve(Current(office, arguments.settings), stopped)
    return 0


def serve(current: Current, stopped: threading.Event) -> None:
    """Do what is due, and what was missed while nothing ran; deliver, take in what comes, and answer, until stopped."""
    office = current.office()
    settings = office.settings
    owner = f"{getpid()}.{uuid4().hex[:12]}"
    clock = Clock(settings.school.zone)
    clock.add("jobs", partial(_jobs, current, clock, stopped, owner, aside=False), _SECONDS_BETWEEN_TICKS)
    clock.add(_LETTERS, partial(_calmly, "the outbox", partial(_deliver, current)), _SECONDS_BETWEEN_TICKS)
    clock.add(
        "aside",
        partial(_jobs, current, clock, stopped, owner, aside=True),
        _SECONDS_BETWEEN_TICKS,
        after=_SECONDS_ASIDE,
    )
    if settings.watch.folder is not None:
        watcher = Watcher(office, settings.beside(settings.watch.folder))
        clock.add("watch", partial(_calmly, "watch", partial(_watch, watcher)), settings.watch.every_seconds)
    _calmly("the settings", partial(_note, office))
    page = _page(office)
    clock.start()
    _LOG.info("started: the nightly run is at %s, %s", settings.schedule.nightly, settings.school.zone.key)
    stopped.wait()
    clock.stop()
    if page:
        page.stop()
    _LOG.info("stopped")


def _jobs(current: Current, clock: Clock, stopped: threading.Event, owner: str, *, aside: bool) -> None:
    def tick() -> None:
        office = current.office()
        duties = tuple(duty for duty in rota_of(office.settings) if duty.aside is aside)
        if Timekeeper(office, duties, stopped, owner).tick() and not stopped.is_set():
            clock.soon(_LETTERS)

    _calmly("the schedule", tick)


def _page(office: Office) -> Server | None:
    """Open the page; whoever runs a second server on this computer has it open already, and the schedule needs none."""
    try:
        return start_page(office)
    except NoPort as trouble:
        _LOG.warning("no page: %s Everything else goes on; stop and start roster serve to try again.", trouble.sentence)
        return None


def _note(office: Office) -> None:
    with office.store.writing() as session:
        note_settings(session, office.settings, office.clock())


def _deliver(current: Current) -> None:
    office = current.office()
    if heed_what_changed(office):
        _LOG.info("compared again, because something has changed since the night")
    done = office.deliver()
    if done.sent or done.given_up or done.trouble:
        _LOG.info("outbox: %d delivered, %d given up, %d waiting", done.sent, done.given_up, done.waiting)
    for trouble in done.trouble:
        _LOG.warning("outbox: %s", trouble)


def _watch(watcher: Watcher) -> None:
    for told in watcher.poll():
        _LOG.log(logging.INFO if told.good else logging.WARNING, "watch: %s", told.sentence)


def _calmly(what: str, job: Callable[[], object]) -> None:
    """Do it; whatever goes wrong is logged without the texts that data may hide in, and the next time comes."""
    try:
        job()
    except Exception as error:  # noqa: BLE001 - the schedule outlives any one job
        _LOG.error("%s: %s", what, said_of(error) or trail_of(error))
