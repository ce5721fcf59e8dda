"""A bench on which one scenario is made to fail at one call after another, and what is found afterwards."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from adapters.backups.keys import identity_in
from adapters.backups.names import kept_in, moment_of
from jobs.compose import compose
from jobs.restore import tried
from roster.errors import RosterError
from tests.jobs.school import Clockwork
from tests.jobs.sink import Sink, a_sink
from tests.kill.process import Driver, Ended, a_driver
from tests.kill.scenarios import BACKUPS, LEASES_OVER, Scenario, a_school, copied
from tests.kill.state import State, state_of
from tests.kill.strace import Fault, calls_in

KILLED = -9
_DATABASE = {"roster.db", "roster.db-wal", "roster.db-shm"}
_REFUSED, _TRIES = 2, 4


@dataclass(frozen=True)
class Found:
    """What came of one fault: each field says what was wrong with whom, in words, and is empty if nothing was.

    `befell` says whether the command came as far as the fault, `repeated` how many letters came twice as they may.
    """

    scenario: str
    fault: Fault
    befell: bool
    lost: tuple[str, ...] = ()
    duplicates_outside_gap: tuple[str, ...] = ()
    half_landed: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    misdirected: tuple[str, ...] = ()
    unplain: tuple[str, ...] = ()
    repeated: int = 0

    @property
    def wrong(self) -> tuple[str, ...]:
        """Everything that is wrong, with where it was."""
        kinds = ("lost", "duplicates_outside_gap", "half_landed", "broken", "misdirected", "unplain")
        return tuple(f"{self.scenario}, {self.fault}: {kind}: {one}" for kind in kinds for one in getattr(self, kind))


@dataclass(frozen=True)
class Trial:
    """A scenario made ready: its office to be copied, its calls, and how it looks before, after and at the very end."""

    bench: "Bench"
    scenario: Scenario
    master: Path
    calls: tuple[tuple[str, int], ...]
    before: State
    after: State
    end: State
    letters: Counter[tuple[str, str]]
    files: frozenset[str]

    def under(self, fault: Fault) -> Found:
        """Do it once with a fault on the way, start again as anybody would, and look."""
        folder = copied(self.master, self.bench.folder / "trial" / "office")
        self.bench.sink.received.clear()
        ended = self.bench.driver.run(folder, self.bench.now, list(self.scenario.arguments), fault)
        struck, spoilt = self.bench.state(folder), tuple(_spoilt(folder))
        again = self.bench.afterwards(self.scenario, folder)
        final = self.bench.state(folder)
        befell = ended.status == KILLED or bool(fault.error)
        return Found(
            str(self.scenario.name), fault, befell,
            lost=(*self._lost(final),),
            duplicates_outside_gap=(*self._duplicates(struck),),
            half_landed=(*struck.torn(self.before, self.after), *self._unlike(final), *spoilt, *_spoilt(folder)),
            broken=(*self._anew(struck), *self._anew(final), *self._left_over(folder)),
            misdirected=(*self._misdirected(),),
            unplain=(*_unplain(ended, fault), *_unwell(again)),
            repeated=sum(number - 1 for number in self.bench.arrived().values() if number > 1),
        )  # fmt: skip

    def _lost(self, final: State) -> Iterator[str]:
        came: Counter[tuple[str, str]] = Counter()
        for recipient, subject, _ in self.bench.arrived():
            came[recipient, subject] += 1
        for key in self.letters:
            if came[key] < self.letters[key]:
                yield f"{self.letters[key] - came[key]} of {self.letters[key]} letters to {key[0]}"
            elif came[key] > self.letters[key]:
                yield f"{came[key]} letters under {self.letters[key]} Message-IDs to {key[0]}"
        for letter in final.letters:
            if letter.state not in {"sent", "withdrawn"}:
                yield f"a letter to {letter.recipient} ended as {letter.state}"

    def _duplicates(self, struck: State) -> Iterator[str]:
        may = {letter.message_id for letter in struck.letters if letter.in_the_gap}
        for (recipient, _, message_id), number in self.bench.arrived().items():
            if number > 2 or (number == 2 and message_id not in may):
                yield f"{number} of one letter to {recipient}"

    def _unlike(self, final: State) -> Iterator[str]:
        """The tables that are not at the end as they should be; the audit has an entry for each time that it was tried."""
        for part, tables in final.parts.items():
            for table, rows in tables.items():
                if rows != self.end.parts[part][table] and table != "auditentry":
                    yield f"{table} at the end"

    def _anew(self, state: State) -> Iterator[str]:
        return (fault for fault in state.faults if fault not in self.before.faults)

    def _misdirected(self) -> Iterator[str]:
        known = {recipient for recipient, _ in self.letters}
        return (f"to {recipient}" for recipient, _, _ in self.bench.arrived() if recipient not in known)

    def _left_over(self, folder: Path) -> Iterator[str]:
        yield from (f"left over: {name}" for name in sorted(_files(folder) - self.files))


@dataclass(frozen=True)
class Bench:
    """A mail server, a driver, a folder to work in, and a school's office with the moment that it is there."""

    folder: Path
    sink: Sink
    driver: Driver
    school: Path
    now: datetime

    def trial(self, scenario: Scenario) -> Trial:
        """Make a scenario ready: do it once untouched, and write down what it does."""
        master = self.folder / scenario.name / "office"
        scenario.prepared(self.school, master, self.now)
        before = self.state(master)
        folder = copied(master, self.folder / "trial" / "office")
        self.sink.received.clear()
        seen = self.folder / "seen"
        done = self.driver.watched(folder, self.now, list(scenario.arguments), seen)
        assert done.status == 0, done
        after = self.state(folder)
        again = self.afterwards(scenario, folder)
        assert again.status == 0, again
        letters = Counter((recipient, subject) for recipient, subject, _ in self.arrived())
        assert bool(letters) is scenario.tells, letters
        calls = tuple(calls_in(seen, str(folder)))
        return Trial(
            self, scenario, master, calls, before, after, self.state(folder), letters, frozenset(_files(folder))
        )

    def state(self, folder: Path) -> State:
        """What the database holds now."""
        return state_of(folder / "roster.db", self.folder / "looked at")

    def arrived(self) -> Counter[tuple[str, str, str]]:
        """How often each letter came, by recipient, subject and Message-ID."""
        return Counter(
            (to, str(message["Subject"]), str(message["Message-ID"])) for to, message, _ in self.sink.received
        )

    def afterwards(self, scenario: Scenario, folder: Path) -> Ended:
        """Give the command again when every lease is over, then hand over what still waits, day after day."""
        later = self.now + LEASES_OVER
        again = self.driver.run(folder, later, list(scenario.arguments))
        clock = Clockwork(later)
        office = compose(folder / "settings.toml", clock)
        for _ in range(_TRIES):
            clock.forward(days=1)
            if not office.deliver().waiting:
                break
        office.close()
        return again


def _spoilt(folder: Path) -> Iterator[str]:
    """The back-ups that cannot be restored; where there were some, one at least must be left."""
    kept = kept_in(folder / BACKUPS) if (folder / BACKUPS).is_dir() else ()
    if (folder / BACKUPS).is_dir() and not kept:
        yield "no back-up is left"
    for file in kept:
        try:
            tried(file, identity_in(folder / "backup.key"), folder / "roster.db")
        except RosterError as error:
            yield f"a back-up cannot be restored: {error.sentence}"


def _files(folder: Path) -> set[str]:
    temporary = folder.parent / "temporary" / "tmp"
    inside = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    inside = {name for name in inside - _DATABASE if not moment_of(Path(name).name)}
    return {*inside, *(f"temporary {path.name}" for path in temporary.iterdir())}


def _unplain(ended: Ended, fault: Fault) -> Iterator[str]:
    """An error is said in one sentence with status 2, unless the command could do without."""
    said = ended.complaint
    if "Traceback" in ended.said + said or "inside Roster" in said:
        yield f"our own mistake: {said}"
    elif fault.error and ended.status not in {0, 1, _REFUSED}:
        yield f"status {ended.status}: {said}"
    elif ended.status == _REFUSED and len(said.strip().splitlines()) != 1:
        yield f"not one sentence: {said}"
    elif ended.status == _REFUSED and "damaged" in said:
        yield f"a whole database is called damaged: {said}"


def _unwell(again: Ended) -> Iterator[str]:
    if again.status != 0:
        yield f"the next start ended with {again.status}: {again.complaint}"


@contextmanager
def a_bench(folder: Path) -> Iterator[Bench]:
    """A bench in a folder of its own."""
    with a_sink() as sink, a_driver() as driver:
        school = folder / "school" / "office"
        yield Bench(folder, sink, driver, school, a_school(school, sink.port))
    with suppress(OSError):
        shutil.rmtree(folder / "trial")
