"""What an adult is to a child, from the words and codes that MISs use."""

import re
from enum import Enum
from functools import lru_cache

from roster.text import words


class Role(Enum):
    """Who somebody is to a pupil, as far as belonging to a parents' group goes."""

    CARER = "carer"
    """A parent of any kind, a guardian or a carer: always counts."""

    RELATIVE = "relative"
    """Any other private person: counts with parental responsibility, or living with the pupil."""

    PROFESSIONAL = "professional"
    """Somebody whose work it is: never counts, whatever the flags say."""

    UNKNOWN = "unknown"
    """Nobody recorded a relation: counts, for a gap in the records is no reason against somebody."""

    UNREAD = "unread"
    """A word is recorded that we do not know: counts, and is reported."""


_PROFESSIONAL = frozenset(
    (
        "doctor gp dr physician surgery dentist worker caseworker keyworker swr doc senco nurse matron health visitor school "
        "teacher tutor mentor solicitor lawyer attorney childminder minder chm cmi nursery daycare nanny aupair probation police "
        "officer counsellor counselor therapist headteacher agency agent authority council hospital clinic staff taxi "
        "transport driver consultant psychologist psychiatrist interpreter priest minister chaplain imam rabbi religious "
        "spiritual aide assistant"
    ).split()
)
_RELATIVE = frozenset(
    (
        "grandmother grandfather grandparent grandparents grandma grandad granddad granny gran nan nana nanna "
        "grandpa grand aunt auntie aunty uncle sibling brother sister cousin niece nephew relative rel relation "
        "fam family godparent godmother godfather inlaw law friend neighbour neighbor other oth significant "
        "partner emergency lodger babysitter nonparent ex great half host ward spouse husband wife fiance fiancee "
        "daughter son child employer former"
    ).split()
)
_CARER = frozenset(
    (
        "mother father mum mam mom mummy mommy dad daddy parent parents guardian guardians carer carers caregiver caregivers "
        "pam paf stm stf fom fof car stepmother stepfather stepmum stepdad stepparent fostermother fosterfather "
        "fostercarer adoptive adopter foster mothers fathers mums dads ma da papa mama home lg"
    ).split()
)
_NOT_THE_PARENT_THEMSELVES = frozenset(
    (
        "friend partner significant neighbour neighbor boyfriend girlfriend ex former previous law inlaw civil husband wife "
        "spouse fiance fiancee employer"
    ).split()
)
_OF_THE_CHILDS_AGE = frozenset(
    (
        "brother sister sibling siblings son daughter stepbrother stepsister stepson stepdaughter stepchild stepsibling"
    ).split()
)
# "Mother (doctor)" is a mother; "Mother's doctor" is none.
_THE_PARENT_THEMSELVES = frozenset(
    "mother father mum mam mom mummy mommy dad daddy stepmother stepfather stepmum stepdad".split()
)
# A grandmother who is recorded as a guardian or carer is one.
_ALSO_IN_CHARGE = frozenset({"guardian", "guardians", "carer", "carers", "caregiver", "caregivers"})
_PHRASES = {
    ("child", "minder"): Role.PROFESSIONAL,
    ("day", "care"): Role.PROFESSIONAL,
    ("au", "pair"): Role.PROFESSIONAL,
    ("childrens", "home"): Role.PROFESSIONAL,
    ("care", "home"): Role.PROFESSIONAL,
    ("not", "related"): Role.RELATIVE,
    **dict.fromkeys([("child",), ("step", "child"), ("foster", "child"), ("adopted", "child")], Role.RELATIVE),
    ("legal", "guardian"): Role.CARER,
    ("foster", "carer"): Role.CARER,
    ("m",): Role.CARER,
    ("f",): Role.CARER,
    ("self",): Role.RELATIVE,
}
_STAFF = frozenset("staff teacher teachers teaching headteacher senco assistant aide".split())
# Each kind of relation by its words; the first that fits is the kind, so that "mother's friend" is a friend.
_KINDS = {
    "in-law": frozenset({"law", "inlaw"}),
    "friend": frozenset("friend friends neighbour neighbours neighbor neighbors".split()),
    "partner": frozenset("partner partners boyfriend girlfriend husband wife spouse fiance fiancee".split()),
    "grandparent": frozenset("gran granny nan nana nanna".split()),
    "aunt": frozenset("aunt aunts auntie aunty uncle uncles".split()),
    "sibling": _OF_THE_CHILDS_AGE - {"son", "daughter", "stepson", "stepdaughter", "stepchild"}
    | {"brothers", "sisters"},
    "cousin": frozenset({"cousin", "cousins"}),
    "godparent": frozenset("godparent godparents godmother godfather".split()),
    "childminder": frozenset("childminder childminders minder minders chm".split()),
    "nanny": frozenset("nanny nannies aupair".split()),
    "staff": _STAFF,
}
_CAMELS_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOTHING_RECORDED = frozenset(
    {(), ("unknown",), ("not", "known"), ("none",), ("n", "a"), ("na",), ("null",), ("tbc",), ("not", "specified")}
) | {
    # What place somebody has on the list, and not what they are to the child.
    ("contact",), ("primary",), ("secondary",), ("primary", "contact"), ("secondary", "contact"), ("main", "contact"),
}  # fmt: skip
_RESTRICTING = re.compile(
    r"\b(?:(?:no|non|not?|do not|without) (?:direct )?(?:contact|access)|contact only|not (?:to be contacted|allowed contact)|"
    r"court orders?|restricted|restrictions?|injunction|barred|restraining order|prohibited steps)\b"
)
_UNRESTRICTED = re.compile(
    r"\b(?:no|not|without)(?: any| known)? (?:court orders?|restricted|restrictions?|injunction)\b"
)


@lru_cache(maxsize=4096)
def role_of(relation: str) -> Role:
    """Read a relation cell: "Mother", "Step-father", "PAF", "Grandmother", "Social Worker", "" ...

    Codes are those of the DfE's Common Transfer File; the rest is how MISs and offices write it.
    """
    whole = _said(relation)
    said = tuple(word for word in whole if not word.isdigit()) or whole
    if said in _NOTHING_RECORDED:
        return Role.UNKNOWN
    if said in _PHRASES:
        return _PHRASES[said]
    spoken = frozenset(said)
    if spoken & _PROFESSIONAL and said[0] not in _THE_PARENT_THEMSELVES:
        return Role.PROFESSIONAL
    if spoken & (_NOT_THE_PARENT_THEMSELVES | _OF_THE_CHILDS_AGE):
        return Role.RELATIVE
    if spoken & _ALSO_IN_CHARGE:
        return Role.CARER
    if any(word.startswith("grand") for word in said):
        return Role.RELATIVE
    if spoken & _CARER or any(word.startswith(("step", "foster", "mother", "father")) for word in said):
        return Role.CARER
    return Role.RELATIVE if spoken & _RELATIVE else Role.UNREAD


@lru_cache(maxsize=4096)
def is_staff(relation: str) -> bool:
    """Whether a relation cell says that somebody works at the school: "Teacher", "School staff", "Teaching assistant"."""
    return role_of(relation) is Role.PROFESSIONAL and bool(_STAFF & set(_said(relation)))


@lru_cache(maxsize=4096)
def may_be_in_charge(relation: str) -> bool:
    """Whether a relation cell says guardian or carer beside what else it says: "Sister (guardian)"."""
    return bool(_ALSO_IN_CHARGE & set(_said(relation)))


@lru_cache(maxsize=4096)
def is_the_relation(relation: str, said: str) -> bool:
    """Whether a relation cell is of the kind that a school names: a "Nan" is a grandparent, an "Aunt" a relative.

    A kind that is not known by its words is the relation itself: "school friend".
    """
    if said.casefold().strip() in {"relative", "relatives"}:
        return role_of(relation) is Role.RELATIVE
    kind = _kind_of(said)
    if kind or _kind_of(relation):
        return kind == _kind_of(relation)
    wanted = frozenset(_said(said))
    return bool(wanted) and wanted <= frozenset(_said(relation))


def _kind_of(relation: str) -> str:
    """The first kind whose words stand in a relation; "" if none do. A parent's partner or friend is nothing else."""
    spoken = frozenset(_said(relation))
    if any(word.startswith("grand") for word in spoken) and not spoken & _NOT_THE_PARENT_THEMSELVES:
        return "grandparent"
    return next((kind for kind, known in _KINDS.items() if known & spoken), "")


@lru_cache(maxsize=4096)
def restricts(relation: str) -> bool:
    """Whether a relation cell itself says that there is to be no contact: "Mother (no contact)", "Non-contact parent"."""
    said = " ".join(_said(relation))
    return bool(_RESTRICTING.search(_UNRESTRICTED.sub(" ", said)))


def _said(relation: str) -> tuple[str, ...]:
    return tuple(words(_CAMELS_HUMP.sub(" ", relation)))
