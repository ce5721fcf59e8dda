"""`roster serve`: run the schedule until stopped. What is logged has counts and dates in it, and nobody's name."""

import argparse
import logging
import signal
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from traceback import extract_tb

from adapters.pulls.refusals import PullFailed, SecretNotSafe
from jobs.arguments import add_settings
from jobs.compose import compose
from jobs.night import NotReady
from jobs.office import Office
from jobs.pull import pull
from jobs.schedule import Clock
from jobs.settings_errors import UnusableSettings
from jobs.slots import last_slot
from jobs.watch import Watcher
from roster.errors import RosterError

_LOG = logging.getLogger("roster")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Catch up, then keep time until SIGTERM or Ctrl-C."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for talkative in ("apscheduler", "httpx2", "httpcore2"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    stopped = threading.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: stopped.set())
    with closing(compose(arguments.settings)) as office:
        if office.settings.school.office_email is None:
            raise NotReady(
                "Put school.office_email into the settings.",
                headline="Nothing runs at night without an office to write to.",
            )
        serve(office, stopped)
    return 0


def serve(office: Office, stopped: threading.Event) -> None:
    """Run the last night if it is missing, then every night to come; deliver every few minutes; take in what comes."""
    schedule, zone = office.settings.schedule, office.settings.school.zone

    def night() -> None:
        _calmly("the night", lambda: _night(office))
        deliver()

    def deliver() -> None:
        _calmly("the outbox", lambda: _deliver(office))

    clock = Clock(night=night, deliver=deliver, at=schedule.at, zone=zone)
    pulls = _add_pulls(clock, office, stopped)
    _add_watch(clock, office)
    _LOG.info("started: the nightly run is at %s, %s", schedule.nightly, zone.key)
    if office.ran(last_slot(office.clock(), schedule.at, zone)):
        deliver()
    else:
        for ask in pulls:
            ask()
        night()
    clock.start()
    stopped.wait()
    clock.stop()
    _LOG.info("stopped")


def _add_pulls(clock: Clock, office: Office, stopped: threading.Event) -> tuple[Callable[[], None], ...]:
    """Have every MIS asked at its time; gives what asks them."""
    asking = {
        name: partial(_calmly, f"pull {name}", partial(_pull, office, name, stopped)) for name in office.settings.pull
    }
    for name, ask in asking.items():
        clock.add_pull(name, ask, office.settings.pull[name].moment)
    return tuple(asking.values())


def _add_watch(clock: Clock, office: Office) -> None:
    watch = office.settings.watch
    if watch.folder is not None:
        watcher = Watcher(office, office.settings.beside(watch.folder))
        clock.add_watch(partial(_calmly, "watch", partial(_watch, watcher)), watch.every_seconds)


def _pull(office: Office, name: str, stopped: threading.Event) -> None:
    receipt = pull(office, name, stopped.wait)
    _LOG.info("pull %s: %s", name, "took in a roll" if receipt.changed else "nothing new")


def _watch(watcher: Watcher) -> None:
    for told in watcher.poll():
        _LOG.log(logging.INFO if told.good else logging.WARNING, "watch: %s", told.sentence)


def _night(office: Office) -> None:
    slot = last_slot(office.clock(), office.settings.schedule.at, office.settings.school.zone)
    night = office.nightly(slot)
    held = sum(group.state.value == "held" for group in night.groups)
    counts = (len(night.groups), held, night.letters, night.judged, night.groups_judged)
    _LOG.info("night of %s: %d groups, %d held, %d letters; judged anew: %d people of %d groups", slot, *counts)


def _deliver(office: Office) -> None:
    done = office.deliver()
    if done.sent or done.given_up or done.waiting:
        _LOG.info("outbox: %d delivered, %d given up, %d waiting", done.sent, done.given_up, done.waiting)
    for trouble in done.trouble:
        _LOG.warning("outbox: %s", trouble)


def _calmly(what: str, job: Callable[[], None]) -> None:
    """Do it; whatever goes wrong is logged without the texts that data may hide in, and the next time comes."""
    try:
        job()
    except (NotReady, UnusableSettings, PullFailed, SecretNotSafe) as error:
        _LOG.error("%s: %s", what, error.sentence)
    except RosterError as error:
        _LOG.error("%s: %s", what, error.headline)
    except Exception as error:  # noqa: BLE001 - the schedule outlives any one night
        frames = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
        _LOG.error("%s: %s at %s", what, type(error).__name__, frames)
