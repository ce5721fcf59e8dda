"""What the school has decided: who counts, for how long, and how much a run may propose.

Plain facts with their bounds and meanings; whoever reads them from a file checks them against these.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le, Len

Raisable = Literal["query", "remove"]
Days = Annotated[int, Ge(0), Le(400)]
People = Annotated[int, Ge(0)]
Share = Annotated[float, Ge(0), Le(1)]
Region = Annotated[str, Len(2, 2)]


def _decided(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"description": meaning})


@dataclass(frozen=True, slots=True)
class Policy:
    """Who belongs, where schools differ."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    starters_window_days: Days = _decided(120, "Carers of a child who starts within this many days belong already.")
    leavers_grace_days: Days = _decided(0, "After a child's last day the carers may stay for this many days.")
    other_group: Raisable = _decided(
        "query", 'A carer whose children are all in other classes: "query" asks the office, "remove" takes out.'
    )
    not_a_carer: Raisable = _decided(
        "query", "Somebody on the school's list who is no parent or carer (doctor, neighbour, aunt)."
    )
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
    roll_age_days: Days = _decided(30, "An export older than this many days is not acted on.")
    list_age_days: Days = _decided(30, "A member list older than this many days is not acted on.")
