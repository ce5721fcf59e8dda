"""Names meant to do harm, or that merely look like it, and lists and chats full of them."""

import json
import re

from tests.jobs.school import a_csv

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
IN_A_LINE = {
    "turned round": "\u202eolleB alO",
    "isolated": "\u2066Ola\u2069\u200f",
    "Hebrew": "אולה בלו",
    "command": "=cmd|' /C calc'!A0",
    "plus": "+SUM(1+1)*cmd",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(A1:A9)",
    "wide equals": "＝HYPERLINK(A1)",
    "link": '=HYPERLINK("https://example.org/?x="&A1,"Ola")',
    "commas": "Bello, Ola, Femi and others",
    "colons": "Ola: admin: hello",
    "left": "Ola left",
    "quotes": "'Ola' \"the 'Boss'\" `Bello`",
    "emoji": f"{FAMILY} Ola 🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽",
    "Cyrillic": "Оla Веllо",
    "script": "<script>alert(1)</script>Ola",
    "picture": '"><img src=https://example.org/x onerror=alert(1)>',
    "markdown": "[Ola](https://example.org) **bold** # Bello",
    "template": "{{ 7 * 7 }}{% raw %}${7*7}",
    "encoded word": "=?utf-8?q?Ola=0D=0ABcc:_x@example.org?=",
    "percent": "%0d%0aBcc: charlie@example.org",
    "stacked": "Z̷̡͇̗a̸͓͝l̵̰̈g̷͍̈o̴͙͂" * 9,
}
CONTROLS = {
    "nought": "Ola\x00Bello",
    "colours": "\x1b[31mOla\x1b[0m\x1b]0;title\x07",
    "bell and rubout": "Ola\x07\x08\x7fBello",
    "C1": "Ola\x9b31mBello\x85",
    "line separators": "Ola\u2028Bello\u2029",
}
LINES = {
    "carbon copy": "Ola\r\nBcc: charlie@example.org",
    "new header": "Ola\nSubject: Free money\n\nBody",
    "lines": "Ola\n\n\n* Femi, number ending 123\n",
    "return": "Ola\rBello",
}
LONG = {"long": "Ola " + "x" * 30_000, "wide": "字" * 30_000}
IN_A_CELL = IN_A_LINE | LINES | LONG
ALL = IN_A_CELL | CONTROLS
NUMBERED = {name: f"+447700900{900 + place:03}" for place, name in enumerate(ALL)}


def stood(text: str) -> str:
    """A text as read from a cell: lines of any kind end alike, and blanks around it are nobody's."""
    return re.sub("\r\n?", "\n", text).strip()


def turned(text: str) -> str:
    """A text without the marks of direction, which telephones themselves put around names in a chat."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", stood(text))


def people(names: dict[str, str] = IN_A_CELL) -> list[tuple[str, str]]:
    return [(text, NUMBERED[name]) for name, text in names.items()]


def in_csv() -> bytes:
    return a_csv([("Name", "Phone"), *people()])


def in_a_chat(*, ios: bool) -> bytes:
    """Each name sends a message and comes in by the link, as a telephone writes it."""
    head = "[22/11/2026, 09:15:07] " if ios else "22/11/2026, 09:15 - "
    end = "\r\n" if ios else "\n"
    notice, author = ("\u200e", "{0}: \u200e") if ios else ("", "")
    lines = [f"{head}{'3B: ' if ios else ''}{notice}Messages and calls are end-to-end encrypted."]
    for text in IN_A_LINE.values():
        lines.append(f"{head}{author.format(text)}{text} joined using this group's invite link")
        lines.append(f"{head}{text}: hello")
    return (end.join(lines) + end).encode()


def in_json() -> bytes:
    """Controls and half a character, as JSON alone can hold, among the others."""
    listed = [{"id": f"{number[1:]}@c.us", "name": text, "isAdmin": False} for text, number in people(ALL)]
    listed.append({"id": "447700900899@c.us", "name": "Ola \ud800 Bello", "isAdmin": False})
    return json.dumps({"subject": "3B", "size": len(listed), "participants": listed}).encode()


LISTS = {
    "list.csv": in_csv(),
    "ios chat.txt": in_a_chat(ios=True),
    "android chat.txt": in_a_chat(ios=False),
    "group.json": in_json(),
}
# A sender and the beginning of a message, or several people, might be called so in a chat.
IN_NO_DOUBT = {key: text for key, text in IN_A_LINE.items() if key not in {"colons", "commas", "percent"}}
