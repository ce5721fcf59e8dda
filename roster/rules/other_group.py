"""The right school and the wrong class: a move, not a removal."""

from collections.abc import Iterable, Iterator

from roster.people import Pupil
from roster.scope import Kind
from roster.verdicts import Case, Standing, rule
from roster.words import listed


@rule(Standing.QUERY)
def other_group(case: Case) -> tuple[str, ...]:
    """A carer of a pupil at the school, but of none whom this group is for.

    Where the school asks about dual-registered pupils or guests, theirs is not for sure. Nobody is asked about in the days
    of grace.
    """
    if case.parting:
        return ()
    children = tuple(dict.fromkeys(tie.pupil for tie in case.here if tie.carer))
    if any(case.serves(child) and _here_or_soon(child, case) for child in children):
        return ()
    told = tuple(_told(child, case) for child in children)
    right = tuple(_right_groups(children, case))
    return (*told, f"the groups of their children: {listed(right)}") if right else told


def _here_or_soon(child: Pupil, case: Case) -> bool:
    return child.on_roll(case.today) or case.expected(child)


def _told(child: Pupil, case: Case) -> str:
    registered = f", who is registered {child.registration.value}" if child in case.asked_about else ""
    starts = "" if child.on_roll(case.today) else ", who has yet to start"
    return f"carer of {child.placed}{registered}{starts}"


def _right_groups(children: Iterable[Pupil], case: Case) -> Iterator[str]:
    """The groups of a class, a year or a cohort that one of the children is in by now, or soon."""
    soon = [child for child in children if _here_or_soon(child, case)]
    for name, scope in case.groups:
        if scope.kind is not Kind.SCHOOL and scope != case.scope and any(map(scope.includes, soon)):
            yield name
