"""What the roster standards have in common: who is called what, and who is in which class."""

from collections.abc import Iterator

from tests.schools.parcels import Person
from tests.schools.people import Link, Pupil
from tests.schools.scribe import Scribe

PAGE = 50
ONEROSTER = {"mother": "parent", "father": "parent", "guardian": "guardian", "carer": "guardian"}
RELATIVES = frozenset({"grandmother", "grandfather", "aunt"})


def here(scribe: Scribe) -> list[Pupil]:
    return [pupil for pupil in scribe.school.pupils if not scribe.has_left(pupil)]


def role(link: Link) -> str:
    """What a roster calls a tie: parent, guardian or relative."""
    return "relative" if link.relation in RELATIVES else ONEROSTER.get(link.relation, "parent")


def grade(pupil: Pupil) -> str:
    return "R" if pupil.year == 0 else str(pupil.year)


def student(pupil: Pupil) -> str:
    return f"student-{pupil.key}"


def parent(person: Person) -> str:
    return f"parent-{person.adult.key}"


def classes(scribe: Scribe) -> dict[str, str]:
    return {form.name: f"class-{n}" for n, form in enumerate(scribe.school.forms)}


def places(scribe: Scribe, pupils: list[Pupil]) -> Iterator[tuple[str, str]]:
    """Who is in which class: the form, and now and then a club."""
    ids = classes(scribe)
    for pupil in pupils:
        if scribe.form(pupil):
            yield ids[pupil.form], student(pupil)
        if scribe.rng.random() < 0.1:
            yield "class-recorders", student(pupil)
