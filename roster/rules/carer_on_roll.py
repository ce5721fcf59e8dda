"""The ordinary case: a carer, a child, the right group."""

from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.BELONGS)
def carer_on_roll(case: Case) -> tuple[str, ...]:
    """A carer of a pupil on roll whom this group is for.

    Every parent, guardian and carer counts, and whoever may be one for all that is recorded. Any other relative counts with
    parental responsibility, or living with the pupil. A school may add relations, and leave out others.
    """
    children = (tie.pupil for tie in case.here if tie.carer and case.serves(tie.pupil))
    link = case.match.link
    word = f", as {link.by} confirmed on {spoken(link.on)}" if link else ""
    return tuple(f"carer of {child.placed}{word}" for child in children if child.on_roll(case.today))
