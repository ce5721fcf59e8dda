"""An older database brought up to date: what it held is there afterwards."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, text
from sqlalchemy.schema import MetaData

from adapters.store import open_store, snapshots, tables
from roster.canonical import canonical
from roster.people import Contact, Pupil
from roster.snapshot import Snapshot
from tests.adapters.store.older import an_older_database
from tests.builders import FEMI, a_contact, a_gap, a_pupil, a_snapshot, a_tie

ADE, TOLA = a_pupil("Ade Bello"), a_pupil("Tola Bello", classes=["4A"], year=4)
MOVED = a_pupil("Ade Bello", classes=["3C"])
ALIKE = [Contact(shown="Pat", names=a_contact("Pat Bello").names, ties=(a_tie(child),)) for child in (ADE, TOLA)]
FIRST = a_snapshot(
    a_contact(ties=[a_tie(ADE), a_tie(TOLA, lives_with=False)], ids=["7"], emails=["ola@example.org"]), *ALIKE,
    gaps=[a_gap(14, left="0770", pupils=(TOLA,)), a_gap(15)],
)  # fmt: skip
SECOND = a_snapshot(
    a_contact("Femi Bello", FEMI, ties=[a_tie(TOLA, "Father", restricted=True)]),
    a_contact(ties=[a_tie(MOVED)], ids=["7"], emails=["ola@example.org"]),
    gaps=[a_gap(16, left="0770", pupils=(TOLA,))],
)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Engine]:
    """A database as the third version of its tables had it."""
    engine = an_older_database(tmp_path / "roster.db", "0003")
    yield engine
    engine.dispose()


def test_copies_become_rows_that_last_and_nothing_is_lost(old: Engine, tmp_path: Path):
    with old.begin() as connection:
        for number, snapshot in enumerate([FIRST, FIRST, SECOND], 1):
            write_as_before(connection, number, snapshot)
    old.dispose()

    store = open_store(tmp_path / "roster.db")

    with store.reading() as session:
        again = [snapshots.rebuilt(session, session.get_one(tables.Roll, number)) for number in (1, 2, 3)]
        counted = [
            session.scalar(text(f"select count(*) from {name}")) for name in ("child", "pupil", "contact", "tie", "gap")
        ]
        names = set(session.scalars(text("select name from sqlite_master where type = 'table'")))
    store.close()
    assert again == [canonical(FIRST), canonical(FIRST), canonical(SECOND)]
    # Two children, one of them twice; Ola stands unchanged; one tie of hers ends; one gap only moves to another row.
    assert counted == [2, 3, 4, 5, 2]
    assert not [name for name in names if name.startswith("copied")]


def test_the_next_roll_goes_on_from_there(old: Engine, tmp_path: Path):
    with old.begin() as connection:
        write_as_before(connection, 1, FIRST)
    old.dispose()
    store = open_store(tmp_path / "roster.db")

    with store.writing() as session:
        roll = session.get_one(tables.Roll, 1)
        before = session.scalar(text("select total_changes()"))
        snapshots.keep(session, roll, FIRST)
        session.flush()
        after = session.scalar(text("select total_changes()"))

        assert snapshots.rebuilt(session, roll) == canonical(FIRST)
    store.close()
    assert after == before


def write_as_before(connection: Connection, number: int, snapshot: Snapshot) -> None:
    """Write a roll as it was kept then: a copy of everybody."""
    places = {pupil: at for at, pupil in enumerate(snapshot.pupils)}
    of_roll = {"roll_id": number}
    rows: dict[str, list[dict[str, Any]]] = {
        "roll": [_header(number, snapshot)],
        "pupil": [of_roll | {"position": at} | _pupil(pupil) for at, pupil in enumerate(snapshot.pupils)],
        "contact": [of_roll | {"position": at} | _contact(one) for at, one in enumerate(snapshot.contacts)],
        "tie": [
            of_roll | {"contact": whose, "position": at, "pupil": places[tie.pupil], "role": tie.role.value,
            "relation": tie.relation, "responsibility": tie.responsibility, "lives_with": tie.lives_with,
            "restricted": tie.restricted}
            for whose, one in enumerate(snapshot.contacts) for at, tie in enumerate(one.ties)
        ],
        "gap": [
            of_roll | {"position": at, "lost": gap.lost.value, "row": gap.row, "why": gap.why, "names": [], "words": [],
            "phones": [], "fragments": [[one.text, one.digits, one.span] for one in gap.fragments],
            "pupils": [places[pupil] for pupil in gap.pupils], "explained": gap.explained}
            for at, gap in enumerate(snapshot.gaps)
        ],
    }  # fmt: skip
    then = MetaData()
    then.reflect(connection)
    for table, found in rows.items():
        connection.execute(insert(then.tables[table]), found)


def _header(number: int, snapshot: Snapshot) -> dict[str, Any]:
    counts = dict.fromkeys(("pupils", "on_roll", "contacts", "ringable", "problems", "rows", "set_aside"), 0)
    return counts | {
        "id": number, "sha256": str(number), "file": "contacts.csv", "format": "headings",
        "received_at": datetime.fromisoformat("2026-11-22T09:00"), "day": date(2026, 11, 21 + number), "cut_short": False,
    }  # fmt: skip


def _pupil(pupil: Pupil) -> dict[str, Any]:
    called = [list(pupil.called.given), list(pupil.called.family), pupil.called.title]
    return {
        "key": pupil.key, "name": pupil.name, "called": called, "year": pupil.year, "classes": sorted(pupil.classes),
        "starts_on": pupil.starts_on, "left_on": pupil.left_on, "has_left": pupil.has_left, "applicant": pupil.applicant,
    }  # fmt: skip


def _contact(contact: Contact) -> dict[str, Any]:
    names = [[list(name.given), list(name.family), name.title] for name in contact.names]
    return {
        "ids": list(contact.ids), "names": names, "shown": contact.shown, "emails": list(contact.emails),
        "phones": [phone.e164 for phone in contact.phones], "rows": [2],
    }  # fmt: skip


def test_letters_of_before_are_found_by_addresses_in_small_letters(tmp_path: Path):
    engine = an_older_database(tmp_path / "roster.db", "0006")
    with engine.begin() as connection:
        connection.execute(text("pragma foreign_keys = off"))
        known = MetaData()
        known.reflect(connection, only=["letter"])
        row = {one.name: _anything(one) for one in known.tables["letter"].columns}
        connection.execute(insert(known.tables["letter"]).values(**{**row, "recipient": "Ade@Example.org"}))
    engine.dispose()

    store = open_store(tmp_path / "roster.db")

    with store.reading() as session:
        assert session.scalars(text("select recipient from letter")).all() == ["ade@example.org"]
    store.close()


def _anything(column: Any) -> Any:
    if column.nullable:
        return None
    made = {str: "", int: 1, datetime: datetime(2026, 11, 22, tzinfo=UTC), bool: False}
    return made[column.type.python_type]
