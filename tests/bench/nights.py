"""A night of a school of 1,000 pupils and 30 groups of 45: judged whole, with nothing changed, and with one pupil changed."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import update
from sqlmodel import col

from adapters.store import tables
from jobs.compose import compose
from jobs.init import start
from jobs.office import Office
from jobs.results import Night
from tests.bench import school

_PUPILS, _GROUPS, _MEMBERS, _STRANGERS, _ROUNDS = 1000, 30, 45, 3, 5
_CLASS, _LEFT, _FORENAME, _FAMILY, _MOBILE = 4, 6, 10, 9, 13


def figures(folder: Path) -> dict[str, tuple[float, str]]:
    """Measure whole nights by the processor's time, the database's work included; the sending of letters is not."""
    clock = _Clock()
    told = school.rows(_PUPILS)
    office = _office(folder / "nights", clock, told)
    whole, still, touched = [], [], []
    for at in range(_ROUNDS):
        _forget(office)
        whole.append(_night(office, clock))
        still.append(_night(office, clock))
        _one_leaves(office, folder, told, at)
        touched.append(_night(office, clock))
    office.close()
    return {**_seconds("whole", whole), **_seconds("nothing changed", still), **_seconds("one pupil left", touched),
            "night: nothing changed / whole": (_middle(still) / _middle(whole), "< 0.5"),
            "night: one pupil left / whole": (_middle(touched) / _middle(whole), "")}  # fmt: skip


class _Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def _office(folder: Path, clock: _Clock, told: list[list[object]]) -> Office:
    settings = start(folder)
    names = sorted({str(row[_CLASS]) for row in told})[:_GROUPS]
    groups = "\n".join(f'[groups."{name}"]\nadmins = ["volunteer{at}@example.org"]' for at, name in enumerate(names))
    settings.write_text(f'[school]\noffice_email = "office@example.org"\n{groups}\n')
    office = compose(settings, clock)
    _receive(office, folder, told)
    for name in names:
        office.receive(f"{name}.csv", _list(name, told), group=name)
    _read_by_the_office(office, clock)
    return office


def _read_by_the_office(office: Office, clock: _Clock) -> None:
    """The first results, released, and told to the volunteers: from then on nights are as nights are."""
    _night(office, clock)
    for held in office.held():
        office.release(held.group, by="Tola")
    _night(office, clock)


def _list(name: str, told: list[list[object]]) -> bytes:
    carers = [f"{row[_FORENAME]} {row[_FAMILY]},{row[_MOBILE]}" for row in told if row[_CLASS] == name]
    strangers = [f"Charlie{at} Nobody,07700 99{at:04}" for at in range(_STRANGERS)]
    return "\n".join(("Name,Phone", *carers[: _MEMBERS - _STRANGERS], *strangers)).encode()


def _receive(office: Office, folder: Path, told: list[list[object]]) -> None:
    path = folder / "contacts.csv"
    school.write_csv(path, told)
    office.receive(path.name, path.read_bytes())


def _one_leaves(office: Office, folder: Path, told: list[list[object]], at: int) -> None:
    """The child of a carer who is in a group leaves."""
    upn = next(row[2] for row in told[at * 40 :] if not row[_LEFT])
    for row in told:
        row[_LEFT] = "20/11/2026" if row[2] == upn else row[_LEFT]
    _receive(office, folder, told)


def _forget(office: Office) -> None:
    with office.store.writing() as session:
        session.execute(update(tables.Judgement).values(inputs="", context=""))


def _night(office: Office, clock: _Clock) -> tuple[float, Night]:
    clock.now += timedelta(days=1)
    begun = time.process_time()
    night = office.nightly()
    taken = time.process_time() - begun
    _letters_arrive(office)
    return taken, night


def _letters_arrive(office: Office) -> None:
    # A letter that has not gone is written anew by the next night, which is another night than one with nothing changed.
    with office.store.writing() as session:
        session.execute(update(tables.Letter).where(col(tables.Letter.state) == "pending").values(state="sent"))


def _seconds(name: str, nights: list[tuple[float, Night]]) -> dict[str, tuple[float, str]]:
    last = nights[-1][1]
    counts = f"{last.judged} people of {last.groups_judged} groups judged"
    return {f"night, {name}, processor s ({counts})": (_middle(nights), "")}


def _middle(nights: list[tuple[float, Night]]) -> float:
    return median(seconds for seconds, _ in nights)
