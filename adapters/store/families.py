"""Families none of whose children is on the roll any more, and since when: so that what earlier rolls say of them can be forgotten."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.cells import contact_of
from adapters.store.forgettings import drop
from adapters.store.history import here_under_another_key, rolls_up_to
from adapters.store.kin_here import may_be_here
from roster.merge import agree
from roster.people import Contact
from roster.relations import Role
from roster.spans import Rolls

_PUPIL, _CONTACT, _TIE, _GAP = tables.Pupil, tables.Contact, tables.Tie, tables.Gap
_Node = tuple[str, int]


def forget_gone(session: Session, before: date) -> int:
    """Delete what rolls say of families whose last child was gone before a day; gives how many rows that were.

    Whatever the newest roll has stays, and so does whoever it only seems to lack. A contact who has any other child stays.
    So does a family one of whom may be somebody on the roll today, by the name, a number or an address: they may speak for
    a parent who is here under another record.
    """
    newest = session.scalars(select(col(tables.Roll.id)).order_by(col(tables.Roll.id).desc()).limit(1)).first()
    if newest is None:
        return 0
    days = {row.id: row.day for row in session.execute(select(col(tables.Roll.id), col(tables.Roll.day)))}
    rolls = rolls_up_to(session, newest)
    gone = _gone(session, rolls, days, before)
    due = gone - _spoken_for(session, rolls, gone)
    children = {child for family in _families(session) for child in _if_all(family, due)}
    return _without(session, children) + _alone(session, days, before) + _gaps(session, days, before, children)


def _gone(session: Session, rolls: Rolls, days: dict[int, date], before: date) -> frozenset[int]:
    """The children of whom no roll has told since then, by number."""
    over: dict[int, bool] = {}
    asked = select(col(_PUPIL.child_id), col(_PUPIL.since), col(_PUPIL.until), col(_PUPIL.left_on))
    for row in session.execute(asked):
        stood = row.until is not None and rolls.within(row.since, row.until)
        missing_for_good = row.until is not None and (not stood or rolls.gone(stood[1]))
        since = max(days[row.until], row.left_on or date.min) if missing_for_good else date.max
        over[row.child_id] = over.get(row.child_id, True) and since < before
    moved = here_under_another_key(session, rolls.current)
    kept = set(session.scalars(select(col(tables.Child.id)).where(col(tables.Child.key).in_(moved))))
    return frozenset(child for child, is_over in over.items() if is_over and child not in kept)


def _families(session: Session) -> Iterable[list[_Node]]:
    """Children and the contacts who tie them together; a social worker, or a teacher, makes no family."""
    ties = session.execute(select(col(_TIE.contact_id), col(_TIE.child_id), col(_TIE.role))).all()
    pairs: list[tuple[_Node, _Node]] = [
        (("contact", row.contact_id), ("child", row.child_id)) for row in ties if row.role != Role.PROFESSIONAL.value
    ]
    family = {number for (_, number), _ in pairs}
    pairs += [(("contact", one), ("contact", other)) for one, other in _same_people(session, family)]
    nodes: list[_Node] = [("child", number) for number in session.scalars(select(col(tables.Child.id))) if number]
    return _joined(nodes, pairs)


def _same_people(session: Session, among: set[int]) -> Iterator[tuple[int, int]]:
    """Records that are one person's: the MIS's id, a number or an address is the same, and the names agree."""
    buckets: dict[Hashable, list[tuple[int, Contact]]] = defaultdict(list)
    for row in session.execute(select(*_CONTACT.__table__.columns)):  # type: ignore[attr-defined]
        if row.id not in among:
            continue
        contact = contact_of(row)
        for key in (*contact.ids, *contact.phones, *contact.emails):
            alike = next((known for known in buckets[key] if _agree(known[1], contact)), None)
            if alike:
                yield alike[0], row.id
            buckets[key].append((row.id, contact))


def _agree(one: Contact, other: Contact) -> bool:
    return not (one.names and other.names) or agree(one.names, other.names)


def _joined(nodes: Iterable[_Node], pairs: Iterable[tuple[_Node, _Node]]) -> Iterable[list[_Node]]:
    """Give the nodes in heaps, those of a pair in the same one."""
    heaps: dict[_Node, list[_Node]] = {node: [node] for node in nodes}
    for one, other in pairs:
        mine, theirs = heaps.setdefault(one, [one]), heaps.setdefault(other, [other])
        if mine is theirs:
            continue
        if len(mine) < len(theirs):
            mine, theirs = theirs, mine
        mine += theirs
        for node in theirs:
            heaps[node] = mine
    return {id(heap): heap for heap in heaps.values()}.values()


def _spoken_for(session: Session, rolls: Rolls, gone: frozenset[int]) -> set[int]:
    """The children of contacts who may be here; of those whose work it is, if they had no other children."""
    theirs: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in session.execute(select(col(_TIE.contact_id), col(_TIE.child_id), col(_TIE.role))):
        theirs[row.contact_id].append((row.child_id, row.role))
    near = {number for number, ties in theirs.items() if not gone.issuperset(child for child, _ in ties)}
    here, found = may_be_here(session, rolls, near), set[int]()
    for number in here.present | here.alike:
        ties = theirs.get(number, [])
        alone = number in here.alike and gone.issuperset(child for child, _ in ties)
        found |= {child for child, role in ties if alone or role != Role.PROFESSIONAL.value}
    return found


def _if_all(family: list[_Node], due: frozenset[int]) -> Iterable[int]:
    """The children of a family, if all of them are due."""
    children = [number for kind, number in family if kind == "child"]
    return children if due.issuperset(children) else ()


def _without(session: Session, children: set[int]) -> int:
    """Delete children, and the contacts who have no others."""
    theirs = (
        set(session.scalars(select(col(_TIE.contact_id)).where(col(_TIE.child_id).in_(children))))
        if children
        else set()
    )
    rows = drop(session, col(_TIE.child_id), children) + drop(session, col(_PUPIL.child_id), children)
    others = set(session.scalars(select(col(_TIE.contact_id)).distinct()))
    ended = set(session.scalars(select(col(_CONTACT.id)).where(col(_CONTACT.until).is_not(None))))
    return (
        rows
        + drop(session, col(_CONTACT.id), (theirs - others) & ended)
        + drop(session, col(tables.Child.id), children)
    )


def _alone(session: Session, days: dict[int, date], before: date) -> int:
    """Delete contacts of no child at all whom no roll has had since then."""
    tied = set(session.scalars(select(col(_TIE.contact_id)).distinct()))
    ended = session.execute(select(col(_CONTACT.id), col(_CONTACT.until)).where(col(_CONTACT.until).is_not(None)))
    return drop(session, col(_CONTACT.id), [row.id for row in ended if row.id not in tied and days[row.until] < before])


def _gaps(session: Session, days: dict[int, date], before: date, children: set[int]) -> int:
    """Delete the holes of rolls that are long over, and those that were about children who are forgotten."""
    ended: Any = session.execute(
        select(col(_GAP.id), col(_GAP.until), col(_GAP.children)).where(col(_GAP.until).is_not(None))
    )
    due = [row.id for row in ended if days[row.until] < before or not children.isdisjoint(row.children)]
    return drop(session, col(_GAP.id), due)
