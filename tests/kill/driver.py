"""`python -m tests.kill.driver`: has imported all of Roster, and does each command in a child that waits to be watched.

A wish is a line of JSON on standard input: `{"arguments", "now", "folder", "temporary"}`. The answer is the child's
number. Another line lets the child begin; the answer is how it ended: its status, or minus the signal's number.
"""

import ctypes
import json
import os
import sys
import tempfile
import traceback
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NoReturn

SAID, COMPLAINED = "said.txt", "complained.txt"
_SET_PTRACER, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1 & 0xFFFFFFFFFFFFFFFF)


def main() -> None:
    """Serve wishes until standard input ends."""
    _import_everything()
    _warm_up()
    for line in sys.stdin:
        wish = json.loads(line)
        waits, opens = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(opens)
            _do(wish, waits)
        os.close(waits)
        print(pid, flush=True)
        sys.stdin.readline()
        os.close(opens)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _import_everything() -> None:
    for name in ("roster", "adapters", "jobs"):
        package = import_module(name)
        for module in walk_packages(package.__path__, f"{name}."):
            if not module.name.endswith(("__main__", "_page", ".env")) and ".versions." not in module.name:
                import_module(module.name)
    for name in ("alembic.command", "alembic.autogenerate", "sqlalchemy.dialects.sqlite", "encodings.idna"):
        import_module(name)


def _warm_up() -> None:
    """Do a night once, so that what is made only once need not be made again by every child."""
    from tests.jobs.school import World

    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder) / "office", port=1)
        world.first_night()
        world.office.close()


def _do(wish: dict[str, str], waits: int) -> NoReturn:
    """Do one command as the command line would, with its words in files, and go without a trace of this process."""
    status = 70
    try:
        _made_ready(wish)
        os.read(waits, 1)
        status = _commanded(list(wish["arguments"]), datetime.fromisoformat(wish["now"]))
    except BaseException:  # noqa: BLE001 - whatever it is, it is said
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _made_ready(wish: dict[str, str]) -> None:
    ctypes.CDLL(None).prctl(_SET_PTRACER, _ANYBODY, 0, 0, 0)
    for stream, name in ((1, SAID), (2, COMPLAINED)):
        os.dup2(os.open(Path(wish["temporary"]) / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    tempfile.tempdir = str(Path(wish["temporary"]) / "tmp")
    os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = tempfile.tempdir
    os.chdir(wish["folder"])


def _commanded(arguments: list[str], now: datetime) -> int:
    from jobs.cli import main as roster
    from jobs.compose import SETTINGS, compose

    compose.__defaults__ = (SETTINGS, lambda: now)
    return roster(arguments)


if __name__ == "__main__":
    main()
