"""What left the house, searched for what it must not hold."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.client import HTTPConnection
from pathlib import Path

from adapters.web.app import create_app
from adapters.web.serving import start_server
from jobs.page import page_of
from tests.canaries.schools import CANARY, School
from tests.jobs.sink import Sink

_ROUNDS = (0, 1, 2)
PAGES = ("/", "/healthz", "/metrics", "/stop/nothing", "/nowhere")


@dataclass
class Searched:
    """How many letters were searched, and what was found that must not be there."""

    letters: int = 0
    volunteers: int = 0
    wrong: list[str] = field(default_factory=list)


def words(text: str) -> frozenset[str]:
    """The canaries in a text, in small letters."""
    return frozenset(found.lower() for found in CANARY.findall(text))


def everything(message: EmailMessage, raw: bytes, recipient: str, sender: str) -> str:
    """A letter as sent, its headers and parts decoded, their names, and its envelope."""
    parts = [
        raw.decode("utf-8", "replace"),
        recipient,
        sender,
        *(f"{name}: {value}" for name, value in message.items()),
    ]
    for part in message.walk():
        parts += [str(value) for value in part.values()]
        if not part.is_multipart():
            parts.append((part.get_payload(decode=True) or b"").decode("utf-8", "replace"))
    # A soft line break may stand in the middle of a word.
    return "\n".join([*parts, parts[0].replace("=\r\n", "")])


def search(schools: tuple[School, ...], sink: Sink, searched: Searched) -> None:
    """Search every letter that has come, and let it go."""
    envelopes = list(sink.envelopes)
    for (recipient, message, raw), (_, sender) in zip(list(sink.received), envelopes, strict=True):
        searched.letters += 1
        searched.wrong += _faults(schools, recipient, words(everything(message, raw, recipient, sender)), message)
        searched.volunteers += recipient.startswith("kny")
    sink.received.clear()
    sink.envelopes.clear()


def _faults(schools: tuple[School, ...], recipient: str, found: frozenset[str], message: EmailMessage) -> Iterator[str]:
    whose = [school for school in schools if recipient in _known(school)]
    if len(whose) != 1:
        yield "a letter to somebody whom no school knows"
        return
    (school,) = whose
    foreign = [word for word in found if word[3] != school.letter]
    if foreign:
        yield f"another school's words in a letter of school {school.letter}: {foreign[0]}"
    if recipient.startswith("kny"):
        yield from (f"a volunteer may not read {word}" for word in sorted(found - school.may_read(recipient)))
        groups = [n for n in range(school.groups) if recipient in school.readers(n)]
        if not any(f"{school.group(n)} " in str(message["Subject"]) for n in groups):
            yield f"a letter about another group: {message['Subject']}"


def _known(school: School) -> frozenset[str]:
    readers = {reader for n in range(school.groups) for reader in school.readers(n)}
    return frozenset({*readers, f"office-{school.letter}@example.org"})


@contextmanager
def logged(searched: Searched) -> Iterator[None]:
    """Search whatever is logged meanwhile, of ours however freely."""

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            # The test's own mail server logs whom it serves.
            if not record.name.startswith("mail."):
                searched.wrong += [f"a log of {record.name} holds {word}" for word in words(self.format(record))]

    ear, root, ours = Ear(), logging.getLogger(), logging.getLogger("roster")
    levels = root.level, ours.level
    root.addHandler(ear)
    root.setLevel(logging.INFO)
    ours.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(ear)
        root.setLevel(levels[0])
        ours.setLevel(levels[1])


def two_schools(folder: Path, sink: Sink, *, groups: int, admins: int, letters: int) -> Searched:
    """Let two schools run night after night until so many letters to volunteers have come, and search them all."""
    searched = Searched()
    schools = tuple(School(letter, folder / letter, sink, groups, admins) for letter in "ab")
    with logged(searched):
        for school in schools:
            school.set_up()
        while searched.volunteers < letters:
            before = searched.volunteers
            for school in schools:
                school.a_night(_ROUNDS[school.nights % len(_ROUNDS)])
            search(schools, sink, searched)
            if searched.volunteers == before:
                searched.wrong.append("a night without a letter")
                break
        for school in schools:
            searched.wrong += _shown(school)
            school.close()
    return searched


def _shown(school: School) -> Iterator[str]:
    """Whatever anybody may look at who is no volunteer and no office: the page, and what a monitor asks."""
    server = start_server(create_app(page_of(school.world.office)), "127.0.0.1", 0)
    try:
        for path in PAGES:
            line = HTTPConnection("127.0.0.1", server.port, timeout=10)
            line.request("GET", path)
            answer = line.getresponse()
            said = f"{answer.headers}\n{answer.read().decode('utf-8', 'replace')}"
            line.close()
            yield from (f"the page {path} holds {word}" for word in words(said))
    finally:
        server.stop()
