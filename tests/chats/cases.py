"""One seed's chat: its file, and what is true of it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from random import Random

from tests.chats.bodies import Bodies, Secrets
from tests.chats.happenings import History
from tests.chats.heads import HEADS, Head
from tests.chats.people import key_of
from tests.chats.truth import Truth, truth_of
from tests.chats.wording import LANGUAGES
from tests.chats.writing import Pen, boxed, encoded, file_name

PERIOD = len(HEADS) * len(LANGUAGES)
TILDES = ("~\u202f", "~ ", "~")


@dataclass(frozen=True)
class Case:
    """A chat as exported. `names` are what its group may be called, empty if the file does not tell."""

    seed: int
    file: str
    content: bytes
    text: str
    truth: Truth
    names: frozenset[str]
    as_of: datetime | None
    head: Head
    traits: frozenset[str]
    secrets: tuple[str, ...] = field(repr=False)

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.head.name}, {', '.join(sorted(self.traits))}, {self.file}"


@cache
def a_chat(seed: int, *, prefix: str = "qxz") -> Case:
    """The same chat for the same seed; forms and languages take turns, everything else is drawn."""
    rng = Random(f"chat {seed}")
    head, language = HEADS[seed % len(HEADS)], LANGUAGES[seed // len(HEADS) % len(LANGUAGES)]
    ends = rng.choice(("mixed", "mixed", "mixed", "lf", "crlf") if head.ios else ("lf", "lf", "lf", "crlf"))
    authors = not head.ios or rng.random() < 0.8
    pen = Pen(head, language, rng.choice(TILDES if head.ios else TILDES[1:]), authors, ends, rng)
    secrets = Secrets(prefix)
    history = History(rng, language, Bodies(rng, secrets, head.write, head.ios and ends == "mixed", head.ios), head.ios)
    told = history.run(rng.randrange(15, 70))
    cut = rng.randrange(1, len(told) // 2) if rng.random() < 0.3 else 0
    told, pen = told[cut:], replace(pen, group=history.group)
    truth = truth_of(told, [pen.names(one) for one in told], ios=head.ios, by_author=head.ios and authors)
    if cut and head.ios and any(one.kind == "unread" for one in told):
        # Nothing but the mark, which pictures have as well, tells a notice that nobody can read from a message.
        truth.loose.add(key_of(history.group))
    text = pen.text(told)
    zipped, encoding = rng.random() < 0.25, _encoding(rng, ios=head.ios)
    again = rng.random() < 0.2
    outer = file_name(history.group, ios=head.ios, zipped=zipped, again=again)
    inner = file_name(history.group, ios=head.ios, zipped=False, again=again)
    content = encoded(text, encoding)
    traits = {language.name, ends, encoding, "zip" if zipped else "text", *(["cut"] if cut else [])}
    traits |= {one.kind for one in told} | ({"old ios"} if not authors else set())
    return Case(
        seed, outer, boxed(content, inner, secrets) if zipped else content, text, truth,
        _names(history, outer, inner, whole=not cut), _last(told, head), head, frozenset(traits), tuple(secrets.given),
    )  # fmt: skip


def _encoding(rng: Random, *, ios: bool) -> str:
    return rng.choice(("utf-8",) * 6 + ("utf-8-sig", "utf-16", "utf-8" if ios else "cp1252"))


def _names(history: History, outer: str, inner: str, *, whole: bool) -> frozenset[str]:
    """The name now: the file is called by it, and iOS writes it as the author of its first line."""
    if outer == "_chat.txt" and not whole:
        return frozenset()
    shown = inner if inner != "_chat.txt" else outer
    for word in ("WhatsApp Chat with ", "WhatsApp Chat - ", " (1)", ".txt", ".zip"):
        shown = shown.replace(word, "")
    return frozenset({history.group, shown} - {"_chat"})


def _last(told: list, head: Head) -> datetime | None:  # type: ignore[type-arg]
    """The last moment, where no reader could take a day for a month."""
    if not head.plain or not any(one.at.day > 12 for one in told):
        return None
    last: datetime = told[-1].at
    return last if head.seconds else last.replace(second=0)
