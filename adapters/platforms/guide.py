"""What a list's section in `docs/formats.md` says: how to get it on a telephone or a computer, and what it can prove."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListGuide:
    """One kind of member list, for the volunteer or the office.

    `file` is what it looks like, `get` how to get it, `proves` what it can and cannot tell ("complete", "partial" or
    "events" first), `basis` where its shape is known from.
    """

    system: str
    file: str
    get: str
    proves: str
    basis: str
