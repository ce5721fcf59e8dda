"""What people write in a chat: the worst of it looks like the platform's own lines. Each holds a word found nowhere else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from tests.chats.people import Person


@dataclass
class Secrets:
    """Words that stand in no name, number or file of the product: whoever finds one knows whence it leaked."""

    prefix: str
    given: list[str] = field(default_factory=list)

    def another(self, place: str = "") -> str:
        word = f"{self.prefix}{place}{len(self.given):04}kanari"
        self.given.append(word)
        return word


@dataclass(frozen=True)
class Body:
    """A message. `marked` says that iOS puts its mark before it; a {name} in braces is written as the telephone writes it."""

    text: str
    marked: bool = False
    people: tuple[Person, ...] = ()


@dataclass
class Bodies:
    """Writes messages. `quotes` says whether a whole line of a chat may stand on a line of its own in one."""

    rng: Random
    secrets: Secrets
    head: Callable[[datetime], str]
    quotes: bool
    ios: bool

    def plain(self) -> Body:
        return Body(
            self.rng.choice(
                ("Has anyone got the spellings? {}", "{}", "Note: PE kit tomorrow {}", "10:30 - 11:00: swim {}")
            ).format(self._word())
        )

    def another(self, around: Sequence[Person], at: datetime) -> Body:
        whom = tuple(self.rng.sample(list(around), 2))
        makers = (self.plain, self.plain, self._lines, self._date_like, self._media, self._marked, self._poll)
        quoting = (self._phrase, self._system_line, self._mention, self._forged, self._quoted)
        if self.rng.random() < 0.45:
            return self.rng.choice(quoting)(whom, at)
        return self.rng.choice(makers)()

    def _word(self) -> str:
        return self.secrets.another()

    def _lines(self) -> Body:
        return Body(f"Shopping {self._word()}\n\n1. bread\n2. milk: {self._word()}\n - Ola: me too\n: {self._word()}")

    def _date_like(self) -> Body:
        return Body(f"{self._word()}\n12/11/2026 is the trip\n[13/11/2026] is the other, {self._word()}\n14:00 - home")

    def _media(self) -> Body:
        word = self._word()
        if self.ios:
            return Body(
                self.rng.choice(
                    ("image omitted", f"<attached: 00000012-{word}.jpg>", f"{word}.pdf • 3 pages document omitted")
                ),
                marked=True,
            )
        return Body(
            self.rng.choice(
                (
                    "<Media omitted>",
                    f"IMG-{word}.jpg (file attached)\n{self._word()}",
                    f"{word}.vcf (file attached)",
                    "",
                )
            )
        )

    def _marked(self) -> Body:
        text = self.rng.choice(
            (
                "This message was deleted.",
                "You deleted this message.",
                "Missed voice call",
                "Voice call, 12 min",
                f"Location: https://maps.example.org/?q=53.48,{self._word()}",
            )
        )
        return Body(text, marked=True)

    def _poll(self) -> Body:
        mark = "\u200e" if self.ios else ""
        return Body(
            f"POLL:\n{self._word()}?\n{mark}OPTION: Ola left (2 votes)\n{mark}OPTION: {self._word()} (0 votes)\n",
            marked=True,
        )

    def _phrase(self, whom: tuple[Person, ...], at: datetime) -> Body:
        """The very words of the platform, as a message and nothing more."""
        return Body(
            self.rng.choice(
                (
                    "{0} left",
                    "{0} removed {1}",
                    "{1} added {0}",
                    "{0} joined using this group's invite link",
                    "{0} hat die Gruppe verlassen.",
                    "{0} salió del grupo",
                )
            ),
            people=whom,
        )

    def _system_line(self, whom: tuple[Person, ...], at: datetime) -> Body:
        return Body(f"It said {self._word()}:\n{{0}} left\n{{1}} removed {{0}}\nYou were removed", people=whom)

    def _forged(self, whom: tuple[Person, ...], at: datetime) -> Body:
        """A message that begins with the platform's own mark; but the platform has the leaver as its author."""
        return Body("{0} left", marked=True, people=whom)

    def _mention(self, whom: tuple[Person, ...], at: datetime) -> Body:
        return Body(f"@\u2068{{0}}\u2069 {self._word()} <This message was edited>", people=whom)

    def _quoted(self, whom: tuple[Person, ...], at: datetime) -> Body:
        """Lines of a chat in a message; on lines of their own only where the file itself tells them apart."""
        head, mark = self.head(at), "\u200e" if self.ios else ""
        if self.quotes:
            return Body(f"Look {self._word()}\n{head}{{0}}: {mark}{{0}} left\n{head}{{1}}: {self._word()}", people=whom)
        return Body(f"{head}{{0}} left {self._word()}", people=whom)
