"""People change their numbers and forget to tell the school."""

from roster.people import Contact
from roster.verdicts import Case, Standing, rule
from roster.words import listed


@rule(Standing.QUERY)
def possible_new_number(case: Case) -> tuple[str, ...]:
    """The number is not on the school's list, but the name is that of a carer."""
    if case.excused or not (case.member.phone or case.match.kin):
        return ()
    alike = case.match.kin if case.known else case.match.namesakes
    return tuple(f"may be {carer.shown}, contact of {_children(carer)}, with another number" for carer in alike)


def _children(carer: Contact) -> str:
    return listed(tuple(dict.fromkeys(tie.pupil.placed for tie in carer.ties)))
