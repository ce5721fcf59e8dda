"""Saved pages of a programming interface: whether they are all there. A roll with a page missing names real parents."""

from collections.abc import Collection, Sequence
from itertools import islice

from roster.errors import UnreadableExport
from roster.words import counted, listed

_NAMED_AT_MOST = 5


def refuse_gaps(what: str, seen: Collection[int], last: int | None) -> None:
    """Raise `UnreadableExport` unless the pages seen are 1 to the last; None says that the last is not among them."""
    pages = range(1, (last or max(seen, default=1)) + 1)
    missing = [str(page) for page in islice((page for page in pages if page not in seen), _NAMED_AT_MOST)]
    if missing:
        raise _incomplete(what, f"page {listed(missing)} {'are' if missing[1:] else 'is'} missing")
    if last is None:
        raise _incomplete(what, "the last page says that there are more after it")


def refuse_too_few(what: str, found: Sequence[object], promised: int) -> None:
    """Raise `UnreadableExport` if there are fewer records than the pages say there are."""
    if len(found) < promised:
        raise _incomplete(what, f"there are {len(found):,} of {counted(promised, 'record')}")


def _incomplete(what: str, why: str) -> UnreadableExport:
    return UnreadableExport(
        "Save every page, and zip them together: with a page missing, real parents would look like strangers.",
        headline=f"Not all of the {what} are here: {why}.",
    )
