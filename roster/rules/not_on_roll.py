"""Nobody the school knows has this number."""

from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.REMOVE)
def not_on_roll(case: Case) -> tuple[str, ...]:
    """The number belongs to nobody on the school's list.

    Nor to anybody who was on it; and neither the name shown nor a record that could not be read may be a carer's.
    """
    if not case.member.phone or case.known or case.match.namesakes or case.match.gaps:
        return ()
    asked = case.decided.no_parent
    word = (f"{asked.by} said on {spoken(asked.on)} that this is nobody's parent",) if asked else ()
    return ("no contact of any pupil has this number, and no damaged record may be theirs", *word)
