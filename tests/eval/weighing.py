"""What chance adds to the truth: a sight that tells, a stranger who is called as a carer is, a leaver's namesake."""

from dataclasses import replace

from tests.eval.likeness import could_be, exactly, names_a_child, namesakes, the_first_name, turned
from tests.eval.people import Adult, Child, School
from tests.eval.truths import Right, Told

Scope = list[tuple[Adult, list[Child]]]
"""The carers for whom a group is, with their children there."""


def weighed(told: Told, school: School, scope: Scope) -> Told:
    """Say what the sight tells: whether it points to one carer alone, or a stranger's to a carer by chance."""
    if told.right is Right.GO and (told.kind.startswith(("stranger", "relative")) or "new number" in told.kind):
        return _by_chance(told, school, scope)
    if told.number is None and told.who:
        fit = [one for one, children in scope if could_be(told.sight, one, children)]
        return replace(told, answerable=len(fit) == 1 and fit[0].key == told.who)
    return told


def shielded(told: Told, adult: Adult, school: School) -> Told:
    """A leaver's carer for whom somebody else's record may speak, because they have the same name."""
    if any(namesakes(adult, one) for one in school.adults if one is not adult and one.here):
        return replace(told, right=Right.EITHER, why="a carer of the same name has a child here")
    return told


def _by_chance(told: Told, school: School, scope: Scope) -> Told:
    if any(could_be(told.sight, adult, children) for adult, children in scope):
        return replace(told, right=Right.EITHER, why="shown as a carer in scope might be")
    if any(names_a_child(told.sight, child) for _, children in scope for child in children):
        return replace(told, right=Right.EITHER, why="shown as a parent of a child in scope")
    if any(names_a_child(told.sight, link.child) for adult, _ in scope for link in adult.here if link.carer):
        return replace(told, right=Right.EITHER, why="shown as a parent of a carer's child in another class")
    if any(the_first_name(told.sight, adult) for adult, _ in scope):
        return replace(told, right=Right.EITHER, why="shown under the first name of a carer in scope")
    if any(exactly(told.sight, adult) or turned(told.sight, adult) for adult in school.adults if adult.here):
        return replace(told, right=Right.EITHER, why="shown under the full name of a carer in the school")
    if told.sight.text and any(told.sight.meant == child.name for child in school.children if child.here):
        return replace(told, right=Right.EITHER, why="shown under the full name of a child in the school")
    return told
