"""People change their numbers and forget to tell the school."""

from collections.abc import Iterator
from functools import partial

from roster.household import are_namesakes, share_a_line
from roster.names import is_the_name, shown_words
from roster.people import Contact
from roster.shortlist import placed, shortlisted
from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.QUERY)
def possible_new_number(case: Case) -> tuple[str, ...]:
    """The person may be a carer of a child here, under another number or another record."""
    if case.known:
        return (*_former_holders(case), *(() if case.excused else _in_their_place(case)))
    if case.excused or not case.member.phone:
        return ()
    elsewhere = (f"may be {placed(carer)}, with another number" for carer in case.match.elsewhere)
    return (*shortlisted(case.match.candidates, more=", with another number"), *elsewhere)


def _in_their_place(case: Case) -> Iterator[str]:
    """Who may speak for somebody whose own children have left: the household, and whoever else the name shown may mean."""
    yield from map(partial(_of_kin, case), case.match.kin)
    yield from shortlisted(case.match.candidates, more=", whose number it may be now")


def _former_holders(case: Case) -> tuple[str, ...]:
    """Those who had the number once, and whose child is here."""
    if case.here:
        return ()
    return tuple(
        f"this was the number of {placed(former.contact)}, on the school's list until {spoken(former.until)}"
        for former in case.match.formers
        if any(not tie.pupil.left(case.today) for tie in former.contact.ties)
    )


def _of_kin(case: Case, one: Contact) -> str:
    """Say whose record speaks for somebody whose own children have left, and by what."""
    held = (*case.match.holders, *(former.contact for former in case.match.formers))
    if any(are_namesakes(holder, one) for holder in held):
        return f"may be {placed(one)}, under another record"
    if any(share_a_line(holder, one) for holder in held):
        return f"has a number or an address in common with {placed(one)}"
    if any(is_the_name(shown_words(case.member.name), name) for name in one.names):
        return f"may be {placed(one)}, by the name shown"
    return f"has a child in common with {placed(one)}"
