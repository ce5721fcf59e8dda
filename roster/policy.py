"""What the school has decided: who counts, for how long, and how much a run may propose."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Raisable = Literal["query", "remove"]
Days = Annotated[int, Field(ge=0, le=400)]
Share = Annotated[float, Field(ge=0, le=1)]


class Decided(BaseModel):
    """The strict, frozen base of what is written in the settings: an unknown word is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Policy(Decided):
    """Who belongs, where schools differ."""

    starters_window_days: Days = Field(
        120, description="Carers of a child who starts within this many days belong already."
    )
    leavers_grace_days: Days = Field(0, description="After a child's last day the carers may stay for this many days.")
    other_group: Raisable = Field(
        "query",
        description='A carer whose children are all in other classes: "query" asks the office, "remove" takes out.',
    )
    not_a_carer: Raisable = Field(
        "query",
        description="Somebody on the school's list who is no parent or carer (doctor, neighbour, aunt).",
    )
    region: str = Field(
        "GB",
        pattern="^[A-Z]{2}$",
        description="Where numbers without a country code are dialled from (ISO 3166).",
    )


class Limits(Decided):
    """How much a run may propose before a person has to look. Right for a group of 30 to 60."""

    removals: Annotated[int, Field(ge=0)] = Field(
        3, description="A group may lose this many people in one run, or the share below, whichever is more."
    )
    removals_share: Share = Field(0.10, description="... or this share of its members.")
    known_share: Share = Field(
        0.60, description="At least this share of the members who show a number must be known to the school."
    )
    set_aside_share: Share = Field(0.02, description="At most this share of the export's rows may be unreadable.")
    roll_kept_share: Share = Field(
        0.90,
        description="A new export must hold at least this share of the last one's pupils and telephone contacts.",
    )
    roll_age_days: Days = Field(30, description="An export older than this many days is not acted on.")
    list_age_days: Days = Field(30, description="A member list older than this many days is not acted on.")
