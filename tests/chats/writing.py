"""A chat as a telephone exports it: lines, ends of lines, encodings and containers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from tests.chats.bodies import Secrets
from tests.chats.happenings import Happening
from tests.chats.heads import Head
from tests.chats.people import CHOSEN, NUMBER, Person, spaced
from tests.chats.wording import Language

MARK = "\u200e"
OF_THE_GROUP = frozenset(
    {
        "encryption",
        "created",
        "added you",
        "you were added",
        "added several",
        "added some",
        "admin",
        "noise of nobody",
        "unread",
    }
)


@dataclass(frozen=True)
class Pen:
    """How one telephone writes: its heads, its language, its tildes, and whether its system lines have an author.

    `group` is what the group is called on the day of the export, wherever it is the author.
    """

    head: Head
    language: Language
    tilde: str
    authors: bool
    ends: str
    rng: Random
    group: str = ""

    def token(self, who: Person) -> str:
        if who.kind == NUMBER:
            number = spaced(who.number)
            if not self.head.ios:
                return number
            return f"\u202a{number.replace(' ', chr(0xA0))}\u202c"
        return f"{self.tilde}{who.text}" if who.kind == CHOSEN else who.text

    def names(self, happening: Happening) -> str:
        """The people to whom it was done, as they are written in the sentence."""
        tokens = [self.token(one) for one in happening.y]
        if happening.more and self.language.several:
            return self.language.several(tokens, happening.more)
        return self.language.listing(tokens) if len(tokens) > 1 else "".join(tokens)

    def line(self, happening: Happening) -> str:
        """The lines of one happening, parted by bare newlines."""
        if happening.kind == "message":
            return self._message(happening)
        text = self._sentence(happening)
        head = self.head.write(happening.at)
        if not self.head.ios:
            return f"{head}{text}"
        mark = MARK * self.rng.choice((1, 1, 1, 2))
        text = text.replace(". Tap", f". {MARK}Tap") if self.rng.random() < 0.3 else text
        if happening.kind != "encryption" and not self.authors:
            return f"{head}{mark}{text}"
        before = MARK if self.rng.random() < 0.5 else ""
        return f"{before}{head}{self._author(happening)}: {mark}{text}"

    def _author(self, happening: Happening) -> str:
        if happening.kind in OF_THE_GROUP or not (happening.y or happening.x):
            return self.group
        (affected, *_) = happening.y or (happening.x,)
        return self.token(affected) if affected else ""

    def _message(self, happening: Happening) -> str:
        assert happening.x
        assert happening.body
        body = happening.body.text
        for place, one in enumerate(happening.body.people):
            body = body.replace(f"{{{place}}}", self.token(one))
        if happening.z:
            body = body.replace("{z}", self.token(happening.z))
        mark = MARK if happening.body.marked and self.head.ios else ""
        return f"{mark}{self.head.write(happening.at)}{self.token(happening.x)}: {mark}{body}"

    def _sentence(self, happening: Happening) -> str:
        if happening.kind == "unread":
            return happening.unread
        if happening.kind == "asked":
            return f"{self.names(happening)} requested to join."
        forms = self.language.says
        known = forms.get(f"{happening.kind}, ios", forms[happening.kind]) if self.head.ios else forms[happening.kind]
        parts = {
            "{x}": self.token(happening.x) if happening.x else "",
            "{y}": self.names(happening),
            "{z}": self.token(happening.z) if happening.z else "",
            "{n}": happening.group,
        }
        return re.sub(r"\{[xyzn]\}", lambda found: parts[found[0]], self.rng.choice(known))

    def text(self, told: Sequence[Happening]) -> str:
        """The whole file: inside a message iOS ends lines otherwise than between messages."""
        between, inside = {"mixed": ("\r\n", "\n"), "lf": ("\n", "\n"), "crlf": ("\r\n", "\r\n")}[self.ends]
        lines = [self.line(happening).replace("\n", inside) for happening in told]
        return between.join(lines) + (between if self.rng.random() < 0.8 else "")


def encoded(text: str, encoding: str) -> bytes:
    """The text as saved; one that has no room for it falls back to UTF-8 with a mark."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def file_name(group: str, *, ios: bool, zipped: bool, again: bool) -> str:
    """What the telephone calls the file; computers leave some letters out."""
    name = re.sub(r'[":/\\?*<>|]', "", group)
    if ios:
        return f"WhatsApp Chat - {name}.zip" if zipped else "_chat.txt"
    return f"WhatsApp Chat with {name}{' (1)' if again else ''}.{'zip' if zipped else 'txt'}"


def boxed(chat: bytes, name: str, secrets: Secrets) -> bytes:
    """A zip with the chat among its media, none of which is anybody's business."""
    box = BytesIO()
    with ZipFile(box, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            f"00000003-PHOTO-{secrets.another('zipname')}.jpg", b"\xff\xd8\xff" + secrets.another("media").encode() * 9
        )
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Charlie Card\r\nTEL;waid=447700900999:+44 7700 900999\r\nNOTE:{secrets.another('card')}\r\nEND:VCARD\r\n"
        archive.writestr("00000004-Charlie Card.vcf", card)
        archive.writestr(name, chat)
        archive.writestr("00000005-AUDIO.opus", b"OggS" + secrets.another("media").encode())
        archive.writestr("00000006-notes.txt", f"Ola Bello, +44 7700 900998 {secrets.another('media')}\n")
    return box.getvalue()
