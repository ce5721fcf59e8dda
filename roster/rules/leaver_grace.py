"""A school may let families say goodbye."""

from datetime import timedelta

from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.BELONGS)
def leaver_grace(case: Case) -> tuple[str, ...]:
    """Every child has left, and the days of grace have not run out."""
    if case.here or case.still_here:
        return ()
    grace = timedelta(days=case.policy.leavers_grace_days)
    return tuple(
        f"{tie.pupil.name} left on {spoken(tie.pupil.left_on)}; grace until {spoken(tie.pupil.left_on + grace)}"
        for tie in (*case.ties, *case.match.past_ties)
        if tie.pupil.left_on and case.in_grace(tie.pupil)
    )
