"""Whether a label may mean a carer at all. A fit protects somebody, and never does anything else.

It depends on the label and on that carer alone, and more facts about a carer (another name, another child) never undo it.
"""

from itertools import combinations

from roster.identity.kinship import Sex
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
_FAMILIES = frozenset({Slot.FAMILY, Slot.CHILDS_FAMILY})


def fits(label: Label, known: Known) -> bool:
    """Whether a label may mean a carer: by their own name, by a child's, or by both.

    Every word that may be a name must be found with them: "Anna Smith" is not Anna Novak, whatever else agrees, unless a
    child of hers is a Smith.
    """
    names = known.person.contact.names
    if any(is_the_name(label.shown, name) or _is_shown_whole(label, name) for name in names):
        return True
    if label.related and any(known.of_child(word, label) for word in label.names):
        return True
    if label.of_child or not known.may_be(label.kin):
        return False
    if label.initials and _initials_fit(label.initials, known):
        return True
    return _is_full_name(label, known) or _is_all_found(label, known)


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
    return frozenset(trace.slot for trace in known.traces(word, bare=word in label.bare) if trace.sure)


def _is_all_found(label: Label, known: Known) -> bool:
    found = {word: _found(word, known, label) for word in label.names}
    pairs = _in_one(label, known)
    sure = {trace for traces in (*found.values(), *map(known.traces, pairs)) for trace in traces if trace.sure}
    told = {word for pair in pairs.values() for word in pair} | known.class_words
    meant = {
        word: {trace for trace in traces if trace.sure or _is_borne_out(trace, word, sure)}
        for word, traces in found.items()
        if word not in told
    }
    slips = sum({trace.level for trace in traces} == {"slip"} for traces in meant.values())
    return _is_enough(sure, label) and all(meant.values()) and slips < 2 and _are_of_several(meant)


def _are_of_several(meant: dict[str, set[Trace]]) -> bool:
    """Whether no two words are the same one of the carer's: in "David Davies" one of them is no form of David."""
    names = [{(trace.slot, trace.word) for trace in traces} for traces in meant.values()]
    return all(len(one | other) > 1 for one, other in combinations(names, 2))


def _is_enough(sure: set[Trace], label: Label) -> bool:
    """Whether some word is surely theirs. A family name alone is enough as it is spelt, a child's alone or beside a word of kinship."""
    alone = label.related or len(label.names) == 1
    plain = label.related or len(label.names) > 1 or label.title is not Sex.UNTOLD
    return any(
        (alone or trace.slot is not Slot.CHILDS_FAMILY)
        and (plain or trace.slot not in _FAMILIES or trace.level == "same")
        for trace in sure
    )


def _in_one(label: Label, known: Known) -> dict[str, tuple[str, str]]:
    """Two words that are one of the carer's: "de Souza"."""
    pairs = zip(label.names, label.names[1:], strict=False)
    return {one + other: (one, other) for one, other in pairs if known.is_in_one(one + other)}


def _found(word: str, known: Known, label: Label) -> tuple[Trace, ...]:
    traces = known.traces(word, bare=word in label.bare)
    return traces if any(trace.sure for trace in traces) else (*traces, *known.slips(word))


def _is_borne_out(weak: Trace, word: str, sure: set[Trace]) -> bool:
    """Whether an initial, a slip or the like stands beside another word that is surely theirs: "O Bello", "Ola B", "Ola Bellow".

    A child's name counts in its short form, and in no other language's.
    """
    if weak.slot is Slot.CHILD and not (weak.level == "short" and is_short_form(word)):
        return False
    return any(trace.slot in _BEARING_OUT[weak.slot] for trace in sure)
