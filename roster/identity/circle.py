"""The carers of one group, made ready once for weighing every label that the group's list shows."""

from collections.abc import Iterable

from roster.identity.evidence import Candidate, Likelihood, Person, Sign
from roster.names import is_the_name, names_a_relation, shown_words


class Circle:
    """The carers whom a group is for, with their children."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)

    def fitting(self, label: str) -> tuple[Candidate, ...]:
        """Every carer whom a label fits, the likeliest first; an empty answer is an answer.

        Whether a carer fits does not depend on who else is in the circle.
        """
        shown = shown_words(label)
        fit = [person for person in self.people if shown and _fits(person, shown)]
        signs = (Sign("name", "same", 1.0, "the name fits"),)
        return tuple(Candidate(person, 1 / len(fit), Likelihood.POSSIBLE, signs) for person in fit)


def _fits(person: Person, shown: frozenset[str]) -> bool:
    if any(is_the_name(shown, name) for name in person.contact.names):
        return True
    if not names_a_relation(shown):
        return False
    possessive = shown | {word.removesuffix("s") for word in shown}
    return any(possessive & frozenset(child.called.given) for child in person.children)
