"""A school may let families say goodbye."""

from roster.calendar import grace_end
from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.BELONGS)
def leaver_grace(case: Case) -> tuple[str, ...]:
    """A child has left, and the days of grace have not run out.

    Another child of theirs, in whatever class, costs nobody the grace.
    """
    return tuple(
        f"{child.name} left on {spoken(child.left_on)}; grace until {spoken(grace_end(child.left_on, case.policy))}"
        for child in case.parting
        if child.left_on
    )
