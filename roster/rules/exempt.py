"""Somebody has been granted a place: a class representative, an invited grandparent, a governor."""

from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.BELONGS)
def exempt(case: Case) -> tuple[str, ...]:
    """An exemption in force names them, or the school lets its staff stay.

    It excuses everything but a restriction, up to and including its last day. One that was granted to staff, to a class
    representative or to a governor holds as long as the school lets these stay.
    """
    granted = case.exemption
    if granted:
        until = f" until {spoken(granted.until)}" if granted.until else ""
        return (f"{granted.reason}; granted by {granted.granted_by} on {spoken(granted.granted_on)}{until}",)
    if case.policy.staff_who_are_not != "belong":
        return ()
    return tuple(f"on the list as {tie.relation} of {tie.pupil.placed}; staff may stay" for tie in case.as_staff)
