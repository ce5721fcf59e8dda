"""The holes in a roll, and whom they may hide: what could not be read never counts against anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from roster.names import Name, is_a_full_name, is_the_name, same_person, shown_names
from roster.people import Pupil
from roster.phone import Phone
from roster.telephones import Fragment


class Lost(Enum):
    """What is lost."""

    ROW = "row"
    """A whole row: its cells have slipped, so that nobody knows which is which."""

    PUPIL = "pupil"
    """The pupil of a row whose contact can be read."""

    NUMBER = "number"
    """A telephone number of a contact whom we know otherwise."""

    PLACE = "place"
    """Whose a number is that stands among notes, or in a row broken in two."""

    FURTHER = "further"
    """Contacts beyond the last of many numbered places in a pupil's row, or beyond its only one: anybody."""

    ANOTHER = "another"
    """A contact beyond the few places that a pupil's row has: most children have no more, so somebody of the family."""

    EVERY = "every"
    """Every contact of a pupil who is shown without any: somebody of the family's name, or of no full name."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in the roll: what is lost, in which row, why, and all that is left to tell whose it was.

    `names` and `pupils` are those of the row as far as they are known; `words` are all of a lost row's, in order;
    `phones` are numbers that stand in it, `fragments` what is left of others. `explained` says that another row of the
    same person has a number that this one may have been: then only the person's full name still speaks for them.
    """

    lost: Lost
    row: int
    why: str
    names: tuple[Name, ...] = ()
    words: tuple[str, ...] = ()
    phones: frozenset[Phone] = frozenset()
    fragments: tuple[Fragment, ...] = ()
    pupils: tuple[Pupil, ...] = ()
    explained: bool = False

    def number_fits(self, phone: Phone | None) -> bool | None:
        """Whether what is left of a number may have been this one; None if nothing is left to tell by."""
        answers = {piece.may_be(phone) for piece in self.fragments} if phone else {None}
        return True if True in answers else None if None in answers else False

    @property
    def about_its_pupils(self) -> bool:
        """Whether it hides contacts of these pupils and of nobody else."""
        return self.lost in {Lost.FURTHER, Lost.ANOTHER, Lost.EVERY}

    @property
    def families(self) -> frozenset[str]:
        """The family names of its pupils."""
        return frozenset(word for pupil in self.pupils for word in pupil.called.family)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Whom a gap may hide: a member by number, with the words shown for them.

    Where the number is known, but only from children who have left, `held` are the names of those who have it and
    `families` the family names of their children.
    """

    phone: Phone | None
    shown: frozenset[str] = frozenset()
    held: tuple[Name, ...] = ()
    families: frozenset[str] = frozenset()


def may_hide(gap: Gap, somebody: Somebody) -> bool:
    """Whether a hole in the roll may be this person: by a number in it, what is left of one, or the name.

    A gap whose remaining digits fit nothing but another number is somebody else's, and so is one with another full
    name. Somebody shown without a name, or by a word that is no full name, may be anybody lost anywhere in the school.
    """
    return somebody.phone in gap.phones or _QUESTIONS[gap.lost](gap, somebody)


def _lost_row(gap: Gap, somebody: Somebody) -> bool:
    if somebody.held:
        return any(_stands_in(name.all, gap.words) for name in somebody.held)
    if is_a_full_name(somebody.shown):
        return _stands_in(somebody.shown, gap.words)
    fits = gap.number_fits(somebody.phone) is not False
    return fits or bool(shown_names(somebody.shown) & frozenset(gap.words))


def _lost_pupil(gap: Gap, somebody: Somebody) -> bool:
    """The contact is whole but for the pupil, so any part of the name shown is enough."""
    if somebody.held:
        return gap.number_fits(somebody.phone) is not False and _named_as(gap, somebody.held)
    if any(is_the_name(somebody.shown, name) for name in gap.names):
        return True
    return gap.number_fits(somebody.phone) is not False and not _named_otherwise(gap, somebody)


def _lost_number(gap: Gap, somebody: Somebody) -> bool:
    fits = gap.number_fits(somebody.phone)
    if somebody.held:
        # Whoever shares the number is looked at first: a brother's or sister's contact whose number is one slip from it.
        number = somebody.phone
        slipped = number and any(piece.span is None and piece.may_be(number) for piece in gap.fragments)
        shared = bool(slipped and gap.families & somebody.families)
        return not gap.explained and (shared or (fits is not False and _named_as(gap, somebody.held)))
    if is_a_full_name(somebody.shown) and any(is_the_name(somebody.shown, name) for name in gap.names):
        return True
    return not gap.explained and fits is not False and not _named_otherwise(gap, somebody)


def _lost_place(_gap: Gap, _somebody: Somebody) -> bool:
    """The number itself is whole, so nobody else is meant."""
    return False


def _lost_further(gap: Gap, somebody: Somebody) -> bool:
    return not somebody.held or bool(gap.families & somebody.families)


def _lost_another(gap: Gap, somebody: Somebody) -> bool:
    if somebody.held:
        return bool(gap.families & somebody.families)
    kin = gap.families | {word for name in gap.names for word in name.family}
    return not is_a_full_name(somebody.shown) or bool(shown_names(somebody.shown) & kin)


def _lost_every(gap: Gap, somebody: Somebody) -> bool:
    """Whoever has the number of a leaver may be the pupil's by a brother's or sister's name, or by their own."""
    own = {word for name in somebody.held for word in name.family}
    return bool(gap.families & own) or _lost_another(gap, somebody)


_QUESTIONS: dict[Lost, Callable[[Gap, Somebody], bool]] = {
    Lost.ROW: _lost_row,
    Lost.PUPIL: _lost_pupil,
    Lost.NUMBER: _lost_number,
    Lost.PLACE: _lost_place,
    Lost.FURTHER: _lost_further,
    Lost.ANOTHER: _lost_another,
    Lost.EVERY: _lost_every,
}


def _named_as(gap: Gap, held: tuple[Name, ...]) -> bool:
    return any(same_person(one, other) for one in gap.names for other in held)


def _named_otherwise(gap: Gap, somebody: Somebody) -> bool:
    return bool(gap.names) and is_a_full_name(somebody.shown)


def _stands_in(name: frozenset[str], row: tuple[str, ...]) -> bool:
    """Whether a name stands in a lost row: two words of it at least, wherever they have slipped to."""
    return len(shown_names(name) & frozenset(row)) > 1
