"""The watched folder: no half file, each file once, nothing lost, and nobody's name in what is said."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from adapters.store import lists, rolls
from adapters.store.database import DatabaseTrouble
from jobs.crashing import VARIABLE
from jobs.office import Office
from jobs.uploads import upload
from jobs.watch import Told, Watcher
from roster.export import Upload
from tests.jobs.school import World, a_list, an_export, carers, families
from tests.jobs.test_serve import started, wait_for

NO_EXPORT = b"\x89PNG\r\n\x1a\n" + bytes(200) + b"x"


class Watched:
    """An office's folder, looked into by a clock that the test moves on."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.folder = world.folder / "inbox"
        self.folder.mkdir()
        self.seconds = 0.0
        self.watcher = self.again()

    def again(self) -> Watcher:
        """Begin anew, as after a restart."""
        self.watcher = Watcher(self.world.office, self.folder, lambda: self.seconds)
        return self.watcher

    def look(self) -> list[Told]:
        self.seconds += 10
        return list(self.watcher.poll())

    def rest(self) -> list[str]:
        """Look until everything that is there has long been quiet; gives what was said."""
        return [told.sentence for _ in range(8) for told in self.look()]

    def put(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    @property
    def rolls(self) -> int:
        with self.world.office.store.reading() as session:
            newest = rolls.newest(session)
            return newest.id or 0 if newest else 0

    @property
    def groups(self) -> dict[str, int]:
        """How many members each group's newest list has."""
        with self.world.office.store.reading() as session:
            return {one.row.group_name: len(one.listed.members) for one in lists.newest_of_each(session)}

    @property
    def left(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def watched(world: World) -> Watched:
    return Watched(world)


def test_it_takes_in_exports_and_lists_by_their_content(watched: Watched):
    watched.put("whatever.bin", an_export(families()))
    watched.put("4A.csv", a_list(carers("4A")))
    watched.put("3B/members.csv", a_list(carers()))

    said = watched.rest()

    assert sorted(said) == ["took in a member list", "took in a member list", "took in an MIS export"]
    assert watched.rolls == 1
    assert watched.groups == {"3B": 12, "4A": 12}
    assert watched.left == {"taken/whatever.bin", "taken/4A.csv", "taken/3B/members.csv"}


def test_it_takes_nothing_before_it_has_been_quiet(watched: Watched):
    watched.put("contacts.csv", an_export(families()))

    said = [watched.look() for _ in range(5)]

    # Looks are 10 seconds apart: the fifth is the first after 35 seconds of quiet.
    assert said == [[], [], [], [], [Told(good=True, sentence="took in an MIS export")]]


def test_it_takes_no_half_file(watched: Watched):
    whole = an_export(families())
    path = watched.put("contacts.csv", b"")

    for end in range(0, len(whole), 200):
        path.write_bytes(whole[:end])
        os.utime(path, (end, end))
        for _ in range(3):
            assert watched.look() == []
    path.write_bytes(whole)

    assert watched.rest() == ["took in an MIS export"]
    assert (watched.folder / "taken" / "contacts.csv").read_bytes() == whole


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_it_waits_for_a_file_whose_space_was_set_aside(watched: Watched, ending: str):
    whole = an_export(families()) if ending == "csv" else a_workbook()
    half = whole[: len(whole) // 2]
    path = watched.put(f"contacts.{ending}", half + bytes(len(whole) - len(half)))

    said = watched.rest()
    path.write_bytes(whole)

    assert len(said) == 1
    assert said[0].startswith("a file was left where it is: ")
    assert watched.rolls == 0
    assert watched.rest() == ["took in an MIS export"]


def a_workbook() -> bytes:
    import csv

    from openpyxl import Workbook

    book = Workbook()
    for row in csv.reader(an_export(families()).decode().splitlines()):
        book.active.append(row)  # type: ignore[union-attr]
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def test_it_takes_a_file_that_is_renamed_into_place(watched: Watched):
    path = watched.put("contacts.csv.part", an_export(families()))
    assert watched.rest() == []

    path.rename(watched.folder / "contacts.csv")

    assert watched.rest() == ["took in an MIS export"]


def test_it_takes_the_same_content_once(watched: Watched):
    watched.put("a.csv", an_export(families()))
    watched.put("b.csv", an_export(families()))

    assert watched.rest() == ["took in an MIS export", "an MIS export was here already"]
    assert watched.rolls == 1
    assert watched.left == {"taken/a.csv", "taken/b.csv"}


def test_it_notes_that_a_list_is_current_when_it_comes_again(watched: Watched):
    watched.put("3B.csv", a_list(carers()))
    watched.rest()
    watched.world.clock.forward(days=1)
    watched.put("3B.csv", a_list(carers()))

    assert watched.rest() == ["a member list was here already"]
    with watched.world.office.store.reading() as session:
        assert lists.newest_of_each(session)[0].row.day == watched.world.office.today


def test_it_takes_a_set_whole(watched: Watched):
    for name in ("orgs.csv", "users.csv"):
        watched.put(f"oneroster/{name}", b"sourcedId,status\n")

    (said,) = watched.rest()

    assert said.startswith("a file was left where it is: ")
    assert watched.left == {"oneroster/orgs.csv", "oneroster/users.csv"}


@pytest.mark.parametrize("vanishing", [False, True])
def test_it_takes_no_set_that_changes_while_it_is_read(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, vanishing: bool
):
    def upload_and_change(path: Path) -> Upload:
        made = upload(path)
        if vanishing:
            shutil.rmtree(path)
            return upload(path)
        watched.put("oneroster/roles.csv", b"sourcedId,status\n" * int(watched.seconds))
        return made

    monkeypatch.setattr("jobs.watch.upload", upload_and_change)
    watched.put("oneroster/users.csv", b"sourcedId,status\n")

    assert watched.rest() == []


def test_it_says_once_what_it_cannot_read(watched: Watched):
    watched.put("Ade Bello.csv", NO_EXPORT)

    first, second = watched.rest(), watched.rest()
    watched.again()
    third = watched.rest()

    assert len(first) == 1
    assert "Bello" not in first[0]
    assert second == third == []
    assert watched.left == {"Ade Bello.csv"}


def test_it_says_it_again_when_another_such_file_comes(watched: Watched):
    watched.put("a.csv", NO_EXPORT)
    first = watched.rest()
    watched.put("a.csv", NO_EXPORT + b"x")
    second = watched.rest()

    assert first == second
    assert len(first) == 1
    assert first[0].startswith("a file was left where it is: ")


def test_it_goes_on_with_the_others_when_one_is_bad(watched: Watched):
    watched.put("a.csv", NO_EXPORT)
    watched.put("b.csv", an_export(families()))

    said = watched.rest()

    assert said[0].startswith("a file was left where it is: ")
    assert said[1:] == ["took in an MIS export"]


def test_it_goes_on_when_one_file_makes_us_stumble(watched: Watched, monkeypatch: pytest.MonkeyPatch):
    receive = Office.receive

    def stumble(self: Office, name: str, content: bytes, **more: object) -> object:
        if name == "a.csv":
            raise KeyError("Ade Bello, 07700 900100")
        return receive(self, name, content, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Office, "receive", stumble)
    watched.put("a.csv", b"x")
    watched.put("b.csv", an_export(families()))

    said = watched.rest()

    assert said[0] == (
        "a file was left where it is: Something went wrong inside Roster (KeyError). (roster receive says more)"
    )
    assert said[1:] == ["took in an MIS export"]


def test_it_is_no_error_when_a_file_vanishes(watched: Watched, monkeypatch: pytest.MonkeyPatch):
    path = watched.put("a.csv", an_export(families()))
    for _ in range(4):
        watched.look()
    looked = watched.watcher._still.at_rest

    def vanish(*seen: object) -> bool:
        path.unlink(missing_ok=True)
        return looked(*seen)  # type: ignore[arg-type]

    monkeypatch.setattr(watched.watcher._still, "at_rest", vanish)

    assert watched.rest() == []
    assert watched.rolls == 0


def test_it_tries_again_what_it_may_not_open(watched: Watched, monkeypatch: pytest.MonkeyPatch):
    def locked(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", "Ade Bello.csv")

    watched.put("Ade Bello.csv", an_export(families()))
    with monkeypatch.context() as patched:
        patched.setattr("jobs.watch.opened", locked)
        said = watched.rest()

    assert said == ["a file cannot be opened (Permission denied); it is tried again"]
    assert watched.rest() == ["took in an MIS export"]


def test_it_tries_again_when_the_database_cannot_be_written(watched: Watched, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise DatabaseTrouble("Look whether the disk is full.")

    watched.put("a.csv", an_export(families()))
    with monkeypatch.context() as patched:
        patched.setattr(Office, "receive", full)
        said = watched.rest()

    assert said == ["Roster's database cannot be used. It is tried again."]
    assert watched.rest() == ["took in an MIS export"]


def test_it_takes_nothing_in_when_it_cannot_remember_it(watched: Watched, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    watched.put("a.csv", an_export(families()))
    with monkeypatch.context() as patched:
        patched.setattr("adapters.pulls.memory.os.fsync", full)
        said = watched.rest()
        taken = watched.rolls

    assert said == [
        "the folder, or what is remembered of it, cannot be used (No space left on device); it is tried again"
    ]
    assert taken == 0
    assert watched.rest() == ["took in an MIS export"]


def test_it_says_once_that_there_is_no_folder_and_goes_on_when_there_is_one(watched: Watched):
    watched.folder.rmdir()
    said = watched.rest()
    watched.folder.mkdir()
    watched.put("a.csv", an_export(families()))

    assert said == [
        "the folder, or what is remembered of it, cannot be used (No such file or directory); it is tried again"
    ]
    assert watched.rest() == ["took in an MIS export"]


@pytest.mark.parametrize("known", [False, True])
def test_it_takes_a_file_once_that_it_may_not_move(watched: Watched, monkeypatch: pytest.MonkeyPatch, known: bool):
    def read_only(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("jobs.watch.put_away", read_only)
    if known:
        watched.world.office.receive("a.csv", an_export(families()))
        watched.world.clock.forward(hours=1)
    watched.put("a.csv", an_export(families()))
    first = watched.rest()
    watched.world.office.receive("newer.csv", an_export(families()[1:]))
    watched.again()

    assert first == [
        "an MIS export was here already" if known else "took in an MIS export",
        "a file was taken in, and cannot be moved to the folder's taken/ (Read-only file system)",
    ]
    assert watched.rest() == []
    assert watched.rolls == 2
    assert watched.left == {"a.csv"}


def test_it_takes_a_file_once_though_killed_before_it_was_put_away(watched: Watched):
    watched.put("3B.csv", a_list(carers()))
    status = killed_while_watching(watched)
    left = watched.left
    # Meanwhile a newer list comes by another way: the older one must not come on top of it.
    watched.world.office.receive("3B.csv", a_list(carers()[1:]))

    said = watched.rest()

    assert (status, left) == (-signal.SIGKILL, {"3B.csv"})
    assert said == []
    assert watched.groups == {"3B": 11}
    assert watched.left == {"taken/3B.csv"}


def test_it_takes_a_file_though_killed_while_it_landed(watched: Watched):
    watched.put("3B.csv", a_list(carers()))
    status = killed_while_watching(watched, at="receive")

    said = watched.rest()

    assert status == -signal.SIGKILL
    assert said == ["took in a member list"]


def killed_while_watching(watched: Watched, at: str = "watch") -> int:
    """Watch in a process of its own that dies at a point; the folder is looked into anew afterwards."""
    code = """
import sys
from pathlib import Path
from jobs.compose import compose
from jobs.watch import Watcher
seconds = iter(range(0, 1000, 10))
watcher = Watcher(compose(Path(sys.argv[1])), Path(sys.argv[2]), lambda: next(seconds))
for _ in range(8):
    list(watcher.poll())
"""
    command = [sys.executable, "-c", code, str(watched.world.settings), str(watched.folder)]
    root = Path(__file__).parents[2]
    status = subprocess.run(command, env={**os.environ, VARIABLE: at}, cwd=root, check=False, timeout=60).returncode
    watched.again()
    return status


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"x": 3}', '{"x": {"what": 1}}'])
def test_it_does_without_a_damaged_memory(watched: Watched, damage: str):
    (watched.world.folder / "watch.json").write_text(damage)
    watched.again()
    watched.put("a.csv", an_export(families()))

    assert watched.rest() == ["took in an MIS export"]


def test_it_remembers_nobodys_name(watched: Watched):
    watched.put("Ade Bello.csv", b"Ade Bello,07700 900100\n" * 3 + b"\0")
    watched.rest()
    file = watched.world.folder / "watch.json"

    assert file.stat().st_mode & 0o077 == 0
    assert "Bello" not in file.read_text()
    assert len(file.read_text()) > 100


def test_it_forgets_what_is_gone(watched: Watched):
    path = watched.put("a.csv", NO_EXPORT)
    watched.rest()
    path.unlink()
    watched.rest()

    assert (watched.world.folder / "watch.json").read_text() == "{}"


@pytest.mark.parametrize("pause", [0.2, 0.9])
def test_it_takes_no_half_file_from_a_writer_who_pauses(world: World, pause: float):
    """With a real clock: the quiet time is longer than the writer's pauses, and a look is short."""
    world.settle("[watch]\nquiet_seconds = 2")
    folder = world.folder / "inbox"
    folder.mkdir()
    whole = an_export(families())
    watcher = Watcher(world.office, folder)
    writer = threading.Thread(target=slowly, args=(folder / "contacts.csv", whole, pause))
    writer.start()
    until = time.monotonic() + 30

    said: list[str] = []
    while not said and time.monotonic() < until:
        said += [told.sentence for told in watcher.poll()]
        time.sleep(0.1)
    writer.join()

    assert said == ["took in an MIS export"]
    assert (folder / "taken" / "contacts.csv").read_bytes() == whole


def slowly(path: Path, whole: bytes, pause: float) -> None:
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(whole), len(whole) // 5 + 1):
            file.write(whole[start : start + len(whole) // 5 + 1])
            time.sleep(pause)


def test_two_processes_take_a_file_once(watched: Watched):
    watched.put("contacts.csv", an_export(families()))
    other = Watcher(watched.world.office, watched.folder, lambda: watched.seconds)
    while not (taken := next(watched.watcher.poll(), None)):
        watched.seconds += 10
        list(other._at_rest())

    # The first has taken it in and is about to put it away.
    looking = watched.watcher.poll()
    watched.put("3B.csv", a_list(carers()))
    while not (second := next(looking, None)):
        watched.seconds += 10
        list(other._at_rest())
        looking = watched.watcher.poll()
    watched.seconds += 60
    meanwhile = list(other.poll())
    untouched = watched.left
    rest = list(looking)
    afterwards = [told for _ in range(8) for told in (*watched.look(), *other.poll())]

    assert (taken.sentence, second.sentence) == ("took in an MIS export", "took in a member list")
    assert meanwhile == rest == afterwards == []
    assert "3B.csv" in untouched
    assert watched.left == {"taken/contacts.csv", "taken/3B.csv"}


def test_it_is_done_while_it_serves(world: World, tmp_path: Path):
    inbox = world.folder / "inbox"
    inbox.mkdir()
    world.settle('[watch]\nfolder = "inbox"\nevery_seconds = 1\nquiet_seconds = 2')
    (inbox / "Charlie.csv").write_bytes(NO_EXPORT)
    (inbox / "Bello.csv").write_bytes(an_export(families()))

    process = started(world)
    try:
        wait_for(lambda: (inbox / "taken" / "Bello.csv").exists())
        wait_for(lambda: "left where it is" in (tmp_path / "log").read_text())
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    log = (tmp_path / "log").read_text()

    assert process.returncode == 0
    assert "watch: took in an MIS export" in log
    assert not [name for name in ("Charlie", "Bello", "900100", "Traceback") if name in log]


def test_a_zip_of_a_set_and_its_folder_are_the_same_upload(watched: Watched):
    from adapters.pulls.folder import look
    from jobs.watch import _content

    for name in ("orgs.csv", "users.csv"):
        watched.put(f"oneroster/{name}", b"sourcedId,status\n")

    with zipfile.ZipFile(BytesIO(_content(look(watched.folder)[0]))) as archive:
        assert archive.namelist() == ["orgs.csv", "users.csv"]


def test_of_a_chat_only_who_was_in_it_is_put_away(watched: Watched):
    watched.put("WhatsApp Chat with 3B.txt", b"22/11/2026, 09:15 - Ola: the secret\n22/11/2026, 09:16 - Femi: is out\n")

    assert watched.rest() == ["took in a member list"]

    assert [path.name for path in watched.folder.iterdir()] == ["taken"]
    (kept,) = (watched.folder / "taken").iterdir()
    assert kept.name == "WhatsApp Chat with 3B.txt.json"
    assert b"secret" not in kept.read_bytes()
    assert b"Ola" in kept.read_bytes()
