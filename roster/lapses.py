"""When an answer about a member holds no longer: what it rested on is so no more."""

from collections.abc import Collection

from roster.decisions import Answer, Link, Who
from roster.people import Contact
from roster.phone import Phone
from roster.roll import Roll
from roster.words import listed

SUPERFLUOUS = "superfluous"


def why_over(link: Link, roll: Roll, held_by: Collection[Who] = ()) -> str:
    """Say in half a sentence why an answer is over; "" while it holds. `held_by` are those who had the number when it was given.

    It is over once the school's list has the number for the very person, or for anybody else who had not got it then, and
    once the person is known to the list and to its past no more.
    """
    holders = _holders(link.member, roll)
    theirs = [one for one in holders if link.contact and link.contact.is_(one)]
    others = [one for one in holders if one not in theirs and not any(who.is_(one) for who in held_by)]
    if theirs and not any(who.is_(one) for who in held_by for one in theirs):
        return f"{SUPERFLUOUS}: the school's list has it for {theirs[0].shown} now"
    if others and link.answer is not Answer.SOMEBODY_ELSE:
        return f"on the school's list it belongs to {listed([one.shown for one in others])} now"
    if link.answer is Answer.SAME and link.contact and not _knows(roll, link.contact, link.member):
        return f"{link.contact.shown} is on the school's list no more"
    return ""


def is_number(identity: str) -> bool:
    """Whether an identity is a telephone number in E.164."""
    digits = identity.removeprefix("+")
    return identity.startswith("+") and digits.isascii() and digits.isdigit()


def _holders(identity: str, roll: Roll) -> tuple[Contact, ...]:
    return roll.with_phone(Phone(identity)) if is_number(identity) else roll.with_email(identity)


def _knows(roll: Roll, who: Who, identity: str) -> bool:
    """Whether the roll has somebody; or its past, which tells of a number that their children have left."""
    if roll.contacts_who_are(who):
        return True
    return is_number(identity) and any(who.is_(former.contact) for former in roll.past.formers)
