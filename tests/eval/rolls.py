"""The school's list as the product gets it: three rolls over a year, as values or as an export that it reads itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from roster.columns import understand
from roster.export import Export
from roster.lines import Lines
from roster.names import name_of
from roster.normalise import normalise
from roster.past import Past
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.relations import role_of
from roster.snapshot import Snapshot
from tests.eval.people import Adult, Child, Link, School
from tests.rolls_over_time import remembered_of

_HEADINGS = (
    "Pupil ID", "Pupil Forename", "Pupil Surname", "Year Group", "Class", "Leaving Date", "Contact ID",
    "Contact Forename", "Contact Surname", "Relationship", "Parental Responsibility", "Court Order", "Mobile",
    "Home Telephone", "Email",
)  # fmt: skip
_READ_ITSELF = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """One roll of a year: the first before anybody left, then one without the dropped, then today's."""

    at: int

    def has(self, child: Child) -> bool:
        """Whether the roll has a child."""
        if not child.dropped:
            return True
        return self.at == 0 or (child.here and self.at == 1)

    def numbers(self, adult: Adult) -> list[str]:
        """The numbers that the roll has for an adult."""
        return [adult.once, *adult.numbers[1:]] if adult.once and self.at == 0 else adult.numbers


def remembered(school: School) -> tuple[Snapshot, Past]:
    """Today's roll and what is remembered. Every fourth school's lists are exports that the product reads itself."""
    made: Callable[[School, Moment], Snapshot] = read_snapshot if school.number % _READ_ITSELF == 0 else snapshot
    days = (school.day - timedelta(days=250), school.day - timedelta(days=7), school.day)
    return remembered_of(*((day, made(school, Moment(at))) for at, day in enumerate(days)))


def snapshot(school: School, moment: Moment) -> Snapshot:
    """A roll as values."""
    pupils = {child.key: _pupil(child, moment) for child in school.children if moment.has(child)}
    contacts = [
        Contact(
            (key,),
            (name_of(_forenames(adult), adult.family),),
            f"{adult.recorded} {adult.family}",
            tuple(map(Phone, numbers)),
            tuple(adult.emails),
            tuple(_tie(pupils[link.child.key], link) for link in links),
        )
        for adult in school.adults
        for key, numbers, links in _records(adult, moment)
    ]
    return Snapshot(tuple(pupils.values()), tuple(contacts))


def read_snapshot(school: School, moment: Moment) -> Snapshot:
    """A roll as the product reads it out of a sheet."""
    lines = [
        _line(adult, key, numbers, link, moment)
        for adult in school.adults
        for key, numbers, links in _records(adult, moment)
        for link in links
    ]
    plan = understand(_HEADINGS)
    made, _ = normalise(Export("contacts.csv", "headings", "", plan, Lines.of(tuple(enumerate(lines, 2)))))
    return made


def owner(contact: Contact) -> str:
    """The adult of whom a contact is the record."""
    return contact.ids[0].partition(" ")[0]


def _records(adult: Adult, moment: Moment) -> Iterator[tuple[str, list[str], list[Link]]]:
    """The records of one adult: one, or one under each child for somebody who was recorded twice."""
    links = [link for link in adult.links if not link.unrecorded and moment.has(link.child)]
    if adult.twice:
        left = [link for link in links if not link.child.here]
        yield adult.key, adult.numbers[:1], left
        yield f"{adult.key} again", adult.numbers[1:], [link for link in links if link.child.here]
    elif links:
        yield adult.key, moment.numbers(adult), links


def _pupil(child: Child, moment: Moment) -> Pupil:
    left = None if moment.at == 0 else child.left_on
    called = name_of(child.given.formal, child.family)
    return Pupil(child.key, child.name, called, child.year, frozenset({child.room}), left_on=left)


def _tie(pupil: Pupil, link: Link) -> Tie:
    return Tie(pupil, role_of(link.relation), link.relation, restricted=link.restricted)


def _line(adult: Adult, key: str, numbers: list[str], link: Link, moment: Moment) -> tuple[str, ...]:
    child = link.child
    mobile = next((one for one in numbers if one.startswith("+447")), "")
    home = next((one for one in numbers if one.startswith("+441")), "")
    left = child.left_on.strftime("%d/%m/%Y") if child.left_on and moment.at else ""
    return (
        child.key, child.given.formal, child.family, f"Year {child.year}" if child.year else "Reception", child.room,
        left, key, _forenames(adult), adult.family, link.relation, "",
        "Yes" if link.restricted else "", _spaced(mobile), _spaced(home), next(iter(adult.emails), ""),
    )  # fmt: skip


def _forenames(adult: Adult) -> str:
    return f"{adult.recorded} {adult.middle.formal}" if adult.middle else adult.recorded


def _spaced(number: str) -> str:
    """A number as offices type it."""
    national = number.replace("+44", "0")
    return f"{national[:5]} {national[5:]}" if national else ""
