"""A server's permission to ask, had for a client's id and secret (OAuth 2.0, RFC 6749, 4.4)."""

import base64
import time
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from adapters.pulls.asking import must_be_good
from adapters.pulls.line import Answer, Line
from adapters.pulls.refusals import PullFailed

_REFUSED = frozenset({400, 401})
_SECONDS_TO_SPARE = 30


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks. `scope` is what is asked for, words with blanks between them; empty asks for whatever there is."""

    token_url: str
    client_id: str
    scope: str
    secret: str = field(repr=False)


class Tokens:
    """Gives a token that holds, and fetches another when it must."""

    def __init__(self, line: Line, credentials: Credentials) -> None:
        self._line = line
        self._credentials = credentials
        self._token = ""
        self._until = 0.0

    def current(self) -> str:
        """The token at hand, or a new one where it has run out. Raises `PullFailed` if none is given."""
        return self._token if time.monotonic() < self._until else self.renewed()

    def renewed(self) -> str:
        """Fetch a new token."""
        told = must_be_good(self._asked(), "a token").told
        token, kind, seconds = _read(told)
        if not token or kind != "bearer":
            raise PullFailed("The MIS gives us no token that we know how to use.", "Check token_url in the settings.")
        self._token, self._until = token, time.monotonic() + seconds - _SECONDS_TO_SPARE
        return token

    def _asked(self) -> Answer:
        """Ask as RFC 6749 (2.3.1) wants it, and where that is refused, with the secret in the form as others want it."""
        mine = self._credentials
        form = {"grant_type": "client_credentials", **({"scope": mine.scope} if mine.scope else {})}
        pair = f"{quote_plus(mine.client_id)}:{quote_plus(mine.secret)}".encode()
        answer = self._line.post(
            mine.token_url, form, {"Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}
        )
        if answer.status not in _REFUSED:
            return answer
        again = self._line.post(mine.token_url, {**form, "client_id": mine.client_id, "client_secret": mine.secret}, {})
        if again.status in _REFUSED:
            raise PullFailed(
                "The MIS does not accept our client id and secret.",
                "Check client_id, scope and the secret; the MIS's own page for applications shows them.",
            )
        return again


def _read(told: object) -> tuple[str, str, float]:
    """Take token, kind and seconds out of an answer; without seconds it is good until refused."""
    if not isinstance(told, dict):
        return "", "", 0
    token, kind, seconds = told.get("access_token"), told.get("token_type", "bearer"), told.get("expires_in")
    try:
        lasts = float(seconds) if seconds is not None else float("inf")
    except (TypeError, ValueError):
        lasts = float("inf")
    return (
        (token if isinstance(token, str) and token.isascii() and token.isprintable() else ""),
        str(kind).casefold(),
        lasts,
    )
