"""What a new export has lost since the last one that proved good: children, and the telephone numbers of whole classes. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from roster.causes import homes
from roster.objection import Objection
from roster.pairing import in_common
from roster.people import Pupil
from roster.roll import present
from roster.scope import class_key
from roster.snapshot import Snapshot
from roster.words import counted, listed, spoken

_A_CLASS, _MOST = 5, 0.5
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Since:
    """A new export held against the last one that proved good.

    Of the `awaited` pupils who were on that one, and not in its oldest year, the new one has `lacking` not at all. Beside
    the `known` pupils whom that one had on roll it has `strange` ones, whom no earlier one had. `silent`
    are the classes most of whose contacts have lost their telephone numbers: each with how many had one, and have one now.
    """

    awaited: int = 0
    lacking: int = 0
    known: int = 0
    strange: int = 0
    silent: tuple[tuple[str, int, int], ...] = ()


def since(
    accepted: Snapshot, accepted_on: date, now: Snapshot, today: date, known_before: Collection[str] = ()
) -> Since:
    """Hold a new export against the last one that proved good; each as it came, nothing carried over.

    `known_before` are the keys of the pupils whom any earlier export had: nobody who comes back is strange.
    """
    awaited, lacking = _lacking(accepted.pupils, now.pupils, accepted_on)
    known = sum(present(pupil, accepted_on) for pupil in accepted.pupils)
    here = (pupil for pupil in now.pupils if present(pupil, today) and pupil.key not in known_before)
    new = _not_in(here, accepted.pupils)
    strange = len(new) - in_common(_not_in(accepted.pupils, now.pupils), new)
    return Since(
        awaited, lacking, known, strange, tuple(_silent(_ringable(accepted, accepted_on), _ringable(now, today)))
    )


def roll_grown(lost: Since, accepted_on: date) -> Objection | None:
    """The export has pupils whom no earlier one had, more than half as many as the last accepted one had in all."""
    if lost.strange <= _MOST * lost.known:
        return None
    return Objection(
        "roll-grown",
        f"{lost.strange} of the export's pupils were in no export before; that of {spoken(accepted_on)} had {lost.known}. Most "
        f"likely another school's are in it, and some of ours may be missing: export it again for this school alone. If they "
        f"all are ours, release the list.",
    )


def phones_missing(lost: Since, accepted_on: date) -> Objection | None:
    """Most contacts of a class or year had a telephone number in the last accepted export, and have none now."""
    if not lost.silent:
        return None
    said = listed([f"{name} ({now} of {before})" for name, before, now in lost.silent[:_NAMED]])
    return Objection(
        "phones-missing",
        f"Most contacts of {counted(len(lost.silent), 'class', 'classes')} who had a telephone number in the export of "
        f"{spoken(accepted_on)} have none in this one: {said}. Most likely a telephone column is missing, or is filled for a "
        f"part of the school alone: export it again with every number. If they really are gone, release the list.",
    )


def _lacking(known: Iterable[Pupil], now: Iterable[Pupil], day: date) -> tuple[int, int]:
    here = [pupil for pupil in known if present(pupil, day)]
    oldest = max((pupil.year for pupil in here if pupil.year is not None), default=None)
    awaited = [pupil for pupil in here if oldest is None or pupil.year != oldest] or here
    return len(awaited), len(awaited) - in_common(awaited, now)


def _not_in(these: Iterable[Pupil], others: Iterable[Pupil]) -> list[Pupil]:
    keys = {pupil.key for pupil in others}
    return [pupil for pupil in these if pupil.key not in keys]


@dataclass
class _Class:
    name: str
    pupils: int = 0
    ringable: int = 0


def _ringable(snapshot: Snapshot, day: date) -> dict[str, _Class]:
    """How many pupils each class has, and how many contacts with a telephone number."""
    found: dict[str, _Class] = {}
    of_pupil: dict[str, list[_Class]] = defaultdict(list)
    for pupil in snapshot.pupils:
        for home in homes(pupil) if present(pupil, day) else ():
            one = found.setdefault(class_key(home), _Class(home))
            one.pupils += 1
            of_pupil[pupil.key].append(one)
    for contact in snapshot.contacts:
        if contact.phones:
            for one in {id(place): place for tie in contact.ties for place in of_pupil[tie.pupil.key]}.values():
                one.ringable += 1
    return found


def _silent(before: dict[str, _Class], now: dict[str, _Class]) -> Iterable[tuple[str, int, int]]:
    for key in sorted(before.keys() & now.keys()):
        old, new = before[key], now[key]
        # Per pupil, for a class may have become another; one that is nearly gone is another guard's.
        a_class = old.ringable >= _A_CLASS and new.pupils >= _MOST * old.pupils
        if a_class and new.ringable * old.pupils < _MOST * old.ringable * new.pupils:
            yield new.name, old.ringable, new.ringable
