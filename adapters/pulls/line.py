"""A line to the servers that the settings name, and to no other: patient with their moods, strict with their answers."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

import httpx2

from adapters.pulls.addresses import LOOPBACK, fault, same_server
from adapters.pulls.patience import Patience, asked_for
from adapters.pulls.refusals import PullFailed

PAGE_AT_MOST = 32 * 1024 * 1024
_REDIRECTS_AT_MOST = 3
_GOOD = 200
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "roster"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. `content` is what it sent and `told` the same as JSON, both only of a good answer (200)."""

    status: int
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    told: Any = None
    following: str | None = None

    @property
    def good(self) -> bool:
        """Whether there is something to read in it."""
        return self.status == _GOOD


class _NotYet(Exception):
    """An answer that another try may better; says why this one was none."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.wait = wait


class Line:
    """Asks the given servers. `pause` waits so many seconds and says whether to stop, as `threading.Event.wait` does."""

    def __init__(self, servers: tuple[str, ...], patience: Patience, pause: Callable[[float], bool]) -> None:
        self._servers = servers
        self._patience = patience
        self._pause = pause
        self._ends = time.monotonic() + patience.everything
        for server in servers:
            if wrong := fault(server):
                raise PullFailed("An address in the settings cannot be asked.", f"It {wrong}.")
        here = all(httpx2.URL(server).host in LOOPBACK for server in servers)
        # A proxy of the school's is used where there is one, but not for this very machine.
        self._client = httpx2.Client(
            headers=_HEADERS,
            timeout=httpx2.Timeout(patience.silence, connect=patience.connect),
            follow_redirects=False,
            trust_env=not here,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, address: str, token: str) -> Answer:
        """Fetch an address, and wherever its own server sends us for it. Raises `PullFailed` if no answer can be had."""
        for _ in range(_REDIRECTS_AT_MOST):
            answer = self._patiently("GET", address, {"Authorization": f"Bearer {token}"})
            if answer.status not in _ELSEWHERE:
                return answer
            address = self.ours(answer.headers.get("location", ""), seen_from=address)
        raise PullFailed("The MIS sends us round in circles.", "Check the address in the settings.")

    def post(self, address: str, form: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        """Hand in a form; a server that sends us elsewhere with it is not followed. Raises `PullFailed`."""
        return self._patiently("POST", address, headers, form)

    def ours(self, address: str, *, seen_from: str) -> str:
        """Make an address whole that a server gave us. Raises `PullFailed` if it is another server's."""
        try:
            whole = str(httpx2.URL(seen_from).join(address))
        except httpx2.InvalidURL:
            whole = ""
        if not same_server(whole, seen_from):
            raise PullFailed(
                "The MIS sends us to another server, where we do not go.",
                "Check the address in the settings; if it is right, tell the MIS's support.",
            )
        return whole

    def _patiently(
        self, method: str, address: str, headers: Mapping[str, str], form: Mapping[str, str] | None = None
    ) -> Answer:
        for tried in range(1, self._patience.tries + 1):
            try:
                return self._once(method, address, headers, form)
            except _NotYet as trouble:
                self._wait(trouble, tried)
        raise AssertionError("unreachable: the last try waits for nothing")  # pragma: no cover

    def _wait(self, trouble: _NotYet, tried: int) -> None:
        seconds = self._patience.pause(tried, trouble.wait)
        late = time.monotonic() + seconds > self._ends
        if tried == self._patience.tries or seconds > self._patience.longest_pause or late:
            raise PullFailed(
                f"The MIS {trouble.why}.", "The next pull tries again; if it goes on, tell the MIS's support."
            ) from None
        self._pause(seconds)

    def _once(self, method: str, address: str, headers: Mapping[str, str], form: Mapping[str, str] | None) -> Answer:
        self._stop_if(told_to=self._pause(0))
        try:
            with self._client.stream(method, address, headers=dict(headers), data=form) as response:
                return self._answer(address, response)
        except httpx2.TimeoutException as error:
            raise _NotYet("takes too long to answer") from error
        except (httpx2.TransportError, httpx2.DecodingError) as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                raise PullFailed(
                    "The MIS's certificate is not one that this computer trusts.",
                    "Check the address in the settings, and this computer's clock.",
                ) from None
            raise _NotYet("cannot be reached, or hangs up in mid-sentence") from error

    def _answer(self, address: str, response: httpx2.Response) -> Answer:
        status = response.status_code
        if status in _AGAIN:
            wait = asked_for(response.headers.get("retry-after"), datetime.now(UTC))
            raise _NotYet("is asked too often" if status == 429 else f"is in trouble (it answers {status})", wait)
        if status != _GOOD:
            return Answer(status, address, response.headers)
        if "json" not in response.headers.get("content-type", "").casefold():
            raise PullFailed(
                "The MIS answers with something other than data, such as a page to sign in.",
                "Check the address in the settings.",
            )
        content = self._body(response)
        following = response.links.get("next", {}).get("url")
        return Answer(status, address, response.headers, content, _parsed(content), following)

    def _body(self, response: httpx2.Response) -> bytes:
        ends = min(time.monotonic() + self._patience.answer, self._ends)
        chunks: list[bytes] = []
        size = 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > PAGE_AT_MOST:
                raise PullFailed("A single answer of the MIS is absurdly big.", "Tell the MIS's support.")
            if time.monotonic() > ends:
                raise _NotYet("takes too long to answer")
            chunks.append(chunk)
        return b"".join(chunks)

    def _stop_if(self, *, told_to: bool) -> None:
        if told_to:
            raise PullFailed("The pull was stopped.", "The next one begins anew.")
        if time.monotonic() > self._ends:
            raise PullFailed("The MIS takes too long to hand over the roll.", "The next pull tries again.")


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise _NotYet("answers with what is no data, or only half of it") from None
