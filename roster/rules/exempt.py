"""Somebody has been granted a place: a class representative, an invited grandparent, a governor."""

from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.BELONGS)
def exempt(case: Case) -> tuple[str, ...]:
    """An exemption in force names them."""
    granted = case.decided.exemption
    if granted is None:
        return ()
    until = f" until {spoken(granted.until)}" if granted.until else ""
    return (f"{granted.reason}; granted by {granted.granted_by} on {spoken(granted.granted_on)}{until}",)
