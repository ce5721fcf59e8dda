"""Who is whose contact, though a bond may be noted on the child's line, on the adult's, or on both."""

from collections.abc import Iterable, Mapping

from adapters.mis.records.rostering import Bond, User
from adapters.mis.records.sheet import Link

STUDENT = "student"
CARERS = ("parent", "guardian", "relative")
AT_WORK = frozenset(
    "teacher administrator districtadministrator siteadministrator systemadministrator principal counselor".split()
)


def is_a_contact(user: User) -> bool:
    """Whether somebody is a contact even if tied to nobody: a parent, guardian or relative, or somebody of no role at all.

    One whose child cannot be told must not pass for a stranger.
    """
    return not user.roles or bool(user.roles.intersection(CARERS))


def links_of(bonds: Iterable[Bond], people: Mapping[str, User]) -> list[Link]:
    """Give a link for each child and adult who belong together, each once, whichever way the bond was noted.

    Whoever works at the school is nobody's contact by a bond alone: a teacher is a pupil's agent too. They are if the
    bond says what they are to the child, or if they are a parent, guardian or relative besides. A child or an adult of
    whom there is no record keeps the link, so that the other is not taken for somebody without one.
    """
    found = (
        _link(child, adult, bond.relation, people)
        for bond in bonds
        for child, adult in ((bond.one, bond.other), (bond.other, bond.one))
    )
    return list(dict.fromkeys(link for link in found if link))


def _link(child: str, adult: str, relation: str, people: Mapping[str, User]) -> Link | None:
    pupil, contact = people.get(child), people.get(adult)
    if child == adult or (pupil and STUDENT not in pupil.roles):
        return None
    if contact and may_be_a_contact(contact, relation):
        return Link(child, adult, relation or _said(contact), row=contact.row)
    return Link(child, adult, relation, row=pupil.row) if pupil and not contact else None


def may_be_a_contact(user: User, relation: str = "") -> bool:
    """Whether a bond with a child makes somebody the child's contact."""
    if is_a_contact(user):
        return True
    return STUDENT not in user.roles and (bool(relation) or not user.roles <= AT_WORK)


def _said(user: User) -> str:
    """What the roles say somebody is to a child: parent before guardian before relative, else any role there is."""
    return next((role for role in (*CARERS, *sorted(user.roles - AT_WORK - {STUDENT})) if role in user.roles), "")
