"""Nights after a bad export: who is named to a volunteer though nobody has released it."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.store import outbox
from jobs.compose import compose
from jobs.office import Office
from roster.errors import RosterError
from roster.letters import Audience
from roster.runs import State
from tests.jobs.school import Clockwork, World, a_csv, a_list
from tests.jobs.sink import a_sink
from tests.spoilt.damage import Case, good
from tests.spoilt.school import FORMS, children, group

_NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
_LATER = (0, 9)
_SECOND = 9


@dataclass(frozen=True)
class Outcome:
    """What came of a bad export. `named` are the carers that a volunteer's letter names, `held` says whether some
    group was held, `refused` whether the file was refused at once."""

    case: str
    named: tuple[str, ...]
    held: bool
    refused: bool


@dataclass(frozen=True)
class Before:
    """An office with accepted exports, released groups and letters that have gone; to be copied for each case."""

    folder: Path
    now: datetime

    def after(self, case: Case, folder: Path) -> Outcome:
        """Two bad exports on different days, and the nights after them."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        clock = Clockwork(self.now)
        with closing(compose(folder / "settings.toml", clock)) as office:
            told, held = _written(office), False
            refused = not _received(office, case.file, case.content)
            for day in () if refused else _LATER:
                clock.now = self.now
                clock.forward(days=day)
                if day == _SECOND:
                    _received(office, case.file, case.again)
                held |= any(one.state is State.HELD for one in office.nightly().groups)
            return Outcome(case.name, _named(office, told), held, refused)


@contextmanager
def a_school_at_work() -> Iterator[Before]:
    """A school with a group for each form and one for all, three exports that proved good, and every result released."""
    known = children()
    with TemporaryDirectory() as folder, a_sink() as sink:
        more = "".join(f'[groups."{form}"]\nadmins = ["ola@example.org"]\n' for form in (*FORMS, "School"))
        world = World(Path(folder) / "office", sink.port, more, Clockwork(_NIGHT))
        for form in (*FORMS, ""):
            world.office.receive(f"{form or 'School'}.csv", a_list(group(known, form)), group=form or "School")
        for rows in (good(), [good()[0], *reversed(good()[1:])], good()[:1] + sorted(good()[1:])):
            world.office.receive("contacts.csv", a_csv(rows))
            world.office.nightly()
            for held in world.office.held():
                world.office.release(held.group, "Tola")
            world.a_night()
            world.clock.forward(days=1)
        world.settings.write_text(world.settings.read_text().replace(f"port = {sink.port}", "port = 1"))
        world.office.close()
        yield Before(world.folder, world.clock.now)


def _received(office: Office, name: str, content: bytes) -> bool:
    try:
        return office.receive(name, content, kind="roll").changed
    except RosterError:
        return False


def _written(office: Office) -> int:
    with office.store.reading() as session:
        return len(outbox.every(session))


def _named(office: Office, told: int) -> tuple[str, ...]:
    """Every carer of a child on the true roll whom a letter to a volunteer names, once for each letter."""
    carers = [carer.name for child in children() for carer in child.carers]
    with office.store.reading() as session:
        letters = [one.text for one in outbox.every(session)[told:] if one.audience == Audience.VOLUNTEER.value]
    return tuple(sorted(carer for text in letters for carer in set(carers) if carer in text))
