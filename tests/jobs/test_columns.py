"""Columns that the office confirms: shown, given back, kept, forgotten; on the command line and in the service."""

import signal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jobs.office import Office
from roster.canonical import canonical
from roster.errors import RosterError
from roster.mapping import Mapping
from roster.mapping_text import from_toml
from tests.builders import a_csv, a_workbook
from tests.commands import Command, Said
from tests.jobs.school import World, an_export, families
from tests.jobs.test_delivery import roster as a_process

LEAVERS = a_csv("""
    Pupil      | Class | Leavng date | Contact    | Mobile       | Ring me on
    Ade Bello  | 3B    | 17/07/2026  | Ola Bello  | 07700 900123 | 07700 900155
    Tola Bello | 3B    |             | Femi Bello | 07700 900124 | 07700 900156
    Temi Ojo   | 3B    | 17/07/2026  | Ayo Ojo    | 07700 900125 | 07700 900157
""")
LIST = "Name,Phone\nOla,07700 900123\nFemi,07700 900124\n"


def a_mapping(roster: Command, content: str = LEAVERS) -> Mapping:
    roster.file("contacts.csv", content)
    return from_toml(roster("map", "contacts.csv").out)


def standings(said: Said) -> list[str]:
    return [standing for standing, _ in said.verdicts.values()]


def test_a_guess_takes_nobody_out_until_it_is_confirmed(roster: Command):
    files = roster.file("contacts.csv", LEAVERS), roster.file("3B.csv", LIST)
    roster("map", "contacts.csv", "--to", "columns.toml")

    before, after = roster.check(*files), roster.check(*files, "--mapping", "columns.toml")

    assert standings(before) == ["belongs", "belongs"]
    assert standings(after) == ["remove", "belongs"]
    assert 'looks like "leaving date"' in before.err
    assert "looks like" not in after.err


def test_it_shows_the_columns_on_stdout_and_what_to_check_on_stderr(roster: Command):
    said = roster("map", roster.file("contacts.csv", LEAVERS))

    assert said.status == 0
    assert [entry.heading for entry in from_toml(said.out).entries][-1] == "Ring me on"
    assert said.err == "note: 2 columns to check; look for GUESS, please check.\n"


def test_it_says_when_nothing_is_to_be_checked(roster: Command):
    said = roster(
        "map", roster.file("contacts.csv", a_csv("Pupil | Class | Contact | Mobile\nAde | 3B | Ola | 07700 900123"))
    )

    assert "can be used without a mapping" in said.err


def test_it_overwrites_nothing(roster: Command):
    roster.file("contacts.csv", LEAVERS)
    roster.file("columns.toml", "mine")

    said = roster("map", "contacts.csv", "--to", "columns.toml")

    assert said.status == 2
    assert "such a file already" in said.err
    assert (roster.folder / "columns.toml").read_text() == "mine"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'[[column]]\nheading = "Pupil\n', "at line 2"),
        (b"\xff\xfe[", "Save it as UTF-8"),
        (None, "There is no such file"),
        (b'[[column]]\nheading = "Pupil"\nholds = "whole name"\nof = "pupil"\n', "a contact's telephone"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_said(roster: Command, content: bytes | None, said: str):
    files = roster.file("contacts.csv", LEAVERS), roster.file("3B.csv", LIST)
    if content is not None:
        roster.file("columns.toml", content)

    told = roster.check(*files, "--mapping", "columns.toml", how="text")

    assert told.status == 2
    assert told.out == ""
    assert "columns.toml" in told.err
    assert said in told.err


def test_a_mapping_for_other_headings_is_refused(roster: Command):
    roster.file("contacts.csv", LEAVERS)
    roster("map", "contacts.csv", "--to", "columns.toml")
    other = roster.file("other.csv", LEAVERS.replace("Ring me on", "Ring"))

    said = roster.check(other, roster.file("3B.csv", LIST), "--mapping", "columns.toml", how="text")

    assert said.status == 2
    assert "other headings than this file has" in said.err


def test_the_problems_are_marked_in_a_copy_of_the_sheet(roster: Command):
    export = roster.file("contacts.csv", LEAVERS.replace("07700 900124", "0770"))

    said = roster.check(export, roster.file("3B.csv", LIST), "--problems", "mend.xlsx")

    sheet = load_workbook(roster.folder / "mend.xlsx")["What to fix"]
    assert said.status == 1
    assert [row[0].row for row in sheet.iter_rows(min_row=3) if row[1].value] == [4]
    assert sheet["G4"].comment.text == '"0770" is no whole telephone number; whoever it was is protected.'


@pytest.mark.parametrize("path", ["mend.csv", "contacts.xlsx", "report.xlsx"])
def test_the_copy_never_stands_in_the_place_of_another_file(roster: Command, path: str):
    content = a_workbook(R=[row.split(",") for row in LEAVERS.splitlines()])
    files = roster.file("contacts.xlsx", content), roster.file("3B.csv", LIST)

    said = roster.check(*files, "--problems", path, "--report", "report.xlsx", how="text")

    assert said.status == 2
    assert (roster.folder / "contacts.xlsx").read_bytes() == content
    assert not (roster.folder / "report.xlsx").exists()


def test_a_folder_is_read_as_the_zip_it_would_make(roster: Command):
    (roster.folder / "set").mkdir()
    for name in ("one.csv", "two.csv"):
        (roster.folder / "set" / name).write_text("a,b\n1,2\n")

    said = roster.check("set", roster.file("3B.csv", LIST), how="text")

    assert said.status == 2
    assert "Right now there is one.csv and two.csv" in said.err


def pupils_left(office: Office) -> int:
    return sum(pupil.left_on is not None for pupil in office.read_again().snapshot.pupils)


def test_a_confirmation_reads_the_file_anew_and_holds_for_the_next_one(world: World, roster: Command):
    mapping = a_mapping(roster)
    world.office.receive("contacts.csv", LEAVERS.encode())
    unconfirmed = pupils_left(world.office)

    confirmed = world.office.receive("contacts.csv", LEAVERS.encode(), mapping=mapping)
    world.clock.forward(days=3)
    following = world.office.receive("contacts.csv", LEAVERS.replace("Temi", "Kemi").encode())

    assert unconfirmed == 0
    assert confirmed.changed
    assert "Its columns were read as you say, and so will be those of every file" in confirmed.sentences[1]
    assert following.sentences[1] == "Its columns were read as confirmed on 22 November 2026."
    assert pupils_left(world.office) == 2


def test_what_is_forgotten_is_asked_again(world: World, roster: Command):
    world.office.receive("contacts.csv", LEAVERS.encode(), mapping=a_mapping(roster))
    given = ("--settings", str(world.settings))

    kept, forgotten = roster("map", "--kept", *given), roster("map", "--forget", "contacts.csv", *given)
    again = roster("map", "--forget", "contacts.csv", *given)
    receipt = world.office.receive("contacts.csv", LEAVERS.encode())

    assert 'C "Leavng date": leaving date of pupil' in kept.out
    assert kept.out.splitlines()[0].endswith("confirmed on 22 November 2026")
    assert forgotten.out == "Forgotten: such columns are read by their headings again.\n"
    assert again.status == 2
    assert any('looks like "leaving date"' in sentence for sentence in receipt.sentences)


def test_it_can_be_forgotten_by_its_code(world: World, roster: Command):
    mapping = a_mapping(roster)
    world.office.receive("contacts.csv", LEAVERS.encode(), mapping=mapping)

    said = roster("map", "--forget", mapping.fingerprint, "--settings", str(world.settings))

    assert said.status == 0
    assert world.office.kept_columns() == ()
    assert roster("map", "--kept", "--settings", str(world.settings)).out.startswith("Nothing is kept")


def test_a_mapping_for_a_file_that_is_refused_is_not_kept(world: World, roster: Command):
    with pytest.raises(RosterError):
        world.office.receive("contacts.csv", b"Pupil,Class\nAde,3B\n", mapping=a_mapping(roster))

    assert world.office.kept_columns() == ()


def test_receiving_takes_a_mapping_and_writes_what_to_mend(world: World, roster: Command):
    roster.file("contacts.csv", LEAVERS.replace("07700 900124", "0770"))
    roster("map", "contacts.csv", "--to", "columns.toml")

    said = roster(
        "receive",
        "contacts.csv",
        "--mapping",
        "columns.toml",
        "--problems",
        "mend.xlsx",
        "--settings",
        str(world.settings),
    )

    assert said.status == 0
    assert said.out.startswith("Took in an MIS export: 1 pupil on roll")
    assert load_workbook(roster.folder / "mend.xlsx")["What to fix"]["B4"].value.startswith("Mobile: ")


def test_a_member_list_has_no_workbook_of_problems(world: World, roster: Command):
    said = roster("receive", roster.file("3B.csv", LIST), "--problems", "mend.xlsx", "--settings", str(world.settings))

    assert said.status == 0
    assert "only an MIS export" in said.err
    assert not (roster.folder / "mend.xlsx").exists()


def test_a_roll_read_again_from_its_bytes_is_the_same(world: World):
    from adapters.store import rolls, snapshots

    world.office.receive("contacts.csv", an_export(families()))

    again = world.office.read_again()

    with world.office.store.reading() as session:
        newest = rolls.newest(session)
        assert newest
        assert canonical(again.snapshot) == snapshots.rebuilt(session, newest)


def test_a_roll_that_never_came_is_not_read_again(world: World):
    with pytest.raises(RosterError, match="no roll"):
        world.office.read_again()


def test_a_member_lists_bytes_are_not_kept(world: World):
    from sqlalchemy import text

    world.receive_all()

    with world.office.store.reading() as session:
        assert session.execute(text("select file from original")).scalars().all() == ["contacts.csv"]


@pytest.mark.parametrize("point", ["kept", "receive"])
def test_bytes_columns_and_roll_land_together_or_not_at_all(world: World, roster: Command, tmp_path: Path, point: str):
    from sqlalchemy import text

    a_mapping(roster)
    roster("map", "contacts.csv", "--to", "columns.toml")
    given = ("receive", str(tmp_path / "contacts.csv"), "--mapping", str(tmp_path / "columns.toml"))

    status = a_process(world, *given, crash_at=point)

    counts = [text(f"select count(*) from {table}") for table in ("original", "columns", "roll")]
    with world.office.store.reading() as session:
        after = [session.execute(count).scalar() for count in counts]
    again = a_process(world, *given)
    with world.office.store.reading() as session:
        landed = [session.execute(count).scalar() for count in counts]
    assert status == -signal.SIGKILL
    assert after == [0, 0, 0]
    assert again == 0
    assert landed == [1, 1, 1]


def test_what_a_workbook_hides_is_said_when_it_is_received(world: World):
    from io import BytesIO

    book = load_workbook(BytesIO(a_workbook(R=[row.split(",") for row in LEAVERS.splitlines()])))
    book["R"].row_dimensions[2].hidden = True
    out = BytesIO()
    book.save(out)

    receipt = world.office.receive("contacts.xlsx", out.getvalue())

    assert any("hidden" in sentence for sentence in receipt.sentences)


def test_one_file_of_a_set_is_no_member_list(world: World):
    users = b"sourcedId,role,givenName,familyName,email,sms,phone\n1,parent,Ola,Bello,,07700 900123,\n2,parent,Femi,Ojo,,07700 900124,\n"

    with pytest.raises(RosterError, match="one file of a set"):
        world.office.receive("users.csv", users)
