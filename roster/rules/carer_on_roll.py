"""The ordinary case: a carer, a child, the right group."""

from roster.verdicts import Case, Standing, rule


@rule(Standing.BELONGS)
def carer_on_roll(case: Case) -> tuple[str, ...]:
    """A carer of a pupil on roll whom this group is for."""
    children = (tie.pupil for tie in case.here if tie.carer and case.scope.includes(tie.pupil))
    return tuple(f"carer of {child.placed}" for child in children if child.on_roll(case.today))
