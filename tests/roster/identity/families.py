"""The carers of a class, said in a line each."""

from roster.identity.circle import Circle
from roster.identity.evidence import Person
from tests.builders import a_contact, a_pupil, a_tie


def a_person(name: str, relation: str = "Mother", *children: str, room: str = "3B", year: int = 3) -> Person:
    """A carer with children in one class; `name` may begin with a title."""
    pupils = tuple(a_pupil(child, classes=(room,), year=year) for child in children or ("Ade Bello",))
    return Person(a_contact(name, ties=[a_tie(child, relation) for child in pupils]), pupils)


OLA = a_person("Ola Bello", "Mother", "Tola Bello", "Ade Bello")
FEMI = a_person("Femi Bello", "Father", "Tola Bello", "Ade Bello")
ANNA = a_person("Anna Novak", "Mother", "Zoe Novak")
LIZ = a_person("Elizabeth Smith-Jones", "Mother", "Jack Brown")
ALEK = a_person("Aleksandr Nowak", "Father", "Zosia Nowak")
PAT = a_person("Patricia Green", "Grandmother", "Lily Green")
OMAR = a_person("Mohammed Ahmad", "Father", "Omar Ahmad")
EVERYBODY = (OLA, FEMI, ANNA, LIZ, ALEK, PAT, OMAR)


def found(label: str, *people: Person) -> list[str]:
    """The names of those whom a label fits, the likeliest first."""
    return [one.contact.shown for one in Circle(people or EVERYBODY).fitting(label)]
