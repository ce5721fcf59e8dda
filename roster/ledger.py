"""What becomes of somebody whom volunteers were asked to take out: what is claimed and what is proved, kept apart."""

from enum import Enum


class What(Enum):
    """One thing that happened. The first is ours, the next four are claims, the others rest on lists or on the roll.

    `ASKED`: volunteers were asked to take somebody out. `SAID_DONE`, `DISPUTED`, `CANNOT_FIND`, `ALREADY_GONE`: a
    volunteer's word; `UNSAID` takes the last of them back. `SEEN_GONE`: a later list, which shows everybody, lacks them.
    `WITHDRAWN`: nothing is asked any more, for they may stay or the result is held. `CHASED`: said to be done, and still
    there. `TO_CO_ADMIN`, `TO_OFFICE`: open for so long that others were told. `CAME_BACK`: in the group again after they
    had gone.
    """

    ASKED = "asked"
    SAID_DONE = "said-done"
    DISPUTED = "disputed"
    CANNOT_FIND = "cannot-find"
    ALREADY_GONE = "already-gone"
    UNSAID = "unsaid"
    SEEN_GONE = "seen-gone"
    WITHDRAWN = "withdrawn"
    CHASED = "chased"
    TO_CO_ADMIN = "to-co-admin"
    TO_OFFICE = "to-office"
    CAME_BACK = "came-back"


CLAIMS = frozenset({What.SAID_DONE, What.DISPUTED, What.CANNOT_FIND, What.ALREADY_GONE})
