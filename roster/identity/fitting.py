"""Whether a label may mean a carer at all. A fit protects somebody, and never does anything else.

It depends on the label and on that carer alone, and more facts about a carer (another name, another child) never undo it.
"""

from dataclasses import replace
from itertools import combinations

from roster.identity.kinship import Sex, kin_said
from roster.identity.known import Known, Slot, Trace
from roster.identity.label import Label
from roster.identity.nicknames import is_short_form
from roster.names import Name, is_the_name

_BEARING_OUT = {
    Slot.GIVEN: frozenset({Slot.FAMILY, Slot.CHILD}),
    Slot.FAMILY: frozenset({Slot.GIVEN, Slot.CHILD}),
    Slot.CHILD: frozenset({Slot.GIVEN, Slot.FAMILY}),
    Slot.CHILDS_FAMILY: frozenset({Slot.GIVEN, Slot.CHILD}),
}
_LOOSE = frozenset({"form", "fond", "begins"})
_FAMILIES = frozenset({Slot.FAMILY, Slot.CHILDS_FAMILY})


def fits(label: Label, known: Known) -> bool:
    """Whether a label may mean a carer: by their own name, by a child's, or by both.

    Every word that may be a name must be found with them: "Anna Smith" is not Anna Novak, whatever else agrees, unless a
    child of hers is a Smith.
    """
    if label.related and any(known.of_child(word, label) for word in _of_children(label, known)):
        return True
    own = _own(label)
    names = known.person.contact.names
    if any(_is_shown_whole(own, name) for name in names):
        return True
    if label.related and not (_may_speak(label, own, known)):
        return False
    if any(is_the_name(own.shown, name) for name in names):
        return True
    if label.initials and _initials_fit(label.initials, known):
        return True
    return _is_full_name(own, known) or (not label.childs and _is_all_found(own, known))


def _of_children(label: Label, known: Known) -> tuple[str, ...]:
    """The words that may be a child's name, such as are mostly something else ("Ka") only if they are one as they stand."""
    return (*label.names, *(word for word in label.beside if word in known.children and kin_said(word) is None))


def _own(label: Label) -> Label:
    """The label without what is said to be a child's: the "Anna Novak" of "Anna Novak (Zoe's mum)"."""
    if not label.childs:
        return label
    rest = tuple(word for word in label.names if word not in label.childs)
    shown = frozenset(word for word in label.shown if word not in label.childs and f"{word}s" not in label.childs)
    return replace(label, names=rest, shown=shown)


def _may_speak(label: Label, own: Label, known: Known) -> bool:
    """Whether a carer may call themselves so: a mother is no "dad", whatever her name; beside a child's only a full name is their own."""
    return len(own.names) > 1 or (not label.childs and known.may_be(label.kin))


def _is_shown_whole(label: Label, name: Name) -> bool:
    """Whether every word of a full name is there, though one of them be "Nana" or "Work"."""
    return bool(name.given and name.family) and len(name.all) > 1 and name.all <= label.shown


def _initials_fit(letters: str, known: Known) -> bool:
    """ "O.B." and "O" are Ola Bello's."""
    first = any(word[0] == letters[0] for word in known.first)
    return first and (len(letters) == 1 or any(word[0] == letters[-1] for word in known.family))


def _is_full_name(label: Label, known: Known) -> bool:
    """Whether two of the words are the given name and the family name, whatever stands beside them."""
    found = [_slots(word, known, label) for word in label.written]
    given = [at for at, slots in enumerate(found) if Slot.GIVEN in slots]
    family = [at for at, slots in enumerate(found) if Slot.FAMILY in slots]
    return any(one != other for one in given for other in family)


def _slots(word: str, known: Known, label: Label) -> frozenset[Slot]:
    sure = (trace for trace in known.traces(word, bare=word in label.bare) if trace.sure)
    return frozenset(trace.slot for trace in sure if trace.level != "clipped")


def _is_all_found(label: Label, known: Known) -> bool:
    found = {word: _found(word, known, label) for word in label.names}
    pairs = _in_one(label, known)
    sure = {trace for traces in (*found.values(), *map(known.traces, pairs)) for trace in traces if trace.sure}
    told = {word for pair in pairs.values() for word in pair} | known.class_words
    meant = {
        word: {trace for trace in traces if _holds(trace, word, sure, alone=len(found) == 1)}
        for word, traces in found.items()
        if word not in told
    }
    slips = sum({trace.level for trace in traces} == {"slip"} for traces in meant.values())
    if len(found) < len(label.names):
        return False
    return _is_enough(sure, label) and all(meant.values()) and slips < 2 and _are_of_several(meant)


def _are_of_several(meant: dict[str, set[Trace]]) -> bool:
    """Whether no two words are the same one of the carer's: in "David Davies" one of them is no form of David."""
    names = [{(trace.slot, trace.word) for trace in traces} for traces in meant.values()]
    return all(len(one | other) > 1 for one, other in combinations(names, 2))


def _is_enough(sure: set[Trace], label: Label) -> bool:
    """Whether some word is surely theirs.

    A family name alone is enough as it is spelt, a child's alone or beside a word of kinship; of a child's own name,
    without such a word, nothing but the very name.
    """
    alone = label.related or len(label.names) == 1
    plain = label.related or len(label.names) > 1 or label.title is not Sex.UNTOLD
    return any(
        (alone or trace.slot is not Slot.CHILDS_FAMILY)
        and (plain or trace.slot not in _FAMILIES or trace.level == "same")
        and (label.related or trace.slot is not Slot.CHILD or trace.level == "same")
        for trace in sure
    )


def _in_one(label: Label, known: Known) -> dict[str, tuple[str, str]]:
    """Two words that are one of the carer's: "de Souza"."""
    pairs = zip(label.names, label.names[1:], strict=False)
    return {one + other: (one, other) for one, other in pairs if known.is_in_one(one + other)}


def _found(word: str, known: Known, label: Label) -> tuple[Trace, ...]:
    traces = known.traces(word, bare=word in label.bare)
    return traces if any(trace.sure for trace in traces) else (*traces, *known.slips(word))


def _holds(trace: Trace, word: str, sure: set[Trace], *, alone: bool) -> bool:
    """Whether a word may be taken so. The end of a name stands for it alone, or beside the family name: "James Ward" is no Edward."""
    if trace.level == "clipped" and not alone and not trace.word.startswith(word):
        return any(one.slot is not Slot.CHILD and one != trace for one in sure)
    return trace.sure or _is_borne_out(trace, word, sure)


def _is_borne_out(weak: Trace, word: str, sure: set[Trace]) -> bool:
    """Whether an initial, a slip or the like stands beside another word that is surely theirs: "O Bello", "Ola B", "Ola Bellow".

    A child's name counts in its short form, and in no other language's.
    """
    if weak.slot is Slot.CHILD and not (weak.level == "short" and is_short_form(word)):
        return False
    if weak.slot is Slot.GIVEN and weak.level in _LOOSE:
        return any(trace.slot is Slot.FAMILY for trace in sure)
    return any(trace.slot in _BEARING_OUT[weak.slot] for trace in sure)
