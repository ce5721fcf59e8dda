"""Fetching a roll: every page of a server, or nothing."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Protocol

from adapters.pulls.line import Line
from adapters.pulls.pages import Page, collected, zipped
from adapters.pulls.patience import Patience
from roster.export import Upload


class Source(Protocol):
    """A server that hands over a roll."""

    @property
    def servers(self) -> tuple[str, ...]:
        """The addresses that may be asked."""

    @property
    def file(self) -> str:
        """What its pages are called together."""

    def pages(self, line: Line) -> Iterator[Page]:
        """Fetch every page."""


def fetch(source: Source, *, patience: Patience | None = None, pause: Callable[[float], bool] | None = None) -> Upload:
    """Fetch everything a source has, as one zip of its pages. Raises `PullFailed` unless all of it came.

    `pause` waits so many seconds and says whether to give up, as `threading.Event.wait` does.
    """
    with Line(source.servers, patience or Patience(), pause or Event().wait) as line:
        pages = collected(source.pages(line))
    return Upload(source.file, zipped(pages))
