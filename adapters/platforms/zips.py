"""A zip that somebody made of a list: the one file in it that may be a list is read as if it had been given alone."""

from io import BytesIO
from pathlib import PurePosixPath

from adapters.tables.container import Container
from roster.errors import UnreadableList
from roster.export import Upload

_LISTS = frozenset({".csv", ".tsv", ".txt", ".json", ".xml", ".vcf", ".xlsx", ".xlsm", ".xls", ".ods", ".htm", ".html"})
_NOT_OURS = frozenset({"__macosx"})
_IN_WORDS = (
    "Give the list as text, as CSV or as a workbook; of pictures, type the members, one a line, name and number."
)


def only_list_in(content: bytes) -> Upload:
    """Unpack the one file of a zip that may be a list, whatever pictures lie beside it.

    Raises `UnreadableFile` for damage and absurd sizes, `UnreadableList` if there is no such file, or several.
    """
    container = Container(BytesIO(content), "zip archive")
    names = [name for name in container if _may_be_list(PurePosixPath(name))]
    if not names:
        raise UnreadableList(_IN_WORDS, headline="There is no list in this zip archive that Roster reads.")
    if len(names) > 1:
        raise UnreadableList(
            "Unpack it, and give each group's list by itself.",
            headline=f"This zip archive holds {len(names):,} files that may be lists.",
        )
    return Upload(PurePosixPath(names[0]).name, container.read(names[0]))


def _may_be_list(path: PurePosixPath) -> bool:
    hidden = path.name.startswith(".") or bool(_NOT_OURS & {part.casefold() for part in path.parts})
    return path.suffix.casefold() in _LISTS and not hidden
