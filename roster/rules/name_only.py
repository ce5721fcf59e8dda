"""The group's admin has saved the number under a name, or the number is hidden."""

from roster.groups import Shown
from roster.shortlist import placed, shortlisted
from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.QUERY)
def name_only(case: Case) -> tuple[str, ...]:
    """No number is shown; the name is like that of a carer whom this group is for."""
    if case.by_name_alone:
        return _left(case)
    if case.known or case.member.phone or case.member.shown is Shown.UNUSABLE:
        return ()
    return shortlisted(case.match.candidates)


def _left(case: Case) -> tuple[str, ...]:
    """Somebody whom the office knows by the name shown, and nobody by a number, is asked about when the children have left."""
    link = case.match.link
    if link is None or case.excused or case.still_here:
        return ()
    people = (*case.match.holders, *(former.contact for former in case.match.formers))
    said = f"{link.by} said on {spoken(link.on)} that this is"
    return tuple(f"{said} {placed(one)}, and every child has left" for one in people)
