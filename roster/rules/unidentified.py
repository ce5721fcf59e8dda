"""Nothing to go by: neither a number nor a name we know."""

from roster.groups import Shown
from roster.verdicts import Case, Standing, rule


@rule(Standing.QUERY)
def unidentified(case: Case) -> tuple[str, ...]:
    """No number is shown, and nothing is like the name."""
    member = case.member
    if case.known or member.phone or member.shown is Shown.UNUSABLE or case.match.namesakes:
        return ()
    if member.own:
        return ("the person who made this list; their own number is not in it",)
    if member.email:
        return ("no contact has this e-mail address, and no carer of this name is known",)
    return ("the list shows no number, and no carer of this name is known",)
