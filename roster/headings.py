"""What a heading means: of whom it speaks, which one of several, and what it holds.

The words are those seen in MIS exports and in offices' own sheets, compared without case, spaces and punctuation.
A heading is understood as a whole or not at all: one known word among strangers decides nothing.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from roster.text import clean, words
from roster.vocabulary import (
    BY_PHRASE,
    BY_SQUASHED,
    CONTACT_WORDS,
    EMAIL_MANNERS,
    FORBIDDING,
    LEAVING_MANNERS,
    LEAVING_WORDS,
    LETTERED,
    ONE_WORD,
    ORDINALS,
    PHONE_MANNERS,
    PHONE_WORDS,
    PHONES_ALONE,
    PUPIL_WORDS,
    QUALIFIERS,
    ROLE_WORDS,
    SHORT_FOR_CONTACT,
    VOCABULARY,
    Field,
)


class Subject(Enum):
    """Of whom a heading speaks."""

    PUPIL = "pupil"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading understood. `slot` tells apart several contacts of one row: "1", "mother", "emergency1", or ""."""

    field: Field
    subject: Subject | None = None
    slot: str = ""
    relation: str = ""
    number: str = ""


NAME_FIELDS = frozenset({Field.FIRST, Field.LAST, Field.FULL})

# What stands in brackets after a heading and only says how to fill it in: "(Y/N)", "(DD/MM/YYYY)".
_HINT = re.compile(r"\([^)]*\)")
_ELSEWHERE = re.compile(r"\b(?:previous|prev|former|last|old|other)\b", re.IGNORECASE)
# "Priority 1 mobile" speaks of the first contact.
_IN_ORDER = re.compile(r"\bpriority(?= \d)")
# The names of XML elements: "Contact_x0020_Forename".
_SPACE_IN_XML = re.compile(r"_x0020_?")
_LONGEST_HEADING = 120
_BOUNDARY = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")


@lru_cache(maxsize=4096)
def understood(heading: str) -> Heading | None:
    """Understand a heading, or give None. "Contact1Telephone", "Parent 1 mobile" and "Tel (mobile)" are telephones."""
    if len(heading) > _LONGEST_HEADING:
        return None
    whole = BY_SQUASHED.get(squashed(heading))
    if whole:
        return Heading(BY_PHRASE[whole], _whose_by_nature(whole))
    tokens = _tokens(heading)
    if not tokens:
        return None
    phrase = " ".join(tokens)
    if phrase in BY_PHRASE:
        return Heading(BY_PHRASE[phrase], _whose_by_nature(phrase))
    told = _forbidding(phrase) or _grammatical(tokens)
    without_hint = heading if _ELSEWHERE.search(heading) else _HINT.sub(" ", heading).strip()
    return told or (understood(without_hint) if without_hint not in {"", heading} else None)


def squashed(heading: str) -> str:
    """Make headings comparable: case, spaces and punctuation do not matter."""
    return "".join(words(heading))


def _whose_by_nature(phrase: str) -> Subject | None:
    if phrase.startswith(("pupil", "student", "adm")) or phrase in {"upn", "unique pupil number"}:
        return Subject.PUPIL
    return (
        Subject.CONTACT
        if phrase in {"contact order", "contact priority", "person id", "contact relationship"}
        else None
    )


def _tokens(heading: str) -> list[str]:
    text = clean(heading)
    _, dot, last = text.rpartition(".")
    if dot and last.isidentifier() and text.replace(".", "").isidentifier():
        text = last
    apart = words(_BOUNDARY.sub(" ", _SPACE_IN_XML.sub(" ", text)).replace("_", " "))
    joined = f" {' '.join(part for word in apart for part in _segmented(word))} "
    for several, one in ONE_WORD:
        joined = joined.replace(f" {several} ", f" {one} ")
    return _numbered(_IN_ORDER.sub("contact", joined).split())


def _numbered(tokens: list[str]) -> list[str]:
    """Make the letter behind a contact the number it stands for: "parent b mobile" is of the second."""
    pairs = zip(["", *tokens], tokens, strict=False)
    return [LETTERED.get(token, token) if before in CONTACT_WORDS else token for before, token in pairs]


def _segmented(word: str) -> list[str]:
    """Cut "studentforename" into words we know; a word that cannot be cut whole stays as it is."""
    if word in VOCABULARY or len(word) < 6 or not word.isalpha():
        return [word]
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 16), end - 1):
            before = best[start]
            if before is not None and word[start:end] in VOCABULARY:
                cut = [*before, word[start:end]]
                if best[end] is None or len(cut) < len(best[end] or ()):
                    best[end] = cut
    return best[-1] or [word]


def _grammatical(tokens: list[str]) -> Heading | None:
    roles = [ROLE_WORDS[token] for token in tokens if token in ROLE_WORDS]
    about_pupil = any(token in PUPIL_WORDS for token in tokens)
    short = len(tokens) > 1 and tokens[0] in SHORT_FOR_CONTACT and tokens[1].isdigit()
    about_contact = short or bool(roles) or any(token in CONTACT_WORDS for token in tokens)
    rest = [
        token
        for token in (tokens[1:] if short else tokens)
        if token not in PUPIL_WORDS | CONTACT_WORDS | ROLE_WORDS.keys()
    ]
    number = "".join(token for token in rest if token.isdigit() and len(token) == 1)
    rest = [token for token in rest if not token.isdigit()]
    emergency = "emergency" in rest
    if about_contact or emergency:
        number = number or "".join(ORDINALS[token] for token in rest if token in ORDINALS)
        kept = [token for token in rest if token not in {*ORDINALS, "emergency"}]
        rest = kept if about_contact or kept else rest
    pupils = about_pupil and not about_contact
    field = _field_of(rest, tokens, pupils=pupils, contacts=about_contact or emergency)
    if field is None:
        return None
    if pupils:
        return Heading(Field.IGNORED if field is Field.EMAIL else field, Subject.PUPIL)
    if not (about_contact or emergency):
        return Heading(field, None, number=number)
    relation = roles[0] if len(set(roles)) == 1 else ""
    slot = f"{relation or ('emergency' if emergency else '')}{number}"
    return Heading(field, Subject.CONTACT, slot, relation, number)


def _forbidding(phrase: str) -> Heading | None:
    """Understand "Mum no contact": a restriction of whoever is named before it, by nothing but what they are."""
    said = next((words for words in FORBIDDING if phrase.endswith(f" {words}")), "")
    whose = _grammatical(phrase.removesuffix(said).split()) if said else None
    names_somebody = whose is not None and whose.subject is Subject.CONTACT and whose.field is Field.FULL
    return replace(whose, field=Field.RESTRICTED) if whose and names_somebody else None


def _field_of(rest: list[str], tokens: list[str], *, pupils: bool, contacts: bool) -> Field | None:
    phrase = " ".join(rest)
    plain = [token for token in rest if token not in QUALIFIERS]
    if not plain:
        return Field.FULL if pupils or contacts else None
    if "email" in plain and all(token in {"email", *EMAIL_MANNERS, *PHONE_MANNERS} for token in plain):
        return Field.EMAIL
    if plain in (["number"], ["no"], ["numbers"]):
        return Field.ID if pupils else Field.PHONE if contacts else None
    if _says_telephone(plain, tokens):
        return Field.PHONE
    if not contacts and set(rest) & LEAVING_WORDS and set(rest) <= LEAVING_WORDS | LEAVING_MANNERS:
        return Field.LEFT
    if _says_year_and_class(rest):
        return Field.CLASS
    return BY_PHRASE.get(phrase) or BY_PHRASE.get(" ".join(plain)) or _named_ignored(plain)


def _says_year_and_class(rest: list[str]) -> bool:
    """Whether a heading names both, in either order: "Year / Reg", "Class & Year". The year is read out of the class."""
    both = [word for word in rest if word not in {"and", "or"}]
    halves = ((" ".join(both[:at]), " ".join(both[at:])) for at in range(1, len(both)))
    return any({BY_PHRASE.get(half) for half in pair} == {Field.YEAR, Field.CLASS} for pair in halves)


def _says_telephone(plain: list[str], tokens: list[str]) -> bool:
    if " ".join(plain) in PHONES_ALONE or " ".join(tokens) in PHONES_ALONE:
        return True
    return any(token in PHONE_WORDS for token in plain) and all(token in PHONE_WORDS | PHONE_MANNERS for token in plain)


def _named_ignored(plain: list[str]) -> Field | None:
    if plain[0] == "allow":
        return Field.IGNORED
    whole = all(
        BY_PHRASE.get(token) is Field.IGNORED or token in {"address", "line", "code", "number"} for token in plain
    )
    return Field.IGNORED if whole or "address" in plain or "postcode" in plain else None
