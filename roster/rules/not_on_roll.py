"""Nobody the school knows has this number."""

from roster.verdicts import Case, Standing, rule
from roster.words import listed


@rule(Standing.REMOVE)
def not_on_roll(case: Case) -> tuple[str, ...]:
    """The number belongs to nobody on the school's list."""
    if not case.member.phone or case.known or case.match.namesakes or case.match.gaps:
        return ()
    alike = listed([carer.shown for carer in case.match.alike])
    hint = (f"the first name shown is also that of {alike}, whose number is another",) if case.match.alike else ()
    return ("no contact of any pupil has this number, and no damaged record may be theirs", *hint)
