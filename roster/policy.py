"""What the school has decided: who counts, for how long, and how much a run may propose.

Plain facts with their bounds and meanings; whoever reads them from a file checks them against these.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le, Len

Raisable = Literal["query", "remove"]
Staying = Literal["belong", "query"]
Staffing = Literal["query", "belong", "remove"]
Days = Annotated[int, Ge(0), Le(400)]
People = Annotated[int, Ge(0)]
Share = Annotated[float, Ge(0), Le(1)]
Region = Annotated[str, Len(2, 2)]


def _decided(default: Any, meaning: str, examples: tuple[Any, ...] = ()) -> Any:
    return field(default=default, metadata={"description": meaning, "examples": examples})


@dataclass(frozen=True, slots=True)
class Policy:
    """Who belongs, where schools differ."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    starters_window_days: Days = _decided(120, "Carers of a child who starts within this many days belong already.")
    leavers_grace_days: Days = _decided(0, "After a child's last day the carers may stay for this many days.")
    leavers_grace_until: tuple[str, ...] = _decided(
        (),
        "... or until the next of these days of the year, such as the ends of the terms and of the summer, month before "
        "day; whichever is later.",
        (["12-31", "04-15", "08-31"],),
    )
    other_group: Raisable = _decided(
        "query", 'A carer whose children are all in other classes: "query" asks the office, "remove" takes out.'
    )
    not_a_carer: Raisable = _decided(
        "query", "Somebody on the school's list who is no parent or carer (doctor, neighbour, aunt)."
    )
    also_carers: tuple[str, ...] = _decided(
        (),
        "Relations that count as carers, whatever else is recorded of them. Without it a relative counts with parental "
        "responsibility or living with the child, and nobody whose work it is.",
        (["grandparent", "childminder"],),
    )
    never_carers: tuple[str, ...] = _decided(
        (),
        'Relations that do not count, whatever else is recorded of them; "relative" is every relative. Parents, guardians '
        "and carers always count.",
        (["sibling"],),
    )
    staff_who_are_parents: Staying = _decided(
        "belong",
        'A carer who is on the school\'s list as staff too: "belong", or "query" to ask the office about each.',
    )
    staff_who_are_not: Staffing = _decided(
        "query",
        'Staff (teacher, assistant ...) without a child in the group: "query" asks the office, and an exemption settles '
        'it; "belong" lets them all stay; "remove" takes them out, whatever exemption they have as staff.',
    )
    representatives: Staying = _decided(
        "belong",
        'Whether an exemption as class representative lets somebody stay: "belong", or "query" to ask the office.',
    )
    governors: Staying = _decided("belong", "The same for an exemption as governor.")
    dual_registered: Staying = _decided(
        "belong", 'Carers of a child who is registered at another school too: "belong", or "query" to ask the office.'
    )
    guests: Staying = _decided("belong", "The same for a child of another school who is only a guest in lessons here.")
    pause_from: str = _decided(
        "",
        "From this day of the year on (month before day, as in 07-20) no volunteer is written to, because classes and "
        "lists change over the summer; empty for no pause. A good time is from two days before the last day of school ...",
    )
    pause_until: str = _decided("", "... to this day, two weeks after the first day of the new school year.")
    region: Region = _decided("GB", "Where numbers without a country code are dialled from (ISO 3166).")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a run may propose before a person has to look. Right for a group of 30 to 60."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    removals: People = _decided(
        3, "A group may lose this many people in one run, or the share below, whichever is more."
    )
    removals_share: Share = _decided(0.10, "... or this share of its members.")
    known_share: Share = _decided(
        0.60, "At least this share of the members who show a number must be known to the school."
    )
    set_aside_share: Share = _decided(0.02, "At most this share of the export's rows may be unreadable.")
    roll_kept_share: Share = _decided(
        0.90, "A new export must hold at least this share of the last one's pupils and telephone contacts."
    )
    groups_changed: People = _decided(
        5,
        "So many groups may have somebody new to take out because of one export; if it is more, all of them are held.",
    )
    roll_age_days: Days = _decided(30, "An export older than this many days is not acted on.")
    list_age_days: Days = _decided(30, "A member list older than this many days is not acted on.")
