"""The page `docs/formats.md`: every format that is read, from the guides that stand beside the code that reads them."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from adapters.mis.guide import Guide, all_guides

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
_WIDTH = 120
_OPENING = """\
# What Roster reads

Excel (xlsx, xlsm, xls), OpenDocument (ods), CSV and other text, tables that a system saves as HTML or XML, and the standards
below. What a file is called does not matter: its content says what it is.

Where a system's headings are published, the file is recognised by them. Where they are not, or are free, the words of the
headings are understood one by one; `roster map FILE` shows which column was taken for what, and takes your answer.

Whichever you use, leave in what protects people: every telephone of every contact, the relationship, leaving dates, and
whatever the system calls a restriction. Pupils who have left should be in it, with their last day.

This page is written from the code: change it there.
"""


def written(guides: Iterable[Guide]) -> str:
    """Write the page, the systems in alphabetical order."""
    return "\n".join([_OPENING, *map(_section, sorted(guides, key=lambda guide: guide.system.casefold()))])


def _section(guide: Guide) -> str:
    said = {"File": guide.file, "Where to find it": guide.clicks, "How sure": guide.basis}
    return "\n".join([f"## {guide.system}\n", *(_item(what, text) for what, text in said.items())]) + "\n"


def _item(what: str, said: str) -> str:
    sentence = f"{said[0].upper()}{said[1:].rstrip('.')}."
    return fill(
        f"- **{what}**: {sentence}", _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


if __name__ == "__main__":
    PAGE.write_text(written(all_guides()), encoding="utf-8")
