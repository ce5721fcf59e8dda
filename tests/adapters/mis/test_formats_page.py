"""The page of formats is written from the guides, and the committed one is current."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from adapters.mis import formats
from adapters.mis.formats_page import PAGE, written
from adapters.mis.guide import Guide, all_guides

MODULES = [found.name for found in iter_modules(formats.__path__)]


def test_the_page_is_current(bless: bool):
    page = written(all_guides())
    if bless:
        PAGE.write_text(page, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("name", MODULES)
def test_every_format_has_one_guide(name: str):
    module = import_module(f"{formats.__name__}.{name}")

    assert len([thing for thing in vars(module).values() if isinstance(thing, Guide)]) == 1


def test_a_system_stands_on_the_page_once_and_says_all():
    page = written([Guide("Two", "a sheet", "Click here.", "Published"), Guide("one", "b", "c", "d")])

    assert page.index("## one") < page.index("## Two")
    assert "- **File**: A sheet.\n- **Where to find it**: Click here.\n- **How sure**: Published.\n" in page


def test_no_two_guides_are_of_one_system():
    systems = [guide.system for guide in all_guides()]

    assert len(systems) == len(set(systems))
