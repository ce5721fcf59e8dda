"""What people write to each other, and of themselves, is nowhere: not in a file, a letter, a log, an error or the memory.

Every message, caption, poll, file's name, quoted line, note, photograph, hash and "about" text in these files holds a
word found nowhere else. Whatever is done with the files, no such word may turn up anywhere.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.chats.cases import PERIOD, a_chat
from tests.chats.listings import FORMATS, a_listing
from tests.chats.memory import remembered
from tests.chats.watched import Watched, cells_of, run, words_in
from tests.commands import Command
from tests.jobs.school import an_export, families, settings_text
from tests.jobs.sink import Sink, a_sink

MARKER = "kanari"
CHATS = [n for n in range(PERIOD) if n % 13 == 0]
IN_A_ZIP = next(n for n in range(PERIOD) if a_chat(n).file.endswith(".zip") and a_chat(n).head.ios)
ON_ANDROID = next(n for n in range(PERIOD) if a_chat(n).file.endswith(".txt") and not a_chat(n).head.ios)
ON_IOS = next(n for n in range(PERIOD) if a_chat(n).file == "_chat.txt" and "utf-8" in a_chat(n).traits)
TELEGRAM = next(n for n in range(len(FORMATS)) if a_listing(n).format == "Telegram")


def damaged() -> dict[str, bytes]:
    """Files that hold messages and cannot be read, or only in part."""
    chat, box, telegram = a_chat(ON_ANDROID), a_chat(IN_A_ZIP), a_listing(TELEGRAM)
    words = chat.text.encode()
    return {
        "cut zip.zip": box.content[: len(box.content) * 2 // 3],
        "spoilt zip.zip": box.content[:3000] + bytes(50) + box.content[3050:],
        "half of utf-16.txt": b"\xff\xfe" + chat.text.encode("utf-16-le")[:1001],
        "with noughts.txt": words[:700] + bytes(300) + words[700:],
        "one line.txt": b"22/11/2026, 09:15 - Ola: " + b"no end qxzlong0kanari " * 20_000,
        "binary.txt": words[:400] + bytes(range(256)) * 20 + words[400:],
        "no heads.txt": b"\n".join(line.partition(b": ")[2] or line for line in words.splitlines()),
        "cut telegram.json": telegram.content[: len(telegram.content) * 3 // 4],
        "telegram of another shape.json": json.dumps({"type": "private_group", "messages": [{"text": "qxzshape0kanari"}, "qxzshape1kanari", 7]}).encode(),
        "some json.json": json.dumps({"posts": [{"text": "qxzposts0kanari", "by": "Ola"}]}).encode(),
        "cut card.vcf": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ola\r\nNOTE:qxzcard0kanari\r\nPHOTO;ENCODING=b:qxzphoto0kanari",
        "bad csv.csv": b'Name,Phone,Status\nOla,07700 900123,"qxzquote0kanari\nFemi,07700 900124,qxzquote1kanari\n',
        "short.txt": b"22/11/2026, 09:15 - Ola: qxzshort0kanari",
        "notice only.txt": b"22/11/2026, 09:15 - Messages and calls are end-to-end encrypted.\n22/11/2026, 09:16 - Ola: \xff\xfe qxzlatin0kanari",
    }  # fmt: skip


def everything() -> dict[str, bytes]:
    """Every file of this test, by a name of its own."""
    files = {f"chat {n}{Path(a_chat(n).file).suffix}": a_chat(n).content for n in CHATS}
    files |= {f"list {n}{Path(a_listing(n).file).suffix}": a_listing(n).content for n in range(len(FORMATS))}
    return files | damaged()


FILES = everything()


def assert_no_word(content: bytes | str, where: str) -> None:
    held = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    assert not words_in(held, MARKER), where


def test_the_words_are_where_they_should_be_and_can_be_found():
    assert all(words_in(a_chat(n).content, MARKER) for n in CHATS)
    assert sum(len(words_in(content, MARKER)) > 0 for content in FILES.values()) > len(FILES) * 0.7
    for n in CHATS:
        told = " ".join(words_in(a_chat(n).content, MARKER))
        assert sum(word in told for word in a_chat(n).secrets) > len(a_chat(n).secrets) / 2
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert "qxz1kanari" in words_in(b"\xff\xfe" + "a QXZ1Kanari b".encode(encoding), MARKER)


@pytest.mark.parametrize(("name", "how"), [(name, ("text", "json", "csv")[n % 3]) for n, name in enumerate(FILES)])
def test_a_check_says_nothing_of_it(roster: Command, name: str, how: str):
    export = roster.file("contacts.csv", an_export(families()))
    listed = roster.file(name, FILES[name])

    said = roster.check(export, f"3B={listed}", "--report", "report.xlsx", how=how)

    assert said.status in {0, 1, 2}
    assert "Traceback" not in said.err
    assert_no_word(said.out + said.err, "said")
    report = roster.folder / "report.xlsx"
    assert report.exists() is (said.status != 2)
    if report.exists():
        assert_no_word(report.read_bytes(), "the report")


@pytest.mark.parametrize("name", [*list(FILES)[:3], *(name for name in damaged() if not name.endswith(".csv"))])
@pytest.mark.parametrize("command", ["check", "map"])
def test_a_chat_given_for_the_export_is_refused_without_its_words(roster: Command, name: str, command: str):
    given, listed = roster.file(name, FILES[name]), roster.file("3B.txt", "Ola Bello, +44 7700 900123, You")

    said = roster.check(given, listed, how="csv") if command == "check" else roster("map", given)

    assert said.status == 2
    assert "Traceback" not in said.err
    assert_no_word(said.out + said.err, "said")


@dataclass(frozen=True)
class Evening:
    """A school that took everything in, ran its nights, and what all that left behind."""

    folder: Path
    scratch: Path
    ran: Watched
    letters: tuple[bytes, ...]
    cells: tuple[bytes, ...]


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    """Commands as a user gives them; the database is held open, so that its log stays beside it."""
    folder, scratch = tmp_path_factory.mktemp("office") / "roster", tmp_path_factory.mktemp("scratch")
    given = tmp_path_factory.mktemp("given")
    for name, content in (FILES | {"contacts.csv": an_export(families())}).items():
        (given / name).write_bytes(content)
    unpacked = given / "WhatsApp Chat - 3B parents"
    unpacked.mkdir()
    (unpacked / "_chat.txt").write_bytes(a_chat(ON_IOS).content)
    (unpacked / "00000003-PHOTO.jpg").write_bytes(b"\xff\xd8\xffqxzphoto9kanari")
    folder.mkdir()
    begun = run([["init", "."]], folder, scratch)
    assert begun.statuses == ["0"], begun.err
    with a_sink() as sink, closing(sqlite3.connect(folder / "roster.db")) as held:
        held.execute("select count(*) from sqlite_master").fetchone()
        (folder / "settings.toml").write_text(
            settings_text(sink.port, more='[groups."4A"]\nadmins = ["tola@example.org"]')
        )
        ran = run(_commands(given), folder, scratch)
        cells = tuple(cells_of(folder / "roster.db"))
        yield Evening(folder, scratch, ran, tuple(content for _, _, content in _arrived(sink)), cells)


def _arrived(sink: Sink) -> list[tuple[str, object, bytes]]:
    return list(sink.received)


def _commands(given: Path) -> list[list[str]]:
    commands = [["receive", str(given / "contacts.csv")]]
    commands += [["receive", f"3B={given / name}", "--as", "list"] for name in FILES]
    commands += [["receive", f"{given / name}"] for name in damaged()]
    commands += [["receive", "--as", "roll", str(given / name)] for name in damaged()]
    commands += [["receive", f"4A={given / f'chat {CHATS[0]}'}{Path(a_chat(CHATS[0]).file).suffix}"]]
    commands += [["receive", str(given / "WhatsApp Chat - 3B parents")]]
    commands += [["receive", f"3B={given / 'list 3.csv'}"]]
    nights = [
        ["nightly"],
        ["release", "3B", "--by", "Tola", "--yes"],
        ["release", "4A", "--by", "Tola", "--yes"],
        ["nightly"],
    ]
    return [*commands, *nights]


def test_an_evening_of_commands_comes_off(evening: Evening):
    statuses = evening.ran.statuses

    assert len(statuses) == len(_commands(Path()))
    assert statuses.count("0") > len(FILES) / 2
    assert statuses[-4:] == ["0"] * 4
    assert len(evening.letters) >= 3
    assert "Traceback" not in evening.ran.err


def test_nothing_is_said_or_logged_of_it(evening: Evening):
    assert "DEBUG" in evening.ran.err
    assert_no_word(evening.ran.out, "standard output")
    assert_no_word(evening.ran.err, "standard error, with the logs")


def test_no_letter_holds_it(evening: Evening):
    from email import message_from_bytes

    for letter in evening.letters:
        for part in message_from_bytes(letter).walk():
            assert_no_word(part.get_payload(decode=True) or b"", "a letter")
        assert_no_word(letter, "a letter as sent")


def test_the_database_does_not_hold_it(evening: Evening):
    assert len(evening.cells) > 100
    for cell in evening.cells:
        assert_no_word(cell, "the database")


def test_no_file_holds_it(evening: Evening):
    files = [path for path in evening.folder.rglob("*") if path.is_file()]

    assert {"roster.db", "roster.db-wal", "settings.toml"} <= {path.name for path in files}
    for path in files:
        assert_no_word(path.read_bytes(), path.name)
        assert_no_word(path.name, "a file's name")


def test_no_file_was_ever_written_in_passing(evening: Evening):
    """Not even for a moment: what is opened to be written is the office's own."""
    written = [(event, evening.folder / str(path), held) for event, path, held in evening.ran.written]
    strange = {str(path) for _, path, _ in written if not path.is_relative_to(evening.folder)} - {os.devnull}

    assert len(written) > len(FILES)
    assert strange == set()
    assert not [event for event, _, held in written if held]
    assert list(evening.scratch.iterdir()) == []


def test_nothing_of_a_chat_stays_in_memory(tmp_path: Path):
    chats = {name: content for name, content in FILES.items() if name.startswith("chat")}
    chats |= {f"telegram{Path(a_listing(TELEGRAM).file).suffix}": a_listing(TELEGRAM).content}

    told = remembered(tmp_path, chats)

    assert len(told) == len(chats) > 10
    assert {name: found for name, (_, found) in told.items() if found} == {}
    assert sum(isinstance(read, list) for read, _ in told.values()) == len(chats)


def test_a_word_that_stays_in_memory_would_be_found(tmp_path: Path):
    told = remembered(tmp_path, {}, "--plant")

    assert told["planted"][1]


def test_a_chat_is_kept_as_its_events_alone(tmp_path: Path):
    """What the door lets in of a chat has no message in it, whoever holds it next."""
    from jobs.uploads import upload

    for n in CHATS:
        path = tmp_path / a_chat(n).file
        path.write_bytes(a_chat(n).content)

        assert_no_word(upload(path).content, str(a_chat(n)))
