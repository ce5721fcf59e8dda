"""Rows and values: what is kept comes back exactly."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.mis import read_export
from adapters.store import Store, create_store, rolls, snapshots
from adapters.store.rolls import Arrival
from jobs.uploads import upload
from roster.canonical import canonical
from roster.gaps import Gap
from roster.names import Name
from roster.normalise import normalise
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.snapshot import Snapshot
from tests.schools.cases import a_case

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
FILES = count()


@pytest.fixture
def store(tmp_path: Path):
    made = create_store(tmp_path / "roster.db")
    yield made
    made.close()


def there_and_back(store: Store, snapshot: Snapshot) -> Snapshot:
    with store.writing() as session:
        arrival = Arrival.of("contacts.csv", str(next(FILES)).encode(), AT, AT.date())
        roll = rolls.receive(session, arrival, snapshot, format_="headings", problems=0) or rolls.newest(session)
        assert roll
        return snapshots.rebuilt(session, roll)


def any_(kind: type[Any], **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass with every field drawn, those to come included."""
    return st.builds(kind, **{field.name: known.get(field.name, ...) for field in fields(kind)})  # type: ignore[arg-type]


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=2).map(tuple)


st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
st.register_type_strategy(int, st.integers(-(2**60), 2**60))
phones = st.integers(0, 999).map(lambda number: Phone(f"+447700900{number:03}"))


@st.composite
def rolls_of_any_kind(draw: st.DrawFn) -> Snapshot:
    # That the list has dropped a child is told from the rolls, and never kept.
    kept = any_(Pupil).map(lambda pupil: replace(pupil, dropped=False))
    pupils = tuple(draw(st.lists(kept, max_size=3, unique_by=lambda pupil: pupil.key)))
    of_them = st.sampled_from(pupils) if pupils else st.nothing()
    ties = several(any_(Tie, pupil=of_them)) if pupils else st.just(())
    contacts = several(any_(Contact, phones=several(phones), ties=ties))
    gaps = several(
        any_(Gap, phones=st.frozensets(phones, max_size=2), pupils=several(of_them) if pupils else st.just(()))
    )
    return draw(any_(Snapshot, pupils=st.just(pupils), contacts=contacts, gaps=gaps))  # type: ignore[no-any-return]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(snapshot=rolls_of_any_kind())
def test_it_rebuilds_any_snapshot_exactly(store: Store, snapshot: Snapshot):
    assert there_and_back(store, snapshot) == canonical(snapshot)


@pytest.mark.parametrize("seed", range(4))
def test_it_rebuilds_a_dirty_schools_export_exactly(store: Store, tmp_path: Path, seed: int):
    case = a_case(seed)
    export, _ = read_export(upload(case.write(tmp_path, case.sheet)[0]))
    snapshot, _ = normalise(export)

    assert snapshot.contacts
    assert there_and_back(store, snapshot) == canonical(snapshot)


def test_it_tells_a_flag_that_was_not_recorded_from_a_no(store: Store):
    pupil = Pupil("id 1", "Tola Bello", Name(("tola",), ("bello",)), left_on=date(2026, 7, 17))
    ties = tuple(Tie(pupil, responsibility=flag, lives_with=flag) for flag in (None, False, True))
    snapshot = Snapshot((pupil,), (Contact(shown="Ola Bello", ties=ties),))

    rebuilt = there_and_back(store, snapshot)

    assert {tie.responsibility for tie in rebuilt.contacts[0].ties} == {None, False, True}
    assert rebuilt == canonical(snapshot)
