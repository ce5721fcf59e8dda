"""The school's list also holds doctors, neighbours and aunts."""

from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def not_a_carer(case: Case) -> tuple[str, ...]:
    """On the school's list, but not as a parent or carer."""
    if any(tie.carer for tie in case.here):
        return ()
    return tuple(f"on the list as {tie.relation or 'a contact'} of {tie.pupil.placed}" for tie in case.here)
