"""The right school and the wrong class: a move, not a removal."""

from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def other_group(case: Case) -> tuple[str, ...]:
    """A carer of a pupil at the school, but of none whom this group is for."""
    children = tuple(tie.pupil for tie in case.here if tie.carer)
    if any(case.scope.includes(child) and (child.on_roll(case.today) or case.expected(child)) for child in children):
        return ()
    return tuple(
        f"carer of {child.placed}" if child.on_roll(case.today) else f"carer of {child.placed}, who has yet to start"
        for child in children
    )
