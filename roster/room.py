"""The holes of a sheet that has no room for further contacts: who else there is, it cannot say."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from roster.columns import THE_PUPILS_OWN, Plan, Slot
from roster.gaps import Gap, Lost
from roster.groups import Problem
from roster.headings import NAME_FIELDS
from roster.merge import Record
from roster.words import counted

_MANY_PLACES = 3
# By so many pupils with one contact each (a class) it shows that a sheet has no more rows for them, unless one in ten has.
_ENOUGH_TO_TELL = 20
ROOMY_ONE_IN = 10


def holes(records: Iterable[Record], plan: Plan, continued: Collection[int]) -> tuple[Gap, ...]:
    """The holes of a sheet where every place for a contact is taken: who else there is, it has no room to say.

    Where another pupil's rows show different people, more rows are room enough; with several places in a row those that
    are `continued` prove nothing. A sheet with one place only is telling if hardly any pupil has rows for a second person.
    """
    places = _places(plan)
    alone = len(places) == 1
    by_pupil: dict[str, dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        if record.place in places and (alone or record.row not in continued):
            by_pupil[record.tie.pupil.key][record.row].append(record)
    differing = sum(_differ(rows.values()) for rows in by_pupil.values())
    if alone:
        (slot,) = places.values()
        numbered, roomy = False, _is_roomy(slot, len(by_pupil), differing)
    else:
        numbered = len(places) >= _MANY_PLACES and all(slot.name.isdigit() for slot in places.values())
        roomy = differing > 0
    if roomy or not places:
        return ()
    telling = {max(places)} if numbered else set(places)
    # With one parent of each child known, nearly everybody unknown may be the other one, whatever their name.
    lost = Lost.FURTHER if numbered or alone else Lost.ANOTHER
    shown = (those for rows in by_pupil.values() for those in list(rows.values())[:1])
    return tuple(_hole(lost, those) for those in shown if telling <= {record.place for record in those})


def said_of(found: Collection[Gap]) -> Iterator[Problem]:
    """Tell the office once how many pupils have every place taken."""
    if found:
        pupils = counted(len(found), "pupil")
        said = (
            f"Every place for a contact is taken for {pupils}, so further contacts may be missing; nobody who may be one "
            f"is asked to leave. To be sure, export a row for each contact."
        )
        yield Problem("file", said)


def _places(plan: Plan) -> dict[int, Slot]:
    """The places in a row for somebody with a name; or the only place there is, be it but a telephone."""
    places = {who: slot for who, slot in enumerate(plan.slots) if slot.name != THE_PUPILS_OWN}
    named = {column.who for column in plan.columns if column.field in NAME_FIELDS}
    return places if len(places) == 1 else {who: slot for who, slot in places.items() if who in named}


def _is_roomy(slot: Slot, pupils: int, differing: int) -> bool:
    """Whether a sheet with one place in a row has rows enough for everybody; "Contact 1" says itself that there are more."""
    telling = slot.name.isdigit() or pupils >= _ENOUGH_TO_TELL
    return not telling or differing * ROOMY_ONE_IN > pupils


def _differ(rows: Iterable[list[Record]]) -> bool:
    """Whether a pupil's rows show different people, so that a sheet has room for any number of them."""
    return len({tuple((record.names, record.phones) for record in those) for those in rows}) > 1


def _hole(lost: Lost, those: list[Record]) -> Gap:
    return Gap(
        lost,
        those[0].row,
        "every place for a contact is taken, so another one may be missing",
        tuple(name for record in those for name in record.names),
        pupils=(those[0].tie.pupil,),
    )
