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
        "doctor gp dr surgery dentist social worker swr doc senco nurse health visitor school teacher tutor "
        "solicitor childminder minder cmi nursery nanny aupair probation police officer counsellor therapist "
        "headteacher agency authority council hospital clinic staff taxi transport driver consultant psychologist "
        "interpreter"
    ).split()
)
_RELATIVE = frozenset(
    (
        "grandmother grandfather grandparent grandparents grandma grandad granddad granny gran nan nana nanna "
        "grandpa grand aunt auntie aunty uncle sibling brother sister cousin niece nephew relative rel relation "
        "fam family godparent godmother godfather inlaw law friend neighbour neighbor other oth significant "
        "partner emergency lodger babysitter nonparent ex great half host"
    ).split()
)
_CARER = frozenset(
    (
        "mother father mum mam mom mummy mommy dad daddy parent parents guardian guardians carer carers caregiver "
        "pam paf stm stf fom fof car stepmother stepfather stepmum stepdad stepparent fostermother fosterfather "
        "fostercarer adoptive adopter foster mothers fathers ma da papa mama home lg"
    ).split()
)
_NOT_THE_PARENT_THEMSELVES = frozenset(
    ["friend", "partner", "significant", "neighbour", "neighbor", "boyfriend", "girlfriend", "ex", "in", "law"]
)
_PHRASES = {
    ("child", "minder"): Role.PROFESSIONAL,
    ("au", "pair"): Role.PROFESSIONAL,
    ("legal", "guardian"): Role.CARER,
    ("social", "worker"): Role.PROFESSIONAL,
    ("foster", "carer"): Role.CARER,
    ("m",): Role.CARER,
    ("f",): Role.CARER,
    ("self",): Role.RELATIVE,
}
_CAMELS_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOTHING_RECORDED = frozenset({(), ("unknown",), ("not", "known"), ("none",), ("n", "a"), ("na",), ("null",), ("tbc",)})


@lru_cache(maxsize=4096)
def role_of(relation: str) -> Role:
    """Read a relation cell: "Mother", "Step-father", "PAF", "Grandmother", "Social Worker", "" ...

    Codes are those of the DfE's Common Transfer File; the rest is how MISs and offices write it.
    """
    said = tuple(words(_CAMELS_HUMP.sub(" ", relation)))
    if said in _NOTHING_RECORDED:
        return Role.UNKNOWN
    if said in _PHRASES:
        return _PHRASES[said]
    spoken = frozenset(said)
    if spoken & _PROFESSIONAL:
        return Role.PROFESSIONAL
    if any(word.startswith("grand") for word in said) or spoken & _NOT_THE_PARENT_THEMSELVES:
        return Role.RELATIVE
    if spoken & _CARER or any(word.startswith(("step", "foster", "mother", "father")) for word in said):
        return Role.RELATIVE if spoken & {"brother", "sister", "stepbrother", "stepsister"} else Role.CARER
    return Role.RELATIVE if spoken & _RELATIVE else Role.UNREAD
