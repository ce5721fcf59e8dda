"""Which column of a sheet is which: headings understood one by one, then told apart by where they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from roster.headings import NAME_FIELDS, Heading, Subject, squashed, understood
from roster.vocabulary import Field

PUPIL = -1
THE_PUPILS_OWN = "the pupil"
"""The name of the slot for a pupil's own telephone."""

_PUPILS_BY_NATURE = frozenset({Field.YEAR, Field.CLASS, Field.LEFT, Field.LEAVER, Field.START, Field.STATUS, Field.DOB})
_SEVERAL = 2
_STAY = frozenset({Field.LEFT, Field.LEAVER, Field.START, Field.STATUS})
# Words that a contact's record has as well as a pupil's; with nothing beside them only their place tells whose they are.
_BARE = frozenset({"status", "enddate"})
_MANY_VALUED = frozenset({Field.PHONE, Field.EMAIL, Field.IGNORED})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: where it stands, its heading, what it holds and of whom (`PUPIL` or a slot's number)."""

    index: int
    heading: str
    field: Field
    who: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the row for one contact. `relation` is what the heading itself says ("Mum's mobile": mother)."""

    name: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which column is which. `unread` are the headings nobody understood: the office is told of them.

    `confirmed` says in words by whose word the columns are what they are, where the office has said so.
    """

    columns: tuple[Column, ...]
    slots: tuple[Slot, ...]
    unread: tuple[tuple[int, str], ...] = ()
    headings: tuple[str, ...] = ()
    width: int = 0
    confirmed: str = ""

    def of(self, who: int, *fields: Field) -> tuple[Column, ...]:
        """Give the columns that hold any of these fields of a pupil or of the contact in a slot."""
        return tuple(column for column in self.columns if column.who == who and column.field in fields)

    @property
    def names_pupils(self) -> bool:
        """Whether a row can say which pupil it is about."""
        return bool(self.of(PUPIL, Field.ID, *NAME_FIELDS))

    @property
    def reaches_contacts(self) -> bool:
        """Whether there is any telephone column."""
        return any(column.field is Field.PHONE for column in self.columns)


def understand(headings: Sequence[str], above: Sequence[str] = ()) -> Plan:
    """Tell what each column of a heading row holds, left to right.

    `above` are the headings a row higher, already filled to the right where they span several columns: "Mother"
    above "Mobile" reads as one. A heading that comes twice is told apart by its place: the first Surname is the
    pupil's, the second the contact's; from then on a single-valued heading that comes again begins a new contact.
    """
    texts = [_together(heading, above[at] if at < len(above) else "") for at, heading in enumerate(headings)]
    return _Reader(texts).plan()


def _together(heading: str, higher: str) -> str:
    if not higher or not heading:
        return heading
    joined = f"{higher} {heading}"
    return joined if understood(joined) else heading


@dataclass
class _Reader:
    texts: list[str]
    columns: list[Column] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    filled: set[tuple[int, str]] = field(default_factory=set)
    latest: dict[str, int] = field(default_factory=dict)
    current: int = PUPIL

    def __post_init__(self) -> None:
        self.known = [understood(text) for text in self.texts]
        found = [one for one in self.known if one]
        self.pupil_named = any(one.subject is Subject.PUPIL and one.field in NAME_FIELDS for one in found)
        self.pupil_has_id = any(one.subject is Subject.PUPIL and one.field is Field.ID for one in found)
        self.contact_named = any(one.subject is Subject.CONTACT and one.field in NAME_FIELDS for one in found)
        self.twice = {text for text, times in Counter(map(squashed, self.texts)).items() if times > 1}
        self.numbered = self._numbers_that_tell_contacts_apart(found)

    def plan(self) -> Plan:
        unread: list[tuple[int, str]] = []
        for index, (text, heading) in enumerate(zip(self.texts, self.known, strict=True)):
            if heading is None:
                unread += [(index, text)] if text else []
                continue
            who = self._who(index, text, heading)
            kind = Field.IGNORED if who is None else heading.field
            self.columns.append(Column(index, text, kind, PUPIL if who is None else who))
        self.columns += [*self._restricting_everybody(), *self._ringing_everybody()]
        return Plan(
            tuple(sorted(self.columns, key=lambda column: column.index)),
            tuple(self.slots),
            tuple(unread),
            tuple(filter(None, self.texts)),
            len(self.texts),
        )

    def _restricting_everybody(self) -> list[Column]:
        """The restriction of a row of several contacts that names none of them, for each of those it does not stand by.

        Whom it means nobody can say: a wrong yes costs a look, a wrong no a child.
        """
        found = [column for column in self.columns if column.field is Field.RESTRICTED]
        heading = self.known[found[0].index] if len(found) == 1 else None
        if heading is None or heading.subject or heading.number:
            return []
        others = (who for who, slot in enumerate(self.slots) if who != found[0].who and slot.name != THE_PUPILS_OWN)
        return [replace(found[0], who=who) for who in others]

    def _ringing_everybody(self) -> list[Column]:
        """Telephones and addresses that name none of several contacts who each have their own: the household's.

        Where they stand makes no difference: they may come before all of them, as nobody's.
        """
        people = [who for who, slot in enumerate(self.slots) if slot.name and slot.name != THE_PUPILS_OWN]
        reached = {one.who for one in self.columns if one.field is Field.PHONE and self._says_whose(one)}
        if len(people) < _SEVERAL or not reached.issuperset(people):
            return []
        shared = [one for one in self.columns if one.who in {*people, *self._nobodys()} and self._is_anybodys(one)]
        return [replace(one, who=who) for one in shared for who in people if who != one.who]

    def _nobodys(self) -> list[int]:
        """The slots that hold nothing but such telephones and addresses."""
        held = {one.who for one in self.columns if not self._is_anybodys(one)}
        return [who for who, slot in enumerate(self.slots) if not slot.name and who not in held]

    def _is_anybodys(self, column: Column) -> bool:
        return column.field in {Field.PHONE, Field.EMAIL} and not self._says_whose(column)

    def _says_whose(self, column: Column) -> bool:
        heading = self.known[column.index]
        return heading is not None and bool(heading.subject or heading.number)

    def _who(self, index: int, text: str, heading: Heading) -> int | None:
        if heading.field is Field.IGNORED or self._is_about_the_contacts_own_stay(text, heading):
            return None
        if heading.subject is Subject.PUPIL or heading.field in _PUPILS_BY_NATURE:
            return self._pupils_own(text, heading)
        if heading.subject is Subject.CONTACT:
            return self._slot(text, heading.field, heading.slot, heading.relation)
        if heading.field in NAME_FIELDS and self._is_the_pupils_name(text, heading):
            self.filled.add((PUPIL, squashed(text)))
            return PUPIL
        if heading.field is Field.ID:
            return self._whose_id(index, text)
        if heading.number and heading.number in self.numbered and squashed(text) not in self.twice:
            return self._slot(text, heading.field, heading.number)
        return self._at_hand(text, heading.field)

    def _is_about_the_contacts_own_stay(self, text: str, heading: Heading) -> bool:
        """Whether a status or a day is that of a contact's record: said so, or bare and among the contact's columns."""
        bare = squashed(text) in _BARE and self.current != PUPIL and heading.subject is None
        return heading.field in _STAY and (heading.subject is Subject.CONTACT or bare)

    def _pupils_own(self, text: str, heading: Heading) -> int:
        if heading.field is Field.PHONE:
            mobile = any(word in text.casefold() for word in ("mob", "cell"))
            return self._slot(text, heading.field, THE_PUPILS_OWN, "self" if mobile else "")
        self.filled.add((PUPIL, squashed(text)))
        return PUPIL

    def _is_the_pupils_name(self, text: str, heading: Heading) -> bool:
        if heading.number and heading.number in self.numbered:
            return False
        if self.pupil_named or (PUPIL, squashed(text)) in self.filled:
            return False
        return self.contact_named or self.current == PUPIL or not self.pupil_has_id

    def _whose_id(self, index: int, text: str) -> int | None:
        if (
            not any(column.who == PUPIL and column.field is Field.ID for column in self.columns)
            and self.current == PUPIL
        ):
            return self._pupils_own(text, Heading(Field.ID))
        following = next((one for one in self.known[index + 1 :] if one), None)
        contact_follows = following is not None and following.field not in _PUPILS_BY_NATURE | {Field.ID}
        return self._at_hand(text, Field.ID) if contact_follows else None

    def _at_hand(self, text: str, kind: Field) -> int:
        if self.current == PUPIL or (kind not in _MANY_VALUED and (self.current, squashed(text)) in self.filled):
            self._open("", "")
        self.filled.add((self.current, squashed(text)))
        return self.current

    def _slot(self, text: str, kind: Field, name: str, relation: str = "") -> int:
        taken = self.latest.get(name)
        again = taken is not None and kind not in _MANY_VALUED and (taken, squashed(text)) in self.filled
        if taken is None and not name and self.current != PUPIL and not self.slots[self.current].name:
            taken = self.latest[name] = self.current
        if taken is None or again:
            self._open(name, relation)
        else:
            self.current = taken
        self.filled.add((self.current, squashed(text)))
        return self.current

    def _open(self, name: str, relation: str) -> None:
        self.slots.append(Slot(name, relation))
        self.current = len(self.slots) - 1
        self.latest[name] = self.current

    @staticmethod
    def _numbers_that_tell_contacts_apart(found: list[Heading]) -> frozenset[str]:
        said = {one.number for one in found if one.subject is Subject.CONTACT and one.slot == one.number}
        bare = {one.number for one in found if one.subject is None and one.field in NAME_FIELDS and one.number}
        return frozenset(said | (bare if len(bare) > 1 else set())) - {""}


def has_two_lists(plan: Plan) -> bool:
    """Whether the headings of pupils come twice, as they do where two lists stand side by side."""
    times = Counter(map(squashed, plan.headings))
    placed = any(
        times[squashed(one.heading)] > 1 for one in plan.of(PUPIL, Field.CLASS, Field.YEAR, Field.LEFT, Field.DOB)
    )
    return placed and any(times[squashed(one.heading)] > 1 for one in plan.of(PUPIL, *NAME_FIELDS))
