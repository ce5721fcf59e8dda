"""The page's server: one thread beside everything else, which says nothing of what it is asked."""

import socket
import threading
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from roster.errors import RosterError

_SECONDS_TO_START, _SECONDS_TO_STOP = 10, 5
_AT_ONCE = 50


class NoPort(RosterError):
    """The page cannot listen where the settings say."""

    headline = "The page cannot be opened."


class Server:
    """A page that is being served, until it is stopped. `port` is where."""

    def __init__(self, server: uvicorn.Server, thread: threading.Thread, port: int) -> None:
        self._server, self._thread, self.port = server, thread, port

    def stop(self) -> None:
        """Let the requests that are being answered end, and stop."""
        self._server.should_exit = True
        self._thread.join(_SECONDS_TO_STOP * 2)


def start_server(app: FastAPI, host: str, port: int) -> Server:
    """Serve an application at an address of this machine. Raises `NoPort` if nothing can listen there."""
    try:
        door = _door(host, port)
    except (OSError, UnicodeError) as error:
        raise NoPort(
            f"Look at web.host and web.port in the settings, and whether another program listens there already "
            f"({type(error).__name__})."
        ) from error
    config = uvicorn.Config(
        # An access log would hold the links' tokens; who asks from where is nobody's business, either.
        app, log_config=None, log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="off", ws="none",
        limit_concurrency=_AT_ONCE, timeout_graceful_shutdown=_SECONDS_TO_STOP, timeout_keep_alive=5,
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, name="page", daemon=True)
    thread.start()
    _wait_until(lambda: server.started or not thread.is_alive())
    return Server(server, thread, door.getsockname()[1])


def _door(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _wait_until(so: Callable[[], bool]) -> None:
    waiting = threading.Event()
    for _ in range(_SECONDS_TO_START * 100):
        if so():
            return
        waiting.wait(0.01)
