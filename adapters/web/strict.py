"""What every answer carries, and that no answer tells more than it must: also where something goes wrong inside."""

import logging
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("roster")
_HEADERS = {
    # No script, no picture, nothing from elsewhere; a form may only go back to where it came from.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


class Strict:
    """Puts strict headers on every answer; an error that nobody foresaw is an answer without a word about it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                put(MutableHeaders(scope=message), _HEADERS.items())
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:
            if begun:
                raise
            # The class alone: a path may hold a token, and a text anything.
            _LOG.error("the page: %s", type(error).__name__)
            sorry = PlainTextResponse("Something went wrong. Please try again later.", status_code=500)
            await sorry(scope, receive, send_with_headers)


def put(headers: MutableHeaders, known: Iterable[tuple[str, str]]) -> None:
    """Set headers, each once."""
    for name, value in known:
        headers[name] = value
