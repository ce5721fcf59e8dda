"""A court order, or a contact whom the school may not write to: for the office alone."""

from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def restricted(case: Case) -> tuple[str, ...]:
    """The school's list restricts this contact; only the office may know."""
    return tuple(f"restricted as a contact of {tie.pupil.placed}" for tie in case.here if tie.restricted)
