"""Who did what: every act of a person is noted with a name, shown, and looked through by the doctor."""

import csv
import json
from io import StringIO

import pytest
from sqlalchemy import text

from jobs.check_up import Grade
from jobs.checks.audit import check
from jobs.duties import anchor
from jobs.duty import Turn
from jobs.granting import Wish
from tests.jobs.begun import begin, received
from tests.jobs.office import DAYO, NEW, Clerk, with_a_new_number
from tests.jobs.school import ADMIN, CHARLIE, World, a_list, an_export, carers, families

TURN = Turn("2026-11-22", lambda _: None)


@pytest.fixture
def roster(clerk: Clerk) -> Clerk:
    return clerk


def acts(roster: Clerk) -> list[tuple[str, str]]:
    told = json.loads(roster("audit", "--format", "json").out)
    return [(one["act"], one["by"]) for one in told]


def grades(world: World) -> list[Grade]:
    return [symptom.grade for symptom in check(world.office)]


def by_hand(world: World, change: str) -> None:
    with world.office.store.writing() as session:
        session.execute(text(change))


def test_it_notes_whose_hand_a_file_came_from(world: World, roster: Clerk) -> None:
    export, people = world.folder.parent / "contacts.csv", world.folder.parent / "members.csv"
    export.write_bytes(an_export(families()))
    people.write_bytes(a_list(carers()))

    roster("receive", str(export), "--by", "Tola")
    roster("receive", f"3B={people}", "--by", "Femi")

    assert acts(roster) == [("receive roll", "Tola"), ("receive list", "Femi")]


def test_it_notes_every_word_of_the_office_and_of_volunteers(world: World, roster: Clerk) -> None:
    with_a_new_number(world)
    before = len(acts(roster))

    said = [
        roster("answer", "3B", NEW, "--same", DAYO, "--yes", "--by", "Tola"),
        roster("answer", "3B", NEW, "--undo", "--yes", "--by", "Tola"),
        roster("hint", "3B", NEW, "this is Dayo", "--by", ADMIN),
        roster("exempt", "3B", NEW, "--why", "a governor", "--by", "Tola"),
        roster("exempt", "--end", "1", "--by", "Tola"),
        roster("rescope", "3B", "4A", "--by", "Tola"),
        roster("rescope", "3B", "--undo", "--by", "Tola"),
        roster("missing", "3B", "--said-no", DAYO, "--by", "Tola"),
        roster("missing", "3B", "--undo", DAYO, "--by", "Tola"),
    ]

    assert [one.err for one in said if one.status] == []
    assert acts(roster)[before:] == [
        ("answer", "Tola"), ("undo answer", "Tola"), ("hint", ADMIN), ("exempt", "Tola"), ("end exemption", "Tola"),
        ("rescope", "Tola"), ("undo rescope", "Tola"), ("say no", "Tola"), ("undo no", "Tola"),
    ]  # fmt: skip


def test_it_notes_nothing_of_what_was_refused(world: World, roster: Clerk) -> None:
    begin(world, received)
    before = acts(roster)

    refused = roster("exempt", "3B", "Zed Unheard", "--why", "no", "--by", "Tola")

    assert refused.status == 2
    assert acts(roster) == before


def test_it_shows_who_did_what_since_a_day(world: World, roster: Clerk) -> None:
    begin(world, received)
    world.clock.forward(days=2)
    world.office.exempt(Wish("3B", CHARLIE[0], "a friend"), by="Tola")

    told = roster("audit", "--since", "2026-11-24")

    about = "number: 1, member: +447700900900, shown as: Charlie Nobody, group: 3B, reason: a friend"
    assert told.out == f"3 2026-11-24 02:30 exempt by Tola {about}\n"


def test_it_gives_a_table_that_runs_nothing(world: World, roster: Clerk) -> None:
    world.office.receive("=cmd.csv", an_export(families()), by="=HYPERLINK(1)")

    rows = list(csv.reader(StringIO(roster("audit", "--format", "csv").out)))

    assert rows[0] == ["number", "at", "act", "by", "about"]
    assert rows[1][3] == "'=HYPERLINK(1)"


def test_it_finds_everything_as_it_was_noted(world: World, roster: Clerk) -> None:
    begin(world, received)

    told = roster("audit", "--verify")

    assert told.status == 0
    assert told.out.startswith("2 entries, all as they were noted. The last is 2:")


def test_it_shows_a_change_by_hand(world: World, roster: Clerk) -> None:
    begin(world, received)
    by_hand(world, "update auditentry set act = 'nothing' where id = 1")

    told = roster("audit", "--verify")

    assert (told.status, told.out) == (1, "Wrong: entry 1 was changed, put in or moved.\n")


@pytest.mark.parametrize("garbage", ["garbage{", "[]", "1"])
def test_it_shows_that_what_was_noted_is_no_more_to_be_read(world: World, roster: Clerk, garbage: str) -> None:
    begin(world, received)
    by_hand(world, f"update auditentry set payload = '{garbage}' where id = (select max(id) from auditentry)")

    looked_through = roster("audit", "--verify")

    assert looked_through.status == 1
    assert looked_through.out.startswith("Wrong: who did it, or about what, was changed or cleared in entry ")
    for form in ("text", "json", "csv"):
        shown = roster("audit", "--format", form)
        assert (shown.status, "unreadable" in shown.out) == (0, True)
    world.a_night()
    assert grades(world) == [Grade.WRONG]


def test_it_shows_a_tail_cut_off_by_a_fingerprint_from_a_digest(world: World, roster: Clerk) -> None:
    begin(world, received)
    fingerprint = roster("audit", "--verify").out.split()[-1].rstrip(".")
    by_hand(world, "delete from auditentry where id = 2")

    without, held = roster("audit", "--verify"), roster("audit", "--verify", "--anchor", fingerprint)

    assert (without.status, held.status) == (0, 1)
    assert "not there any more" in held.out


def test_it_refuses_a_fingerprint_that_is_none(world: World, roster: Clerk) -> None:
    told = roster("audit", "--anchor", "twelve")

    assert told.status == 2
    assert "no fingerprint" in told.err


def test_the_doctor_finds_an_audit_well_whose_end_is_written_down(world: World) -> None:
    begin(world, received)
    before = grades(world)

    anchor.run(world.office, TURN)

    assert (before, grades(world)) == ([Grade.WORTH_A_LOOK], [Grade.WELL])


def test_the_doctor_finds_a_tail_that_was_cut_off(world: World) -> None:
    begin(world, received)
    anchor.run(world.office, TURN)

    by_hand(world, "delete from auditentry where id = (select max(id) from auditentry)")

    assert grades(world) == [Grade.WRONG]


def test_the_doctor_names_nobody(world: World) -> None:
    begin(world, received)
    anchor.run(world.office, TURN)
    by_hand(world, "update auditentry set payload = json_set(payload, '$.by', 'Femi') where id = 1")

    (symptom,) = check(world.office)

    assert symptom.grade is Grade.WRONG
    assert "Femi" not in symptom.said + symptom.cure
