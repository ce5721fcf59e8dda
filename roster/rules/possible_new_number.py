"""People change their numbers and forget to tell the school."""

from roster.people import Contact
from roster.verdicts import Case, Standing, rule
from roster.words import listed, spoken


@rule(Standing.QUERY)
def possible_new_number(case: Case) -> tuple[str, ...]:
    """The number is not on the school's list, but the person may be a carer who is."""
    if case.known:
        return (*_former_holders(case), *(f"may be {_placed(one)}, under another record" for one in _kin(case)))
    if case.excused or not case.member.phone:
        return ()
    return tuple(f"may be {_placed(carer)}, with another number" for carer in case.match.namesakes)


def _former_holders(case: Case) -> tuple[str, ...]:
    """Those who had the number once, and whose child is here."""
    if case.here:
        return ()
    return tuple(
        f"this was the number of {_placed(former.contact)}, on the school's list until {spoken(former.until)}"
        for former in case.match.formers
        if any(not tie.pupil.left(case.today) for tie in former.contact.ties)
    )


def _kin(case: Case) -> tuple[Contact, ...]:
    return () if case.excused else case.match.kin


def _placed(carer: Contact) -> str:
    return f"{carer.shown}, contact of {listed(tuple(dict.fromkeys(tie.pupil.placed for tie in carer.ties)))}"
