"""A piece of work on a file, done where it can do no harm: its value comes back, or one sentence; and nothing else does."""

import json
import os
import re
import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest

from adapters.confined import opening
from adapters.confined.opening import work_on, work_on_file
from adapters.tables.book import LARGE
from roster.errors import RosterError, UnreadableFile, UnreadableList
from roster.export import Upload

CONTENT = b"0123456789" * 3000
TOO_BIG = "This file needs far too much memory, or is damaged beyond reading."


def given(work: str, content: bytes = b"Ola", name: str = "list.json", **arguments: object) -> Any:
    return work_on(Upload(name, content), f"tests.adapters.confined.workers:{work}", **arguments)


def given_file(work: str, file: IO[bytes], **arguments: object) -> Any:
    return work_on_file("chat.zip", file, f"tests.adapters.confined.workers:{work}", **arguments)


def refusal(work: str, content: bytes = b"Ola") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        given(work, content)
    return caught.value


def frame(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">cQ", kind, len(body)) + body


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "chat.zip"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def file(path: Path) -> Iterator[IO[bytes]]:
    with path.open("rb") as file:
        yield file


def test_a_value_crosses_with_what_the_work_was_told():
    value = given("tells", "Ọlá 🌸".encode(), region="GB", deep={"a": [None, True, 1.5, "\x1f\u2028"]})

    assert value == {
        "name": "list.json", "content": "Ọlá 🌸", "hurry": True, "region": "GB", "deep": {"a": [None, True, 1.5, "\x1f\u2028"]},
    }  # fmt: skip


def test_an_error_crosses_with_its_place():
    with pytest.raises(UnreadableList) as caught:
        given("refuses")

    assert caught.value.sentence == "list.json, sheet Report, row 7: It is broken. Mend it."


def test_an_error_that_names_its_file_keeps_it():
    with pytest.raises(RosterError, match="wrong") as caught:
        given("refuses_naming_the_file")

    assert caught.value.file == "inner.csv"


@pytest.mark.parametrize(
    "work",
    ["dies", "stops_in_silence", "takes_all_memory", "gives_no_json", "gives_itself", "dies_in_its_hurry"],
)
def test_work_that_comes_to_grief_is_one_sentence(work: str):
    error = refusal(work)

    assert (error.headline, error.file, error.row) == (TOO_BIG, "list.json", None)
    assert "Ola" not in error.sentence


def test_a_mistake_of_our_own_is_told_by_its_place_and_never_by_its_words():
    error = refusal("fails")

    assert error.headline == "Roster came upon something in this file that it does not expect."
    assert re.search(r"Please report it \(ValueError at workers\.py, line \d+\)\.", error.sentence)
    assert "Ola" not in error.sentence
    assert error.file == "list.json"


def test_a_place_that_is_none_is_not_passed_on():
    error = refusal("speaks_for_itself", frame(b"X", b"call 07700 900123"))

    assert error.headline == TOO_BIG


def test_work_on_a_large_file_that_dies_in_its_hurry_is_done_again_with_patience():
    assert given("dies_in_its_hurry", b"x" * (LARGE + 1)) == "took its time"


@pytest.mark.parametrize("work", ["hangs", "drips"])
def test_work_that_takes_too_long_is_stopped(work: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "SECONDS", 1)

    assert refusal(work).headline == "This file takes far too long to read."


def test_nobody_waits_for_work_that_has_said_its_value():
    assert given("speaks_and_hangs") == "said"


def test_what_is_printed_is_no_part_of_the_value():
    assert given("prints") == "printed"


@pytest.mark.parametrize(
    "said",
    [
        b"", b"V", b"V" * 5000, frame(b"V", b""), frame(b"V", b"{"), frame(b"V", b"\xff"), frame(b"V", b"[" * 100_000),
        frame(b"V", b"9" * 5000), frame(b"V", b"[1]")[:-1], frame(b"H", b"{}"), frame(b"Z", b""), frame(b"E", b"[]"),
        frame(b"E", b"3"), struct.pack(">cQ", b"V", 1 << 63),
        frame(b"E", json.dumps(["UnreadableList", ["It"], "Mend it.", None, None, None]).encode()),
        frame(b"E", json.dumps(["UnreadableList", "It is.", None, None, None, None]).encode()),
        frame(b"E", json.dumps(["UnreadableList", "It is.", "Mend it.", ["a.csv"], None, None]).encode()),
        frame(b"E", json.dumps(["UnreadableList", "It is.", "Mend it.", None, {}, "x"]).encode()),
    ],
    ids=lambda said: repr(said[:40]),
)  # fmt: skip
def test_what_is_no_value_and_no_error_is_one_sentence(said: bytes):
    with pytest.raises(RosterError) as caught:
        given("speaks_for_itself", said)

    assert caught.value.sentence.startswith(f"list.json: {TOO_BIG}")


@pytest.mark.parametrize("text", ["Ola \ud83d", "\udfff"])
def test_half_a_letter_crosses_as_something_that_can_be_written_down(text: str):
    value = given("gives_half_a_letter", json.dumps(text).encode())

    assert isinstance(value.encode(), bytes)


@pytest.mark.parametrize("work", ["connects", "asks_for_an_address", "starts_a_program", "forks"])
def test_work_has_no_network_and_starts_nothing(work: str):
    assert given(work) == "PermissionError"


def test_work_writes_nowhere(tmp_path: Path):
    target = tmp_path / "written.json"

    assert given("writes_elsewhere", name=str(target)) == "PermissionError"
    assert not target.exists()


@pytest.mark.parametrize("work", ["removes", "moves"])
def test_work_takes_nothing_away(path: Path, work: str):
    assert given(work, name=str(path)) == "PermissionError"
    assert path.read_bytes() == CONTENT


def test_work_gets_the_open_file(file: IO[bytes]):
    assert given_file("reads", file) == {"name": "chat.zip", "content": CONTENT.decode()}


def test_work_may_look_about_in_the_file(file: IO[bytes]):
    assert given_file("seeks", file) == "56789"


@pytest.mark.parametrize("looked_at", [4, 9000, len(CONTENT)])
def test_work_begins_at_the_beginning_however_much_was_looked_at(file: IO[bytes], looked_at: int):
    file.read(looked_at)
    file.seek(0)

    assert given_file("reads", file)["content"] == CONTENT.decode()


@pytest.mark.parametrize("looked_at", [0, 4, 9000])
def test_the_file_stays_where_it_was(file: IO[bytes], looked_at: int):
    file.read(looked_at)

    given_file("reads", file)

    assert file.tell() == looked_at
    assert file.read() == CONTENT[looked_at:]


def test_work_can_be_done_twice_on_one_file(file: IO[bytes]):
    assert given_file("reads", file) == given_file("reads", file)


def test_a_file_in_memory_is_a_file_over_there():
    assert given_file("reads", BytesIO(b"Ola")) == {"name": "chat.zip", "content": "Ola"}


def test_nothing_else_that_is_open_here_is_open_there(tmp_path: Path, file: IO[bytes]):
    secret = tmp_path / "secret"
    secret.write_text("07700 900123")
    with secret.open("r+b") as other:
        os.set_inheritable(other.fileno(), True)
        found = given_file("open_files", file)

    itself = os.fstat(file.fileno())
    assert [itself.st_dev, itself.st_ino] in found
    assert len(found) == len(["input", "output", "errors", "the answer", "the file"])
    assert [secret.stat().st_dev, secret.stat().st_ino] not in found


@pytest.mark.parametrize("mode", ["rb", "r+b"])
@pytest.mark.parametrize("work", ["writes_the_file", "maps_the_file", "empties_the_file"])
def test_the_file_cannot_be_changed(path: Path, work: str, mode: str):
    with path.open(mode) as file:
        assert given_file(work, file) != "done"

    assert path.read_bytes() == CONTENT


def test_work_that_dies_over_a_file_is_one_sentence(file: IO[bytes]):
    with pytest.raises(UnreadableFile) as caught:
        given_file("dies_over_a_file", file)

    assert (caught.value.headline, caught.value.file) == (TOO_BIG, "chat.zip")
    assert given_file("reads", file)["content"] == CONTENT.decode()


def test_nothing_stays_open_here(file: IO[bytes]):
    def work() -> int:
        refusal("dies")
        given_file("reads", file)
        return len(list(Path("/dev/fd").iterdir()))

    assert work() == work()
