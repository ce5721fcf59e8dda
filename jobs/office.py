"""What the command line, the demo and later the page may ask of Roster."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from adapters.mail.smtp import Post
from adapters.store import Store, audit, columns, originals, outbox, rolls, runs
from adapters.store.ending import Word
from adapters.store.exemptions import Granted
from adapters.store.outbox import Way
from jobs import absent, asked, deciding, explaining, granting, holding
from jobs.absent import Lacking
from jobs.asked import Query
from jobs.deliver import Carrier, Delivery
from jobs.granting import Wish
from jobs.holding import Held
from jobs.intake import About, Kind, ReadRoll, Receipt, read_roll, take_in
from jobs.night import NotReady, run_night
from jobs.results import Night
from jobs.settings import Settings
from roster.decisions import Answer
from roster.export import Upload
from roster.letters import Letter
from roster.mapping import Kept, Mapping
from roster.why import Explanation


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter, where it is on its way, how often it was tried, and the last error's class."""

    letter: Letter
    way: Way
    attempts: int
    error: str


@dataclass(frozen=True, slots=True)
class Office:
    """Roster for one school: its settings, its database, its mail server and its clock (aware, any zone)."""

    settings: Settings
    store: Store
    post: Post
    clock: Callable[[], datetime]

    @property
    def today(self) -> date:
        """The school's day."""
        return self.clock().astimezone(self.settings.school.zone).date()

    def receive(
        self,
        name: str,
        content: bytes,
        *,
        group: str | None = None,
        kind: Kind | None = None,
        mapping: Mapping | None = None,
        said: int | None = None,
        made_by: str | None = None,
        fresh: bool = False,
        by: str = "",
    ) -> Receipt:
        """Take in a file: `Receipt(kind, changed, sentences, roll)`. `name` says what the file is called, `group` whose list it is.

        `said` is how many members the group has by its admin's telephone, `made_by` who made the list. `mapping` says what an export's columns hold, and is kept for every file with the same headings.
        `fresh` says that the MIS itself has just handed the file over, `by` who gave it. Raises a `RosterError` if the file is neither an export nor a member list.
        """
        return take_in(
            Upload(name, content), self.store, self.settings,
            now=self.clock(), kind=kind, mapping=mapping, about=About(group, said, made_by), fresh=fresh, by=by,
        )  # fmt: skip

    def kept_columns(self) -> tuple[Kept, ...]:
        """What the school has confirmed of columns, the newest first: `Kept(mapping, on)` each."""
        with self.store.reading() as session:
            return columns.every(session)

    def forget_columns(self, fingerprint: str, *, by: str) -> bool:
        """Forget what was confirmed of the columns under some headings; says whether there was anything."""
        with self.store.writing() as session:
            known = columns.forget(session, fingerprint)
            if known:
                audit.note(session, "forget columns", by=by, at=self.clock(), about={"headings": fingerprint})
            return known

    def read_again(self) -> ReadRoll:
        """Read the newest roll again from the bytes that came, its columns as they were confirmed then; keeps nothing.

        Raises `NotReady` if no roll has come, and `NoOriginal` if its bytes are gone.
        """
        with self.store.reading() as session:
            roll = rolls.newest(session)
            if roll is None:
                raise NotReady("Receive an MIS export first.", headline="There is no roll.")
            upload = originals.original(session, roll.sha256)
            confirmed = [Kept(columns.from_cells(roll.columns))] if roll.columns else []
        return read_roll(upload, self.settings.policy.region, confirmed)

    def nightly(self, on: date | None = None) -> Night:
        """Run a night (default: today's) and write its letters: `Night(slot, number, groups, letters, again)`.

        Sends nothing; call `deliver` after it. Raises `NotReady` if there is nothing to compare.
        """
        return run_night(self.store, self.settings, slot=on or self.today, now=self.clock())

    def held(self, on: date | None = None) -> tuple[Held, ...]:
        """What the last run (of a night) holds: `Held(group, slot, objections, people, digest)` each."""
        return holding.held(self.store, on=on)

    def release(self, group: str, by: str, on: date | None = None, only: Sequence[str] = ()) -> Held:
        """Let a held group's result, or `only` those who are named, go out at the next `nightly`; gives what was read.

        Raises `NotHeld`, and `NotFound` or `NotUnique` for somebody who is named.
        """
        result = holding.held_group(self.store, group, on=on)
        named = holding.named_of(result, only, self.settings.policy.region)
        holding.release(self.store, result, by=by, now=self.clock(), only=named)
        return result

    def explained(self, group: str, member: str, on: date | None = None) -> Explanation:
        """Why a member stands where they stand, for the office alone: `Explanation(who, group, on, verdict, sections)`."""
        return explaining.explained(self.store, self.settings, group, member, on or self.today)

    def volunteers_sentence(self, group: str, member: str) -> str:
        """The one sentence that a volunteer may know of a member, today: by asking for many days one could learn of a child's."""
        return explaining.volunteers_sentence(self.store, self.settings, group, member, self.today)

    def queries(self, group: str | None = None) -> tuple[Query, ...]:
        """Everybody whom the last run asks the office about, with candidates and hints. Raises `NotReady` or `NotFound`."""
        return asked.open_queries(self.store, self.settings, group)

    def answer(self, group: str, member: str, said: Answer, *, by: str, contact: str | None = None) -> tuple[str, ...]:
        """Keep the office's answer about a member, and say what follows. Raises `NotFound` or `NotUnique`."""
        return deciding.answer(self.store, self.settings, self._word(by), group, member, said, contact)

    def named(self, group: str, member: str) -> str:
        """Say whom an answer would be about: as shown, with the row. Raises `NotFound` or `NotUnique`."""
        return deciding.named(self.store, self.settings, group, member)

    def undo_answer(self, group: str, member: str, *, by: str) -> tuple[str, ...]:
        """Take back every answer about a member. Raises `NotFound` if there is none."""
        return deciding.undo(self.store, self.settings, self._word(by), group, member)

    def hint(self, group: str, member: str, said: str, *, by: str) -> tuple[str, ...]:
        """Keep what a group's admin, given by the address, says of a member; decides nothing. Raises `NotAnAdmin`."""
        return deciding.hint(self.store, self.settings, self._word(by), group, member, said)

    def exempt(self, wish: Wish, *, by: str) -> Granted:
        """Grant an exemption, and give it with its number. Raises `NotGranted`, `NotFound` or `NotUnique`."""
        return granting.exempt(self.store, self.settings, self._word(by), wish)

    def exemptions(self) -> tuple[Granted, ...]:
        """Every exemption that nobody has ended, run out or not: `Granted(exemption, shown_as, group)` each."""
        return granting.granted(self.store)

    def end_exemption(self, number: int, *, by: str) -> None:
        """End an exemption. Raises `NotFound`."""
        granting.end(self.store, self._word(by), number)

    def rescope(self, group: str, scope: str | None, *, by: str) -> str:
        """Say whom a group is for from now on; None leaves it as it is, in spite of a proposal. Raises `NoScope`."""
        return granting.rescope(self.store, self.settings, self._word(by), group, scope)

    def undo_rescope(self, group: str, *, by: str) -> str:
        """Take back what was said of a group's scope. Raises `NotFound` if nothing was."""
        return granting.undo_scope(self.store, self._word(by), group)

    def missing(self, group: str) -> Lacking:
        """Carers on roll whom a group's list does not have: for the office alone. Raises `NotFound` or `NotReady`."""
        return absent.missing(self.store, self.settings, self.today, group)

    def say_no(self, group: str, contact: str, *, by: str) -> str:
        """Never list a carer as missing from a group again; gives the name. Raises `NotFound` or `NotUnique`."""
        return absent.say_no(self.store, self.settings, self._word(by), group, contact)

    def undo_no(self, group: str, contact: str, *, by: str) -> str:
        """Take that back; gives the name. Raises `NotFound` or `NotUnique`."""
        return absent.undo_no(self.store, self.settings, self._word(by), group, contact)

    def deliver(self) -> Delivery:
        """Hand over every letter that is due: `Delivery(sent, given_up, waiting, trouble, for_the_window)`."""
        return Carrier(self.store, self.post, self.settings, self.clock).deliver()

    def letters(self) -> tuple[Posted, ...]:
        """Every letter ever written, oldest first: `Posted(letter, way, attempts, error)` each."""
        with self.store.reading() as session:
            return tuple(
                Posted(outbox.letter_of(session, row), Way(row.state), row.attempts, row.error)
                for row in outbox.every(session)
            )

    def ran(self, slot: date) -> bool:
        """Whether a night has been run; a run for a day to come does not stand for it."""
        with self.store.reading() as session:
            return runs.latest(session, slot) is not None

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def _word(self, by: str) -> Word:
        return Word(by, self.clock(), self.today)
