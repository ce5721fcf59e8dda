"""New families join the group before the child's first day."""

from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.BELONGS)
def starter(case: Case) -> tuple[str, ...]:
    """A carer of a pupil who has been admitted and starts soon.

    A pupil without a first day is always soon.
    """
    children = (tie.pupil for tie in case.here if tie.carer and case.serves(tie.pupil))
    return tuple(
        f"{child.placed} starts on {spoken(child.starts_on)}" if child.starts_on else f"{child.placed} is to start"
        for child in children
        if case.expected(child)
    )
