"""A folder that files are put into: what counts, what is left alone, and where it goes."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from adapters.pulls.folder import NotAtRest, look, opened, put_away, unchanged
from adapters.pulls.stillness import Stillness
from roster.errors import UnreadableFile


def a_file(folder: Path, name: str, content: bytes = b"Name,Phone\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def places(folder: Path) -> list[str]:
    return [one.place for one in look(folder)]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.csv", "~$contacts.xlsx", "contacts.xlsx.part", "contacts.tmp", "contacts.csv.crdownload", "a.PARTIAL",
        "Thumbs.db", "desktop.ini", "taken/contacts.csv", "a/b/contacts.csv",
    ],
)  # fmt: skip
def test_it_leaves_these_alone(tmp_path: Path, name: str):
    a_file(tmp_path, name)

    assert places(tmp_path) == []


def test_it_gives_the_oldest_first(tmp_path: Path):
    for name, age in (("b.csv", 1), ("a.csv", 3), ("c.csv", 2)):
        os.utime(a_file(tmp_path, name), (age, age))

    assert places(tmp_path) == ["b.csv", "c.csv", "a.csv"]


def test_it_follows_no_link(tmp_path: Path):
    outside = a_file(tmp_path / "outside", "secret.csv")
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.csv").symlink_to(outside)
    (folder / "3B").symlink_to(outside.parent)
    a_file(folder, "set/users.csv")
    (folder / "set" / "orgs.csv").symlink_to(outside)

    assert places(folder) == []


def test_it_goes_on_when_something_vanishes_or_is_closed_while_it_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    a_file(tmp_path, "a.csv")
    a_file(tmp_path, "closed/b.csv")
    gone = a_file(tmp_path, "gone.csv")
    scan = os.scandir

    def scan_and_lose(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError
        with scan(path) as entries:
            found = list(entries)
        gone.unlink(missing_ok=True)
        return nullcontext(found)

    monkeypatch.setattr(os, "scandir", scan_and_lose)

    assert places(tmp_path) == ["a.csv"]


def test_it_names_a_group_by_its_folder(tmp_path: Path):
    a_file(tmp_path, "3B/members.csv")
    a_file(tmp_path, "members.csv")

    assert {(one.place, one.group) for one in look(tmp_path)} == {("3B/members.csv", "3B"), ("members.csv", None)}


def test_it_takes_a_set_as_one(tmp_path: Path):
    for name in ("orgs.csv", "Users.CSV", "classes.csv"):
        a_file(tmp_path, f"oneroster/{name}")

    (found,) = look(tmp_path)

    assert (found.place, found.is_set, found.group) == ("oneroster", True, None)


def test_it_leaves_a_set_alone_while_somebody_is_at_work_in_it(tmp_path: Path):
    a_file(tmp_path, "oneroster/orgs.csv")
    a_file(tmp_path, "oneroster/users.csv.part")

    assert places(tmp_path) == []


def test_it_notices_when_anything_in_a_set_changes(tmp_path: Path):
    a_file(tmp_path, "oneroster/orgs.csv")
    (before,) = look(tmp_path)

    a_file(tmp_path, "oneroster/users.csv")

    assert look(tmp_path)[0].sign != before.sign
    assert not unchanged(before)


def test_it_reads_what_it_saw(tmp_path: Path):
    a_file(tmp_path, "a.csv", b"Name,Phone\nAde Bello,07700 900100\n")

    with opened(look(tmp_path)[0]) as file:
        assert file.read() == b"Name,Phone\nAde Bello,07700 900100\n"


@pytest.mark.parametrize("happening", ["gone", "grown", "a link", "a folder"])
def test_it_does_not_read_what_has_become_another(tmp_path: Path, happening: str):
    path = a_file(tmp_path, "a.csv")
    (found,) = look(tmp_path)

    path.unlink()
    if happening == "a link":
        # To a file of the same size and moment.
        path.symlink_to(a_file(tmp_path / "elsewhere", "a.csv"))
        os.utime(path, ns=(found.age, found.age))
    elif happening == "grown":
        path.write_bytes(b"Name,Phone\nAde Bello,07700 900100\n")
    elif happening == "a folder":
        path.mkdir()

    with pytest.raises((NotAtRest, OSError)), opened(found):
        pass


def test_it_does_not_read_what_no_export_can_be(tmp_path: Path):
    with a_file(tmp_path, "a.csv").open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(UnreadableFile, match="far too big"), opened(look(tmp_path)[0]):
        pass


def test_it_puts_away_under_a_name_that_nothing_has(tmp_path: Path):
    for content in (b"first", b"second", b"third"):
        a_file(tmp_path, "3B/a.csv", content)
        put_away(look(tmp_path)[0], tmp_path)

    kept = {path.name: path.read_bytes() for path in (tmp_path / "taken" / "3B").iterdir()}
    assert kept == {"a.csv": b"first", "a (2).csv": b"second", "a (3).csv": b"third"}
    assert places(tmp_path) == []


def test_it_puts_a_set_away_whole(tmp_path: Path):
    a_file(tmp_path, "oneroster/users.csv")

    put_away(look(tmp_path)[0], tmp_path)

    assert (tmp_path / "taken" / "oneroster" / "users.csv").is_file()
    assert places(tmp_path) == []


def test_it_does_not_put_away_what_came_in_the_meantime(tmp_path: Path):
    path = a_file(tmp_path, "a.csv", b"old")
    (found,) = look(tmp_path)
    path.write_bytes(b"newer")

    with pytest.raises(NotAtRest):
        put_away(found, tmp_path)

    assert path.read_bytes() == b"newer"


def test_it_waits_for_three_equal_looks_and_for_quiet():
    still = Stillness(quiet=40)

    assert [still.at_rest("a", "x", now) for now in (0, 10, 20, 39, 40)] == [False, False, False, False, True]


def test_it_waits_for_three_looks_however_long_they_take():
    still = Stillness(quiet=0)

    assert [still.at_rest("a", "x", now) for now in (0, 100, 200)] == [False, False, True]


def test_it_begins_again_when_something_changes():
    still = Stillness(quiet=20)

    seen = [still.at_rest("a", sign, now) for sign, now in [("x", 0), ("x", 10), ("y", 20), ("y", 30), ("y", 40)]]

    assert seen == [False, False, False, False, True]


def test_it_leaves_alone_what_is_settled_until_it_changes():
    still = Stillness(quiet=0)
    for now in range(3):
        still.at_rest("a", "x", now)

    still.settle("a")

    assert not still.at_rest("a", "x", 3)
    assert [still.at_rest("a", "y", now) for now in (4, 5, 6)] == [False, False, True]
