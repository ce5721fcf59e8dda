"""What is still alive in a process that has read files: a search of every object for a word of a message."""

import json
import subprocess
import sys
from pathlib import Path

from tests.chats.watched import ROOT

# Everything that can be reached from any object, by way of whatever refers to it; a buffer shows its bytes.
REMEMBERED = """
import gc, io, json, sys
from adapters.platforms.reading import read_lists
from jobs.uploads import upload
from roster.errors import RosterError

marker = "nari".rjust(6, "x").replace("xx", "ka")
def holds(one):
    if isinstance(one, str):
        return marker in one
    if isinstance(one, io.BytesIO):
        one = one.getvalue()
    if isinstance(one, (bytes, bytearray)):
        return any(marker.encode(code) in one for code in ("utf-8", "utf-16-le"))
    return False

def alive():
    gc.collect()
    seen, found = set(), []
    waiting = [one for one in gc.get_objects()]
    frame = sys._getframe()
    while frame:
        waiting.extend(frame.f_locals.values())
        frame = frame.f_back
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if one is not marker and holds(one):
            found.append(f"{type(one).__name__} of {len(one) if hasattr(one, '__len__') else '?'}")
        elif not isinstance(one, (str, bytes, int, float)):
            waiting.extend(gc.get_referents(one))
    return found

kept = {}
for path in json.load(sys.stdin):
    try:
        taken = upload(path)
        lists = read_lists(taken)
        kept[path] = [len(one.members) for one in lists], alive()
        del taken, lists
    except RosterError as error:
        kept[path] = error.headline, alive()
if "--plant" in sys.argv:
    planted = ["a message " + marker]
    kept["planted"] = "", alive()
print(json.dumps(kept))
"""


def remembered(folder: Path, files: dict[str, bytes], *more: str) -> dict[str, tuple[object, list[str]]]:
    """By file, what was read from it, and which objects with a word of it were alive afterwards."""
    paths = []
    for name, content in files.items():
        (folder / name).write_bytes(content)
        paths.append(str(folder / name))
    ended = subprocess.run(
        [sys.executable, "-c", REMEMBERED, *more],
        cwd=ROOT,
        input=json.dumps(paths),
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return {Path(path).name: tuple(told) for path, told in json.loads(ended.stdout).items()}
