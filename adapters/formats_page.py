"""The page `docs/formats.md`: every format that is read, from the guides that stand beside the code that reads them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from adapters.discovery import found_in
from adapters.mis.guide import Guide, all_guides
from adapters.platforms.guide import ListGuide

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
_WIDTH = 120
# A line that happens to begin with "- " or "2. " would be a list of its own.
_MARK_AT_A_BREAK = re.compile(r"(\n  \d*)([-+*#>.)] )")
_OPENING = """\
# What Roster reads

[The school's exports](#the-schools-exports), which say whose parents are whose, and [member lists](#member-lists), which show
who is in a group. What a file is called does not matter: its content says what it is.

This page is written from the code: change it there.

## The school's exports

Excel (xlsx, xlsm, xls), OpenDocument (ods), CSV and other text, tables that a system saves as HTML or XML, and the standards
below.

Where a system's headings are published, the file is recognised by them. Where they are not, or are free, the words of the
headings are understood one by one; `roster map FILE` shows which column was taken for what, and takes your answer.

Whichever you use, leave in what protects people: every telephone of every contact, the relationship, leaving dates, and
whatever the system calls a restriction. Pupils who have left should be in it, with their last day.
"""
_LISTS = """\
## Member lists

Each kind below has one of three strengths. A **complete** list shows everybody: whoever is not on it is not in the group. A
**partial** one shows some, and a record of **events** tells who came, went or wrote: whoever is missing from these may well be
in the group, so nobody counts as gone because of it, but for those of whom a chat itself tells that they went.

Say how many members the group has, as the app shows it to you (`--members 47`): a list of as many people is complete, unless
it is a chat; one of fewer is partial, and Roster says how many are missing; one of more is another day's or another group's. [lists.md](lists.md) tells more.

Messages are never kept, nor pictures, notes, or what people write about themselves: a chat is reduced to who came, who went
and who wrote while it is taken in.

Tools that log in to WhatsApp in somebody's place (extensions, scripts, bots) break WhatsApp's terms, and the account may be
banned. Roster neither uses nor recommends them; it only reads a file that somebody has.
"""


def all_list_guides() -> tuple[ListGuide, ...]:
    """Find the guide of every kind of member list."""
    from adapters.platforms import chats, formats, records, texts

    found = (guide for package in (formats, texts, records, chats) for guide in found_in(package, ListGuide))
    return tuple(dict.fromkeys(found))


def written(guides: Iterable[Guide], lists: Iterable[ListGuide]) -> str:
    """Write the page, the systems of each part in alphabetical order."""
    return "\n".join([_OPENING, *_sections(map(_of_export, guides)), _LISTS, *_sections(map(_of_list, lists))])


def _of_export(guide: Guide) -> dict[str, str]:
    return {"": guide.system, "File": guide.file, "Where to find it": guide.clicks, "How sure": guide.basis}


def _of_list(guide: ListGuide) -> dict[str, str]:
    return {
        "": guide.system, "File": guide.file, "How to get it": guide.get, "What it proves": guide.proves,
        "How sure": guide.basis,
    }  # fmt: skip


def _sections(told: Iterable[dict[str, str]]) -> Iterator[str]:
    for section in sorted(told, key=lambda section: section[""].casefold()):
        items = [_item(what, text) for what, text in section.items() if what]
        yield "\n".join([f"### {section['']}\n", *items]) + "\n"


def _item(what: str, said: str) -> str:
    sentence = f"{said[:1].upper()}{said[1:].rstrip('.')}."
    filled = fill(
        f"- **{what}**: {sentence}", _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    return _MARK_AT_A_BREAK.sub(r"\1\\\2", filled)


if __name__ == "__main__":
    PAGE.write_text(written(all_guides(), all_list_guides()), encoding="utf-8")
