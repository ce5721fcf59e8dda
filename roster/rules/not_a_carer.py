"""The school's list also holds doctors, neighbours and aunts."""

from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def not_a_carer(case: Case) -> tuple[str, ...]:
    """On the school's list, but not as a parent or carer.

    Staff who are carers as well are asked about only where the school wants it so, and nobody in the days of grace.
    """
    if case.parting:
        return ()
    told = case.here
    if any(tie.carer for tie in case.here):
        told = case.as_staff if case.policy.staff_who_are_parents == "query" else ()
    return tuple(f"on the list as {tie.relation or 'a contact'} of {tie.pupil.placed}" for tie in told)
