"""How people of each sort are shown: what of themselves they let be seen, and how often."""

from random import Random

from tests.eval import sights, sights_child
from tests.eval.people import Adult, Child
from tests.eval.sights import Sight, Way

Ways = tuple[tuple[float, str, Way], ...]
"""How often, what it is called, and how it is done."""

HIDDEN: Ways = (
    (20, "full name", sights.full),
    (3, "family name first", sights.turned),
    (14, "first name", sights.first),
    (7, "nickname", sights.nickname),
    (7, "nickname and family name", sights.nickname_and_family),
    (5, "first name and initial", sights.first_and_initial),
    (3, "initial and family name", sights.initial_and_family),
    (2, "initials", sights.initials),
    (8, "child and relation", sights_child.of_child),
    (5, "child and relation in the home language", sights_child.of_child_at_home),
    (3, "two children and relation", sights_child.of_children),
    (6, "name, child and relation", sights_child.named_of_child),
    (4, "name beside child", sights_child.beside_child),
    (3, "family name", sights.family),
    (2, "title and family name", sights.titled),
    (3, "another spelling", sights.other_spelling),
    (2, "another script", sights.other_script),
    (4, "married name", sights.married),
    (9, "adopted name", sights.adopted),
    (3, "half a double name", sights.half),
    (3, "a slip of the pen", sights.slipped),
    (2, "nothing", sights.nothing),
)
NEW: Ways = (
    (24, "full name", sights.full),
    (12, "first name", sights.first),
    (8, "nickname", sights.nickname),
    (10, "nickname and family name", sights.nickname_and_family),
    (10, "child and relation", sights_child.of_child),
    (6, "child and relation in the home language", sights_child.of_child_at_home),
    (6, "name, child and relation", sights_child.named_of_child),
    (5, "family name", sights.family),
    (4, "another spelling", sights.other_spelling),
    (3, "another script", sights.other_script),
    (4, "married name", sights.married),
    (9, "adopted name", sights.adopted),
    (4, "half a double name", sights.half),
    (6, "nothing", sights.nothing),
)
ELSEWHERE: Ways = (
    (5, "full name", sights.full),
    (2, "nickname and family name", sights.nickname_and_family),
    (1, "another spelling", sights.other_spelling),
    (2, "first name", sights.first),
    (1, "child and relation", sights_child.of_child),
    (1, "nothing", sights.nothing),
)
STRANGE: Ways = (
    (10, "full name", sights.full),
    (4, "first name", sights.first),
    (7, "nothing", sights.nothing),
    (1, "child and relation", sights_child.of_child),
)
FULL = {"full name", "nickname and family name", "another spelling"}
"""What is a full name."""
TELLS_NOTHING = {"nothing", "adopted name"}
"""What nobody could tell from a stranger beside a number that the list has not."""
_TRIES = 20


def shown(ways: Ways, adult: Adult, children: list[Child], rng: Random) -> tuple[str, Sight]:
    """Draw a way that somebody can be shown in; where none can, the full name."""
    for _ in range(_TRIES):
        _, name, way = rng.choices(ways, [weight for weight, _, _ in ways])[0]
        sight = way(adult, children, rng)
        if sight:
            return name, sight
    return "full name", sights.full(adult, children, rng)
