"""What a format's page in `docs/formats.md` says: where the office clicks, and how sure we are of the headings."""

from dataclasses import dataclass
from functools import cache

from adapters.discovery import found_in


@dataclass(frozen=True, slots=True)
class Guide:
    """One format, for the office. `clicks` is the way through the MIS's menus, `basis` where its shape is published.

    A system whose headings are not public has a guide and no layout: its export is read by the words of its headings.
    """

    system: str
    file: str
    clicks: str
    basis: str


@cache
def all_guides() -> tuple[Guide, ...]:
    """Find the guide of every format and every standard."""
    from adapters.mis import formats, standards

    return (*found_in(formats, Guide), *found_in(standards, Guide))
