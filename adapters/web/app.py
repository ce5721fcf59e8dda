"""The page's addresses. A GET never acts and shows nothing of anybody; a POST acts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import parse_qs

from fastapi import FastAPI, Request
from jinja2 import Environment, PackageLoader
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from adapters.web.strict import Strict

_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_BODY_AT_MOST = 4096
# What RFC 8058 has mail programs send, and our own form too: as a form's text, or in parts.
_FIELD, _VALUE = "List-Unsubscribe", "One-Click"
_PARTS = re.compile(rb'name="?List-Unsubscribe"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n\s*One-Click', re.IGNORECASE)
_TEMPLATES = Environment(loader=PackageLoader("adapters.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True)


@dataclass(frozen=True, slots=True)
class Page:
    """What the page can do. `stop` acts on a link's token and says whether it was ours; `healthy` looks whether the database
    can be read; `metrics` gives a text and its content type for Prometheus, None where that is not installed.
    """

    school: str
    stop: Callable[[str], bool]
    healthy: Callable[[], bool]
    metrics: Callable[[], tuple[bytes, str] | None] = lambda: None


def create_app(page: Page) -> FastAPI:
    """Make the application."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.add_middleware(Strict)
    _add_stop(app, page)
    _add_monitoring(app, page)

    @app.get("/page.css")
    def style() -> Response:
        return Response(files("adapters.web").joinpath("templates/page.css").read_bytes(), media_type="text/css")

    return app


def _add_stop(app: FastAPI, page: Page) -> None:
    @app.api_route("/stop/{token}", methods=["GET", "HEAD"])
    def ask(token: str) -> Response:
        # The same for every token, so that nobody learns from it which are real.
        return _shown("ask", page)

    @app.post("/stop/{token}")
    async def act(token: str, request: Request) -> Response:
        body = await _body(request)
        if body is None or not _is_meant(body):
            return _shown("unclear", page, 400)
        stopped = await run_in_threadpool(page.stop, token)
        return _shown("done", page) if stopped else _shown("unknown", page, 404)


def _add_monitoring(app: FastAPI, page: Page) -> None:
    @app.api_route("/healthz", methods=["GET", "HEAD"])
    def health() -> Response:
        well = page.healthy()
        return PlainTextResponse("well\n" if well else "not well\n", status_code=200 if well else 503)

    @app.get("/metrics")
    def metrics(request: Request) -> Response:
        told = page.metrics() if _is_from_here(request) else None
        return Response(told[0], media_type=told[1]) if told else PlainTextResponse("Not Found", status_code=404)


def _shown(what: str, page: Page, status: int = 200) -> Response:
    text = _TEMPLATES.get_template("stop.html.jinja").render(what=what, school=page.school)
    return HTMLResponse(text, status_code=status)


async def _body(request: Request) -> bytes | None:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _BODY_AT_MOST:
            return None
    return body


def _is_meant(body: bytes) -> bool:
    if _PARTS.search(body):
        return True
    return parse_qs(body.decode("ascii", "replace")).get(_FIELD) == [_VALUE]


def _is_from_here(request: Request) -> bool:
    """Whether the request comes from this machine, and was not handed on by a server in front of this one."""
    handed_on = any(name in request.headers for name in _FORWARDED)
    return not handed_on and request.client is not None and request.client.host in _LOOPBACK
