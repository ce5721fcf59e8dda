"""What only the whole roll can tell the digest: how many carers a group lacks."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from adapters.store import decisions, said_no
from roster.decisions import Decisions
from roster.missing import missing_from
from roster.night import GroupNight
from roster.roll import Roll
from roster.runs import group_key


class FromRoll:
    """Asks the roll, which is put together only if there is a digest to write."""

    def __init__(self, session: Session, load: Callable[[], Roll] | None) -> None:
        self._session = session
        self._load = load

    def missing(self, night: GroupNight) -> str:
        """Count the carers whom a group lacks; "" where its name does not say whom it is for, or its list may miss people."""
        judged = night.judged
        if self._load is None or judged.scope.guessed or not judged.listed.proves_absence:
            return ""
        roll, key = self._load(), group_key(night.name)
        found = missing_from(
            judged.listed.members,
            roll,
            judged.scope,
            group=key,
            decisions=self._decisions(roll),
            said_no=said_no.every(self._session, key),
        )
        return f"{found.said}." if found.said else ""

    def _decisions(self, roll: Roll) -> Decisions:
        return decisions.in_force(self._session, roll.day)
