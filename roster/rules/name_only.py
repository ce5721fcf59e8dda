"""The group's admin has saved the number under a name, or the number is hidden."""

from roster.groups import Shown
from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def name_only(case: Case) -> tuple[str, ...]:
    """No number is shown; the name is like that of a carer whom this group is for."""
    if case.known or case.member.phone or case.member.shown is Shown.UNUSABLE:
        return ()
    return tuple(f"may be {carer.shown}" for carer in case.match.namesakes)
