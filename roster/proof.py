"""What a list proves about a group, with the number of members that its admin reads off the telephone."""

from collections.abc import Iterator
from dataclasses import replace

from roster.groups import Completeness, MemberList, Problem
from roster.words import counted


def proved(listed: MemberList, said: int | None = None) -> MemberList:
    """Hold a list against the number of members the group is said to have; `said` goes before what the list itself says.

    As many as said: the list is complete. Fewer: it is partial, and a note says how many are missing. More: it is another
    day's list or another group's, and proves nothing either. A chat stays a record of events, for nobody knows whether its people are those counted.
    """
    many = listed.said if said is None else said
    if many is None:
        return listed
    listed = replace(listed, said=many)
    missing = many - people_on(listed)
    if listed.completeness is Completeness.EVENTS:
        return _noted(listed, _short_of(listed, missing)) if missing > 0 else listed
    if missing > 0:
        return _noted(replace(listed, completeness=Completeness.PARTIAL), _short_of(listed, missing))
    if missing < 0:
        return _noted(
            replace(listed, completeness=Completeness.PARTIAL),
            f"The group is said to have {counted(many, 'member')}, and the list shows {people_on(listed)}: look "
            f"whether it is the list of another day, or has people of other groups in it. Nobody counts as gone by it.",
        )
    return replace(listed, completeness=Completeness.COMPLETE, without_maker=False)


def people_on(listed: MemberList) -> int:
    """Count the people on a list: whoever stands there twice by a number or an address is one."""
    told = {member.identity for member in listed.members if member.phone or member.email}
    return len(told) + sum(not (member.phone or member.email) for member in listed.members)


def strength(listed: MemberList) -> str:
    """Say in a few words what a list is short of; empty for one that shows everybody."""
    if listed.completeness is Completeness.EVENTS:
        return "told by a chat, so some may be missing"
    if listed.completeness is Completeness.PARTIAL:
        missing = (listed.said or 0) - people_on(listed)
        if missing < 0 and listed.said is not None:
            return f"{-missing} more than there should be"
        return f"{missing} of {listed.said} missing" if missing > 0 else "some may be missing"
    return "whoever made it may be missing" if listed.without_maker else ""


def notes_on(listed: MemberList) -> Iterator[str]:
    """Say what a list cannot tell, and what else stands against it as a whole."""
    if listed.completeness is Completeness.PARTIAL and listed.said is None:
        yield (
            "Nobody knows whether this list is everybody, so nobody counts as gone because they are not on it. Give the "
            "number of members that the app shows (--members)."
        )
    if listed.without_maker and listed.said is None:
        yield (
            "The tool that made this list leaves out whoever used it: say who that is (--made-by), or how many members the "
            "group has (--members). Until then nobody counts as gone because they are not on it."
        )
    yield from (problem.message for problem in listed.problems if problem.row is None)


def _short_of(listed: MemberList, missing: int) -> str:
    return (
        f"The group is said to have {counted(listed.said or 0, 'member')}, and the list shows {people_on(listed)}: "
        f"{counted(missing, 'person', 'people')} {'is' if missing == 1 else 'are'} not in it, so nobody counts as gone "
        f"because they are not."
    )


def _noted(listed: MemberList, said: str) -> MemberList:
    return replace(listed, problems=(*listed.problems, Problem("file", said)))
