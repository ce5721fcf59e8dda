"""One school: classes filled with families, and what has become of them."""

from datetime import date, timedelta
from random import Random

from tests.eval.households import Founder
from tests.eval.people import School
from tests.eval.pools import Pools
from tests.eval.stories import told

_MOBILES, _LANDLINES = 1000, 1000
_YEARS = range(7)


def a_school(number: int, seed: int, pools: Pools) -> School:
    """Make a school; the same number and seed make the same school."""
    rng = Random(f"school {seed} {number}")
    day = date(2026, 9, 14) + timedelta(days=rng.randrange(270))
    school = School(number, day, rolled_over=rng.random() < 0.12)
    school.spare = [f"+447700900{at:03}" for at in rng.sample(range(_MOBILES), _MOBILES)]
    school.lines = [f"+441632960{at:03}" for at in rng.sample(range(_LANDLINES), _LANDLINES)]
    founder = Founder(school, pools, rng)
    places = _places(rng)
    while places:
        wanted = rng.choices((1, 2, 3), (55, 37, 8))[0]
        family = [places.pop()]
        for _ in range(wanted - 1):
            at = next((at for at in range(len(places)) if places[at][0] not in {year for year, _ in family}), None)
            if at is not None:
                family.append(places.pop(at))
        told(founder, rng, *founder.family(family))
    return school


def _places(rng: Random) -> list[tuple[int, str]]:
    """The places in the classes, in no order: one form of entry with 26 to 30, or two in the first years."""
    forms = rng.choice(("B", "B", "AB"))
    years = _YEARS if len(forms) == 1 else range(4)
    rooms = [(year, f"{year or 'R'}{form}") for year in years for form in forms]
    places = [room for room in rooms for _ in range(rng.randrange(25, 31))]
    rng.shuffle(places)
    return places
