"""Why so many would have to go, as far as the rolls tell: the likely cause of a hold, in words. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from roster.groups import Member
from roster.objection import Objection
from roster.past import Former
from roster.people import Contact, Pupil
from roster.roll import Roll, present
from roster.scope import class_key, year_said
from roster.verdicts import Verdict
from roster.words import counted, listed

# Fewer may leave a class on one day; whoever has been gone for longer was looked at when they went.
_A_CLASS, _LATELY = 5, timedelta(days=60)
_NAMED = 5


@dataclass(frozen=True, slots=True)
class LostClass:
    """A class (or year, where there are no classes) whose children the newest export lacks, without a word of their leaving.

    `gone` are so many of them, `here` those whom it still has.
    """

    name: str
    gone: int
    here: int

    @property
    def said(self) -> str:
        """What has happened: "3B is missing from the newest export"."""
        if not self.here:
            return f"{self.name} is missing from the newest export"
        return f"the newest export lacks {self.gone} of the {self.gone + self.here} children of {self.name}"


def lost_classes(roll: Roll) -> Mapping[str, LostClass]:
    """The classes of which lately most children have vanished from the rolls, by the class's key."""
    since = roll.day - _LATELY
    vanished = {tie.pupil for former in roll.past.formers for tie in former.contact.ties if tie.pupil.dropped}
    gone = Counter(home for one in vanished if one.left_on and one.left_on >= since for home in homes(one))
    here = Counter(class_key(home) for one in roll.snapshot.pupils if present(one, roll.day) for home in homes(one))
    return {
        class_key(name): LostClass(name, many, here[class_key(name)])
        for name, many in gone.items()
        if many >= max(_A_CLASS, here[class_key(name)])
    }


def likely_cause(removals: Collection[Verdict], roll: Roll) -> str:
    """Say what most of those who would have to go have in common, and what may have become of it; empty if nothing."""
    stood = Counter(name for one in removals for name in _stood_in(one.member, roll))
    if not stood:
        return ""
    name, many = stood.most_common(1)[0]
    if many < 2 or 2 * many < len(removals):
        return ""
    lost = lost_classes(roll).get(class_key(name))
    who = f"{many} of the {len(removals)} are carers of {name}"
    return f"{who}, and {lost.said}." if lost else f"{who}, by children who have left."


def class_lost(removals: Iterable[Verdict], roll: Roll, *, anyhow: bool = False) -> Objection | None:
    """Somebody would have to go because the newest export lacks most of a class, without a word of their leaving.

    `anyhow` says that it was so on an earlier night, and that the office has yet to release some group.
    """
    lost = lost_classes(roll)
    stood = (
        frozenset(class_key(home) for one in removals for home in _stood_in(one.member, roll)) if lost else frozenset()
    )
    classes = [lost[key] for key in sorted(stood & lost.keys() or (lost if anyhow else ()))]
    if not classes:
        return None
    named = listed([one.name for one in classes[:_NAMED]])
    said = "; ".join(one.said for one in classes[:_NAMED])
    return Objection(
        "class-lost",
        f"People would be asked to leave because their children are on no export any more, and nothing says that "
        f"these left: {said}. Most likely a filter was on, or a class was left out: export it again with {named} in it. "
        f"If they all really left, release the list.",
    )


def many_groups(names: Collection[str], limit: int) -> Objection:
    """One export that would have more groups take somebody out than the limit; `names` are those whose lists nobody has released."""
    some = listed([*sorted(names)[:_NAMED], *(["others"] if len(names) > _NAMED else [])])
    if len(names) > limit:
        who = f"{counted(len(names), 'group')} would have somebody new to take out because of one export ({some}), more than {limit}."
    else:
        who = f"More than {limit} groups had somebody new to take out because of one export; {some} nobody has released yet."
    return Objection(
        "many-groups",
        f"{who} Most likely the export lacks people, or it is another school's or another year's: check that it is whole "
        f"and of today. Then release each of the lists, or upload a better export.",
    )


def _stood_in(member: Member, roll: Roll) -> frozenset[str]:
    """The classes of the children who have left of whoever has a member's number or address, or had it."""
    held = [one for phone in member.phones for one in (*roll.with_phone(phone), *_once(roll.past.with_phone(phone)))]
    held += [one for mail in member.emails for one in (*roll.with_email(mail), *_once(roll.past.with_email(mail)))]
    children = {tie.pupil for one in held for tie in one.ties}
    return frozenset(home for child in children if child.left(roll.day) for home in homes(child))


def _once(formers: Iterable[Former]) -> Iterable[Contact]:
    return (former.contact for former in formers)


def homes(pupil: Pupil) -> Iterable[str]:
    """Where a pupil is looked for: the classes, or the year where none is known."""
    return pupil.classes or ((year_said(pupil.year),) if pupil.year is not None else ())
