"""What has been kept long enough goes, what today rests on stays, and nothing of it is left in the file."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlmodel import col

from adapters.discovery import found_in
from adapters.store import auditing, lists, releases, tables
from adapters.store.old_runs import forget_names_on_releases
from adapters.store.rolls import Arrival
from jobs import duties
from jobs.duties import anchor, expire, retention
from jobs.duty import Duty, Turn
from jobs.forget import due_now, forget_now, months_before
from jobs.granting import Wish
from roster.groups import Completeness, Member, MemberList, Shown
from roster.phone import Phone
from tests.jobs.begun import after_the_first_night, begin, received
from tests.jobs.office import Clerk
from tests.jobs.school import CHARLIE, World, a_list, an_export, carers, families

LEFT = "A0103"
"""The pupil who leaves in the year of these tests, child of Dayo Bello103 in 3B."""
CANARY = "Zebedee Quartz"


@pytest.fixture
def roster(clerk: Clerk) -> Clerk:
    return clerk


def without(number: int) -> bytes:
    return an_export([family for family in families() if family.number != number])


def rows(world: World, table: type) -> int:
    with world.office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def sound(world: World) -> bool:
    """Whether every reference holds, and so does the audit."""
    with world.office.store.reading() as session:
        broken = session.execute(text("pragma foreign_key_check")).all()
        return not broken and not auditing.verify(session)


def traces(world: World, of: str) -> int:
    """How often a text stands in the database's files, in UTF-8, wherever it stands there."""
    beside = world.office.settings.database
    return sum(path.read_bytes().count(of.encode()) for path in beside.parent.glob(f"{beside.name}*"))


def counted(world: World) -> dict[str, int]:
    return {what: number for what, number in due_now(world.office).rows if number}


def test_it_forgets_nothing_on_the_first_day(world: World) -> None:
    begin(world, after_the_first_night)

    done = forget_now(world.office, by="Tola")

    assert done.said == "There was nothing to forget."
    assert sound(world)


def test_it_forgets_exports_after_thirty_days(world: World) -> None:
    begin(world, received)
    world.clock.forward(days=30, seconds=1)

    before = rows(world, tables.Original)
    forget_now(world.office, by="Tola")

    assert (before, rows(world, tables.Original)) == (1, 0)


def test_it_keeps_an_export_for_thirty_days(world: World) -> None:
    begin(world, received)
    world.clock.forward(days=29, hours=23)

    forget_now(world.office, by="Tola")

    assert rows(world, tables.Original) == 1


def test_it_only_says_what_is_due(world: World, roster: Clerk) -> None:
    begin(world, received)
    world.clock.forward(days=31)

    told = roster("forget", "--dry-run")

    assert told.status == 0
    assert "exports and chats, byte for byte" in told.out
    assert rows(world, tables.Original) == 1
    assert counted(world) == {"originals": 1}


def test_it_says_what_it_forgot_and_notes_that(world: World, roster: Clerk) -> None:
    begin(world, received)
    world.clock.forward(days=31)
    world.settle(world.more + "\n[keep]\noriginal_days = 0")

    told = roster("forget", "--by", "Tola")

    assert told.out == "Forgot exports and chats, byte for byte: 1.\n"
    with world.office.store.reading() as session:
        note = session.scalars(select(tables.AuditEntry).order_by(col(tables.AuditEntry.id).desc())).first()
        (kept,) = session.scalars(select(tables.Forgetting)).all()
    assert note is not None
    assert (note.act, bool(note.payload)) == ("forget", True)
    assert note.payload is not None
    assert (note.payload["by"], note.payload["originals"]) == ("Tola", 1)
    assert (kept.what, kept.rows) == ("originals", 1)


def three_lists(world: World) -> None:
    """3B's list, with somebody who was in it once, replaced twice."""
    world.receive_all(people=[*carers(), (CANARY, CHARLIE[1])])
    for _ in range(2):
        world.clock.forward(days=1)
        world.office.receive("3B.csv", a_list([*carers(), ("Charlie", f"07700 9009{world.clock.now.day}")]))


def test_it_forgets_the_people_of_a_list_ninety_days_after_it_was_replaced(world: World) -> None:
    three_lists(world)
    world.clock.forward(days=90)
    early = forget_now(world.office, by="Tola")
    world.clock.forward(days=1)

    late = forget_now(world.office, by="Tola")

    # Replaced on two days one after the other: the first of them is over.
    assert dict(early.rows)["lists"] == 13
    assert dict(late.rows)["lists"] == 13
    assert traces(world, CANARY) == 0
    assert rows(world, tables.Member) == 13
    assert sound(world)


def test_it_never_forgets_the_newest_list_of_a_group(world: World) -> None:
    three_lists(world)
    world.clock.forward(days=3650)

    forget_now(world.office, by="Tola")

    world.office.receive("contacts.csv", an_export(families()))
    assert [group.name for group in world.office.nightly().groups] == ["3B"]


def test_it_keeps_every_list_that_is_judged_together_with_the_newest(world: World) -> None:
    begin(world, received)
    for number in range(3):
        world.clock.forward(days=1)
        some = (Member(f"Ade {number}", 1, phone=Phone(f"+44770090080{number}"), shown=Shown.NUMBER),)
        part = MemberList("3B", some, "WhatsApp", "part", Completeness.PARTIAL)
        with world.office.store.writing() as session:
            lists.receive(session, Arrival.of("3B.txt", bytes([number]), world.clock.now, world.office.today), part)
    world.clock.forward(days=3650)

    forget_now(world.office, by="Tola")

    with world.office.store.reading() as session:
        (known,) = lists.newest_of_each(session)
    assert len(known.listed.members) == 13 + 3


def test_it_tells_nothing_of_a_list_whose_people_are_forgotten(world: World) -> None:
    three_lists(world)
    world.clock.forward(days=200)
    forget_now(world.office, by="Tola")
    world.office.receive("contacts.csv", an_export(families()))
    world.office.nightly()

    with world.office.store.reading() as session:
        told = lists.each_of(session, "3b")
    assert [len(one.listed.members) for one in told] == [13]


def a_leaver(world: World) -> None:
    """Child103 is on the first roll and on none of the three later ones, each of its own day and judged."""
    begin(world, received)
    world.a_night()
    for _ in range(3):
        world.clock.forward(days=1)
        world.office.receive("contacts.csv", a_changed(world.clock.now.day))
        world.a_night()


def a_changed(day: int) -> bytes:
    """An export without the leaver that is other bytes on each day."""
    known = [family for family in families() if family.number != 103]
    known[0].relation = f"Mother {day}"
    return an_export(known)


def of_the_leaver(world: World) -> list[int]:
    with world.office.store.reading() as session:
        child = session.scalars(select(tables.Child).where(col(tables.Child.key).contains(LEFT))).all()
        phone = session.scalars(select(tables.Contact).where(text("phones like '%+447700900103%'"))).all()
        return [len(child), len(phone)]


def test_it_forgets_a_family_a_year_after_its_last_child_left(world: World) -> None:
    a_leaver(world)
    known = of_the_leaver(world)
    world.clock.forward(days=370)
    world.office.receive("3B.csv", a_list([one for one in carers() if "103" not in one[0]]))
    world.office.receive("contacts.csv", a_changed(1))
    world.a_night()

    done = forget_now(world.office, by="Tola")

    assert known == [1, 1]
    assert of_the_leaver(world) == [0, 0]
    assert dict(done.rows)["history"] > 0
    assert traces(world, "Child103") == 0
    assert sound(world)


def test_it_keeps_a_family_for_a_year(world: World) -> None:
    a_leaver(world)
    world.clock.forward(days=360)

    forget_now(world.office, by="Tola")

    assert of_the_leaver(world) == [1, 1]


def test_it_keeps_a_family_whose_other_child_is_still_here(world: World) -> None:
    more = [*families()]
    sibling = [("A0999", "Sibling", "Bello103", "4A", "", *families()[3].row[5:])]
    from tests.jobs.school import HEADINGS, a_csv

    def export(*, leaver: bool, day: int) -> bytes:
        known = [one.row for one in more if leaver or one.number != 103]
        return a_csv([HEADINGS, *known, *sibling, ("A0998", f"Day{day}", "Bello", "4A", "", "", "", "", "")])

    world.office.receive("contacts.csv", export(leaver=True, day=0))
    for day in range(1, 4):
        world.clock.forward(days=1)
        world.office.receive("contacts.csv", export(leaver=False, day=day))
    world.clock.forward(days=1000)

    forget_now(world.office, by="Tola")

    assert of_the_leaver(world)[0] == 1


def test_it_never_forgets_whom_the_newest_roll_only_seems_to_lack(world: World) -> None:
    """One roll that lacks them proves nothing: they are carried over, and judged as being here."""
    world.settle(world.more + "\n[keep]\nhistory_months = 0")
    begin(world, received)
    world.a_night()
    world.clock.forward(days=1)
    world.office.receive("contacts.csv", without(103))
    world.clock.forward(days=5)

    forget_now(world.office, by="Tola")

    assert of_the_leaver(world) == [1, 1]


def two_years(world: World) -> None:
    """A first night that told volunteers of Charlie, and a silent one two years later."""
    begin(world, after_the_first_night)
    world.clock.forward(days=730)
    world.office.receive("contacts.csv", a_changed(1))
    world.a_night()


def test_it_keeps_what_volunteers_were_told_last_however_long_ago(world: World) -> None:
    two_years(world)
    world.office.release("3B", "Tola") if world.office.held() else None

    forget_now(world.office, by="Tola")
    night = world.office.nightly()

    told = [letter for letter in world.office.letters() if letter.letter.audience.value == "volunteer"]
    assert told
    assert night.groups
    assert sound(world)


def test_it_forgets_nights_and_letters_of_which_nothing_is_left_to_tell(world: World) -> None:
    begin(world, after_the_first_night)
    for number in range(3):
        world.office.receive("3B.csv", a_list([*carers(), (f"Charlie{number}", f"07700 90090{number}")]))
        world.a_night(days=2)
    before = rows(world, tables.Run)
    world.clock.forward(days=400)

    done = forget_now(world.office, by="Tola")

    assert dict(done.rows)["nights"] > 0
    assert 0 < rows(world, tables.Run) < before
    assert sound(world)


def test_it_forgets_names_in_the_audit_and_the_chain_holds(world: World) -> None:
    begin(world, received)
    world.clock.forward(days=800)

    forget_now(world.office, by="Tola")
    again = forget_now(world.office, by="Tola")

    with world.office.store.reading() as session:
        named = [one for one in session.scalars(select(tables.AuditEntry)) if one.payload and "file" in one.payload]
    assert not named
    assert dict(again.rows)["audit"] == 0
    assert sound(world)


def test_it_forgets_what_was_decided_and_ended_long_ago(world: World, roster: Clerk) -> None:
    begin(world, after_the_first_night)
    for why in (CANARY, "a governor", "a friend"):
        roster("exempt", "3B", CHARLIE[0], "--why", why, "--by", "Tola")
    world.clock.forward(days=370)

    done = forget_now(world.office, by="Tola")

    assert dict(done.rows)["decisions"] == 2
    assert [one.exemption.reason for one in world.office.exemptions()] == ["a friend"]
    assert traces(world, CANARY) == traces(world, '"reason": "' + CANARY)
    assert sound(world)


def test_it_deletes_files_that_were_put_away_and_uploads_that_never_ended(world: World, tmp_path: Path) -> None:
    world.settle('[watch]\nfolder = "inbox"')
    inbox = world.settings.parent / "inbox"
    (inbox / "taken" / "3B").mkdir(parents=True)
    put_away, unfinished, fresh = inbox / "taken" / "3B" / "a.csv", inbox / "b.csv.part", inbox / "c.csv"
    for path in (put_away, unfinished, fresh):
        path.write_text(CANARY)
    world.clock.now = datetime.now(UTC)
    world.clock.forward(days=31)

    done = forget_now(world.office, by="Tola")

    assert (dict(done.rows)["taken"], dict(done.rows)["unfinished"]) == (1, 1)
    assert [path.exists() for path in (put_away, unfinished, fresh)] == [False, False, True]


@pytest.mark.parametrize(
    ("settings", "days", "stays"), [("", 29, True), ("", 31, False), ("[keep]\noriginal_days = 0", 1, True)]
)
def test_it_deletes_databases_that_a_restore_put_aside(world: World, settings: str, days: int, *, stays: bool) -> None:
    world.settle(settings)
    before = [world.folder / f"roster.db.before-restore-2026-09-01T033000Z{ending}" for ending in ("", "-wal")]
    for path in before:
        path.write_text(CANARY)
    world.clock.now = datetime.now(UTC)
    world.clock.forward(days=days)

    done = forget_now(world.office, by="Tola")

    assert [path.exists() for path in before] == [stays, stays]
    assert dict(done.rows)["before"] == (0 if stays else 2)


def test_it_stops_when_it_was_overtaken(world: World) -> None:
    class Lost(Exception):
        pass

    def lost(_: object) -> None:
        raise Lost

    begin(world, received)
    world.clock.forward(days=31)

    with pytest.raises(Lost):
        retention.run(world.office, Turn("2026-12-23", lost))

    assert rows(world, tables.Original) == 1


def test_it_writes_down_the_end_of_the_audit_every_night(world: World) -> None:
    begin(world, received)

    said = anchor.run(world.office, Turn("2026-11-22", lambda _: None))

    lines = world.office.settings.database.with_suffix(".anchors").read_text().splitlines()
    assert said == "Wrote down the end of the audit, at entry 3."
    assert [line.split()[1].split(":")[0] for line in lines] == ["3"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 12, date(2025, 11, 22)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
    ],
)
def test_it_counts_months_back(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected


def test_it_notes_which_settings_are_others_and_not_what_they_say(world: World) -> None:
    turn = Turn("2026-11-22", lambda _: None)
    anchor.run(world.office, turn)
    world.settle('[keep]\noriginal_days = 7\n[volunteers."ade@example.org"]\nlanguage = "pl"')

    anchor.run(world.office, turn)
    anchor.run(world.office, turn)

    with world.office.store.reading() as session:
        noted = session.scalars(select(tables.AuditEntry).where(col(tables.AuditEntry.act) == "settings")).all()
    assert [one.payload and one.payload["changed"] for one in noted][1:] == [
        ["keep.original_days", "volunteers", "volunteers.ade@example.org.language"]
    ]
    assert "office@example.org" not in json.dumps([one.payload for one in noted])


def test_it_ends_exemptions_two_weeks_after_their_last_day(world: World) -> None:
    begin(world, received)
    last_day = world.office.today + timedelta(days=3)
    world.office.exempt(Wish("3B", CHARLIE[0], "a friend", until=last_day), by="Tola")
    world.office.exempt(Wish("3B", carers()[0][0], "a governor"), by="Tola")
    turn = Turn("2026-11-22", lambda _: None)

    world.clock.forward(days=17)
    early = expire.run(world.office, turn)
    world.clock.forward(days=1)
    late = expire.run(world.office, turn)

    assert (early, late) == ("Ended 0 exemptions whose time was over.", "Ended 1 exemption whose time was over.")
    assert [one.exemption.reason for one in world.office.exemptions()] == ["a governor"]


def test_the_jobs_of_keeping_are_on_the_schedule() -> None:
    known = {duty.kind: duty for duty in found_in(duties, Duty)}

    assert {kind: known[kind].order for kind in ("expire", "anchor", "retention")} == {
        "expire": 20, "anchor": 40, "retention": 85,
    }  # fmt: skip
    assert known["expire"].order < known["compare"].order < known["anchor"].order
    assert known["backup"].order < known["retention"].order


def test_names_on_old_releases_go_and_that_a_result_was_read_stays_known(world: World) -> None:
    begin(world, after_the_first_night)
    now = world.clock()
    with world.office.store.writing() as session:
        whole = releases.of(session, "3b")[-1]
        session.add(
            tables.Release(group_key="3b", digest=whole.digest, covers=[], people=[CANARY], by="Tola", at=now, void_at=now)
        )  # fmt: skip

    with world.office.store.writing() as session:
        forgotten = [forget_names_on_releases(session, now + timedelta(days=1)) for _ in range(2)]
        last = releases.of(session, "3b")[-1].people
        read = releases.was_read(session, "3b")

    assert (forgotten, last, read) == ([1, 0], ["erased"], True)
