"""Several lists of one group made one, without ever taking absence for departure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from roster.groups import BETWEEN_NAMES, Completeness, Member, MemberList, Presence, Shown
from roster.text import words

_STRENGTHS = (Completeness.COMPLETE, Completeness.PARTIAL, Completeness.EVENTS)


def merged(lists: Iterable[MemberList]) -> MemberList:
    """Make one list of a group's lists, given in the order they came.

    A complete list stands for itself: what came before it is history. After it, whoever any list shows is in, with
    every number, address and name that any of them has, until a list tells that they went. That it is later than all
    those that show them, the lists themselves must tell, or nobody goes.
    """
    given = tuple(lists)
    if not given:
        raise ValueError("no list at all")
    told = given[max((at for at, one in enumerate(given) if one.proves_absence), default=0) :]
    newest = told[-1]
    if len(told) == 1:
        return newest
    went = _went(told)
    members: list[Member] = []
    for listed in reversed(told):
        members = _with(members, listed.members)
    shown = tuple(member for member in members if member.identity not in went)
    here = {member.identity for member in shown}
    gone = {one.identity: one for listed in told for one in listed.gone if one.identity not in here}
    moments = [listed.as_of for listed in told if listed.as_of]
    return replace(
        newest,
        members=shown,
        completeness=max((listed.completeness for listed in told), key=_STRENGTHS.index),
        gone=tuple(gone.values()),
        # Of lists some of which do not say their moment, nobody knows the last.
        as_of=max(moments) if len(moments) == len(told) else None,
        problems=tuple(dict.fromkeys(problem for listed in told for problem in listed.problems)),
        without_maker=any(listed.without_maker for listed in told),
    )


def together(one: Member, other: Member) -> Member:
    """Make one member of two sights of one account. If they show different names, both are kept."""
    phones = tuple(dict.fromkeys([*one.phones, *other.phones]))
    emails = tuple(dict.fromkeys([*one.emails, *other.emails]))
    named = one if one.name else other
    unread = Shown.UNUSABLE in {one.shown, other.shown}
    first, *rest = (None, *phones) if unread or not phones else phones
    return replace(
        named,
        row=one.row,
        name=names_together(one.name, other.name),
        phone=first,
        more_phones=tuple(phone for phone in rest if phone),
        email=next(iter(emails), None),
        more_emails=emails[1:],
        shown=Shown.UNUSABLE if unread else Shown.NUMBER if phones else one.shown,
        admin=one.admin or other.admin,
        own=one.own or other.own,
        presence=Presence.IN if Presence.IN in {one.presence, other.presence} else one.presence,
    )


def _with(members: list[Member], earlier: Iterable[Member]) -> list[Member]:
    """Add those of an earlier list, and what it knows of those who are here already."""
    before = {one.identity: one for one in earlier}
    here = {one.identity for one in members}
    known = [together(one, before[one.identity]) if one.identity in before else one for one in members]
    return [*known, *(one for one in earlier if one.identity not in here)]


def _went(lists: Iterable[MemberList]) -> set[str]:
    """Those of whom a list tells that they went, and none that may be as late shows them, or hides whom it is of."""
    sights: dict[str, list[datetime | None]] = {}
    leavings: dict[str, list[datetime | None]] = {}
    hiding = [listed for listed in lists if listed.hides_people]
    for listed in lists:
        for one in listed.members:
            sights.setdefault(one.identity, []).append(listed.as_of)
        for one in listed.gone:
            # A name is somebody else's in another list: whoever goes by it went from this one only.
            if one.presence is Presence.GONE and (one.phone or one.email):
                leavings.setdefault(one.identity, []).append(one.went_at)
                sights.setdefault(one.identity, []).extend(other.as_of for other in hiding if other is not listed)
    return {
        who
        for who, left in leavings.items()
        if all(any(at and seen and at > seen for at in left) for seen in sights.get(who, []))
    }


def names_together(name: str, other: str) -> str:
    """Make one name of two that somebody goes by; one that says nothing more adds nothing."""
    mine, others = set(words(name)), set(words(other))
    if name and (not other or others <= mine):
        return name
    return other if mine <= others else f"{name}{BETWEEN_NAMES}{other}"
