"""Real servers on this machine that speak OneRoster's and Wonde's documented shapes, and misbehave when told to."""

import base64
import json
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

SECRET = "hush-hush"
CLIENT = "roster"
SCHOOL = "A1930499544"
ROSTERING = {"1.1": "/ims/oneroster/v1p1/", "1.2": "/ims/oneroster/rostering/v1p2/"}

Record = dict[str, Any]


@dataclass
class Mis(ABC):
    """What a server holds and how it behaves. `moods` are what an endpoint does instead of answering, one for each request."""

    records: dict[str, list[Record]]
    page: int = 2
    moods: dict[str, list[str]] = field(default_factory=dict)
    port: int = 0
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def of(self, endpoint: str) -> list[str]:
        """The queries that an endpoint was asked with."""
        return [urlsplit(one).query for one in self.asked if urlsplit(one).path.rstrip("/").endswith(f"/{endpoint}")]

    @abstractmethod
    def allows(self, head: dict[str, str]) -> bool: ...

    @abstractmethod
    def answer(self, endpoint: str, query: dict[str, str]) -> tuple[dict[str, str], Any]:
        """Give headers and what the page says."""


@dataclass
class OneRosterServer(Mis):
    """A OneRoster server. `tells` says which of "link" and "total" it sends; `wants` how it wants the secret.

    `links_to` is the address that its links begin with; `miscounts` is how many more it says there are, `miscounts_more`
    how many more again for each record before the page.
    """

    version: str = "1.2"
    tells: frozenset[str] = frozenset({"link", "total"})
    wants: str = "basic"
    links_to: str = ""
    expires_in: int = 3600
    good_for: int = 1000
    miscounts: int = 0
    miscounts_more: int = 0
    forms: list[dict[str, str]] = field(default_factory=list)
    tokens: int = 0
    uses: int = 0

    def grant(self, head: dict[str, str], form: dict[str, str]) -> tuple[int, Any]:
        """Give a token for the right secret."""
        self.forms.append(form)
        basic = f"Basic {base64.b64encode(f'{CLIENT}:{SECRET}'.encode()).decode()}"
        by_head = head.get("authorization") == basic
        by_form = form.get("client_id") == CLIENT and form.get("client_secret") == SECRET
        if form.get("grant_type") != "client_credentials" or not (by_head if self.wants == "basic" else by_form):
            return 401, {"error": "invalid_client"}
        self.tokens, self.uses = self.tokens + 1, 0
        return 200, {"access_token": f"token{self.tokens}", "token_type": "Bearer", "expires_in": self.expires_in}

    def allows(self, head: dict[str, str]) -> bool:
        self.uses += 1
        return head.get("authorization") == f"Bearer token{self.tokens}" and self.uses <= self.good_for

    def answer(self, endpoint: str, query: dict[str, str]) -> tuple[dict[str, str], Any]:
        everything = self.records[endpoint]
        offset, limit = int(query.get("offset", 0)), min(int(query.get("limit", 100)), self.page)
        head = {}
        if "total" in self.tells:
            head["X-Total-Count"] = str(len(everything) + self.miscounts + self.miscounts_more * offset)
        if "link" in self.tells and offset + limit < len(everything):
            path = f"{self.links_to or self.url}{ROSTERING[self.version]}{endpoint}"
            head["Link"] = f'<{path}?limit={limit}&offset={offset + limit}>; rel="next", <{path}>; rel="first"'
        return head, {endpoint: everything[offset : offset + limit]}


@dataclass
class WondeServer(Mis):
    """Wonde, for one school. `links_to` is the address that its links begin with."""

    links_to: str = ""

    def allows(self, head: dict[str, str]) -> bool:
        return head.get("authorization") == f"Bearer {SECRET}"

    def answer(self, endpoint: str, query: dict[str, str]) -> tuple[dict[str, str], Any]:
        everything, page = self.records[endpoint], int(query.get("page", 1))
        more = page * self.page < len(everything)
        path = f"{self.links_to or self.url}/v1.0/schools/{SCHOOL}/{endpoint}"
        following = f"{path}?include={query.get('include', '')}&page={page + 1}" if more else None
        pagination = {
            "next": following, "previous": None, "more": more, "per_page": self.page, "current_page": page,
        }  # fmt: skip
        data = everything[(page - 1) * self.page : page * self.page]
        return {}, {"data": data, "meta": {"pagination": pagination, "includes": ["contacts"]}}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    mis: Mis

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        assert isinstance(self.mis, OneRosterServer)
        if mood := self._mood("token"):
            return self._behave(mood)
        status, told = self.mis.grant(self._head(), {key: one[0] for key, one in parse_qs(form).items()})
        return self._say(status, json.dumps(told).encode())

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        self.mis.asked.append(self.path)
        self.mis.heads.append(self._head())
        endpoint = asked.path.rstrip("/").rpartition("/")[2]
        if mood := self._mood(endpoint):
            return self._behave(mood)
        if not self.mis.allows(self._head()):
            return self._say(401, b'{"error": "unauthorised"}')
        if endpoint not in self.mis.records:
            return self._say(404, b"{}")
        head, told = self.mis.answer(endpoint, {key: one[0] for key, one in parse_qs(asked.query).items()})
        return self._say(200, json.dumps(told).encode(), **head)

    def _mood(self, endpoint: str) -> str:
        moods = self.mis.moods.get(endpoint, [])
        return moods.pop(0) if moods else ""

    def _behave(self, mood: str) -> None:
        kind, _, value = mood.partition(" ")
        if kind.isdecimal():
            self._say(int(kind), b"{}", **({"Retry-After": value} if value else {}))
        elif kind == "says":
            self._say(200, value.encode())
        elif kind == "html":
            self._say(200, b"<html>Sign in</html>", **{"Content-Type": "text/html"})
        elif kind == "redirect":
            self._say(302, b"", Location=value)
        elif kind == "huge":
            self._huge()
        elif kind == "slow":
            self._drip()
        elif kind == "cut":
            self._cut()
        elif kind == "hang":
            time.sleep(float(value))
            self.close_connection = True

    def _huge(self) -> None:
        self._begin(1 << 40)
        try:
            while True:
                self.wfile.write(b" " * (1 << 20))
        except OSError:
            self.close_connection = True

    def _drip(self) -> None:
        self._begin(1000)
        try:
            for _ in range(1000):
                self.wfile.write(b" ")
                time.sleep(0.02)
        except OSError:
            self.close_connection = True

    def _cut(self) -> None:
        self._begin(1000)
        self.wfile.write(b'{"users": [{"sourcedId": "u')
        self.close_connection = True

    def _begin(self, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _say(self, status: int, content: bytes, **head: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **head}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _head(self) -> dict[str, str]:
        return {name.casefold(): value for name, value in self.headers.items()}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(mis: Mis) -> Iterator[None]:
    """Let it be asked, on a port of its own."""
    handler = type("Handler", (_Handler,), {"mis": mis})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        mis.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()
