"""What the reading process may use, and how it gives up the rest before it sees the file."""

import contextlib
import os
import resource
import sys

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space; a quarter of a million rows need about half of it."""

_OPEN_FILES = 64
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.", "subprocess.", "shutil.", "os.exec", "os.posix_spawn", "os.fork", "os.system", "os.spawn", "os.remove",
    "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
)  # fmt: skip

SECONDS = 40
"""Seconds of processor time, and of waiting."""


def give_up_the_rest() -> None:
    """Limit this process for good. A limit that is already lower stays as it is."""
    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CPU, SECONDS)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _without_network()


def _limit(which: int, most: int) -> None:
    _, hard = resource.getrlimit(which)
    lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(which, (lower, lower))


def _without_network() -> None:
    """Leave the network behind where the system lets an ordinary process do so; and never open a socket anyhow."""
    if sys.platform == "linux":
        import ctypes

        new_user, new_network = 0x10000000, 0x40000000
        ctypes.CDLL(None, use_errno=True).unshare(new_user | new_network)

    def refuse(event: str, details: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(details[2], int) and bool(details[2] & _WRITING)
        if writes or event.startswith(_FORBIDDEN):
            raise PermissionError(event)

    sys.addaudithook(refuse)
