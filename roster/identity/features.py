"""What a label and a carer have in common and where they differ, feature by feature, each at a level; nothing is weighed here."""

from collections.abc import Iterable
from dataclasses import dataclass

from roster.identity.evidence import Person
from roster.identity.kinship import Kin, Place, Sex, kin_said
from roster.identity.known import INITIAL, Known, Slot, Trace
from roster.identity.label import Label

Levels = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What each word of a label is taken for. `left` are words that may be names and are nobody's here."""

    given: Trace | None = None
    family: Trace | None = None
    childs_family: Trace | None = None
    children: tuple[Trace, ...] = ()
    left: tuple[str, ...] = ()


def signs(label: Label, person: Person) -> Levels:
    """Give every feature that can be told, with its level: (("given", "short"), ("family", "same"), ("class", "agrees"))."""
    known = Known(person)
    return levels(label, known, read(label, known))


def read(label: Label, known: Known) -> Reading:
    """Take each word for the nearest thing that it may mean; beside a word of kinship a name is sooner a child's."""
    taken: dict[Slot, list[Trace]] = {slot: [] for slot in Slot}
    left: list[str] = []
    own = known.given | known.family
    for word in (*label.names, *(word for word in label.beside if word in own and not label.related)):
        found = [trace for trace in _meanings(word, label, known) if trace not in taken[trace.slot]]
        if found:
            best = min(found, key=lambda trace: (not trace.sure, _is_taken(trace, taken), *_order(trace, label)))
            taken[best.slot].append(best)
        elif word not in known.class_words and not (label.related and kin_said(word)):
            left.append(word)
    if label.initials and not (taken[Slot.GIVEN] or taken[Slot.CHILD]):
        return _initials(label, known)
    return Reading(
        min(taken[Slot.GIVEN], default=None),
        min(taken[Slot.FAMILY], default=None),
        min(taken[Slot.CHILDS_FAMILY], default=None),
        tuple(taken[Slot.CHILD]),
        tuple(left) if not _in_one(label, known) else (),
    )


def levels(label: Label, known: Known, reading: Reading) -> Levels:
    """Give the level of each feature of a reading."""
    found = {
        "given": _given(reading),
        "family": _family(label, reading, known),
        "child": _child(label, reading),
        "relation": _relation(label.kin, known.kin),
        "title": _title(label.title, known.sexes),
        "class": _class(label, known),
        "words": "left" if reading.left and _is_named(reading) else "",
    }
    return tuple((feature, level) for feature, level in found.items() if level)


def _meanings(word: str, label: Label, known: Known) -> Iterable[Trace]:
    bare = word in label.bare
    of_child = known.of_child(word, label) if label.related else None
    found = known.traces(word, bare=bare)
    if of_child and of_child not in found:
        found = (of_child, *found)
    return found if any(trace.sure for trace in found) else (*found, *known.slips(word))


def _is_taken(trace: Trace, taken: dict[Slot, list[Trace]]) -> bool:
    """Whether another word has the place already; of children there may be several."""
    return trace.slot is not Slot.CHILD and bool(taken[trace.slot])


def _order(trace: Trace, label: Label) -> tuple[int, int]:
    """The nearest first; of two as near, the carer's own name, but a child's beside a word of kinship."""
    sooner = trace.slot is Slot.CHILD and label.related
    return trace.distance, -1 if sooner else trace.slot


def _initials(label: Label, known: Known) -> Reading:
    first = sorted(word for word in known.first if word[0] == label.initials[0])
    last = sorted(word for word in known.family if word[0] == label.initials[-1])
    return Reading(
        Trace(INITIAL, Slot.GIVEN, first[0]) if first else None,
        Trace(INITIAL, Slot.FAMILY, last[0]) if last and len(label.initials) > 1 else None,
        left=() if first else label.names,
    )


def _in_one(label: Label, known: Known) -> bool:
    """Whether two words stand for one: "de Souza" is "Desouza"."""
    pairs = zip(label.names, label.names[1:], strict=False)
    return any(known.is_in_one(one + other) for one, other in pairs)


def _is_named(reading: Reading) -> bool:
    return bool((reading.given and (reading.family or reading.childs_family)) or reading.children)


def _given(reading: Reading) -> str:
    if reading.given:
        return reading.given.level
    return "other" if reading.left and (reading.family or reading.childs_family) and not reading.children else ""


def _family(label: Label, reading: Reading, known: Known) -> str:
    if reading.family and not (
        reading.given or reading.children or reading.left or label.related or label.title is not Sex.UNTOLD
    ):
        return "alone"
    if reading.family:
        return "part" if _is_half(reading.family, label, known) else reading.family.level
    if reading.childs_family:
        return "childs" if reading.childs_family.sure else "initial"
    return "other" if reading.left and reading.given and not reading.children else ""


def _is_half(family: Trace, label: Label, known: Known) -> bool:
    """Whether one half of a double family name stands for the whole."""
    halves = family.level == "same" and family.word in known.family
    return halves and not known.family <= frozenset(label.names)


def _child(label: Label, reading: Reading) -> str:
    if len(reading.children) > 1:
        return "several"
    if reading.children:
        near = reading.children[0].level == "same"
        return f"{'named' if label.related else 'bare'}{'' if near else ' otherwise'}"
    return "other" if label.related and reading.left else ""


def _relation(said: tuple[Kin, ...], recorded: frozenset[Kin]) -> str:
    told = [kin for kin in said if kin.sex is not Sex.UNTOLD or kin.place is Place.GRANDPARENT]
    if not told or not recorded:
        return ""
    answers = [_agree(one, other) for one in told for other in recorded]
    if all(answer is None for answer in answers):
        return ""
    return "agrees" if any(answers) else "differs"


def _agree(one: Kin, other: Kin) -> bool | None:
    """Whether two words of kinship may be said of one person; None if they tell nothing of each other."""
    if Sex.UNTOLD not in {one.sex, other.sex} and one.sex is not other.sex:
        return False
    if Place.UNTOLD not in {one.place, other.place} and one.place is not other.place:
        return False
    return None if Sex.UNTOLD in {one.sex, other.sex} else True


def _title(shown: Sex, recorded: frozenset[Sex]) -> str:
    if shown is Sex.UNTOLD or not recorded:
        return ""
    return "agrees" if shown in recorded else "differs"


def _class(label: Label, known: Known) -> str:
    if label.hints & known.classes or (known.class_words & label.shown):
        return "agrees"
    if not (label.hints or label.years) or not (known.classes or known.years):
        return ""
    years = label.years | {int(hint[0]) for hint in label.hints if hint[0].isdigit()}
    return "year" if years & known.years else "differs"
