"""A hole in the school's list never counts against anybody."""

from roster.verdicts import Case, Standing, rule
from roster.words import counted

_SHOWN = 3


@rule(Standing.QUERY)
def damaged_record(case: Case) -> tuple[str, ...]:
    """A record that could not be read may be this person."""
    if case.excused or not (case.member.phone or case.known):
        return ()
    told = tuple(f"row {gap.row} of the export: {gap.why}" for gap in case.match.gaps)
    more = (f"and {counted(len(told) - _SHOWN, 'more row')}",) if len(told) > _SHOWN else ()
    return (*told[:_SHOWN], *more)
