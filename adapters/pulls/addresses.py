"""Which addresses may be asked: https, or this very machine; the configured servers, and nobody a server points to."""

import re
from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS = {"https": 443, "http": 80}
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]+")
_WONDES = re.compile(r"api(-[a-z0-9]+)*\.wonde\.com")
_PATH = re.compile(r"[A-Za-z0-9/._~-]*")


def fault(url: str) -> str | None:
    """Say what is wrong with an address, without repeating it; None if it may be asked."""
    parts = _split(url)
    if parts is None or parts.scheme not in _PORTS or not _HOST.fullmatch(parts.hostname or ""):
        return 'must be an address such as "https://mis.example.org"'
    if parts.username is not None or parts.password is not None:
        return "must not have a user or a password in it"
    if parts.query or parts.fragment or not _PATH.fullmatch(parts.path):
        return "must be a plain address, with nothing after its path"
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        return "must begin with https, so that nobody on the way can read it"
    return None


def same_server(url: str, other: str) -> bool:
    """Whether two addresses are of one server: the same scheme, host and port."""
    one, two = _split(url), _split(other)
    return one is not None and two is not None and _origin(one) == _origin(two)


def is_wondes(url: str) -> bool:
    """Whether an address is one of Wonde's regions (docs.wonde.com), or this very machine."""
    parts = _split(url)
    host = parts.hostname or "" if parts else ""
    return host in LOOPBACK or _WONDES.fullmatch(host) is not None


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _split(url: str) -> SplitResult | None:
    """Take an address apart; None for one that nobody can read."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts
