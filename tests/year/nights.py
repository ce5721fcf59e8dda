"""A year of nights: a school, an office and volunteers of three tempers, and the ledger held against what they did."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from adapters.store import ledger, lists
from adapters.store.ending import Word
from adapters.store.rolls import Arrival
from jobs import following
from jobs.compose import compose
from jobs.duties.remind import DUTY
from jobs.duty import Turn
from jobs.following import Said
from jobs.naming import NotFound
from roster.decisions import Answer
from roster.errors import RosterError
from roster.groups import Member, MemberList, Shown
from roster.ledger import State, What
from roster.phone import Phone
from roster.proof import proved
from roster.runs import group_key
from tests.jobs.school import World
from tests.jobs.sink import Sink, text_of
from tests.year.truth import CLASSES, Person, School, e164

FIRST = date(2026, 10, 5)
_LONDON = ZoneInfo("Europe/London")
_MONDAY, _SUNDAY = 0, 6
# So many weeks pass between two exports.
_WEEKS = 4
_ASKED, _OVER = "PLEASE TAKE OUT", ("NO LONGER", "NOTHING TO DO", "NOT ON THE SCHOOL")
SETTINGS = """
[school]
name = "Oak Primary"
office_email = "office@example.org"
[mail]
host = "127.0.0.1"
port = {port}
security = "none"
[policy]
pause_from = "07-20"
pause_until = "09-14"
[calendar]
terms = ["2026-09-02 to 2026-12-18", "2027-01-05 to 2027-04-01", "2027-04-19 to 2027-07-21", "2027-09-02 to 2027-12-17"]
[groups."3B"]
admins = ["prompt@example.org"]
each_september = "same children"
[groups."4A"]
admins = ["slow@example.org"]
each_september = "same children"
[groups."5C"]
admins = ["idle@example.org"]
co_admins = ["helpful@example.org"]
each_september = "same children"
"""


@dataclass
class Year:
    """Runs the nights, lets people act on what is written to them, and counts what happened and what was wrong.

    With `only_school_nights` the nights before weekends and holidays are left out; the days go by all the same. `pace` is how
    many times as much happens as in a quiet school.
    """

    world: World
    sink: Sink
    seed: int = 1
    happened: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    asked: dict[tuple[str, str], date] = field(default_factory=dict)
    only_school_nights: bool = False
    first: date = FIRST
    pace: int = 1
    _read: int = 0
    _ran: date = FIRST
    _released: bool = False

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.school = School(self.chance, self.first, self.pace)
        self.world.settings.write_text(SETTINGS.format(port=self.sink.port))
        self.world.office.close()
        self.world.office = compose(self.world.settings, self.world.clock)
        self._later: list[tuple[date, str, Person]] = []

    def run(self, nights: int) -> None:
        """Go through so many days, each with its night, its morning and its evening."""
        self._evening(everything=True)
        for number in range(1, nights + 1):
            self.school.day = self.first + timedelta(days=number)
            if not self.only_school_nights or self.world.office.settings.calendar.known.is_school_day(self.school.day):
                self._night()
                self._morning()
            self.school.a_day()
            self._evening(everything=False)
            if self.school.day.day == 1:
                self.compare()
        self.compare()

    def compare(self) -> None:
        """Hold the ledger, as the last night left it, against what complete lists can prove."""
        with self.world.office.store.reading() as session:
            known = {account.key: account for account in ledger.accounts(session)}
        for (group, who), since in self.asked.items():
            state = known[group_key(group)].items[who].state
            proved = self._is_proved_gone(group, who, since)
            if (state is State.GONE) is not proved or state is State.WITHDRAWN:
                self.wrong.append(f"{self.school.day}: {who} of {group} is {state.value}, proved gone: {proved}")

    def _is_proved_gone(self, group: str, who: str, since: date) -> bool:
        gone = False
        for day, people, whole in self.school.seen[group]:
            if since <= day < self._ran:
                gone = who not in people if whole else gone and who not in people
        return gone

    def _night(self) -> None:
        self._at(2, 30)
        self._ran = self.school.day
        office = self.world.office
        night = office.nightly()
        self._released = False
        self.happened["nights"] += not night.again
        for held in office.held():
            self.happened["held"] += 1
            if all(self._may_go(one.phone or "") for one in held.removals) and not self._is_short(held.objections):
                office.release(held.group, "Tola")
                self.happened["released"] += 1
                self._released = True

    def _is_short(self, objections: tuple[object, ...]) -> bool:
        return any(getattr(one, "guard", "") == "list-short" for one in objections)

    def _morning(self) -> None:
        self._at(6, 0)
        if self._released:
            self.world.office.nightly()
        DUTY.run(self.world.office, Turn(self.school.day.isoformat(), lambda _: None))
        self._at(7, 5)
        self.world.office.deliver()
        letters, self._read = self.sink.received[self._read :], len(self.sink.received)
        for reader, message, _ in letters:
            self._reads(reader.partition("@")[0], to_do(text_of(message)))

    def _reads(self, reader: str, names: list[str]) -> None:
        group = {"prompt": "3B", "slow": "4A", "idle": "5C", "helpful": "5C"}.get(reader)
        if group is None:
            return
        self.happened[f"letters to {reader}"] += 1
        for person in [one for one in self.school.here[group] if one.name in names]:
            if person.belongs(self.school.day):
                self.wrong.append(f"{self.school.day}: {person.name} of {group} was named")
            self.asked.setdefault((group, e164(person.phone)), self.school.day)
            self._acts(reader, group, person)

    def _acts(self, reader: str, group: str, person: Person) -> None:
        luck = self.chance.random()
        if reader == "prompt" and self.happened["letters to prompt"] % 3 == 0:
            self._says(group, person, What.DISPUTED)
            self._later.append((self.school.day + timedelta(days=3), "answer", person))
        elif reader in {"prompt", "helpful"} or (reader == "slow" and luck < 0.5):
            self.school.here[group].remove(person)
            self._says(group, person, What.SAID_DONE)
            if self.chance.random() < 0.15:
                self.school.coming.append((self.school.day + timedelta(days=25), group, person))
        elif reader == "slow":
            self._says(group, person, What.SAID_DONE)

    def _says(self, group: str, person: Person, what: What) -> None:
        office = self.world.office
        try:
            with office.store.writing() as session:
                word = Word("Ade", office.clock(), office.today)
                following.said(session, office.settings, word, Said(group, person.phone, what))
                self.happened[what.value] += 1
        except NotFound:
            self.happened["said of what is settled"] += 1

    def _evening(self, *, everything: bool) -> None:
        self._at(20, 0)
        office, school, today = self.world.office, self.school, self.school.day
        for when, _, person in [one for one in self._later if one[0] <= today]:
            self._later.remove((when, "answer", person))
            self._answers(person)
        if everything or (today.weekday() == _SUNDAY and (today - self.first).days // 7 % _WEEKS == 0):
            school.listed_on()
            office.receive("contacts.csv", school.an_export(), fresh=True)
        if everything or today.weekday() == _MONDAY:
            for group in CLASSES:
                missing = 2 if not everything and self.chance.random() < 0.15 else 0
                self._hands_in(group, school.a_list(group, missing=missing), missing)
                self.happened["partial lists" if missing else "whole lists"] += 1

    def _hands_in(self, group: str, shown: list[Person], missing: int) -> None:
        """Land a list as a reader would have read it; what readers do is told elsewhere."""
        members = tuple(
            Member(one.name, row, one.name, Phone(e164(one.phone)), shown=Shown.NUMBER)
            for row, one in enumerate(shown, start=2)
        )
        listed = proved(MemberList(group, members, "sheet", "sheet"), len(members) + missing)
        arrival = Arrival.of(f"{group}.csv", repr(members).encode(), self.world.clock(), self.school.day)
        with self.world.office.store.writing() as session:
            lists.receive(session, arrival, listed)

    def _answers(self, person: Person) -> None:
        for group in CLASSES:
            try:
                self.world.office.answer(group, person.phone, Answer.NO_PARENT, by="Tola")
                self.happened["answered"] += 1
            except RosterError:
                continue

    def _may_go(self, phone: str) -> bool:
        known = {e164(one.phone): one for group in CLASSES for one in self.school.here[group]}
        return phone not in known or not known[phone].belongs(self.school.day)

    def _at(self, hour: int, minute: int) -> None:
        self.world.clock.now = datetime.combine(self.school.day, time(hour, minute), _LONDON).astimezone(UTC)


def to_do(text: str) -> list[str]:
    """The names that a letter asks to take out."""
    names, asked = [], False
    for line in text.splitlines():
        if line.upper().startswith((_ASKED, *_OVER)):
            asked = line.startswith(_ASKED)
        elif asked and line.startswith("  * "):
            names.append(line[4:].partition(",")[0])
    return names
