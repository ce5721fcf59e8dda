"""Words sought in a long list: nobody whom a label fits is passed over."""

from hypothesis import example, given, settings

from roster.groups import Member, MemberList
from roster.identity.evidence import Person
from roster.identity.label import labels
from roster.identity.sought import Sought
from roster.sieve.wanted import wanted_by
from tests.roster.identity.families import LIZ, OLA
from tests.roster.identity.test_fitting_laws import fit, people, texts


def is_sought(text: str, person: Person) -> bool:
    member = Member(text, 1, name=text)
    called = wanted_by([MemberList("3B", (member,), "whatsapp", "pasted")]).names(frozenset(), frozenset())
    cells = [cell for name in person.contact.names for cell in (" ".join(name.given), " ".join(name.family))]
    return (
        any(map(called.carers.is_in, cells))
        or any(called.children.is_in(" ".join(child.called.given)) for child in person.children)
        or any(called.families.is_in(" ".join(child.called.family)) for child in person.children)
    )


@settings(max_examples=1500)
@given(texts, people)
@example("Liz Brown", LIZ)
@example("Brown family", LIZ)
@example("mama Toli", OLA)
def test_nobody_whom_a_label_fits_is_passed_over(text: str, person: Person):
    if fit(text, person):
        assert is_sought(text, person)


def test_it_lets_others_go_by():
    sought = Sought(labels("Liz Novak"))

    assert [cell for cell in ("Elizabeth", "Beth", "Novák", "Anna", "Bello", "Kate") if sought.is_in(cell)] == ["Elizabeth", "Beth", "Novák"]  # fmt: skip
    assert Sought(labels("Deli")).is_in("De Li")
    assert not Sought(())
