"""How the lines of a chat begin: every form of date and time, from real files and from the tests of public parsers.

whatsapp-chat-parser (Pustur), chat-miner (joweich), whats-reader (rodrigogs), whatstk (lucasrodes).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

NARROW, NBSP = "\u202f", "\u00a0"


@dataclass(frozen=True)
class Head:
    """A form of a line's beginning; `seconds` says whether it tells them, `plain` whether day and month are in their places."""

    name: str
    write: Callable[[datetime], str]
    ios: bool
    seconds: bool
    plain: bool = True


def _noon(at: datetime, am: str, pm: str) -> str:
    return am if at.hour < 12 else pm


def _h12(at: datetime) -> int:
    return at.hour % 12 or 12


def _clock(at: datetime, *, seconds: bool, pad: bool = False, dot: str = ":") -> str:
    hour = f"{_h12(at):02}" if pad else str(_h12(at))
    return f"{hour}{dot}{at:%M}" + (f"{dot}{at:%S}" if seconds else "")


def _ios(name: str, write: Callable[[datetime], str], *, plain: bool = True) -> Head:
    return Head(f"ios {name}", lambda at: f"[{write(at)}] ", ios=True, seconds=True, plain=plain)


def _android(name: str, write: Callable[[datetime], str], *, seconds: bool = False, end: str = " - ") -> Head:
    return Head(f"android {name}", lambda at: f"{write(at)}{end}", ios=False, seconds=seconds)


HEADS = (
    _ios("dd/mm/yyyy", lambda at: f"{at:%d/%m/%Y, %H:%M:%S}"),
    _ios("dd/mm/yyyy pm", lambda at: f"{at:%d/%m/%Y}, {_clock(at, seconds=True)} {_noon(at, 'am', 'pm')}"),
    _ios("dd/mm/yy PM", lambda at: f"{at:%d/%m/%y}, {_clock(at, seconds=True)}{NARROW}{_noon(at, 'AM', 'PM')}"),
    _ios("dd/mm/yy", lambda at: f"{at:%d/%m/%y, %H:%M:%S}"),
    _ios("m/d/yy PM", lambda at: f"{at.month}/{at.day}/{at:%y}, {_clock(at, seconds=True)} {_noon(at, 'AM', 'PM')}"),
    _ios("dd.mm.yy", lambda at: f"{at:%d.%m.%y, %H:%M:%S}"),
    _ios("d.mm.yyyy", lambda at: f"{at.day}.{at:%m.%Y, %H:%M:%S}"),
    _ios("dd-mm-yyyy", lambda at: f"{at:%d-%m-%Y, %H:%M:%S}"),
    _ios("dd/mm/yyyy no comma", lambda at: f"{at:%d/%m/%Y %H:%M:%S}"),
    _ios(
        "d/m/yy p. m.",
        lambda at: f"{at.day}/{at.month}/{at:%y} {_clock(at, seconds=True)} {_noon(at, 'a. m.', 'p. m.')}",
    ),
    _ios("yyyy/mm/dd", lambda at: f"{at:%Y/%m/%d, %H:%M:%S}"),
    _ios("mm/yyyy/dd", lambda at: f"{at:%m/%Y/%d, %H:%M:%S}", plain=False),
    _android("dd/mm/yyyy pm", lambda at: f"{at:%d/%m/%Y}, {_clock(at, seconds=False)} {_noon(at, 'am', 'pm')}"),
    _android("dd/mm/yyyy", lambda at: f"{at:%d/%m/%Y, %H:%M}"),
    _android("m/dd/yy", lambda at: f"{at.month}/{at:%d/%y, %H:%M}"),
    _android(
        "m/d/yy PM",
        lambda at: f"{at.month}/{at.day}/{at:%y}, {_clock(at, seconds=False)}{NARROW}{_noon(at, 'AM', 'PM')}",
    ),
    _android("dd.mm.yy", lambda at: f"{at:%d.%m.%y, %H:%M}"),
    _android(
        "d/m/yy a. m.",
        lambda at: f"{at.day}/{at.month}/{at:%y} {_clock(at, seconds=False)} {_noon(at, 'a.', 'p.')}{NBSP}m.",
    ),
    _android(
        "dd-mm-yyyy PM",
        lambda at: f"{at:%d-%m-%Y}, {_clock(at, seconds=False, pad=True, dot='.')} {_noon(at, 'AM', 'PM')}",
    ),
    _android("klo", lambda at: f"{at.day}.{at.month}.{at:%Y} klo {at:%H.%M.%S}", seconds=True),
    _android("yyyy/mm/dd", lambda at: f"{at:%Y/%m/%d, %H:%M}"),
    _android(
        "yyyy/mm/dd pm", lambda at: f"{at:%Y/%m/%d}, {_clock(at, seconds=False, pad=True)} {_noon(at, 'am', 'pm')}"
    ),
    _android("dotted time", lambda at: f"{at:%d.%m.%y %H.%M.%S}", seconds=True, end=": "),
    _android("spaced dots", lambda at: f"{at.day}. {at.month}. {at.year}. {at:%H:%M:%S}", seconds=True, end=" "),
)
