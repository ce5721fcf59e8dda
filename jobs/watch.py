"""The watched folder: what has come to rest in it is taken in as `roster receive` does, once, and put away."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlmodel import col

from adapters.platforms.chats.reduced import is_reduced
from adapters.platforms.door import let_in
from adapters.pulls.folder import Found, NotAtRest, look, opened, put_away, unchanged
from adapters.pulls.memory import Memory, Note, digest_of
from adapters.pulls.stillness import Stillness
from adapters.store import Store, tables
from adapters.store.database import DatabaseTrouble
from jobs.crashing import crash_point
from jobs.intake import Receipt
from jobs.office import Office
from jobs.uploads import upload
from roster.errors import RosterError

_MEMORY = "watch.json"
_BY = "the watched folder"
_LEFT = "a file was left where it is"
_CALLED = {"roll": "an MIS export", "list": "a member list"}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about what was found, without a file's name or anybody's. `good` says that nothing is wrong."""

    good: bool
    sentence: str


class Watcher:
    """Looks into an office's folder. `clock` gives seconds and only goes forward."""

    def __init__(self, office: Office, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._office = office
        self._folder = folder
        self._clock = clock
        self._still = Stillness(office.settings.watch.quiet_seconds)
        self._memory = Memory(office.settings.database.with_name(_MEMORY))
        self._trouble = ""

    def poll(self) -> Iterator[Told]:
        """Look once, and take in what has come to rest; gives what is new to tell. What cannot be read stays where it is.

        While another process looks, this one does not: no file is taken twice.
        """
        try:
            with self._memory.alone() as ours:
                for one in self._at_rest() if ours else ():
                    yield from self._handled(one)
        except OSError as error:
            trouble = f"the folder, or what is remembered of it, cannot be used ({error.strerror}); it is tried again"
            if trouble != self._trouble:
                yield Told(good=False, sentence=trouble)
            self._trouble = trouble
        else:
            self._trouble = ""

    def _at_rest(self) -> tuple[Found, ...]:
        found = look(self._folder)
        places = {one.place for one in found}
        self._still.keep(places)
        self._memory.keep(places)
        now = self._clock()
        return tuple(one for one in found if self._still.at_rest(one.place, one.sign, now))

    def _handled(self, one: Found) -> Iterator[Told]:
        try:
            content = _content(one)
        except NotAtRest:
            return
        except OSError as error:
            unread = self._known(one, b"")
            yield from self._once(one, unread, f"a file cannot be opened ({error.strerror}); it is tried again")
            return
        except RosterError as error:
            yield from self._left(one, self._known(one, b""), error.headline)
            return
        except Exception as error:  # noqa: BLE001 - as below: one file must not keep the others waiting
            yield from self._left(one, self._known(one, b""), _our_mistake(error))
            return
        yield from self._taken(one, content)

    def _taken(self, one: Found, content: bytes) -> Iterator[Told]:
        note = self._known(one, content)
        try:
            if not self._is_in(note, content):
                note = replace(note, since=self._office.clock().isoformat())
                # Written first: if we are killed between the two, the database says whether it was taken in.
                self._memory.note(one.place, note)
                yield _took(self._office.receive(one.path.name, content, group=one.group, by=_BY))
                crash_point("watch")
        except DatabaseTrouble as error:
            yield from self._once(one, note, f"{error.headline} It is tried again.")
        except RosterError as error:
            yield from self._left(one, note, error.headline)
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - one file that we stumble over must not keep the others waiting
            yield from self._left(one, note, _our_mistake(error))
        else:
            yield from self._put_away(one, replace(note, done=True), content)

    def _put_away(self, one: Found, note: Note, content: bytes) -> Iterator[Told]:
        self._memory.note(one.place, note)
        try:
            # Of a chat nobody keeps the messages, here either.
            put_away(one, self._folder, content if is_reduced(content) else None)
        except NotAtRest:
            return
        except OSError as error:
            self._still.settle(one.place)
            sentence = f"a file was taken in, and cannot be moved to the folder's taken/ ({error.strerror})"
            yield from self._once(one, note, sentence)

    def _left(self, one: Found, note: Note, why: str) -> Iterator[Told]:
        """Leave it alone until it changes, and say why: once."""
        self._still.settle(one.place)
        yield from self._once(one, note, f"{_LEFT}: {why} (roster receive says more)")

    def _once(self, one: Found, note: Note, sentence: str) -> Iterator[Told]:
        told = digest_of(sentence.encode())
        if note.told != told:
            self._memory.note(one.place, replace(note, told=told))
            yield Told(good=False, sentence=sentence)

    def _known(self, one: Found, content: bytes) -> Note:
        """What is remembered of exactly this file; nothing, if another lay here before."""
        mark = digest_of(repr(one.sign).encode() + content)
        note = self._memory.of(one.place)
        return note if note.content == mark else Note(mark)

    def _is_in(self, note: Note, content: bytes) -> bool:
        if note.done or not note.since:
            return note.done
        return _arrived(self._office.store, digest_of(content), datetime.fromisoformat(note.since))


def _content(one: Found) -> bytes:
    """The bytes to take in: a file's (a chat's, reduced), or the zip that a set makes."""
    if not one.is_set:
        with opened(one) as file:
            return let_in(one.path.name, file).content
    try:
        return upload(one.path).content
    finally:
        # Whatever came of it: a set that changed meanwhile is read again when it has come to rest.
        if not unchanged(one):
            raise NotAtRest


def _our_mistake(error: Exception) -> str:
    return f"Something went wrong inside Roster ({type(error).__name__})."


def _arrived(store: Store, sha256: str, since: datetime) -> bool:
    """Whether a file came in since a moment."""
    with store.reading() as session:
        return any(
            session.scalars(
                select(col(table.id)).where(col(table.sha256) == sha256, col(table.received_at) >= since).limit(1)
            ).first()
            for table in (tables.Roll, tables.MemberList)
        )


def _took(receipt: Receipt) -> Told:
    what = _CALLED[receipt.kind]
    return Told(good=True, sentence=f"took in {what}" if receipt.changed else f"{what} was here already")
