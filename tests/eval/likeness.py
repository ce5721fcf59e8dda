"""Whom a sight could be of, in the eval's own words: generous, so that what is called unmistakable is.

Used for the truth alone: a member is *answerable* if their sight could be of exactly one carer in scope, and that is
who it is; a stranger is *either* if their sight could be of a carer whom the product must protect.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA

from tests.eval.people import Adult, Child
from tests.eval.pools import Given, plain
from tests.eval.sights import Sight

_LONG = 5
_A_BEGINNING = 4


def could_be(sight: Sight, adult: Adult, children: list[Child]) -> bool:
    """Whether an adult, carer of these children, might be shown so."""
    if sight.empty:
        return False
    if sight.mother is not None and sight.mother is not adult.woman:
        return False
    if sight.given and sight.children:
        return _is_called(sight.given, adult) and any(_is_of(sight, child) for child in children)
    if sight.children:
        own = bool(sight.word) and _is_called(sight.children[0], adult)
        return own or any(_is_of(sight, child) for child in children)
    if sight.given:
        return _named(sight, adult, children)
    if sight.family:
        return _of_family(sight, adult) and (not sight.initials or _initial(sight, adult))
    return _initials(sight, adult)


def _named(sight: Sight, adult: Adult, children: list[Child]) -> bool:
    """By the adult's own name, or by a child's alone."""
    assert sight.given
    own = _is_called(sight.given, adult)
    of_child = any(_alike(sight.given, child.given) for child in children)
    if sight.family:
        return ((own or of_child) and _of_family(sight, adult)) or turned(sight, adult)
    if sight.initials:
        return (own or of_child) and any(name.startswith(plain(sight.initials)) for name in adult.families())
    return own or of_child or not sight.given.forms.isdisjoint(adult.families())


def turned(sight: Sight, adult: Adult) -> bool:
    """Whether a full name is shown, and it is the adult's name the other way round: Ahmed Hassan is Hassan Ahmed."""
    given = sight.given.forms if sight.given and sight.family else frozenset()
    shown = frozenset(plain(part) for part in sight.family.replace("-", " ").split())
    return not given.isdisjoint(adult.families()) and not shown.isdisjoint(adult.given.forms)


def exactly(sight: Sight, adult: Adult) -> bool:
    """Whether a sight is of a full name, and the adult's: forename and family name, in whatever form."""
    return bool(sight.given and sight.family and _is_called(sight.given, adult) and _of_family(sight, adult))


def names_a_child(sight: Sight, child: Child) -> bool:
    """Whether a word for a parent stands beside exactly the child's name or a short form of it: a father whom nobody recorded is as likely."""
    called = {plain(word) for word in (child.given.formal, *child.given.shorts)}
    return sight.relation and any(plain(given.formal) in called for given in sight.children)


def the_first_name(sight: Sight, adult: Adult) -> bool:
    """Whether a first name alone is exactly the adult's, a short form of it, or one that begins the other: Carol, Carolyn."""
    if not sight.given or sight.family or sight.children:
        return False
    called = {plain(word) for word in (adult.recorded, adult.given.formal, *adult.given.shorts)}
    return plain(sight.word) in called or any(_begins(plain(sight.word), one) for one in called)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _A_BEGINNING and long.startswith(short)


def namesakes(one: Adult, other: Adult) -> bool:
    """Whether two adults may have the same full name, second forenames included."""
    called = _is_called(one.given, other) or bool(one.middle and _is_called(one.middle, other))
    return called and not one.families().isdisjoint(other.families())


def _is_called(given: Given, adult: Adult) -> bool:
    """Whether a forename may be the adult's, a second one included."""
    return _alike(given, adult.given) or bool(adult.middle and _alike(given, adult.middle))


def _alike(left: Given, right: Given) -> bool:
    return _share_a_form(left.forms, right.forms)


@lru_cache(maxsize=500_000)
def _share_a_form(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left.isdisjoint(right) or any(_slipped(one, other) for one in left for other in right)


def _is_of(sight: Sight, child: Child) -> bool:
    return any(_alike(given, child.given) for given in sight.children)


def _of_family(sight: Sight, adult: Adult) -> bool:
    shown = {plain(part) for part in sight.family.replace("-", " ").split()}
    return any(
        one == other or _slipped(one, other) or _root(one) == _root(other)
        for one in shown
        for other in adult.families()
    )


def _root(family: str) -> str:
    """A family name without what only says a woman's from a man's."""
    return family[:-1] if len(family) > _LONG and family[-1] in "aiou" else family


def _initial(sight: Sight, adult: Adult) -> bool:
    return any(form.startswith(plain(sight.initials)) for form in adult.given.forms)


def _initials(sight: Sight, adult: Adult) -> bool:
    letters = plain(sight.initials)
    first = any(form[:1] == letters[0] for form in adult.given.forms)
    return first and any(name[:1] == letters[-1] for name in adult.families())


def _slipped(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and OSA.distance(one, other, score_cutoff=1) <= 1
