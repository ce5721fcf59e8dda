"""Wonde's REST interface: pupils with their contacts, those to come and those who left (docs.wonde.com).

A page is `{"data": [...], "meta": {"pagination": {"next": ..., "more": ..., "per_page": ...}}}`; `next` is the whole
address of the page that follows, or null.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import urlencode, urlsplit

from adapters.pulls.addresses import is_wondes
from adapters.pulls.asking import Once, must_be_good, records
from adapters.pulls.line import Answer, Line
from adapters.pulls.pages import Page
from adapters.pulls.refusals import PullFailed

_INCLUDE = "contacts,contacts.contact_details,education_details,year,form_group"
# What Wonde calls it, and what we call the pages.
STUDENTS = (("students", "students"),)
STARTERS = (("students-pre-admission", "students-pre-admission"),)
LEAVERS = (("students-leaver", "students-leavers"),)
_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class Wonde:
    """A school at Wonde: the address of its region, its id there, and the token. `endpoints` pairs their name and ours."""

    url: str
    school: str
    token: str = field(repr=False)
    endpoints: tuple[tuple[str, str], ...] = STUDENTS + STARTERS + LEAVERS
    per_page: int = _A_PAGE
    file: ClassVar[str] = "wonde.zip"

    @property
    def servers(self) -> tuple[str, ...]:
        """Whom we ask."""
        return (self.url,)

    def pages(self, line: Line) -> Iterator[Page]:
        """Fetch everything. Raises `PullFailed` unless all of it came."""
        if not is_wondes(self.url):
            raise PullFailed("This is no address of Wonde's.", "The one for the UK is https://api.wonde.com.")
        for endpoint, name in self.endpoints:
            start = f"{self.url.rstrip('/')}/v1.0/schools/{self.school}/{endpoint}"
            yield from _pages(start, self._query, name, line, self.token)

    @property
    def _query(self) -> str:
        return urlencode({"include": _INCLUDE, "per_page": self.per_page}, safe=",")


def _pages(start: str, query: str, name: str, line: Line, token: str) -> Iterator[Page]:
    once = Once(name)
    address: str | None = f"{start}?{query}"
    while address:
        once.visit(address)
        answer = must_be_good(line.get(address, token), name)
        once.note(one.get("id") for one in records(answer, "data"))
        yield Page(name, answer.content)
        address = _following(answer, start, name, line)


def _following(answer: Answer, start: str, name: str, line: Line) -> str | None:
    meta = answer.told.get("meta")
    pagination = meta.get("pagination") if isinstance(meta, dict) else None
    if not isinstance(pagination, dict):
        raise PullFailed(f"Wonde does not say whether there are more {name}.", "Tell Wonde's support.")
    said = pagination.get("next")
    if not said:
        if pagination.get("more") is True:
            raise PullFailed(f"Wonde says that there are more {name}, and not where.", "Tell Wonde's support.")
        return None
    address = line.ours(str(said), seen_from=start)
    if urlsplit(address).path.rstrip("/") != urlsplit(start).path:
        raise PullFailed(f"Wonde's pages of {name} lead elsewhere.", "Tell Wonde's support.")
    return address
