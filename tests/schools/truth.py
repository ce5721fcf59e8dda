"""What the contract asks for each member, from the school's truth and from what the export as written shows.

Doubt is allowed where the export leaves one, and nowhere else. Names are no doubt: no two adults of a
school share an initial and a surname, strangers included.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.schools.lists import Group
from tests.schools.members import Member
from tests.schools.names import plain
from tests.schools.parcels import Parcel
from tests.schools.people import PROFESSIONAL, Link, Pupil, School
from tests.schools.sheets import Seen, Sheet
from tests.schools.spellings import could_be, is_illegible

BELONGS, QUERY, REMOVE = "belongs", "query", "remove"


@dataclass(frozen=True)
class Truth:
    """The standings that are right for a member, and why."""

    allowed: frozenset[str]
    why: str

    @property
    def must_remove(self) -> bool:
        return self.allowed == {REMOVE}

    @property
    def must_not_remove(self) -> bool:
        return REMOVE not in self.allowed

    @property
    def either(self) -> bool:
        return not self.must_remove and not self.must_not_remove


def _only(standing: str, why: str) -> Truth:
    return Truth(frozenset({standing}), why)


def _stays(why: str) -> Truth:
    return Truth(frozenset({BELONGS, QUERY}), why)


def _either(why: str) -> Truth:
    return Truth(frozenset({BELONGS, QUERY, REMOVE}), why)


class Oracle:
    """Knows the school, and what a reader of the sheet can honestly know of it."""

    def __init__(self, school: School, sheet: Sheet | Parcel, *, initials: bool) -> None:
        """`initials` says that somewhere in the sheet an initial stands for a first name."""
        self.school, self.sheet, self.initials = school, sheet, initials
        self._readable = {(s.adult, number) for s in sheet.seen if not s.torn for number in s.clear}

    def truth(self, member: Member, group: Group) -> Truth:
        """The standings that are right for the member in the group."""
        if member.number is None:
            return _only(QUERY, "shows no number that can be used, and a name alone never removes anybody")
        clear = [s for s in self.sheet.seen if member.number in s.clear and not s.torn]
        torn = [s for s in self.sheet.seen if member.number in s.clear and s.torn]
        if any(map(self._is_live, clear)):
            return self._on_roll(member.number, clear, group)
        if any(map(self._is_live, torn)):
            return _stays("the number stands in a torn row of a pupil on roll")
        if clear or torn:
            truth = self._left(member.number, clear, torn, group)
            theirs = member.adult in {s.adult for s in (*clear, *torn)}
            if truth.must_remove and member.named and not theirs:
                return _either("a leaver's number, under a name that is not that of whoever the export has it for")
            return truth
        return self._unknown(member, member.number, group)

    def _on_roll(self, number: str, clear: list[Seen], group: Group) -> Truth:
        """Somebody with the number, readable as it stands, is a contact of a pupil on roll or starting.

        `belongs` alone is right for a clean carer of a pupil on roll in scope; `query` alone for a clean
        carer of pupils elsewhere, for professionals, and for the restricted when the sheet says so.
        """
        links = [link for s in clear for link in (self._link(s),)]
        if self._any_torn(clear):
            return _stays("a row of theirs is torn")
        if any(link.restricted for link in links):
            sure = all(link.restricted for link in links) and "restriction" in self.sheet.shows
            return _only(QUERY, "restricted") if sure else _stays("restricted, or shares the number with one")
        if all(link.relation in PROFESSIONAL for link in links) and "relation" in self.sheet.shows:
            return _only(QUERY, "a contact, and no carer")
        if not all(link.is_carer for link in links):
            return _stays("no parent, or shares the number with one who is none")
        return self._in_or_out(number, clear, group)

    def _in_or_out(self, number: str, clear: list[Seen], group: Group) -> Truth:
        if group.kind != "school" and group.kind not in self.sheet.shows:
            return _stays(f"the export shows no {group.kind}")
        here = [self.school.pupil[s.pupil] for s in clear if group.covers(self.school.pupil[s.pupil])]
        if any(pupil.is_on_roll(self.school.day) for pupil in here):
            return _only(BELONGS, "a carer of a pupil on roll in scope")
        if any(pupil.is_yet_to_start(self.school.day) for pupil in here):
            return _stays("a carer of a pupil who is yet to start in scope")
        holders = {s.adult for s in clear} | {a.key for a in self.school.adults.values() if number in a.numbers}
        if any(self._may_be_for(group, p) for key in holders for p, _ in self.school.links_of(key)):
            return _stays("a carer in scope too, though that row does not show the number")
        return _only(QUERY, "a carer of pupils on roll, none of them in scope")

    def _left(self, number: str, clear: list[Seen], torn: list[Seen], group: Group) -> Truth:
        """Everybody who readably has the number is a contact of leavers only."""
        people = {s.adult for s in (*clear, *torn)}
        if any(s.adult in people and self._is_live(s) for s in self.sheet.seen):
            return _stays("the same person has a child on roll, whose row shows another number or none")
        if number in self.school.live_numbers:
            return _either("shares the number with a contact on roll, whose own cell does not show it")
        if torn or self._any_torn(clear):
            return _either("left, but a row of theirs is torn")
        if any(self._has_kin_here(key, self._are_both_carers) for key in people):
            return _stays("left, but another carer of the child, or of the same line, has a child on roll")
        if any(self._has_kin_here(key, self._are_both_somebody) for key in people):
            return _either(
                "left, but somebody else of the child's has a child on roll; as what is not shown, or not for sure"
            )
        if self._may_be_cut_off_from_a_sibling(people, group):
            return _either("left, but the row of a pupil of the same surname in scope has no room for another contact")
        if not any(self._link(s).is_carer for s in clear):
            return _either("a contact of leavers, but no parent")
        return _only(REMOVE, "a carer all of whose children have left")

    def _unknown(self, member: Member, number: str, group: Group) -> Truth:
        """Nobody in the export readably has the number."""
        own = [s for s in self.sheet.seen if s.adult == member.adult]
        on_roll = [s for s in own if self._is_live(s)]
        if on_roll and member.named == "full" and any(self._link(s).is_carer for s in on_roll):
            return _only(QUERY, "a carer on roll under the full name, with another number than the export has")
        if self._is_called(member, on_roll, group):
            return _stays("a carer in scope, shown by the first name")
        if any(self._may_be(text, number) for s in on_roll for text in s.spoilt):
            return _stays("a contact on roll whose number cannot be read")
        if on_roll:
            return _either("a contact on roll, but nothing in the export tells: no name, and no such number")
        if self._is_cut_off(member, group):
            return _stays("a carer on roll for whom the row of a pupil in scope had no room")
        if number in self.school.live_numbers or self._has_a_child_here(member):
            return _either("a contact on roll whom the export leaves out")
        return self._outsider(member, number, own, group)

    def _outsider(self, member: Member, number: str, own: list[Seen], group: Group) -> Truth:
        """A stranger, or somebody of a leaver's with a number that the export has not."""
        spoilt = [text for s in self.sheet.seen for text in s.spoilt]
        if any(could_be(text, number) for text in spoilt):
            return _either("the digits left in an unusable cell fit the number")
        if any(s.spoilt or s.torn for s in own):
            return _either("a leaver's contact whose own record is damaged")
        if self._full_rows(member, group):
            return _either("a number that nobody has, while a pupil's row has no room for another contact")
        if member.named == "full":
            return _only(REMOVE, "a number that nobody has, under a full name that nobody has")
        if self._is_called(member, self.sheet.seen, group):
            return _only(QUERY, "a number that nobody has, under the first name of a carer in scope")
        if member.named:
            return _either("a number that nobody has, under a label that may be anybody's")
        if any(map(is_illegible, spoilt)):
            return _either("a number alone, while an illegible cell may hold it")
        if any(s.torn and not s.clear for s in self.sheet.seen):
            return _either("a number alone, while one cell of a torn row, nobody knows which, holds no number")
        if any(self._has_no_number(s) for s in self.sheet.seen if self._may_be_in(group, s)):
            return _either("a number alone, while a carer in scope has none in the export")
        return _only(REMOVE, "a number alone that nobody has, and everybody's number can be read")

    def _full_rows(self, member: Member, group: Group) -> list[Pupil]:
        """The pupils in scope who may have a contact too many for their row, and this one may be it.

        A roomy row is rarely full: then it may be anybody. Room for two often is taken, and so are mum, dad and
        another: then it is somebody of the family's name, or without a full name.
        """
        full = [self.school.pupil[key] for key in self.sheet.full if self.school.is_live(key)]
        may_be = [pupil for pupil in full if self._may_be_for(group, pupil)]
        if self.sheet.roomy or member.named != "full":
            return may_be
        return [pupil for pupil in may_be if self._surnames(pupil) & _words(member.name)]

    def _surnames(self, pupil: Pupil) -> set[str]:
        """Every part of the surnames in the pupil's own row."""
        listed = {s.adult for s in self.sheet.seen if s.pupil == pupil.key}
        return _words(pupil.surname).union(*(_words(self.school.adults[key].surname) for key in listed))

    def _is_cut_off(self, member: Member, group: Group) -> bool:
        rows = [pupil for pupil in self._full_rows(member, group) if group.covers(pupil)]
        return any(link.adult.key == member.adult for pupil in rows for link in pupil.links)

    def _may_be_cut_off_from_a_sibling(self, people: set[str], group: Group) -> bool:
        children = {word for key in people for pupil, _ in self.school.links_of(key) for word in _words(pupil.surname)}
        full = [self.school.pupil[key] for key in self.sheet.full if self.school.is_live(key)]
        return any(self._may_be_for(group, pupil) and children & _words(pupil.surname) for pupil in full)

    def _is_live(self, seen: Seen) -> bool:
        return self.school.is_live(seen.pupil)

    def _has_a_child_here(self, member: Member) -> bool:
        return any(self.school.is_live(pupil.key) for pupil, _ in self.school.links_of(member.adult or ""))

    def _is_called(self, member: Member, rows: Iterable[Seen], group: Group) -> bool:
        """Whether the label is nothing but the first name of a carer in scope, in rows that are whole."""
        label = plain(member.name).split()
        return not self.initials and any(
            plain(self.school.adults[s.adult].forename).split() == [word for word in label if word.isalpha()]
            for s in rows
            if self._is_in(group, s) and self._link(s).is_carer and not s.torn
        )

    def _is_in(self, group: Group, seen: Seen) -> bool:
        return self._is_live(seen) and group.covers(self.school.pupil[seen.pupil])

    def _may_be_in(self, group: Group, seen: Seen) -> bool:
        return self._is_live(seen) and self._may_be_for(group, self.school.pupil[seen.pupil])

    def _may_be_for(self, group: Group, pupil: Pupil) -> bool:
        """Whether the group is for the pupil, or nobody can tell because the export does not show it."""
        return group.kind not in {"school", *self.sheet.shows} or group.covers(pupil)

    def _has_kin_here(self, key: str, count: Callable[[Seen, Seen], bool]) -> bool:
        """Whether rows tell of somebody with a child on roll who shares a child, or a line, with an adult."""
        own = [s for s in self.sheet.seen if s.adult == key]
        children, lines = {s.pupil for s in own}, {number for s in own for number in s.clear}
        others = [s for s in self.sheet.seen if s.adult != key]
        near = {s.adult for s in others if lines & set(s.clear)}
        near |= {s.adult for s in others if s.pupil in children and any(count(s, one) for one in own)}
        return any(s.adult in near and self._is_live(s) and any(count(s, one) for one in own) for s in others)

    def _are_both_carers(self, one: Seen, other: Seen) -> bool:
        shown = "relation" in self.sheet.shows and not (one.torn or other.torn)
        return shown and self._link(one).is_carer and self._link(other).is_carer

    def _are_both_somebody(self, one: Seen, other: Seen) -> bool:
        """Whether both may count as carers: by the relation shown, or because none is."""
        silent = "relation" not in self.sheet.shows
        return silent or not {self._link(one).relation, self._link(other).relation} & PROFESSIONAL

    def _link(self, seen: Seen) -> Link:
        links = self.school.pupil[seen.pupil].links
        return next(link for link in links if link.adult.key == seen.adult)

    def _any_torn(self, rows: list[Seen]) -> bool:
        people = {s.adult for s in rows}
        return any(s.torn for s in self.sheet.seen if s.adult in people)

    def _has_no_number(self, seen: Seen) -> bool:
        return not any(adult == seen.adult for adult, _ in self._readable)

    def _may_be(self, text: str, number: str) -> bool:
        return is_illegible(text) or could_be(text, number)


def _words(name: str) -> set[str]:
    """The words of a name without lone letters: the O' of O'Brien makes nobody a relative."""
    return {word for word in plain(name).split() if len(word) > 1}
