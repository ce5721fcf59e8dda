"""What has become of some families: who left, who shares a number, who married again, whose record is wrong."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.eval.households import Founder
from tests.eval.people import Adult, Child, Link

Story = Callable[[Founder, list[Adult], list[Child]], None]


def left(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """Every child has left; the list says when."""
    for child in children:
        child.left_on = _lately(founder)
    _told(parents, "left")


def left_but_one(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """One child has left, and a brother or sister is here."""
    if len(children) > 1:
        children[0].left_on = _lately(founder)
        _told(parents, "a sibling is here")


def dropped(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """Every child has left, and the list has dropped them and their carers."""
    for child in children:
        child.left_on, child.dropped = _lately(founder), True
    _told(parents, "dropped")


def lost_once(_founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """The newest roll lacks a family that is still at the school."""
    for child in children:
        child.dropped = True
    _told(parents, "lost once")


def shares_with_one_here(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """Every child has left; the number is also that of somebody who has a child here."""
    left(founder, parents, children)
    other = _somebody_here(founder, parents)
    if other:
        parents[0].numbers = [*other.numbers[:1]]
        parents[0].story = "shares a number with a carer"
        _told(parents[1:], "household of a carer")


def shares_an_address(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """Every child has left; the e-mail address is also that of somebody who has a child here."""
    left(founder, parents, children)
    other = _somebody_here(founder, parents)
    if other:
        other.emails = other.emails or [f"home{founder.rng.randrange(10**9)}@example.org"]
        parents[0].emails = [other.emails[0]]
        parents[0].story = "shares an address with a carer"
        _told(parents[1:], "household of a carer")


def one_mobile(_founder: Founder, parents: list[Adult], _children: list[Child]) -> None:
    """Both parents are listed under one mobile."""
    if len(parents) > 1:
        parents[1].numbers = list(parents[0].numbers)
        _told(parents, "one mobile")


def landline(founder: Founder, parents: list[Adult], _children: list[Child]) -> None:
    """Both parents have the landline beside their own numbers."""
    number = founder.school.lines.pop()
    for parent in parents:
        parent.numbers.append(number)
    _told(parents, "landline")


def number_changed(founder: Founder, parents: list[Adult], _children: list[Child]) -> None:
    """The list has a new number for somebody who still uses the old one."""
    parents[0].once, parents[0].numbers = parents[0].numbers[0], [founder.school.another_number()]
    parents[0].story = "the list changed the number"


def recorded_twice(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """The list has somebody twice: under the child who left with one number, under the one here with another."""
    if len(children) > 1:
        children[0].left_on = _lately(founder)
        for parent in parents:
            parent.story = "a sibling is here"
        parents[0].twice, parents[0].story = True, "recorded twice"
        parents[0].numbers.append(founder.school.another_number())
        parents[0].emails = []


def step_family(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """The mother's new partner is recorded as a step-father, and has a child of his own here; hers have left.

    That she looks after his child nobody has written down.
    """
    theirs = _somebody_here(founder, parents, woman=False)
    if not theirs:
        return
    left(founder, parents, children)
    theirs.links += [Link(child, "Step-father") for child in children]
    parents[0].links += [Link(link.child, "Step-mother", unrecorded=True) for link in theirs.here if link.carer]
    parents[0].story = "step-mother by a chain"
    _told(parents[1:], "household of a carer")


def restricted(founder: Founder, parents: list[Adult], _children: list[Child]) -> None:
    """The roll restricts one parent."""
    if len(parents) > 1:
        for link in parents[1].links:
            link.restricted = True
        parents[1].story = "restricted"


def with_relatives(founder: Founder, parents: list[Adult], children: list[Child]) -> None:
    """A grandmother and a childminder are on the list too."""
    origin = parents[0].origin
    for relation, woman in (("Grandmother", True), ("Childminder", True), ("Teacher", False)):
        extra = founder.adult(origin, origin.families.one(founder.rng), woman=woman)
        extra.links = [Link(children[0], relation, carer=False)]
        extra.story = "relative" if relation == "Grandmother" else "professional"
        founder.school.adults.append(extra)


def maiden(founder: Founder, parents: list[Adult], _children: list[Child]) -> None:
    """The list has the mother under the name she had before she married."""
    mother = parents[0]
    mother.before = (mother.family,)
    mother.family = mother.origin.families.one(founder.rng).hers


def _somebody_here(founder: Founder, parents: list[Adult], *, woman: bool | None = None) -> Adult | None:
    fit = [
        one
        for one in founder.school.adults[-40:]
        if one not in parents
        and one.story == "ordinary"
        and one.here
        and woman in (None, one.woman)
        and all(link.carer and link.child.here for link in one.links)
    ]
    return founder.rng.choice(fit) if fit else None


def _lately(founder: Founder) -> date:
    return founder.school.day - timedelta(days=founder.rng.randrange(20, 200))


def _told(parents: list[Adult], story: str) -> None:
    for parent in parents:
        parent.story = story


STORIES: tuple[tuple[float, Story | None], ...] = (
    (64.0, None),
    (7.0, left),
    (4.0, left_but_one),
    (4.0, dropped),
    (1.5, lost_once),
    (1.5, shares_with_one_here),
    (1.0, shares_an_address),
    (3.0, one_mobile),
    (3.0, landline),
    (2.0, number_changed),
    (1.5, recorded_twice),
    (1.5, step_family),
    (1.5, restricted),
    (2.0, with_relatives),
    (2.5, maiden),
)


def told(founder: Founder, rng: Random, parents: list[Adult], children: list[Child]) -> None:
    """Let something become of a family, or nothing."""
    story = rng.choices([story for _, story in STORIES], [share for share, _ in STORIES])[0]
    if story:
        story(founder, parents, children)
