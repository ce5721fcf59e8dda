"""The page of formats is written from the guides, and the committed one is current."""

import re
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from adapters.formats_page import PAGE, all_list_guides, written
from adapters.mis import formats
from adapters.mis.guide import Guide, all_guides
from adapters.platforms import formats as headed
from adapters.platforms import records, texts
from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout
from adapters.platforms.reader import RecordFormat, TextFormat


def modules_of(*packages: ModuleType) -> list[str]:
    return [f"{package.__name__}.{found.name}" for package in packages for found in iter_modules(package.__path__)]


def guides_in(name: str, kind: type) -> list[object]:
    return [thing for thing in vars(import_module(name)).values() if isinstance(thing, kind)]


LIST_FORMATS = [
    name
    for name in modules_of(headed, texts, records)
    if guides_in(name, Layout) or guides_in(name, TextFormat) or guides_in(name, RecordFormat)
]


def test_the_page_is_current(bless: bool):
    page = written(all_guides(), all_list_guides())
    if bless:
        PAGE.write_text(page, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("name", modules_of(formats))
def test_every_format_has_one_guide(name: str):
    assert len(guides_in(name, Guide)) == 1


@pytest.mark.parametrize("name", LIST_FORMATS)
def test_every_list_format_has_a_guide(name: str):
    assert guides_in(name, ListGuide)


@pytest.mark.parametrize("kind", ["WhatsApp.*(?:chat|export)", "Telegram", "header"])
def test_the_kinds_without_a_format_of_their_own_have_guides_too(kind: str):
    assert [guide for guide in all_list_guides() if re.search(kind, guide.system)]


def test_a_system_stands_on_the_page_once_and_says_all():
    lists = [ListGuide("Web", "text", "copy it", "complete", "seen"), ListGuide("chat", "a", "b", "events", "c.")]
    page = written([Guide("Two", "a sheet", "Click here.", "Published"), Guide("one", "b", "c", "d")], lists)

    places = [page.index(heading) for heading in ("### one", "### Two", "## Member lists", "### chat", "### Web")]
    assert places == sorted(places)
    assert "- **File**: A sheet.\n- **Where to find it**: Click here.\n- **How sure**: Published.\n" in page
    assert (
        "- **File**: Text.\n- **How to get it**: Copy it.\n- **What it proves**: Complete.\n- **How sure**: Seen.\n"
        in page
    )


@pytest.mark.parametrize("guides", [all_guides(), all_list_guides()], ids=["exports", "lists"])
def test_no_two_guides_are_of_one_system(guides: tuple[Guide | ListGuide, ...]):
    systems = [guide.system for guide in guides]

    assert len(systems) == len(set(systems))


@pytest.mark.parametrize("guide", all_list_guides(), ids=lambda guide: guide.system)
def test_a_list_guide_says_all_and_how_strong_the_list_is(guide: ListGuide):
    assert all([guide.file, guide.get, guide.basis])
    assert re.search(r"\b(?:complete|partial|events)\b", guide.proves.casefold())


def test_a_break_in_a_line_makes_no_list_and_no_heading_of_it():
    words = "- 12. # + 3) " * 80
    page = written([], [ListGuide("x", words, words, words, words)])
    continued = [line for line in page.rpartition("### x\n\n")[2].splitlines() if not line.startswith("- **")]

    assert any(line.startswith(("  \\-", "  12\\.")) for line in continued)
    assert not [line for line in continued if re.match(r"  (?:[-+*#>]|\d+[.)]) ", line)]
