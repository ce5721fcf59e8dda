"""Whatever a file does to its reader, it does to that process alone; the office gets a book or one sentence."""

from pathlib import Path

import pytest

from adapters.confined import opening
from adapters.confined.opening import open_book
from roster.errors import UnreadableFile, UnreadableList
from roster.export import Upload

A_SET = b'{"students": []}'


def under(probe: str, name: str = "set.json") -> str:
    """What the reading process says of itself."""
    (sheet,) = open_book(Upload(name, A_SET), parts=f"tests.adapters.confined.probes:{probe}").sheets
    return sheet.rows[0][1][0]


def refusal(probe: str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        under(probe)
    return caught.value


@pytest.mark.parametrize("probe", ["takes_all_memory", "dies", "stops_in_silence"])
def test_a_reader_that_comes_to_grief_is_one_sentence(probe: str):
    error = refusal(probe)

    assert error.headline == "This file needs far too much memory, or is damaged beyond reading."
    assert error.advice.endswith(".")
    assert error.file == "set.json"
    assert "Ola" not in error.sentence


def test_a_readers_own_mistake_is_told_by_its_place():
    error = refusal("fails")

    assert error.headline == "Roster came upon something in this file that it does not expect."
    assert " at probes.py, line " in error.advice
    assert "Ola" not in error.sentence


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "SECONDS", 1)

    error = refusal("hangs")

    assert error.headline == "This file takes far too long to read."
    assert error.file == "set.json"


def test_a_file_can_be_opened_after_one_that_killed_its_reader():
    refusal("dies")

    assert open_book(Upload("a.csv", b"Pupil,Class\nAde,3B\n")).sheets[0].rows[1] == (2, ("Ade", "3B"))


@pytest.mark.parametrize("probe", ["connects", "asks_for_an_address", "starts_a_program", "forks"])
def test_a_reader_has_no_network_and_starts_nothing(probe: str):
    assert under(probe) == "PermissionError"


def test_a_reader_writes_nothing(tmp_path: Path):
    target = tmp_path / "written.json"

    assert under("writes", str(target)) != "done"
    assert not target.exists() or target.read_bytes() == b""


def test_a_library_that_prints_does_not_speak_into_the_answer():
    assert under("prints") == "printed"


def test_a_reader_knows_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ROSTER_SMTP_PASSWORD", "secret")

    assert "ROSTER_SMTP_PASSWORD" not in under("tells_its_secrets")


def test_a_set_that_nobody_asked_for_is_no_list():
    with pytest.raises(UnreadableList, match="not a list"):
        open_book(Upload("set.json", A_SET))


@pytest.mark.parametrize("cell", ["Ola\x1fBello", "\x1e", "Ade\x00", "\x1cAde\x1d"])
def test_no_character_parts_a_cell_on_its_way(cell: str):
    (sheet,) = open_book(Upload("a.csv", f'Pupil,Class\n"{cell}",3B\n'.encode().replace(b"\0", b"\x01"))).sheets

    assert [len(cells) for _, cells in sheet.rows] == [2, 2]
    assert sheet.rows[1][1][1] == "3B"
