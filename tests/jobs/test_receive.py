"""Taking in a file: what it is, told by its content; whole, or not at all."""

import signal
from pathlib import Path

import pytest

from adapters.store import rolls
from jobs.cli import main
from jobs.listed import Listed
from roster.errors import RosterError
from tests.jobs.school import World, a_csv, a_list, an_export, carers, families
from tests.jobs.test_delivery import roster


def test_it_knows_an_export_by_its_content(world: World):
    receipt = world.office.receive("whatever.bin", an_export(families()))

    assert receipt.sentences == ("Took in an MIS export: 24 pupils on roll, 29 contacts, 0 problems.",)


def test_it_knows_a_member_list_by_its_content(world: World):
    receipt = world.office.receive("3B.csv", a_list(carers()))

    assert receipt.sentences == ("Took in the member list of 3B: 12 members.",)


def test_it_takes_a_pasted_list(world: World):
    receipt = world.office.receive("chat.txt", b"Ade Bello, 07700 900100, 07700 900101, You", group="3B")

    assert receipt.sentences[0].startswith("Took in the member list of 3B: 4 members")


def test_it_says_when_a_file_is_here_already(world: World):
    world.office.receive("contacts.csv", an_export(families()))
    world.office.receive("3B.csv", a_list(carers()))

    again = [world.office.receive("again.csv", an_export(families())), world.office.receive("3B.csv", a_list(carers()))]

    assert [one.changed for one in again] == [False, False]
    assert again[0].sentences == ("This export is already here; nothing changed.",)
    assert again[1].sentences == (
        "The member list of 3B is still the same; noted that it is current on 22 November 2026.",
    )


def test_it_says_when_an_older_list_comes_again(world: World):
    world.office.receive("3B.csv", a_list(carers()))
    world.clock.forward(days=1)
    world.office.receive("3B.csv", a_list(carers()[1:]))

    receipt = world.office.receive("3B.csv", a_list(carers()))

    assert receipt.changed
    assert "This is the same list as that of 22 November 2026." in receipt.sentences[0]


def test_it_warns_of_an_old_file(world: World):
    world.office.receive("contacts.csv", an_export(families()))
    world.office.receive("contacts.csv", an_export(families()[1:]))

    receipt = world.office.receive("contacts.csv", an_export(families()))

    assert "The same file was received before" in receipt.sentences[1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "This file is empty"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture.xlsx"),
        ("no-phones.csv", a_csv([("Forename", "Surname", "Reg"), *[("Ade", "Bello", "3B")] * 9]), "telephone numbers"),
        ("no-rows.csv", an_export([]), "nothing under them"),
    ],
)
def test_it_says_in_a_sentence_what_a_file_is_not(world: World, name: str, content: bytes, said: str):
    with pytest.raises(RosterError) as caught:
        world.office.receive(name, content)

    assert said in caught.value.sentence


def test_it_keeps_the_old_roll_when_killed_while_a_new_one_lands(world: World, tmp_path: Path):
    world.office.receive("contacts.csv", an_export(families()))
    new = tmp_path / "new.csv"
    new.write_bytes(an_export(families()[1:]))

    status = roster(world, "receive", str(new), crash_at="receive")

    with world.office.store.reading() as session:
        newest = rolls.newest(session)
        assert newest
        assert (newest.id, newest.pupils) == (1, 24)
    assert status == -signal.SIGKILL
    assert roster(world, "receive", str(new)) == 0


def test_it_says_on_the_command_line_what_it_took_in(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "members.csv"
    path.write_bytes(a_list(carers()))

    status = main(["receive", f"3B={path}", "--settings", str(world.settings)])

    assert status == 0
    assert capsys.readouterr().out == "Took in the member list of 3B: 12 members.\n"


def test_it_says_on_the_command_line_that_there_is_no_such_file(world: World, capsys: pytest.CaptureFixture[str]):
    status = main(["receive", "nowhere.csv", "--settings", str(world.settings)])

    assert status == 2
    assert "nowhere.csv" in capsys.readouterr().err


def test_it_splits_a_name_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a=b.csv").touch()

    assert Listed.of("3B=a.csv") == Listed("a.csv", "3B")
    assert Listed.of("a.csv") == Listed("a.csv")
    assert Listed.of("a=b.csv") == Listed("a=b.csv")
