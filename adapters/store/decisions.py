"""What the office has decided, as a night needs it: all that is in force, what lapses, and whether anything is new."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from adapters.store import ending, exemptions, group_scopes, links
from roster.decisions import Decisions
from roster.roll import Roll


def in_force(session: Session, day: date) -> Decisions:
    """Every exemption and every answer that nobody has undone and that has not run out by a day, oldest first."""
    return Decisions(exemptions.in_force(session, day), links.in_force(session))


def lapse(session: Session, roll: Roll, at: datetime) -> None:
    """End the answers that rest on what a roll, with what is remembered of earlier ones, says otherwise."""
    links.lapse(session, roll, at)


def any_links(session: Session) -> bool:
    """Whether there is any answer that may lapse."""
    return bool(links.in_force(session))


def scope_of_group(session: Session, group_key: str) -> str | None:
    """Whom the office says a group is for; None where it has said nothing, or that the group stays as it is."""
    known = group_scopes.decided(session, group_key)
    return known.scope if known else None


def stamp(session: Session) -> tuple[int, ...]:
    """Numbers that are others as soon as anything is decided, hinted, undone or lapsed."""
    return ending.stamp(session)
