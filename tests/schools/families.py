"""A made-up school from a seed: forms, families, children who stay, leave, have left or are yet to come."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.schools.households import Household, Households
from tests.schools.names import Names
from tests.schools.people import Form, Pupil, School
from tests.schools.pools import TREES

DAY = date(2026, 11, 22)
SCHOOLS = ("Hollybank Primary School", "St Brigid's Primary School", "Meadow Lane Primary", "Wharf Academy")

# What becomes of a family's children, and how many families in a hundred pupils it befalls.
FATES = {
    "all have left": 4,
    "all have left, several": 1,
    "the eldest has left": 4,
    "the eldest has left a half-sibling": 2,
    "will leave": 2,
    "last day": 2,
    "will start": 2,
    "a sibling will start": 2,
}


def a_school(seed: int, *, pupils: int | None = None) -> School:
    """A school of about so many pupils, else of one stream or two; the same for the same seed."""
    rng = Random(f"school {seed}")
    pupils = pupils or rng.choice((60, 60, 60, 120))
    names = Names(rng, any_letters=seed % 2 == 0)
    forms = _forms(rng, 2 if pupils >= 100 else 1)
    households = Households(rng, names)
    fates = [fate for fate, share in FATES.items() for _ in range(max(1, round(share * pupils / 100)))]
    made: list[Pupil] = []
    while fates or len(made) < pupils:
        fate = fates.pop() if fates else "stays"
        made += _children(rng, names, forms, households, fate, len(made))
    rng.shuffle(made)
    made.sort(key=lambda pupil: (pupil.year, pupil.form))
    return School(seed, rng.choice(SCHOOLS), DAY, forms, tuple(made))


def _forms(rng: Random, streams: int) -> tuple[Form, ...]:
    style = rng.choice(("3B", "3 Oak", "Oak", "Y3B"))
    letters = rng.choice(("AB", "BK", "HT"))
    trees = rng.sample(TREES, len(TREES))
    forms = []
    for year in range(7):
        shown = "R" if year == 0 else str(year)
        for stream in range(streams):
            tree = trees[stream] if style == "3 Oak" else trees[year * 2 + stream]
            name = {
                "3B": shown + letters[stream],
                "3 Oak": f"{shown} {tree}",
                "Oak": tree,
                "Y3B": f"Y{shown}{letters[stream]}",
            }[style]
            forms.append(Form(name, year))
    return tuple(forms)


def _household(rng: Random, households: Households, fate: str) -> Household:
    if fate == "the eldest has left a half-sibling":
        return households.draw("half siblings")
    return households.draw()


def _how_many(rng: Random, fate: str) -> int:
    if fate in {"all have left", "will start"}:
        return 1
    at_least = 1 if fate in {"stays", "will leave", "last day"} else 2
    return max(at_least, rng.choices((1, 2, 3), (50, 35, 15))[0])


def _children(
    rng: Random, names: Names, forms: tuple[Form, ...], households: Households, fate: str, serial: int
) -> list[Pupil]:
    home = _household(rng, households, fate)
    years = sorted(rng.sample(range(7), _how_many(rng, fate)), reverse=True)
    if fate == "a sibling will start":
        years[-1] = 0
    children = [
        _child(rng, names, rng.choice([form for form in forms if form.year == year]), home, serial + n)
        for n, year in enumerate(years)
    ]
    children[0] = replace(children[0], links=home.links + home.of_the_eldest)
    return [_befallen(rng, child, n, len(children), fate) for n, child in enumerate(children)]


def _child(rng: Random, names: Names, form: Form, home: Household, serial: int) -> Pupil:
    born = date(2026 - 5 - form.year, 9, 1) - timedelta(days=rng.randrange(365))
    return Pupil(
        key=f"{1000 + serial}",
        upn=f"B8202341{serial:05}",
        forename=names.child(home.surname),
        surname=home.surname,
        born=born,
        year=form.year,
        form=form.name,
        starts=date(2026 - form.year, 9, 2),
        leaves=None,
        links=home.links,
    )


def _befallen(rng: Random, child: Pupil, place: int, of: int, fate: str) -> Pupil:
    """The child as its family's fate has it; place 0 is the eldest."""
    eldest, youngest = place == 0, place == of - 1
    if fate.startswith("all have left") or (fate.startswith("the eldest has left") and eldest):
        return replace(child, leaves=_before(rng, child))
    if fate == "will leave" and eldest:
        return replace(child, leaves=DAY + timedelta(days=rng.choice((1, 9, 26, 240))))
    if fate == "last day" and eldest:
        return replace(child, leaves=DAY)
    if fate == "will start" or (fate == "a sibling will start" and youngest):
        return replace(child, starts=DAY + timedelta(days=rng.choice((1, 8, 15, 44))))
    return child


def _before(rng: Random, child: Pupil) -> date:
    """A past last day: yesterday, this term or last July, and never before the child came."""
    left = rng.choice((DAY - timedelta(days=1), date(2026, 10, 23), date(2026, 9, 30), date(2026, 7, 17)))
    return left if left > child.starts else DAY - timedelta(days=1)
