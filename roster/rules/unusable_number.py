"""An opaque id, a number with digits missing, a number a spreadsheet has rounded."""

from roster.groups import Shown
from roster.shortlist import shortlisted
from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def unusable_number(case: Case) -> tuple[str, ...]:
    """What the list shows as a number is none."""
    if case.known or case.member.shown is not Shown.UNUSABLE:
        return ()
    said = "the list shows something that cannot be rung where the number should be"
    return (said, *shortlisted(case.match.candidates))
