"""A chat export of as many messages as WhatsApp gives, held against one pass of a pattern over its lines."""

import json
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from tests.bench import measuring

_MESSAGES = 40_000
_NOTICES = 800
_PEOPLE = 300
_ROUNDS = 9
_HEAD = re.compile(
    r"\u200e?\[?(\d{1,2}/\d{1,2}/\d{2,4}),? (\d{1,2}:\d{2}(?::\d{2})?)(?:\]| -) (?:([^:]+): )?(.*)", re.DOTALL
)
_WORDS = (
    "swimming kit tomorrow please bring the form back thanks everyone lovely day see you at the gate has anyone seen "
    "a blue jumper ok yes no maybe 👍 😂 £2 café"
).split()
_MEMORY = """
import json, re, sys
from pathlib import Path
from adapters.platforms.chats.reduced import logs_in
from adapters.platforms.door import let_in
from adapters.platforms.logs import list_of

with open(sys.argv[1], "rb") as file:
    found = list_of(logs_in(let_in(sys.argv[1], file).content)[0], stem="3B", region="GB")
# Of this program alone: the usual figure is handed down from whoever started it.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(json.dumps([len(found.members) + len(found.gone), int(peak)]))
"""

Figures = dict[str, tuple[float, str]]


def figures(folder: Path) -> Figures:
    """Measure both kinds of telephone, and the memory for ten times as many messages among the same people."""
    told: Figures = {}
    for kind in ("Android", "iPhone"):
        chat = folder / f"{kind}.txt"
        _write(chat, _MESSAGES, ios=kind == "iPhone")
        passing, ours = _in_turn(lambda: _pass_over(chat), lambda: _read(chat))  # noqa: B023 (called here and now)
        told |= {
            f"{_MESSAGES:,} messages of {kind}, one pass of a pattern, s": (passing, ""),
            f"{_MESSAGES:,} messages of {kind}, taken in and made a list, s": (ours, ""),
            f"  ratio of {kind}": (ours / passing, "<= 2.5"),
        }
    return {**told, **_memory(folder)}


def _memory(folder: Path) -> Figures:
    small, large = folder / "small.txt", folder / "large.txt"
    _write(small, _MESSAGES, ios=False)
    _write(large, 10 * _MESSAGES, ios=False)
    less, more = _peak(small), _peak(large)
    return {
        "  peak memory of reading it, MB": (less / 1000, ""),
        "  the same for ten times as many messages / for these": (more / less, "<= 1.1"),
    }


def _peak(chat: Path) -> int:
    said = subprocess.run(measuring.script(_MEMORY, chat), check=True, capture_output=True).stdout
    members, peak = json.loads(said)
    if members < _PEOPLE:
        raise AssertionError(f"{members} of {_PEOPLE} people are found")
    return int(peak)


def _pass_over(chat: Path) -> None:
    with chat.open(encoding="utf-8") as file:
        for line in file:
            _HEAD.match(line)


def _read(chat: Path) -> None:
    from adapters.platforms.chats.reduced import logs_in
    from adapters.platforms.door import let_in
    from adapters.platforms.logs import list_of

    with chat.open("rb") as file:
        (log,) = logs_in(let_in(chat.name, file).content)
    found = list_of(log, stem=chat.stem, region="GB")
    if len(found.members) + len(found.gone) < _PEOPLE or log.messages < _MESSAGES - _NOTICES or log.unread:
        raise AssertionError("a fast wrong answer is no figure")


def _in_turn(*works: Callable[[], None]) -> list[float]:
    times: list[list[float]] = [[] for _ in works]
    for _ in range(_ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begun)
    return [statistics.median(taken) for taken in times]


def _write(chat: Path, messages: int, *, ios: bool) -> None:
    random, at, ends = Random(7), datetime(2023, 9, 1, 8, tzinfo=UTC), "\r\n" if ios else "\n"
    notices = _notices(random)
    with chat.open("w", encoding="utf-8", newline="") as file:
        for number in range(messages):
            at += timedelta(minutes=random.randrange(30))
            head = f"[{at:%d/%m/%Y, %H:%M:%S}] " if ios else f"{at:%d/%m/%Y, %H:%M} - "
            file.write(f"{head}{_who(random.randrange(_PEOPLE))}: {_body(random, ios=ios)}{ends}")
            if number % (messages // _NOTICES) == 0:
                author, notice = next(notices)
                file.write(f"\u200e{head}{author}: \u200e{notice}{ends}" if ios else f"{head}{notice}{ends}")


def _who(number: int) -> str:
    return (f"Parent {number} Bello", f"~\u202fname {number}", f"+44 7700 900{number:03}")[number % 3]


def _body(random: Random, *, ios: bool) -> str:
    if random.random() < 0.1:
        return "\u200eimage omitted" if ios else "<Media omitted>"
    lines = random.choices((1, 3), (85, 15))[0]
    return "\n".join(" ".join(random.choices(_WORDS, k=random.randrange(1, 18))) for _ in range(lines))


def _notices(random: Random) -> Iterator[tuple[str, str]]:
    """Give notices, each with whom an iPhone has as its author."""
    while True:
        one, two, three = (_who(number) for number in random.sample(range(_PEOPLE), 3))
        yield one, f"{one} left"
        yield one, f"{one} joined using this group's invite link"
        yield two, f"{one} added {two}"
        yield "3B parents", f"{one} added {two} and {three}"
        yield one, f"{one} changed the group description"
