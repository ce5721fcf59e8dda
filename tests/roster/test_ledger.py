"""The ledger: claims are kept apart from proofs, and a night adds what it shows once."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roster.ledger import CLAIMS, Event, Item, State, What, folded
from roster.sight import Sight, next_events

CHARLIE, FEMI = "+447700900900", "+447700900901"
PEOPLE = {CHARLIE: "Charlie Nobody", FEMI: "Femi Bello"}
FIRST = date(2026, 11, 2)
CHASE_AFTER = 7


@dataclass
class Book:
    """A ledger of one group that nights and volunteers write into; every entry is numbered as a database would."""

    events: list[Event] = field(default_factory=list)
    day: date = FIRST

    @property
    def items(self) -> dict[str, Item]:
        return folded(self.events)

    def state(self, who: str = CHARLIE) -> State:
        return self.items[who].state

    def add(self, *events: Event) -> None:
        for event in events:
            self.events.append(replace(event, number=len(self.events) + 1))

    def says(self, what: What, who: str = CHARLIE, by: str = "Ade") -> None:
        self.add(Event(who, PEOPLE[who], what, self.now, self.day, by=by))

    @property
    def now(self) -> datetime:
        return datetime.combine(self.day, datetime.min.time(), UTC) + timedelta(minutes=len(self.events))

    def night(self, sight: Sight) -> tuple[What, ...]:
        found = next_events(self.items, sight, at=self.now, chase_after_days=CHASE_AFTER)
        self.add(*found)
        return tuple(event.what for event in found)

    def after(self, days: int) -> "Book":
        self.day += timedelta(days=days)
        return self


def a_sight(book: Book, *told: str, **other: object) -> Sight:
    """A night on which these people are on the list, and volunteers know that they are to be taken out."""
    known = frozenset(told)
    sight = Sight(book.day, {who: PEOPLE[who] for who in told}, known, known, frozenset(), book.day, {})
    return replace(sight, **other)  # type: ignore[arg-type]


def gone(book: Book, *people: str) -> Sight:
    return a_sight(book, gone=frozenset(people))


def test_it_opens_an_item_for_whoever_is_newly_told():
    book = Book()

    found = book.night(a_sight(book, CHARLIE))

    assert found == (What.ASKED,)
    assert book.state() is State.OPEN


def test_it_asks_nobody_of_whom_volunteers_are_not_told():
    book = Book()

    found = book.night(a_sight(book, CHARLIE, told=frozenset()))

    assert found == ()


def test_a_word_closes_nothing_and_a_list_does():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.says(What.SAID_DONE)
    said = book.items[CHARLIE]

    found = book.after(1).night(gone(book, CHARLIE))

    assert (said.state, said.unsettled, said.proved_on) == (State.SAID_DONE, True, None)
    assert found == (What.SEEN_GONE,)
    assert (book.state(), book.items[CHARLIE].proved_on) == (State.GONE, FIRST + timedelta(days=1))


def test_it_takes_back_what_is_asked_no_more_and_proves_nothing_by_it():
    book = Book()
    book.night(a_sight(book, CHARLIE))

    found = book.after(1).night(a_sight(book))

    assert found == (What.WITHDRAWN,)
    assert (book.state(), book.items[CHARLIE].proved_on) == (State.WITHDRAWN, None)


def test_it_asks_anew_after_it_was_taken_back_and_counts_from_then():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.after(1).night(a_sight(book))

    book.after(5).night(a_sight(book, CHARLIE))

    assert book.items[CHARLIE].asked_on == FIRST + timedelta(days=6)


def test_it_chases_what_is_said_to_be_done_and_a_later_list_shows():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.says(What.SAID_DONE)
    same_list = book.after(CHASE_AFTER).night(a_sight(book, CHARLIE, listed_on=FIRST))
    soon = book.night(a_sight(book, CHARLIE, listed_on=FIRST + timedelta(days=CHASE_AFTER - 1)))

    late = book.night(a_sight(book, CHARLIE))

    assert (same_list, soon, late) == ((), (), (What.CHASED,))
    assert (book.state(), book.items[CHARLIE].claims) == (State.OPEN, ())


def test_it_does_not_chase_whom_the_list_does_not_show():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.says(What.SAID_DONE)

    found = book.after(30).night(a_sight(book, CHARLIE, seen=frozenset()))

    assert found == ()


def test_it_leaves_a_dispute_to_the_office():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.says(What.DISPUTED)

    found = book.after(30).night(a_sight(book, CHARLIE))

    assert (found, book.state()) == ((), State.DISPUTED)


def test_it_opens_a_dispute_again_once_the_office_has_answered():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    early = {CHARLIE: ("Tola", book.now)}
    book.says(What.DISPUTED)
    before = book.night(a_sight(book, CHARLIE, answered=early))

    found = book.after(1).night(a_sight(book, CHARLIE, answered={CHARLIE: ("Tola", book.now)}))

    assert (before, found, book.state()) == ((), (What.UNSAID,), State.OPEN)


def test_it_sees_who_comes_back_and_opens_a_new_episode():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.after(1).night(gone(book, CHARLIE))
    held = book.after(10).night(a_sight(book, CHARLIE, told=frozenset()))
    back = book.state()

    found = book.after(1).night(a_sight(book, CHARLIE))

    assert (held, back, found) == ((What.CAME_BACK,), State.CAME_BACK, (What.ASKED,))
    assert (book.state(), book.items[CHARLIE].asked_on) == (State.OPEN, FIRST + timedelta(days=12))


def test_whoever_came_back_and_left_again_is_gone_by_a_whole_list_alone():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.after(1).night(gone(book, CHARLIE))
    book.after(10).night(a_sight(book, CHARLIE, told=frozenset()))
    part = book.after(7).night(a_sight(book))
    between = book.state()

    found = book.after(7).night(a_sight(book, whole=True))

    assert (part, between) == ((), State.CAME_BACK)
    assert (found, book.state()) == ((What.SEEN_GONE,), State.GONE)


def test_it_does_not_alarm_of_somebody_who_comes_back_and_belongs():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.after(1).night(gone(book, CHARLIE))

    found = book.after(1).night(a_sight(book, seen=frozenset({CHARLIE})))

    assert found == ()


def test_the_last_word_can_be_taken_back():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.says(What.CANNOT_FIND)
    book.says(What.SAID_DONE)

    book.says(What.UNSAID)

    assert book.state() is State.CANNOT_FIND


def test_a_word_about_what_is_settled_changes_nothing():
    book = Book()
    book.night(a_sight(book, CHARLIE))
    book.after(1).night(gone(book, CHARLIE))
    before = book.items

    book.says(What.SAID_DONE)

    assert replace(book.items[CHARLIE], upto=0) == replace(before[CHARLIE], upto=0)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Months in a group: lists that show people or not, letters, words of volunteers, in any order."""
    book = Book()
    for _ in range(draw(st.integers(0, 14))):
        book.after(draw(st.integers(0, 5)))
        if draw(st.booleans()):
            book.says(draw(st.sampled_from([*sorted(CLAIMS, key=str), What.UNSAID])), draw(st.sampled_from([*PEOPLE])))
        else:
            book.night(draw(sights(book)))
    return book


@st.composite
def sights(draw: st.DrawFn, book: Book) -> Sight:
    people = st.sets(st.sampled_from([*PEOPLE])).map(frozenset)
    here = draw(people)
    known = {who for who, item in book.items.items() if item.unsettled}
    return Sight(
        day=book.day,
        removals={who: PEOPLE[who] for who in draw(people) & here},
        told=draw(people),
        seen=here,
        gone=frozenset(draw(people) & known) - here,
        listed_on=book.day - timedelta(days=draw(st.integers(0, 9))),
        answered={},
        whole=draw(st.booleans()),
    )


@given(books(), st.data())
def test_any_beginning_told_twice_is_the_same(book: Book, data: st.DataObject):
    number = data.draw(st.integers(0, len(book.events)))
    beginning = book.events[:number]

    assert folded([*beginning, *beginning]) == folded(beginning)
    assert folded([*beginning, *book.events]) == book.items


@given(books(), st.data())
def test_the_same_night_adds_nothing_twice(book: Book, data: st.DataObject):
    sight = data.draw(sights(book))
    book.night(sight)

    assert book.night(sight) == ()


@given(books(), st.sampled_from(sorted(CLAIMS, key=str)))
def test_no_claim_ever_settles_anything(book: Book, what: What):
    before = {who: item.unsettled for who, item in book.items.items()}
    for who in before:
        book.says(what, who)

    assert {who: item.unsettled for who, item in book.items.items()} == before


@given(books())
def test_only_a_list_proves_that_somebody_has_gone(book: Book):
    proofs = {event.identity for event in book.events if event.what is What.SEEN_GONE}

    assert {who for who, item in book.items.items() if item.proved_on} <= proofs
