"""The words for each sign, as the office reads them."""

from roster.identity.features import Reading
from roster.identity.known import Known
from roster.words import listed

_GIVEN = {
    "same": "the given name is {given}",
    "short": "the given name is another form of {given}",
    "alike": "the given name is another spelling of {given}",
    "form": "the given name is a form of the same name as {given}",
    "fond": "the given name may be a fond form of {given}",
    "clipped": "the given name may be short for {given}",
    "slip": "the given name is one letter from {given}",
    "begins": "the given name is like {given}",
    "initial": "the initial is that of {given}",
    "other": "the given name differs",
}
_FAMILY = {
    "same": "the family name is {family}",
    "alone": "the name is their family name, {family}",
    "part": "the family name is part of {whole}",
    "childs": "the family name is the child's, {family}",
    "alike": "the family name is another spelling of {family}",
    "slip": "the family name is one letter from {family}",
    "initial": "the family name begins as {family} does",
    "other": "the family name differs",
}
_CHILD = {
    "several": "{child} are the children's names",
    "named": "{child} is the child's name",
    "bare": "{child} is the child's name",
    "named otherwise": "{child} is the child's name, here in another form",
    "bare otherwise": "{child} is the child's name, here in another form",
}
_REST = {
    ("relation", "agrees"): "what they call themselves is what the school has recorded",
    ("relation", "differs"): "what they call themselves is not what the school has recorded",
    ("title", "agrees"): "the title agrees",
    ("title", "differs"): "the title differs",
    ("class", "agrees"): "the class is the child's",
    ("class", "year"): "the year group is the child's",
    ("class", "differs"): "the class is not the child's",
    ("words", "left"): "another word in the name is not theirs",
    ("child", "other"): "a child of another name is shown",
}


def said(feature: str, level: str, reading: Reading, known: Known) -> str:
    """Say one sign as a plain sentence."""
    if feature == "given":
        return _GIVEN[level].format(given=spelt(reading.given.word if reading.given else ""))
    if feature == "family":
        trace = reading.family or reading.childs_family
        whole = " ".join(spelt(word) for word in sorted(known.family))
        return _FAMILY[level].format(family=spelt(trace.word if trace else ""), whole=whole)
    if feature == "child" and reading.children:
        named = listed([spelt(trace.word) for trace in reading.children])
        return _CHILD[level].format(child=named)
    return _REST[feature, level]


def frequency_said(kind: str, word: str, others: int) -> str:
    """Say how many others of the group have the same name. `kind` is "given", "family" or "child"."""
    who = "child" if kind == "child" else "carer"
    called = f"has the family name {spelt(word)}" if kind == "family" else f"is called {spelt(word)}"
    if not others:
        return f"no other {who} of this group {called}"
    if others == 1:
        return f"another {who} of this group {called}"
    several = "children" if kind == "child" else "carers"
    also = f"have the family name {spelt(word)}" if kind == "family" else f"are called {spelt(word)}"
    return f"{others} other {several} of this group {also}"


def spelt(word: str) -> str:
    """Give a word of a name its capital."""
    return word.capitalize()
