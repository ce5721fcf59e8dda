"""The pages of a pull, kept as they came and put into one zip: the same pages, the same bytes."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from adapters.pulls.refusals import PullFailed

# No more than an upload's archive may hold and unpack to.
PAGES_AT_MOST = 500
BYTES_AT_MOST = 200 * 1024 * 1024
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ONLY_OURS = 0o600 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a server: what it was asked for, and the JSON as it came."""

    endpoint: str
    content: bytes


def collected(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Take in all pages. Raises `PullFailed` when there are far too many, or far too much in them."""
    found: list[Page] = []
    size = 0
    for page in pages:
        size += len(page.content)
        if len(found) == PAGES_AT_MOST or size > BYTES_AT_MOST:
            raise PullFailed(
                "The MIS hands over far more than a school can be.",
                "Look whether the settings name one school, not a whole group of schools.",
            )
        found.append(page)
    return tuple(found)


def zipped(pages: Iterable[Page]) -> bytes:
    """Put pages into a zip, each named by its endpoint and its place in it: `users-0001.json`.

    They are stored as they are: how well a computer compresses must not make an unchanged roll look new.
    """
    counts: dict[str, int] = {}
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for page in pages:
            counts[page.endpoint] = counts.get(page.endpoint, 0) + 1
            member = zipfile.ZipInfo(f"{page.endpoint}-{counts[page.endpoint]:04}.json", _LONG_AGO)
            member.create_system = _UNIX
            member.external_attr = _ONLY_OURS
            archive.writestr(member, page.content)
    return made.getvalue()
