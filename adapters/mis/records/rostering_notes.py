"""What whoever uploaded a roster should know of it before they rely on it."""

from collections.abc import Collection, Iterator, Mapping

from adapters.mis.records.grades import years_of
from adapters.mis.records.rostering import Roster, User
from adapters.mis.records.rostering_links import AT_WORK, STUDENT, may_be_a_contact
from roster.groups import Problem
from roster.words import counted


def notes_on(
    roster: Roster, people: Mapping[str, User], adults: Collection[User], classes: Collection[str]
) -> tuple[Problem, ...]:
    """Say what a roster lacks, and what of it was read otherwise than it may be meant."""
    return tuple(Problem("file", said) for said in _noticed(roster, people, adults, classes))


def _noticed(
    roster: Roster, people: Mapping[str, User], adults: Collection[User], classes: Collection[str]
) -> Iterator[str]:
    if not classes:
        yield "No pupil of this export is in a class, so a group for a class finds none; its years can still be told."
    gone = sum(user.gone for user in adults)
    if gone:
        yield (
            f"{counted(gone, 'contact')} of this export {'is' if gone == 1 else 'are'} marked as inactive or to be "
            f"deleted. They count all the same: that is said of an account, and not of a parent."
        )
    staff = len(set(_staff_tied(roster, people)))
    if staff:
        yield (
            f"{counted(staff, 'member')} of staff {'is' if staff == 1 else 'are'} named as a pupil's agent, and read as "
            f"staff. Give the role of a guardian as well to one who is a parent too."
        )
    several = sum(len(years_of(user.grades)) > 1 for user in people.values() if STUDENT in user.roles)
    if several:
        yield f"{counted(several, 'pupil')} of this export {'has' if several == 1 else 'have'} several grades, so no year group."


def _staff_tied(roster: Roster, people: Mapping[str, User]) -> Iterator[str]:
    for bond in roster.bonds:
        for child, adult in ((bond.one, bond.other), (bond.other, bond.one)):
            pupil, user = people.get(child), people.get(adult)
            if (
                pupil
                and user
                and STUDENT in pupil.roles
                and user.roles & AT_WORK
                and not may_be_a_contact(user, bond.relation)
            ):
                yield adult
