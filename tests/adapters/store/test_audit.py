"""The chain shows any change to itself; names can be erased from it, and that shows, too."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store import Store, anchors, audit, auditing, create_store
from adapters.store.audit import Head

NOW = datetime(2026, 11, 22, 2, 30, 15, 123456, tzinfo=UTC)
Break = Callable[[Store], None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create_store(tmp_path / "roster.db")
    with store.writing() as session:
        for at in range(1, 8):
            audit.note(
                session, "answer", by="Tola", at=NOW + timedelta(hours=at), about={"who": f"Ade {at}", "ö": [at]}
            )
    yield store
    store.close()


def faults(store: Store, *known: Head) -> list[int]:
    with store.reading() as session:
        return [fault.number for fault in auditing.verify(session, known)]


def by_hand(*said: str) -> Break:
    def change(store: Store) -> None:
        with store.writing() as session:
            for one in said:
                session.execute(text(one))

    return change


def test_it_finds_nothing_wrong_with_an_untouched_chain(store: Store) -> None:
    assert faults(store) == []


CHANGES = {
    "who did it": by_hand("""update auditentry set payload = json_set(payload, '$.by', 'Femi') where id = 3"""),
    "about what": by_hand("""update auditentry set payload = json_set(payload, '$.who', 'Ola') where id = 3"""),
    "salt": by_hand("update auditentry set salt = 'x' where id = 3"),
    "act": by_hand("update auditentry set act = 'release' where id = 3"),
    "moment": by_hand("update auditentry set at = '2026-11-20 00:00:00' where id = 3"),
    "digest": by_hand("update auditentry set digest = 'x' where id = 3"),
    "hash": by_hand("update auditentry set hash = 'x' where id = 3"),
    "cleared silently": by_hand("update auditentry set payload = null, salt = null where id = 3"),
    "half cleared": by_hand("update auditentry set payload = null where id = 3"),
    "first": by_hand("update auditentry set act = 'release' where id = 1"),
    "last": by_hand("update auditentry set act = 'release' where id = 7"),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_it_shows_an_edit(store: Store, what: str) -> None:
    CHANGES[what](store)

    assert faults(store)


@pytest.mark.parametrize("number", range(1, 7))
def test_it_shows_a_deleted_entry(store: Store, number: int) -> None:
    by_hand(f"delete from auditentry where id = {number}")(store)

    assert faults(store)


@pytest.mark.parametrize("number", range(1, 7))
def test_it_shows_a_deleted_entry_even_if_the_later_ones_are_numbered_anew(store: Store, number: int) -> None:
    later = [f"update auditentry set id = {one - 1} where id = {one}" for one in range(number + 1, 8)]
    by_hand(f"delete from auditentry where id = {number}", *later)(store)

    assert faults(store)


@pytest.mark.parametrize("number", range(1, 8))
def test_it_shows_an_entry_that_was_put_in(store: Store, number: int) -> None:
    later = [f"update auditentry set id = {one + 1} where id = {one}" for one in range(7, number - 1, -1)]
    copy = f"insert into auditentry select {number}, at, act, digest, hash, salt, payload from auditentry where id = 8"
    by_hand(*later, copy)(store)

    assert faults(store)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 4), (2, 7), (6, 7)])
def test_it_shows_entries_in_another_order(store: Store, one: int, other: int) -> None:
    by_hand(
        f"update auditentry set id = 99 where id = {one}",
        f"update auditentry set id = {one} where id = {other}",
        f"update auditentry set id = {other} where id = 99",
    )(store)

    assert faults(store)


@pytest.mark.parametrize("number", range(1, 7))
def test_it_shows_an_entry_that_was_forged_with_a_hash_of_its_own(store: Store, number: int) -> None:
    with store.writing() as session:
        *_, before, forged = (None, *audit.entries(session)[:number])
        assert forged is not None
        forged.act, forged.payload = "release", {"by": "Femi"}
        forged.digest = audit.digest_of(forged.salt or "", forged.payload)
        ahead = before.hash if before else audit.BEGINNING
        forged.hash = audit.hash_of(ahead, number, forged.at, forged.act, forged.digest)

    assert faults(store) == [number + 1]


@pytest.mark.parametrize("kept", range(7))
def test_it_shows_a_tail_cut_off_by_what_was_written_down(store: Store, kept: int) -> None:
    with store.reading() as session:
        anchor = audit.head(session)
    by_hand(f"delete from auditentry where id > {kept}")(store)

    assert faults(store) == []
    assert faults(store, anchor) == [7]


def test_it_shows_a_tail_that_was_cut_off_and_grew_again(store: Store) -> None:
    with store.reading() as session:
        anchor = Head(7, audit.head(session).hash[:16])
    by_hand("delete from auditentry where id = 7")(store)
    with store.writing() as session:
        audit.note(session, "answer", by="Tola", at=NOW)
        audit.note(session, "answer", by="Tola", at=NOW)

    assert faults(store) == []
    assert faults(store, anchor) == [7]


def test_it_holds_when_names_are_erased_as_they_should_be(store: Store) -> None:
    with store.writing() as session:
        erased = audit.erase(session, [2, 3, 5, 99], by="Roster", at=NOW)

    assert erased == 3
    assert faults(store) == []
    with store.reading() as session:
        assert [one.id for one in audit.entries(session) if one.payload is None] == [2, 3, 5]
        assert audit.entries(session)[-1].act == "erased:2-3,5"


def test_it_erases_nothing_twice(store: Store) -> None:
    with store.writing() as session:
        audit.erase(session, [2], by="Roster", at=NOW)
        again = audit.erase(session, [2], by="Roster", at=NOW)

    assert again == 0
    with store.reading() as session:
        assert audit.head(session).number == 8


def test_it_counts_a_moment_of_any_zone_as_the_same(tmp_path: Path) -> None:
    store = create_store(tmp_path / "roster.db")
    summer = datetime(2026, 7, 1, 3, 30, tzinfo=timezone(timedelta(hours=1)))

    with store.writing() as session:
        audit.note(session, "answer", by="Tola", at=summer)

    assert faults(store) == []
    store.close()


def test_it_does_not_fork_when_four_write_at_once(store: Store) -> None:
    def ten() -> None:
        for _ in range(10):
            with store.writing() as session:
                audit.note(session, "answer", by="Tola", at=NOW)

    writers = [threading.Thread(target=ten) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    assert faults(store) == []
    with store.reading() as session:
        assert audit.head(session).number == 47


def test_it_writes_down_each_end_once(store: Store, tmp_path: Path) -> None:
    file = anchors.file_beside(tmp_path / "roster.db")
    with store.reading() as session:
        head = audit.head(session)

    anchors.write_down(file, head, NOW)
    anchors.write_down(file, head, NOW)

    assert file.name == "roster.anchors"
    assert anchors.read(file) == (head,)
    assert file.stat().st_mode & 0o077 == 0


def test_it_passes_over_a_torn_line_and_writes_the_next_whole(tmp_path: Path) -> None:
    file, whole = tmp_path / "roster.anchors", Head(4, "ab" * 32)
    file.write_text("2026-11-22T02:30:00+00:00 3:abc")

    anchors.write_down(file, whole, NOW)

    assert anchors.read(file) == (whole,)


def test_it_reads_a_fingerprint_as_the_digest_prints_it(store: Store) -> None:
    with store.reading() as session:
        said = audit.head_said(session)
        head = audit.head(session)

    assert said == f"Audit: 7 entries, fingerprint 7:{head.hash[:16]}."
    assert faults(store, anchors.anchor_in(head.said)) == []


@pytest.mark.parametrize("said", ["", "7", "7:", "7:abc", "x:" + "a" * 16, "7:" + "g" * 16, "7:" + "a" * 65])
def test_it_refuses_what_is_no_fingerprint(said: str) -> None:
    with pytest.raises(anchors.NoAnchor):
        anchors.anchor_in(said)
