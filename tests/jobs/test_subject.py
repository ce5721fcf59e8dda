"""What is kept about one person is handed over whole and without anybody else; erased, nothing of it is left anywhere."""

import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlmodel import col

from adapters.store import auditing, returned, tables
from jobs.granting import Wish
from tests.jobs.begun import after_the_first_night, begin, received
from tests.jobs.office import Clerk, Told
from tests.jobs.school import ADMIN, CHARLIE, HEADINGS, OTHER_ADMIN, World, a_csv, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of

SADE, NUMBER, WHOLE = "Sade Bello103", "07700 900103", "+447700900103"
HERS = (SADE, "Sade  Bello103", NUMBER, "7700900103", "900103")
"""Sade, whose child is in 3B at first, and every way in which she may be written somewhere."""


@pytest.fixture
def roster(clerk: Clerk) -> Clerk:
    return clerk


def without_her_child(day: int) -> bytes:
    known = [family for family in families() if family.number != 103]
    known[0].relation = f"Mother {day}"
    return an_export(known)


def a_year(world: World) -> None:
    """She is here, is asked about and exempted, leaves with her child, is to be taken out, and is."""
    world.first_night()
    world.office.exempt(Wish("3B", SADE, f"{SADE} helps"), by="Tola")
    world.office.hint("3B", SADE, f"{SADE} has another number, {NUMBER}", by=ADMIN)
    world.office.end_exemption(1, by="Tola")
    for day in range(1, 4):
        world.clock.forward(days=1)
        world.office.receive("contacts.csv", without_her_child(day))
        world.a_night()
    for held in world.office.held():
        world.office.release(held.group, "Tola")
    world.a_night()
    world.office.receive("3B.csv", a_list([one for one in carers() if one[0] != SADE]))
    world.a_night(days=1)
    world.office.receive(f"{SADE}.csv", without_her_child(9))
    world.a_night(days=1)


@pytest.fixture
def after_sade(world: World) -> World:
    """An office with that year behind it."""
    begin(world, a_year)
    return world


def traces(world: World, *words: str) -> dict[str, int]:
    """How often each of some words stands in the database's files, and in what is compressed in it."""
    world.office.store.purge()
    file = world.office.settings.database
    whole = b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
    with world.office.store.reading() as session:
        kept = b"".join(map(zlib.decompress, session.scalars(select(col(tables.Original.content)))))
    found = {word: (whole + kept).count(word.encode()) for word in words}
    return {word: number for word, number in found.items() if number}


def sound(world: World) -> bool:
    with world.office.store.reading() as session:
        return not session.execute(text("pragma foreign_key_check")).all() and not auditing.verify(session)


def exported(roster: Clerk, folder: Path, who: str) -> tuple[dict[str, Any], str]:
    told = roster("subject", "export", who, "--to", str(folder), "--by", "Tola")
    assert told.status == 0, told.err
    (found,) = folder.glob("*.json")
    kept: dict[str, Any] = json.loads(found.read_text())
    return kept, found.with_suffix(".txt").read_text()


def erased(roster: Clerk, who: str, *more: str) -> Told:
    return roster("subject", "erase", who, "--by", "Tola", "--yes", *more)


def test_it_hands_over_everything_about_somebody(after_sade: World, roster: Clerk, tmp_path: Path) -> None:
    kept, said = exported(roster, tmp_path / "out", NUMBER)

    found = {part: len(rows) for part, rows in kept["kept"].items() if rows}
    assert set(found) >= {
        "The school's lists: as a contact", "Members of groups", "What nights found", "What became of a removal",
        "Letters", "Decisions, hints and answers", "Who did what", "Files as they came",
    }  # fmt: skip
    (contact,) = kept["kept"]["The school's lists: as a contact"]
    assert (contact["name"], contact["numbers and addresses"]) == (SADE, [WHOLE])
    assert contact["children"][0]["child"] == "Child103 Bello103"
    assert contact["until"] != "today"
    assert said.startswith(f"What Oak Primary keeps about {SADE} in Roster, on ")
    assert "For the office to check" in said


def test_it_hands_over_nothing_of_anybody_else(after_sade: World, roster: Clerk, tmp_path: Path) -> None:
    kept, said = exported(roster, tmp_path / "out", SADE)

    whole = json.dumps(kept, ensure_ascii=False) + said
    others = [name for family in families() if family.number != 103 for name in family.carer]
    children = [f"Child{family.number}" for family in families() if family.number != 103]
    assert [word for word in (*others, *children, *CHARLIE, ADMIN) if word in whole] == []


def test_it_hands_over_the_other_parent_no_number(world: World, roster: Clerk, tmp_path: Path) -> None:
    mother, father = families()[0].row, (*families()[0].row[:5], "Femi Quartz", "Father", "07700 900777", "yes")
    world.office.receive("contacts.csv", a_csv([HEADINGS, mother, father, *(one.row for one in families()[1:])]))

    hint = "Femi Quartz says on 07700 900777 that Bisi Bello100 is Child100 Bello100's mother"
    world.office.receive("3B.csv", a_list(carers()))
    world.office.hint("3B", "Bisi Bello100", hint, by=ADMIN)

    kept, said = exported(roster, tmp_path / "out", "07700 900100")

    whole = json.dumps(kept) + said
    assert "[somebody else] says on 07700 9•••77 that Bisi Bello100 is Child100 Bello100's mother" in said
    assert [word for word in ("Quartz", "900777") if word in whole] == []
    assert "Child100 Bello100" in whole


def test_it_keeps_the_files_from_everybody_else_and_names_nobody_by_them(
    world: World, roster: Clerk, tmp_path: Path
) -> None:
    begin(world, received)

    exported(roster, tmp_path / "out", SADE)
    roster("subject", "export", SADE, "--to", str(tmp_path / "out"))

    paths = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in paths] == [
        "subject-2026-11-22-1.json", "subject-2026-11-22-1.txt", "subject-2026-11-22-2.json", "subject-2026-11-22-2.txt",
    ]  # fmt: skip
    assert {path.stat().st_mode & 0o077 for path in paths} == {0}


def test_it_finds_a_pupil_by_the_id_and_tells_of_no_contact(world: World, roster: Clerk, tmp_path: Path) -> None:
    begin(world, received)

    kept, said = exported(roster, tmp_path / "out", "A0103")

    rows = kept["kept"]["The school's lists: as a pupil"]
    assert (rows[0]["name"], rows[0]["classes"]) == ("Child103 Bello103", ["3B"])
    assert SADE not in json.dumps(kept) + said


def test_it_says_that_nothing_is_kept(world: World, roster: Clerk) -> None:
    begin(world, received)

    told_of = [roster("subject", "export", who) for who in ("07700 900150", "Zed Unheard", "zed@example.org", "A9999")]

    assert {one.status for one in told_of} == {2}
    assert all("Nothing is kept about" in one.err for one in told_of)
    assert "Nobody is named" in roster("subject", "export", " ").err


def test_it_asks_which_of_two_who_share_a_number(world: World, roster: Clerk) -> None:
    one, other = families()[0].row, (*families()[1].row[:5], "Femi Okoro", "Father", "07700 900100", "")
    world.office.receive("contacts.csv", a_csv([HEADINGS, one, other, *(family.row for family in families()[2:])]))

    told = roster("subject", "erase", "07700 900100", "--yes")

    assert told.status == 2
    assert "may be 2 people" in told.err
    assert "contact of Child100 Bello100" in told.err


def test_it_leaves_nothing_of_somebody_anywhere(after_sade: World, roster: Clerk) -> None:
    before = traces(after_sade, *HERS)

    told = erased(roster, SADE)

    assert told.status == 0, told.err
    assert {SADE, NUMBER, "900103"} <= set(before)
    assert traces(after_sade, *HERS) == {}
    assert sound(after_sade)


def test_it_keeps_the_counts(after_sade: World, roster: Clerk) -> None:
    tables_counted = (tables.Member, tables.Verdict, tables.Letter, tables.LedgerEntry, tables.Run, tables.GroupRun)

    def counts() -> list[int]:
        with after_sade.office.store.reading() as session:
            return [len(session.execute(select(table)).all()) for table in tables_counted]

    before = counts()

    erased(roster, SADE)

    assert counts() == before


def test_the_next_night_is_as_if_nothing_had_been(after_sade: World, roster: Clerk) -> None:
    letters = len(after_sade.office.letters())
    erased(roster, SADE)

    after_sade.office.receive("contacts.csv", without_her_child(11))
    after_sade.a_night(days=1)

    told = [one.letter for one in after_sade.office.letters()[letters:] if one.letter.audience.value == "volunteer"]
    assert told == []
    assert "erased-" not in "".join(one.letter.words.text for one in after_sade.office.letters()[letters:])
    assert sound(after_sade)


def test_it_tries_first_and_says_what_would_go(after_sade: World, roster: Clerk) -> None:
    before = traces(after_sade, SADE)

    told = roster("subject", "erase", SADE, "--by", "Tola")

    assert told.status == 2
    assert "Nothing was erased" in told.err
    assert "  letters: " in told.out
    assert traces(after_sade, SADE) == before


def test_it_refuses_whoever_the_roll_has(world: World, roster: Clerk) -> None:
    begin(world, received)

    refused = [erased(roster, who) for who in (SADE, NUMBER, "Child103 Bello103", "A0103")]

    assert {one.status for one in refused} == {2}
    assert all("take them out of the MIS" in one.err for one in refused)


def test_it_refuses_whoever_is_in_a_group(world: World, roster: Clerk) -> None:
    begin(world, received)

    told = erased(roster, CHARLIE[1])

    assert told.status == 2
    assert "let them be taken out of 3B" in told.err


def test_it_refuses_whom_one_roll_lacks(world: World, roster: Clerk) -> None:
    world.receive_all(people=carers()[:3])
    world.a_night()
    world.office.receive("contacts.csv", without_her_child(1))

    told = erased(roster, SADE)

    assert told.status == 2
    assert "two more days" in told.err


def test_it_refuses_a_volunteer_of_the_settings(world: World, roster: Clerk) -> None:
    begin(world, after_the_first_night)

    told = erased(roster, ADMIN)

    assert told.status == 2
    assert "take the address out of the settings" in told.err


def test_an_erasure_names_the_copies_that_it_does_not_reach(
    world: World, roster: Clerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    world.first_night()
    monkeypatch.chdir(tmp_path)
    aside = world.folder / "roster.db.before-restore-2026-09-01T033000Z"
    aside.write_bytes(b"old")
    roster("subject", "export", CHARLIE[1], "--by", "Tola")

    told = erased(roster, CHARLIE[1], "--history-only")

    assert [name in told.out for name in (aside.name, "-1.json", "-1.txt")] == [True] * 3
    assert aside.exists()


def test_it_erases_somebody_whom_no_roll_ever_knew(world: World, roster: Clerk) -> None:
    begin(world, after_the_first_night)
    world.office.receive("3B.csv", a_list(carers()))
    world.a_night(days=1)

    told = erased(roster, CHARLIE[1])

    assert told.status == 0, told.err
    assert traces(world, CHARLIE[0], CHARLIE[1], "7700900900") == {}
    assert sound(world)


def test_it_erases_what_is_past_of_somebody_who_is_here(world: World, roster: Clerk) -> None:
    begin(world, after_the_first_night)
    roster("exempt", "3B", SADE, "--why", f"{SADE} helps", "--by", "Tola")
    roster("exempt", "--end", "1", "--by", "Tola")
    world.office.receive("3B.csv", a_list([*carers(), ("Zed", "07700 900950")]))
    world.a_night(days=1)
    world.office.release("3B", "Tola") if world.office.held() else None
    standing = world.office.volunteers_sentence("3B", SADE)

    told = erased(roster, SADE, "--history-only")

    assert told.status == 0, told.err
    with world.office.store.reading() as session:
        here = [row.name for row in session.scalars(select(tables.Member).where(col(tables.Member.phone) == WHOLE))]
        ended = session.scalars(select(tables.Exemption)).all()
        on_roll = session.scalars(select(tables.Contact).where(col(tables.Contact.shown) == SADE)).all()
    assert (here, ended, len(on_roll)) == ([SADE], [], 1)
    assert world.office.volunteers_sentence("3B", SADE) == standing
    assert sound(world)


def test_what_each_volunteer_was_told_last_outlasts_the_past(world: World, roster: Clerk, sink: Sink) -> None:
    world.settle("")
    of_both = f'admins = ["{ADMIN}", "{OTHER_ADMIN}"]'
    world.settings.write_text(world.settings.read_text().replace(f'admins = ["{ADMIN}"]', of_both))
    world.reopen()
    world.first_night()
    with world.office.store.writing() as session:
        [lost] = session.scalars(select(tables.Letter).where(col(tables.Letter.recipient) == ADMIN)).all()
        returned.came_back(session, lost.id or 0, now=world.clock(), error="bounced")
    world.a_night(days=1)
    world.clock.forward(days=1)

    told = erased(roster, CHARLIE[1], "--history-only")
    roster("exempt", "3B", "Charlie", "--why", "a governor", "--by", "Tola")
    world.a_night()

    assert told.status == 0, told.err
    for reader in (ADMIN, OTHER_ADMIN):
        last = text_of(sink.to(reader)[-1]).replace("\r\n", "\n")
        assert "PLEASE LEAVE THEM IN\n  * Charlie Nobody, number ending 900" in last


def test_it_waits_for_a_letter_that_names_them(after_sade: World, roster: Clerk) -> None:
    with after_sade.office.store.writing() as session:
        session.execute(text("update letter set state = 'pending' where id = (select min(id) from letter)"))

    told = erased(roster, CHARLIE[1], "--history-only")

    assert told.status == 2
    assert "has yet to go" in told.err


def test_it_deletes_the_file_that_was_put_away(after_sade: World, roster: Clerk) -> None:
    after_sade.settle('[watch]\nfolder = "inbox"')
    shelf = after_sade.settings.parent / "inbox" / "taken"
    shelf.mkdir(parents=True)
    hers, others = shelf / "a.csv", shelf / "b.csv"
    hers.write_bytes(an_export(families()))
    others.write_bytes(without_her_child(9))

    erased(roster, SADE)

    assert (hers.exists(), others.exists()) == (False, True)


def test_it_erases_a_pupil_who_has_left(after_sade: World, roster: Clerk) -> None:
    told = erased(roster, "A0103")

    assert told.status == 0, told.err
    assert traces(after_sade, "Child103", "id a0103") == {}
    assert sound(after_sade)


def test_it_notes_who_exported_and_who_erased_without_the_name(after_sade: World, roster: Clerk) -> None:
    erased(roster, SADE)

    with after_sade.office.store.reading() as session:
        last = session.scalars(select(tables.AuditEntry).order_by(col(tables.AuditEntry.id).desc())).first()
    assert last is not None
    assert (last.act, last.payload and last.payload["by"]) == ("subject erase", "Tola")
    assert SADE not in json.dumps(last.payload)


def test_it_finds_somebody_whom_a_group_shows_by_one_word(world: World, roster: Clerk) -> None:
    begin(world, received)
    world.office.receive("3B.csv", a_list([*carers(), ("Zebedee", "")]))
    world.office.exempt(Wish("3B", "Zebedee", "a friend"), by="Tola")
    world.a_night()
    world.office.receive("3B.csv", a_list(carers()))
    world.a_night(days=1)
    before = traces(world, "Zebedee")

    told = erased(roster, "Zebedee")

    assert told.status == 0, told.err
    assert before["Zebedee"] > 3
    assert traces(world, "Zebedee", "zebedee") == {}
    assert sound(world)
