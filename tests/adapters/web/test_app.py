"""The page: a GET never acts and shows nothing of anybody; whatever is asked, the answer is strict."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx2
import pytest

from adapters.web.app import Page, create_app
from adapters.web.serving import NoPort, Server, start_server

TOKEN = f"{'0a' * 16}.{'1b' * 16}"
CLICK = {"List-Unsubscribe": "One-Click"}


@dataclass
class School:
    """What the page asks of the office, and what it was asked."""

    stopped: list[str] = field(default_factory=list)
    healthy: bool = True
    port: int = 0

    def stop(self, token: str) -> bool:
        if token == "broken":
            raise ZeroDivisionError("Charlie Nobody")
        self.stopped.append(token)
        return token == TOKEN

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def served() -> Iterator[School]:
    school = School()
    page = Page(
        "Oak <Primary>",
        school.stop,
        lambda: school.healthy,
        lambda: (b"roster_letters 1\n", "text/plain; version=0.0.4"),
    )
    server = start_server(create_app(page), "127.0.0.1", 0)
    school.port = server.port
    yield school
    server.stop()


@pytest.fixture
def school(served: School) -> School:
    served.stopped.clear()
    served.healthy = True
    return served


def asked(school: School, method: str, path: str, **how: object) -> httpx2.Response:
    with httpx2.Client(trust_env=False) as client:
        return client.request(method, f"{school.address}{path}", **how)


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What is logged on the page's side; the test's own client talks, too."""
    ours = [one for one in caplog.records if not one.name.startswith("http")]
    return [one.getMessage() + (one.exc_text or "") for one in ours if one.name != "asyncio"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"])
def test_it_does_nothing_unless_it_is_told_to(school: School, method: str):
    for _ in range(3):
        asked(school, method, f"/stop/{TOKEN}")

    assert school.stopped == []


def test_it_asks_the_same_of_everybody(school: School):
    real, made_up = (asked(school, "GET", f"/stop/{token}") for token in (TOKEN, "made-up"))

    assert (real.status_code, real.text) == (made_up.status_code, made_up.text)
    assert "Stop these letters?" in real.text
    assert "Oak &lt;Primary&gt;" in real.text
    assert "<script" not in real.text
    assert TOKEN not in real.text


def test_it_stops_letters_at_one_click_of_a_mail_program(school: School):
    answer = asked(school, "POST", f"/stop/{TOKEN}", data=CLICK)

    assert answer.status_code == 200
    assert school.stopped == [TOKEN]


def test_it_takes_the_click_in_parts_too(school: School):
    answer = asked(school, "POST", f"/stop/{TOKEN}", files={"List-Unsubscribe": (None, "One-Click")})

    assert answer.status_code == 200
    assert school.stopped == [TOKEN]


def test_its_own_form_does_what_the_click_does(school: School):
    import re

    form = asked(school, "GET", f"/stop/{TOKEN}").text
    ((name, value),) = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]+)">', form)

    answer = asked(school, "POST", f"/stop/{TOKEN}", data={name: value})

    assert "There will be no more letters" in answer.text
    assert school.stopped == [TOKEN]


@pytest.mark.parametrize(
    "body", [b"", b"x=1", b"List-Unsubscribe=Two-Clicks", b"List-Unsubscribe=One-Click&" + b"x" * 9000]
)
def test_it_does_nothing_at_any_other_post(school: School, body: bytes):
    answer = asked(school, "POST", f"/stop/{TOKEN}", content=body)

    assert answer.status_code == 400
    assert school.stopped == []


def test_it_says_that_a_link_is_not_good(school: School):
    answer = asked(school, "POST", "/stop/made-up", data=CLICK)

    assert answer.status_code == 404
    assert "Answer the letter instead" in answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", f"/stop/{TOKEN}"), ("POST", f"/stop/{TOKEN}"), ("POST", "/stop/broken"), ("GET", "/healthz"), ("GET", "/"),
        ("DELETE", f"/stop/{TOKEN}"), ("GET", "/page.css"), ("GET", "/docs"), ("GET", "/openapi.json"), ("GET", "/metrics"),
    ],
)  # fmt: skip
def test_it_is_strict_whatever_it_answers(school: School, method: str, path: str):
    headers = asked(school, method, path, data=CLICK if method == "POST" else None).headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'; form-action 'self'")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/openapi.json", "/", "/stop", "/stop/", "/stop/a/b", "/../roster.db"]
)
def test_it_has_nothing_else(school: School, path: str):
    assert asked(school, "GET", path).status_code == 404


def test_it_says_nothing_of_what_went_wrong(school: School, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.INFO):
        answer = asked(school, "POST", "/stop/broken", data=CLICK)

    assert answer.status_code == 500
    assert "Charlie" not in answer.text
    assert logged(caplog) == ["the page: ZeroDivisionError"]


def test_it_logs_no_links(school: School, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        asked(school, "GET", f"/stop/{TOKEN}")
        asked(school, "POST", f"/stop/{TOKEN}", data=CLICK)

    assert TOKEN not in "".join(logged(caplog))


@pytest.mark.parametrize(("healthy", "status"), [(True, 200), (False, 503)])
def test_it_tells_a_monitor_how_it_is(school: School, *, healthy: bool, status: int):
    school.healthy = healthy

    assert asked(school, "GET", "/healthz").status_code == status


def test_it_gives_figures_to_this_machine(school: School):
    assert asked(school, "GET", "/metrics").text == "roster_letters 1\n"


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_it_gives_no_figures_to_whom_another_server_speaks_for(school: School, header: str):
    assert asked(school, "GET", "/metrics", headers={header: "203.0.113.7"}).status_code == 404


def test_it_says_that_the_port_is_taken(school: School):
    page = Page("Oak Primary", school.stop, lambda: True)

    with pytest.raises(NoPort, match="cannot be opened"):
        start_server(create_app(page), "127.0.0.1", school.port)


def test_it_answers_nobody_once_it_is_stopped():
    page = Page("Oak Primary", lambda _: True, lambda: True)
    server: Server = start_server(create_app(page), "127.0.0.1", 0)
    server.stop()

    with pytest.raises(httpx2.ConnectError), httpx2.Client(trust_env=False) as client:
        client.get(f"http://127.0.0.1:{server.port}/healthz")
