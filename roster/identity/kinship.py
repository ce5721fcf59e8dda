"""Words for what somebody is to a child, in the languages of the homes: "mum", "tata", "annesi", "ammi", "hooyo"."""

from dataclasses import dataclass
from enum import Enum

from roster.names import MAN, WOMAN
from roster.text import words


class Sex(Enum):
    """What a word or a title tells about who is meant."""

    WOMAN = "woman"
    MAN = "man"
    UNTOLD = "untold"


class Place(Enum):
    """Where somebody stands in a family, seen from the child."""

    PARENT = "parent"
    GRANDPARENT = "grandparent"
    OTHER = "other"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Kin:
    """What a word of kinship tells."""

    sex: Sex
    place: Place


_MOTHER = (
    "mum mums mummy mummys mam mom moms mommy mother mama mamma mumma momma mami mammy ma maa mamusia mamo matka mutter mutti maman mere "
    "madre mae mamae mammina anne annesi annem ammi ami amma ammu ummi umm ummu hooyo hooyada mayka mamka nena meme anyuka iya ima eomma "
    "nanay inay mata stepmum stepmom stepmother mumsy"
)
_FATHER = (
    "dad dads daddy daddys father papa papas pa pap papi tata tato tatus tati tatal taty vater vati padre pai papai pere babbo baba babasi babam abbu abu abo "
    "abba appa aabo aabbe aabe tatko bashta apa apuka tetis abuji pitaji appu appa otec tatay itay stepdad stepfather pops ojciec"
)
_GRANDMOTHER = (
    "nan nans nana nanna nannan nanny gran grans granny grandma grandmother gma babcia babunia babushka babusya oma nonna abuela abuelita avo vovo meme "
    "bunica buni dadi nani yaya giagia ayeeyo anneannesi babaannesi jadda teta savta mamgu jiddah"
)
_GRANDFATHER = (
    "grandad granddad grandpa grandfather gramps grampa dziadek dziadzio dedushka did didus opa nonno abuelo papie bunic bunicu dada nana papou awoowe "
    "dedesi dede jaddi sido saba taid tadcu"
)
_PARENT = "parent parents carer guardian family fam familie rodzina familia famille famiglia rodzic eltern padres pais parents genitori"
_OTHER = "aunt auntie aunty uncle ciocia wujek tia tio tante onkel zia zio khala chacha mausi childminder cousin sister brother"
_KIN = {
    **{word: Kin(Sex.UNTOLD, Place.OTHER) for word in _OTHER.split()},
    **{word: Kin(Sex.UNTOLD, Place.UNTOLD) for word in _PARENT.split()},
    **{word: Kin(Sex.MAN, Place.GRANDPARENT) for word in _GRANDFATHER.split()},
    **{word: Kin(Sex.WOMAN, Place.GRANDPARENT) for word in _GRANDMOTHER.split()},
    **{word: Kin(Sex.MAN, Place.PARENT) for word in _FATHER.split()},
    **{word: Kin(Sex.WOMAN, Place.PARENT) for word in _MOTHER.split()},
}
# Words of kinship somewhere and somebody's name elsewhere: they count beside the name of a child and nowhere else.
ALSO_A_NAME = frozenset(
    (
        "anne mae mere may oma dada dadi aba ami amma iya ima tia dede pai pere nena meme papi avo vovo zia zio tio tante tati apa "
        "yaya saba sido teta did didus buni mata ima ammi appa opa baba abba abu yaya taid sister brother cousin tatus jadda abo umm"
    ).split()
)
PLAIN_KIN = frozenset(
    "mum mums mummy mam mom moms mommy mother ma dad dads daddy father pa nan nans nana nanny gran granny grandma grandad granddad grandpa parent parents carer "
    "guardian family fam aunt auntie aunty uncle da nanna gramps grandmother grandfather".split()
)
"""Words of a language that says whose somebody is by an s alone."""
_RECORDED_WOMAN = frozenset(
    "mother mum mam mom mummy mommy stepmother stepmum mothers mums pam stm fom grandmother grandma granny gran nan nana nanna aunt auntie aunty sister wife stepsister".split()
)
_RECORDED_MAN = frozenset(
    "father dad daddy stepfather stepdad fathers dads paf stf fof grandfather grandad granddad grandpa uncle brother husband stepbrother".split()
)
_RECORDED_GRAND = frozenset("grandmother grandma granny gran nan nana nanna grandfather grandad granddad grandpa grandparent grandparents".split())  # fmt: skip
_RECORDED_PARENT = _RECORDED_WOMAN | _RECORDED_MAN | {"parent", "parents", "stepparent", "foster", "adoptive"}


def kin_said(word: str) -> Kin | None:
    """Read a word of a label; None if it is no word of kinship."""
    return _KIN.get(word)


def kin_at_the_end(word: str) -> Kin | None:
    """Read the first or the last word of a label: there "da" is a father, and anywhere else a part of a family name."""
    return Kin(Sex.MAN, Place.PARENT) if word == "da" else None


def plain_relative(spelt: tuple[str, ...]) -> bool:
    """Whether a label begins with an English word for a grandparent, an aunt or an uncle: what follows is their own name."""
    said = _KIN.get(spelt[0]) if len(spelt) > 1 else None
    return bool(said and spelt[0] in PLAIN_KIN and said.place in {Place.GRANDPARENT, Place.OTHER})


def kin_recorded(relation: str) -> Kin:
    """Read what the school has recorded: "Mother", "Step-father", "PAF", "Grandmother"."""
    said = frozenset(words(relation))
    if any(word.startswith(("step", "foster")) for word in said) and said & {"mother", "father"}:
        said |= {"parent"}
    woman, man = bool(said & _RECORDED_WOMAN), bool(said & _RECORDED_MAN)
    sex = Sex.UNTOLD if woman == man else Sex.WOMAN if woman else Sex.MAN
    if said & _RECORDED_GRAND or "grand" in said:
        return Kin(sex, Place.GRANDPARENT)
    if said & {"aunt", "auntie", "aunty", "uncle", "sister", "brother", "wife", "husband", "stepsister", "stepbrother"}:
        return Kin(sex, Place.OTHER)
    return Kin(sex, Place.PARENT if said & _RECORDED_PARENT else Place.UNTOLD)


def sex_of_title(title: str) -> Sex:
    """Read a title: "Mrs" is a woman's, "Mr" a man's, "Dr" anybody's."""
    if title in WOMAN:
        return Sex.WOMAN
    return Sex.MAN if title in MAN else Sex.UNTOLD
