"""A hole in the school's list never counts against anybody."""

from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def damaged_record(case: Case) -> tuple[str, ...]:
    """A record that could not be read may be this person."""
    if not case.member.phone or case.excused:
        return ()
    return tuple(f"row {gap.row} of the export: {gap.why}" for gap in case.match.gaps)
