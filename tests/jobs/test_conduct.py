"""The code of conduct: printed, published, and in every letter."""

import re
from html.parser import HTMLParser

from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, OFFICE, World
from tests.jobs.sink import Sink, html_of, text_of

LINKED = '[conduct]\nlink = "https://school.example.org/conduct?a=1&b=2"'
OWN = '[conduct]\ntext = "Be kind.\\n<b>No</b> grievances.\\n"'


class Elements(HTMLParser):
    """The elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


def test_it_is_printed(world: World, clerk: Clerk):
    world.settle(OWN)

    assert clerk("conduct").out == "- Be kind.\n- <b>No</b> grievances.\n"


def test_it_is_a_page_that_stands_by_itself(world: World, clerk: Clerk):
    world.settle(OWN)
    page = world.folder / "conduct.html"

    told = clerk("conduct", "--html", str(page))

    written = page.read_text(encoding="utf-8")
    assert told.status == 0
    assert "put its address under [conduct]" in told.out
    assert '<html lang="en">' in written
    assert "<li>&lt;b&gt;No&lt;/b&gt; grievances.</li>" in written
    assert Elements(written).found.count("h1") == 1
    assert {"main", "title"} <= set(Elements(written).found)
    assert not re.search(r"<img|<script|<link|url\(|https?:", written)


def test_every_letter_prints_it_where_it_is_published_nowhere(world: World, sink: Sink):
    world.settle(OWN)
    world.first_night()

    for reader in (ADMIN, OFFICE):
        letter = sink.to(reader)[-1]
        assert "OUR CODE OF CONDUCT FOR THE GROUPS\n  - Be kind.\n  - <b>No</b> grievances." in text_of(letter).replace(
            "\r\n", "\n"
        )
        assert "<li" in html_of(letter)
        assert "&lt;b&gt;No&lt;/b&gt; grievances." in html_of(letter)


def test_every_letter_leads_to_it_where_it_is_published(world: World, sink: Sink):
    world.settle(LINKED)
    world.first_night()

    for reader in (ADMIN, OFFICE):
        letter = sink.to(reader)[-1]
        assert "Our code of conduct for the groups" in text_of(letter)
        assert "https://school.example.org/conduct?a=1&b=2" in text_of(letter)
        assert 'href="https://school.example.org/conduct?a=1&amp;b=2"' in html_of(letter)
        assert "Be kind" not in text_of(letter)
