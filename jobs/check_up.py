"""What a check-up finds: in three grades, each with what to do."""

from dataclasses import dataclass
from enum import Enum


class Grade(Enum):
    """How bad it is."""

    WELL = "well"
    WORTH_A_LOOK = "worth a look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that was looked at: `what` in two words ("back-ups"), `said` in a sentence, `cure` what to do if it is not well.

    Nothing in it names anybody: it may be sent to whoever helps.
    """

    grade: Grade
    what: str
    said: str
    cure: str = ""
