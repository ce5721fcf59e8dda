"""Files and folders as they are given on the command line."""

from pathlib import Path

from adapters.platforms.chats.reduced import is_reduced
from adapters.platforms.door import let_in
from jobs.folders import zipped
from roster.errors import RosterError, UnreadableExport, UnreadableFile
from roster.export import Upload


class CannotWrite(RosterError):
    """A file that should be written cannot be."""

    headline = "This file cannot be written."


def upload(path: str | Path, *, folders: bool = True) -> Upload:
    """Take a file from disk, or a folder as the zip that it would make; of a chat export, only who was in it.

    Raises `UnreadableFile` if there is none.
    """
    given = Path(path)
    try:
        if given.is_dir() and not folders:
            raise UnreadableFile("Give the file itself.", headline="This is a folder.")
        if given.is_dir():
            return Upload(given.resolve().name, zipped(given))
        with given.open("rb") as file:
            return let_in(given.name, file)
    except FileNotFoundError:
        raise _placed(
            UnreadableFile("Check the name and the folder.", headline="There is no such file."), path
        ) from None
    except OSError as error:
        raise _placed(
            UnreadableFile(f"The computer says: {error.strerror}.", headline="This file cannot be opened."), path
        ) from None
    except RosterError as error:
        raise _placed(error, path) from None


def refuse_chats(given: Upload) -> None:
    """Refuse a chat in the place of an export. Raises `UnreadableExport`."""
    if is_reduced(given.content):
        error = UnreadableExport(
            "Give the export first and the lists after it.", headline="This is a group's chat, not an MIS export."
        )
        error.file = given.name
        raise error


def write(path: str | Path, content: bytes) -> None:
    """Write a file. Raises `CannotWrite` with what the computer says."""
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise _placed(CannotWrite(f"The computer says: {error.strerror}."), path) from None


def refuse_odd_workbook(path: str | None, others: tuple[str | None, ...]) -> None:
    """Refuse to write a workbook over another file that the command reads or writes, or under a name that says otherwise."""
    if path is None:
        return
    if Path(path).suffix.lower() != ".xlsx":
        raise _placed(CannotWrite("Give it a name that ends in .xlsx.", headline="It is an Excel workbook."), path)
    if Path(path).resolve() in {Path(one).resolve() for one in others if one}:
        raise _placed(CannotWrite("Give it another name.", headline="This command needs that file itself."), path)


def _placed(error: RosterError, path: str | Path) -> RosterError:
    error.file = str(path)
    return error
