"""OneRoster 1.1 and 1.2, the REST interface (1EdTech): users, classes and what links them, page by page.

Pages are asked for with `limit` and `offset`; a server says what comes next in `Link` and how many there are in
`X-Total-Count`. Servers that say neither are asked on until a page is empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode, urlsplit

from adapters.pulls.asking import Once, changed, must_be_good, records
from adapters.pulls.line import Answer, Line
from adapters.pulls.pages import Page
from adapters.pulls.refusals import PullFailed
from adapters.pulls.tokens import Credentials, Tokens

PATHS = {"1.1": "/ims/oneroster/v1p1", "1.2": "/ims/oneroster/rostering/v1p2"}
SCOPES = {
    version: " ".join(f"https://purl.imsglobal.org/spec/or/{spelt}/scope/{name}.readonly" for name in ("roster-core", "roster"))
    for version, spelt in (("1.1", "v1p1"), ("1.2", "v1p2"))
}  # fmt: skip
ENDPOINTS = ("orgs", "academicSessions", "classes", "users", "enrollments")
_A_PAGE = 1000
_DIGITS_OF_A_TOTAL = 12


@dataclass(frozen=True, slots=True)
class OneRoster:
    """A OneRoster server: its version ("1.1", "1.2"), its address up to "/ims", and who we are to it."""

    version: str
    url: str
    credentials: Credentials
    limit: int = _A_PAGE
    file: ClassVar[str] = "oneroster-rest.zip"

    @property
    def servers(self) -> tuple[str, ...]:
        """Whom we ask."""
        return self.url, self.credentials.token_url

    def pages(self, line: Line) -> Iterator[Page]:
        """Fetch everything. Raises `PullFailed` unless all of it came."""
        tokens = Tokens(line, self.credentials)
        for endpoint in ENDPOINTS:
            yield from _Walk(self, endpoint, line, tokens).pages()


class _Walk:
    """From the first page of an endpoint to its last."""

    def __init__(self, server: OneRoster, endpoint: str, line: Line, tokens: Tokens) -> None:
        self._endpoint = endpoint
        self._line = line
        self._tokens = tokens
        self._start = f"{server.url.rstrip('/')}{PATHS[server.version]}/{endpoint}"
        self._limit = server.limit
        self._once = Once(endpoint)
        self._total: int | None = None

    def pages(self) -> Iterator[Page]:
        address: str | None = self._from(0)
        while address:
            self._once.visit(address)
            answer = self._asked(address)
            found = records(answer, self._endpoint)
            self._once.note(one.get("sourcedId") for one in found)
            self._count(answer)
            yield Page(self._endpoint, answer.content)
            address = self._following(answer, more=bool(found))
        if self._total is not None and self._once.count < self._total:
            raise PullFailed(
                f"The MIS says that there are {self._total} {self._endpoint}, and handed over {self._once.count}.",
                "The next pull tries again; if it goes on, tell the MIS's support.",
            )

    def _asked(self, address: str) -> Answer:
        answer = self._line.get(address, self._tokens.current())
        if answer.status == 401:
            answer = self._line.get(address, self._tokens.renewed())
        return must_be_good(answer, self._endpoint)

    def _count(self, answer: Answer) -> None:
        said = answer.headers.get("x-total-count", "").strip()
        total = int(said) if said.isdecimal() and len(said) < _DIGITS_OF_A_TOTAL else None
        if self._total is not None and total is not None and total != self._total:
            raise changed(self._endpoint)
        self._total = total if total is not None else self._total

    def _following(self, answer: Answer, *, more: bool) -> str | None:
        if answer.following:
            address = self._line.ours(answer.following, seen_from=self._start)
            if urlsplit(address).path.rstrip("/") != urlsplit(self._start).path:
                raise PullFailed(f"The MIS's pages of {self._endpoint} lead elsewhere.", "Tell the MIS's support.")
            return address
        if self._total is not None and self._once.count >= self._total:
            return None
        return self._from(self._once.count) if more else None

    def _from(self, offset: int) -> str:
        return f"{self._start}?{urlencode({'limit': self._limit, 'offset': offset})}"
