"""Who somebody may be, said in a few sentences: the likeliest first, each with why."""

from collections.abc import Sequence

from roster.identity.evidence import Candidate
from roster.people import Contact
from roster.words import counted, listed

_AT_MOST = 3


def shortlisted(candidates: Sequence[Candidate], *, more: str = "") -> tuple[str, ...]:
    """Say up to three candidates with their likelihood and their signs, and how many others there are; `more` is said of each."""
    told = tuple(_said(one, more) for one in candidates[:_AT_MOST])
    rest = len(candidates) - _AT_MOST
    return (*told, f"and {counted(rest, 'more carer')} whom the name fits") if rest > 0 else told


def placed(contact: Contact) -> str:
    """Say a contact with the children: "Ola Bello, contact of Tola Bello (3B)"."""
    children = listed(tuple(dict.fromkeys(tie.pupil.placed for tie in contact.ties)))
    return f"{contact.shown}, contact of {children}"


def _said(candidate: Candidate, more: str) -> str:
    signs = "; ".join(sign.said for sign in candidate.signs)
    return f"{candidate.likelihood.value}: {placed(candidate.contact)}{more}{f' ({signs})' if signs else ''}"
