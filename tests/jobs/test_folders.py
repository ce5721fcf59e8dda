"""A folder given on the command line: the same files are the same bytes, and nothing else of it is read."""

import os
import time
from pathlib import Path

import pytest

from adapters.tables.archive import unpacked
from jobs import folders
from jobs.uploads import upload
from roster.errors import UnreadableFile

FILES = {"users.csv": b"sourcedId\n1\n", "Orgs.csv": b"sourcedId\n2\n", "page.json": b"{}"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an export in it."""
    made = tmp_path / "export"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_bytes(content)
    return made


def names(path: Path) -> list[str]:
    return [part.name for part in unpacked(upload(path).content)]


def test_it_holds_the_files_as_they_are(folder: Path):
    assert {part.name: part.content for part in unpacked(upload(folder).content)} == FILES
    assert upload(folder).name == "export"


def test_the_same_files_are_the_same_bytes(folder: Path, tmp_path: Path):
    before = upload(folder).content
    other = tmp_path / "other"
    other.mkdir()
    for name in reversed(FILES):
        (other / name).write_bytes(FILES[name])
        os.utime(other / name, (time.time() - 99_999, time.time() - 99_999))

    assert upload(other).content == before


def test_only_tables_and_documents_are_taken(folder: Path):
    for name in (".hidden.csv", "photo.png", "notes.docx", "users.csv.bak"):
        (folder / name).write_bytes(b"x")

    assert sorted(names(folder)) == sorted(FILES)


def test_a_link_is_not_followed(folder: Path, tmp_path: Path):
    (tmp_path / "secret.csv").write_bytes(b"secret")
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")

    assert sorted(names(folder)) == sorted(FILES)


def test_the_one_folder_inside_is_looked_into(folder: Path):
    (folder.parent / "__MACOSX").mkdir()
    (folder.parent / "empty").mkdir()

    assert sorted(names(folder.parent)) == sorted(FILES)


@pytest.mark.parametrize("extra", ["two folders", "deeper", "nothing"])
def test_a_folder_that_leaves_a_choice_is_refused(folder: Path, tmp_path: Path, extra: str):
    top = tmp_path
    if extra == "two folders":
        (tmp_path / "last year").mkdir()
        (tmp_path / "last year" / "users.csv").write_bytes(b"x")
    elif extra == "deeper":
        (tmp_path / "top").mkdir()
        folder.rename(tmp_path / "top" / "export")
    else:
        top = tmp_path / "bare"
        top.mkdir()

    with pytest.raises(UnreadableFile, match="no export in this folder") as caught:
        upload(top)

    assert caught.value.file == str(top)


@pytest.mark.parametrize(("most", "value"), [("_FILES_AT_MOST", 2), ("_LARGEST", 10)])
def test_a_folder_of_far_too_much_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, most: str, value: int):
    monkeypatch.setattr(folders, most, value)

    with pytest.raises(UnreadableFile, match="far too much"):
        upload(folder)
