"""Names that nobody bears, made of syllables by rule: what the judgement does where no table of names can help it."""

from random import Random

from tests.eval.pools import Drawn, Family, Given, Origin, Pools

_ONSETS = "b br ch d dr f g gl h j k l m n p pr qu r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ea oo".split()
_ENDS = "n r l s th m nd rk ll sk ".split(" ")


def _word(rng: Random, syllables: int) -> str:
    parts = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + rng.choice(_ENDS)).capitalize()


def _given(rng: Random) -> Given:
    formal = _word(rng, rng.choice((1, 2, 2, 3)))
    short = f" ~{formal[:4]}" if len(formal) > 7 else ""
    return Given.read(formal + short)


def _origin(name: str, share: float, size: int) -> Origin:
    rng = Random(name)
    women, men = (Drawn([_given(rng) for _ in range(size)]) for _ in range(2))
    return Origin(name, share, women, men, Drawn([Family.read(_word(rng, 2) + "on") for _ in range(3 * size)]))


_RNG = Random("children")
POOLS = Pools(
    (_origin("upland", 60, 160), _origin("lowland", 40, 60)),
    Drawn([_given(_RNG) for _ in range(150)]),
    Drawn([_given(_RNG) for _ in range(150)]),
)
