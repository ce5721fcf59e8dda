"""The brakes that need a memory: what the last roll was like, how old this one is, whether anybody has read a result."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roster.changes import Flag
from roster.guard import Objection
from roster.policy import Limits
from roster.since_accepted import Since
from roster.words import counted, spoken

ROLL_GUARDS = frozenset(
    {"roll-shrunk", "roll-old", "roll-damaged", "roll-grown", "phones-missing", "class-lost", "many-groups"}
)
NOTHING_LOST = Since()


@dataclass(frozen=True, slots=True)
class RollFacts:
    """What is remembered of a roll: when it came, how many it holds, and when the same bytes came before."""

    received_on: date
    on_roll: int
    ringable: int
    seen_before: date | None = None


def read_as(guard: str, roll: int) -> str:
    """What somebody has read who releases in spite of a guard: one about the roll is about that roll alone."""
    return f"{guard} {roll}" if guard in ROLL_GUARDS else guard


def roll_shrunk(
    roll: RollFacts, accepted: RollFacts | None, limits: Limits, lost: Since = NOTHING_LOST
) -> Objection | None:
    """Pupils on roll, or contacts with a usable number, are fewer than 90 % of the last accepted roll's, or others than these.

    Of the oldest year nobody is awaited: it leaves every summer, and many an export has no leavers.
    """
    if accepted is None:
        return None
    share = limits.roll_kept_share
    shrunk = [
        f"{now} {what} where the export of {spoken(accepted.received_on)} had {before}"
        for what, now, before in (
            ("pupils on roll", roll.on_roll, accepted.on_roll),
            ("contacts with a telephone number", roll.ringable, accepted.ringable),
        )
        if now < share * before
    ]
    if lost.awaited - lost.lacking < share * lost.awaited:
        shrunk.append(
            f"{lost.awaited - lost.lacking} of the {counted(lost.awaited, 'pupil')} below the oldest year whom that of "
            f"{spoken(accepted.received_on)} had"
        )
    if not shrunk:
        return None
    return Objection(
        "roll-shrunk",
        f"The export has {' and '.join(shrunk)}, less than {share:.0%}. Most likely a filter was on, or a year group "
        f"or a column is missing, or it is another school's: export it again whole. If so many really left, release the list.",
    )


def roll_old(roll: RollFacts, on: date, limits: Limits) -> Objection | None:
    """The roll is older than the policy allows, or is the same file as an older one."""
    if roll.seen_before is not None:
        return Objection(
            "roll-old",
            f"The export received on {spoken(roll.received_on)} is the very file that was received on "
            f"{spoken(roll.seen_before)}, before others. Most likely an old download was sent by mistake: export it again.",
        )
    age = (on - roll.received_on).days
    if age <= limits.roll_age_days:
        return None
    return Objection(
        "roll-old",
        f"The newest export is of {spoken(roll.received_on)}, {counted(age, 'day')} ago; the limit is "
        f"{counted(limits.roll_age_days, 'day')}. Children may have joined since: export it again.",
    )


def first_run(name: str, *, read: bool) -> Objection | None:
    """Nobody has yet read this group's first result."""
    if read:
        return None
    return Objection(
        "first-run",
        f"This is the first result for {name}, and nobody has read it yet. Read it, then release it; "
        f"from then on it runs by itself.",
    )


def restored(name: str, *, read: bool) -> Objection | None:
    """A back-up was put in place of the database, and nobody has read this group's result since."""
    if read:
        return None
    return Objection(
        "restored",
        f"The database was restored from a back-up, so that exemptions and answers given after the back-up may be lost. "
        f"Give those of {name} again, read its result, then release it.",
    )


def still_surprising(
    objections: Iterable[Objection], removals: Iterable[Flag], told: Iterable[Flag]
) -> tuple[Objection, ...]:
    """Drop the objection to a list's length when everybody on it was told of before, so that nobody new is named."""
    known = {(flag.identity, flag.standing) for flag in told}
    nobody_new = all((flag.identity, flag.standing) in known for flag in removals)
    return tuple(one for one in objections if not (nobody_new and known and one.guard == "too-many-removals"))


def list_is_old(received_on: date, on: date, limits: Limits) -> bool:
    """Whether a member list is too old to act on."""
    return (on - received_on).days > limits.list_age_days
