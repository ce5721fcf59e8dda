"""Who is meant, as JSON and back."""

from typing import Any

from roster.decisions import Who
from roster.names import Name


def who_cells(who: Who) -> dict[str, Any]:
    """Give somebody as JSON."""
    return {
        "shown": who.shown,
        "ids": list(who.ids),
        "names": [[list(name.given), list(name.family), name.title] for name in who.names],
        "phones": list(who.phones),
        "emails": list(who.emails),
        "children": list(who.children),
    }


def who_in(cells: dict[str, Any]) -> Who:
    """Give whom JSON holds."""
    return Who(
        shown=cells["shown"],
        ids=tuple(cells["ids"]),
        names=tuple(Name(tuple(given), tuple(family), title) for given, family, title in cells["names"]),
        phones=tuple(cells["phones"]),
        emails=tuple(cells["emails"]),
        children=tuple(cells["children"]),
    )
