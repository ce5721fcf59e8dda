"""Parents tend to stay in the group long after their child has gone."""

from roster.people import Pupil
from roster.verdicts import Case, Standing, rule
from roster.words import spoken


@rule(Standing.REMOVE)
def all_children_left(case: Case) -> tuple[str, ...]:
    """Every child we know this person by has left the school.

    One child still on the roll is enough to keep a place, however many others have left. A child is on the roll up
    to and including the last day. A record that may hide another child, a second record under the same name, or
    the name of another carer beside the number speaks for the person too. Somebody whom the office knows by a name alone is asked about.
    """
    if case.by_name_alone:
        return ()
    children = tuple(tie.pupil for tie in (*case.ties, *case.match.past_ties))
    found = case.match
    if case.excused or case.still_here or found.gaps or found.kin or found.candidates:
        return ()
    return tuple(dict.fromkeys(map(_left, children)))


def _left(child: Pupil) -> str:
    if child.left_on is None:
        return f"{child.name} is marked as having left"
    if child.dropped:
        return f"{child.name} was last on the school's list on {spoken(child.left_on)}"
    return f"{child.name} left on {spoken(child.left_on)}"
