"""A run that is made again from what was kept gives the same answer, and says so if it does not."""

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, select, text, update

from adapters.backups.copying import copied_to_memory
from adapters.store import stops, tables
from adapters.store.stops import Why
from jobs import replay as replaying
from jobs.granting import Wish
from jobs.holding import NotHeld
from jobs.replay import CannotReplay, Replayed, replay
from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, CHARLIE, NIGHT, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink
from tests.jobs.test_incremental import STRANGERS, Twins
from tests.jobs.test_september import july, moved_up

CANARIES = {
    "ROSTER_MAIL__USER": "canary-user",
    "ROSTER_MAIL__PASSWORD": "canary-mail",
    "ROSTER_BOUNCES__PASSWORD": "canary-bounces",
}


class History(Twins):
    """An office to which something happens every day, at random; now and then a held group is released."""

    def __init__(self, folder: Path, port: int, seed: int) -> None:
        self.random = Random(seed)
        self.world = World(folder, port)
        self.worlds = (self.world,)
        self.known = families()
        self.lists = {"3B": [*carers(), *STRANGERS], "4A": [*carers("4A"), CHARLIE]}
        self.each("receive", "contacts.csv", an_export(self.known))
        for group, people in self.lists.items():
            self.each("receive", f"{group}.csv", a_list(people))

    def change(self) -> str:
        if self.random.random() < 0.6:
            return super().change()
        what = self.random.choice("settle stop resend".split())
        getattr(self, f"_{what}")()
        return what

    def night(self) -> None:
        self.world.clock.forward(hours=self.random.choice((1, 24, 24, 24 * 9)))
        self.world.office.nightly()
        if self.random.random() < 0.7:
            self.world.office.deliver()
        for held in self.world.office.held():
            if self.random.random() < 0.6:
                only = [one.shown_as for one in held.removals[: self.random.choice((0, 0, 1))]]
                with suppress(NotHeld):
                    self.world.office.release(held.group, by="Tola", only=only)

    def _settle(self) -> None:
        admins = self.random.choice(('"tola@example.org"', '"tola@example.org", "ola@example.org"', ""))
        share = self.random.choice(("0.0", "0.5"))
        self.world.settle(f'[groups."4A"]\nadmins = [{admins}]\n[limits]\nremovals_share = {share}')

    def _stop(self) -> None:
        with self.world.office.store.writing() as session:
            if not stops.lift(session, ADMIN, by="Tola", at=self.world.clock()):
                stops.stop(session, ADMIN, Why.BOUNCED, at=self.world.clock())

    def _resend(self) -> None:
        for group, people in self.lists.items():
            self.each("receive", f"{group}.csv", a_list(people))


def runs_of(world: World) -> list[tables.Run]:
    with world.office.store.reading() as session:
        return list(session.scalars(select(tables.Run).order_by(text("id"))))


def a_single_night(world: World) -> None:
    """The first night, which is held."""
    world.receive_all()
    world.office.nightly()


def every_replay(world: World) -> list[Replayed]:
    return [replay(world.office, run.slot, run.number) for run in runs_of(world)]


def change(world: World, statement: str, **values: object) -> None:
    with world.office.store.writing() as session:
        assert session.execute(text(statement), values).rowcount  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(1))
def test_it_makes_every_run_of_a_random_history_again(tmp_path: Path, sink: Sink, seed: int):
    history = History(tmp_path / "office", sink.port, seed)

    for _ in range(12):
        for _ in range(history.random.choice((1, 1, 2))):
            history.change()
        history.night()

    done = every_replay(history.world)
    assert len(done) >= 9
    assert [(one.run, one.differences) for one in done if not one.same] == []
    assert sum(one.flags for one in done) > 12
    history.world.office.close()


def test_it_changes_nothing(world: World):
    a_single_night(world)
    with world.office.store.reading() as session:
        connection = session.connection().connection.driver_connection
        assert connection is not None
        before = list(connection.iterdump())

    every_replay(world)

    with world.office.store.reading() as session:
        connection = session.connection().connection.driver_connection
        assert connection is not None
        assert list(connection.iterdump()) == before


def test_the_command_says_that_the_last_run_is_the_same(world: World, clerk: Clerk):
    world.first_night()

    told = clerk("replay")

    assert (told.status, told.out) == (
        0,
        "Run 2026-11-22.2: 1 group with 1 flag made again from what was kept: the same.\n",
    )


def test_it_makes_an_earlier_run_again_by_its_number(world: World, clerk: Clerk):
    world.first_night()

    told = clerk("replay", "2026-11-22.1", "--format", "json")

    assert told.status == 0
    assert json.loads(told.out) == {
        "same": True, "run": "2026-11-22.1", "groups": 1, "flags": 1, "differences": [], "other_version": False,
    }  # fmt: skip


TAMPERED = {
    "update verdict set evidence = '[\"Somebody said so\"]'": "verdict on Charlie Nobody",
    "update verdict set standing = 'query'": "verdict on Charlie Nobody",
    "update flag set standing = 'query'": "flag on Charlie Nobody",
    "delete from objection": "objections",
    "update grouprun set state = 'clear'": "state",
    "update grouprun set told = not told": "whether volunteers were told",
    "update grouprun set digest = ''": "the digest of its removals",
    "update member set phone = '+447700900100' where shown_as = 'Charlie Nobody'": "verdict on Charlie Nobody",
    "update member set name = 'Charlie Somebody' where shown_as = 'Charlie Nobody'": "the member list",
    "update contact set phones = '[\"+447700900900\"]' where phones like '%900107%'": "verdict on Charlie Nobody",
    "update roll set sha256 = replace(sha256, substr(sha256, 1, 1), 'x')": "what is kept of the run",
    "update run set stood = json_set(stood, '$.lists', 7)": "what is kept of the run",
}


def test_it_says_where_something_was_tampered_with(world: World, clerk: Clerk):
    world.first_night()
    with closing(copied_to_memory(world.office.settings.database)) as whole:
        for statement, named in TAMPERED.items():
            with closing(sqlite3.connect(world.office.settings.database)) as connection:
                assert connection.execute(statement).rowcount
                connection.commit()

            told = clerk("replay", "2026-11-22.1")

            assert (told.status, "DIFFERS" in told.out, named in told.out) == (1, True, True), (statement, told.out)
            with closing(sqlite3.connect(world.office.settings.database)) as connection:
                whole.backup(connection)
    assert clerk("replay", "2026-11-22.1").status == 0


@pytest.mark.parametrize("each", ['each_september = "same children"', ""])
def test_it_makes_september_again(world: World, each: str):
    world.settle(each)
    july(world)
    world.office.receive("contacts.csv", an_export(moved_up()))
    world.a_night(days=1)
    if not each:
        world.office.rescope("3B", "4B", by="Tola")
    world.a_night(days=1)

    done = every_replay(world)

    assert [one.differences for one in done] == [()] * 4


def test_it_knows_what_was_decided_then_and_not_what_was_decided_since(world: World):
    world.first_night()
    world.office.exempt(Wish("3B", CHARLIE[1], "governor"), by="Tola")
    world.a_night(days=1)
    world.office.end_exemption(1, by="Tola")
    world.a_night(days=1)

    done = every_replay(world)

    assert [(one.flags, one.same) for one in done] == [(1, True), (1, True), (0, True), (1, True)]


def test_it_knows_which_roll_had_proved_good_then(world: World):
    world.first_night()
    world.office.receive("contacts.csv", an_export(families()[:13]))
    world.a_night(days=1)
    (held,) = world.office.held()
    world.office.release("3B", "Tola")
    world.a_night()

    done = every_replay(world)

    assert "roll-shrunk" in [one.guard for one in held.objections]
    assert [one.differences for one in done] == [()] * 4


def test_it_takes_a_list_that_came_again_for_as_old_as_it_was_then(world: World):
    world.first_night()
    world.a_night(days=40)
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.a_night(days=1)

    done = every_replay(world)

    assert [one.differences for one in done] == [()] * 4


def test_another_version_makes_it_again_and_says_so(world: World, clerk: Clerk, monkeypatch: pytest.MonkeyPatch):
    a_single_night(world)
    monkeypatch.setattr(replaying, "edition", lambda: "another")

    told = clerk("replay")

    assert told.status == 0
    assert "Another version of Roster made it" in told.out


def test_it_says_what_is_deleted_since(world: World, clerk: Clerk):
    a_single_night(world)
    with world.office.store.writing() as session:
        session.execute(delete(tables.Member))
        session.add(tables.Forgetting(at=NIGHT, day=NIGHT.date(), what="replaced lists", rows=13))

    told = clerk("replay")

    assert told.status == 2
    assert "the people of list 1" in told.err
    assert "replaced lists (13 rows)" in told.err


def test_a_run_whose_result_is_forgotten_cannot_be_made_again(world: World, clerk: Clerk):
    a_single_night(world)
    with closing(sqlite3.connect(world.office.settings.database)) as connection:
        connection.execute("delete from grouprun where run_id = 1")
        connection.commit()

    told = clerk("replay", "2026-11-22.1")

    assert told.status == 2
    assert "Not kept: what it found" in told.err


def test_a_difference_proves_nothing_once_something_was_deleted(world: World, clerk: Clerk):
    a_single_night(world)
    with world.office.store.writing() as session:
        session.execute(update(tables.Contact).values(phones=[]))
        session.add(tables.Forgetting(at=NIGHT, day=NIGHT.date(), what="history", rows=24))

    told = clerk("replay")

    assert told.status == 2
    assert "proves nothing" in told.err
    assert "history (24 rows)" in told.err


def test_a_run_of_an_older_roster_cannot_be_made_again(world: World):
    a_single_night(world)
    change(world, "update run set stood = '{}', settings = null, result = ''")

    with pytest.raises(CannotReplay, match="cannot be made again") as refused:
        replay(world.office)

    assert "an older one did not" in refused.value.advice


@pytest.mark.parametrize("asked", ["2026-11-21", "2026-11-22.7"])
def test_it_says_that_there_was_no_such_run(world: World, clerk: Clerk, asked: str):
    a_single_night(world)

    told = clerk("replay", asked)

    assert (told.status, told.out) == (2, "")
    assert "no such run" in told.err


def test_no_secret_is_kept_with_a_run(world: World, monkeypatch: pytest.MonkeyPatch):
    for name, canary in CANARIES.items():
        monkeypatch.setenv(name, canary)
    world.settle('[watchdog]\nurl = "https://watchdog.example.org/canary-ping"')
    world.receive_all()
    world.office.nightly()

    with world.office.store.reading() as session:
        (kept,) = session.scalars(select(tables.SettingsKept))
        stood = session.scalars(select(tables.Run)).one().stood
    assert "canary" not in json.dumps([kept.content, stood])
    assert kept.content["school"]["name"] == "Oak Primary"


def test_the_environment_of_now_does_not_change_a_run_of_then(world: World, monkeypatch: pytest.MonkeyPatch):
    world.first_night()
    monkeypatch.setenv("ROSTER_LIMITS__LIST_AGE_DAYS", "0")
    monkeypatch.setenv("ROSTER_POLICY__LEAVERS_GRACE_DAYS", "300")
    world.clock.forward(days=3)

    done = every_replay(world)

    assert all(one.same for one in done)


@pytest.mark.parametrize(
    "change",
    ["settings = '{}'", "settings = 'nothing'", "stood = 'garbage{'", "stood = '{\"a\": 1}'", "stood = '[3]'", "stood = '{\"rolls\": 1}'"],
)  # fmt: skip
def test_it_says_that_what_was_kept_was_changed(world: World, clerk: Clerk, change: str):
    world.first_night()
    with closing(sqlite3.connect(world.office.settings.database)) as by_hand, by_hand:
        by_hand.execute(f"update run set {change}")

    told = clerk("replay")

    assert told.status == 2
    assert "This run cannot be made again." in told.err
    assert "was changed" in told.err


def test_it_says_few_of_many_differences_and_how_many_more_there_are(world: World, clerk: Clerk):
    strangers = [(f"Zed Nobody{one}", f"07700 900{one}") for one in range(901, 912)]
    world.receive_all(people=[*carers(), *strangers])
    world.office.nightly()
    with world.office.store.writing() as session:
        session.execute(delete(tables.Verdict))

    told = clerk("replay")

    lines = told.out.splitlines()
    assert told.status == 1
    assert lines[-1] == "  3B: 6 more; --format json has them all."
    assert len(lines) == 7
    assert lines[1] == "  3B: verdict on Zed Nobody901: kept is none; it comes to remove (not-on-roll)."
    assert len(json.loads(clerk("replay", "--format", "json").out)["differences"]) == 11
