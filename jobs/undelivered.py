"""What the office should know of letters that do not arrive: each said once, in the next digest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from adapters.store import outbox, stops, tables
from adapters.store.kept_back import kept_back
from adapters.store.outbox import PERHAPS_ARRIVED
from jobs.readers import NO_LONGER_AN_ADMIN, STOPPED
from jobs.settings import Settings
from roster.letters import Audience
from roster.runs import group_key
from roster.shown import plain
from roster.words import listed, spoken

_STOPPED_FOR = {
    stops.Why.REFUSED: "the mail server refuses the address",
    stops.Why.BOUNCED: "a letter to it came back",
}
_GIVEN_UP = {
    STOPPED: "did not go, for the address is not written to about a group in it any more.",
    NO_LONGER_AN_ADMIN: "did not go, for by the settings its reader looks after a group in it no longer.",
    PERHAPS_ARRIVED: "may have arrived: twice the mail server vanished before it said so, and a third copy would be one too many. "
    "Ask whether it came.",
}


@dataclass(frozen=True, slots=True)
class Undelivered:
    """What no digest has said yet: addresses that are not written to any more, and letters that were given up.

    `names` are the groups' names by their keys.
    """

    stopped: Sequence[tables.Stop]
    given_up: Sequence[tables.Letter]
    names: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.stopped or self.given_up)

    @property
    def sentences(self) -> tuple[str, ...]:
        """A sentence on each address, and on each letter whose address was not stopped for it."""
        unsubscribed = stops.Why.UNSUBSCRIBED.value
        everywhere = {one.address for one in self.stopped if one.why != unsubscribed}
        asked = [one for one in self.stopped if one.why == unsubscribed]
        return (
            *(_stopped(one, self.given_up) for one in self.stopped if one.why != unsubscribed),
            *(self._asked(address, asked) for address in dict.fromkeys(one.address for one in asked)),
            *(_given_up(one) for one in self.given_up if one.recipient not in everywhere),
        )

    def told(self, session: Session, run: tables.Run) -> None:
        """Remember that a run's digest says so."""
        stops.reported(session, self.stopped, run)
        outbox.reported(session, self.given_up, run)

    def _asked(self, address: str, stopped: Sequence[tables.Stop]) -> str:
        about = listed([group_named(one.group_key, self.names) for one in stopped if one.address == address])
        return (
            f"{plain(address)} wants no more letters about {about}, and gets none. If nobody else looks after the group, "
            f"name another admin in the settings; to undo it: roster stops --lift {plain(address)}"
        )


def undelivered(session: Session, settings: Settings) -> Undelivered:
    """Everything of that kind of which the office does not know."""
    return Undelivered(stops.unreported(session), outbox.unreported(session), names_of(settings))


def names_of(settings: Settings) -> dict[str, str]:
    """Give the names of the groups in the settings by their keys."""
    return {group_key(name): name for name in settings.groups}


def group_named(key: str | None, names: Mapping[str, str]) -> str:
    """Name a group by its key, as the settings spell it; None is every group."""
    return "every group" if key is None else plain(names.get(key, key))


def not_taken(session: Session, settings: Settings, now: datetime) -> Iterator[tuple[str, str]]:
    """Give whom letters have not reached for more than a day, though the mail server was asked again and again: a sentence on each."""
    for one in kept_back(session, now):
        if one.audience is not Audience.OFFICE:
            since = spoken(one.since.astimezone(settings.school.zone).date())
            yield (
                one.reader,
                (
                    f"The mail server has taken no letter to {plain(one.reader)} since {since}. It is tried again on each morning of "
                    "a school day; until then, tell them yourself, and ask whoever keeps the mail server."
                ),
            )


def no_school_day(session: Session, settings: Settings, now: datetime) -> str | None:
    """Say that letters wait and no school day is known on which they could go; None if that is not so."""
    if settings.window.next_opening(now) is not None or not outbox.untried(session):
        return None
    return (
        "Letters to volunteers are waiting, and the settings know no school day to come: they go out on school days only. "
        "Put the next terms into calendar.terms."
    )


def about_whom(stop: tables.Stop) -> str:
    """Say why an address is not written to: "the mail server refuses the address (550)"."""
    why = stops.Why(stop.why)
    said = _STOPPED_FOR.get(why, "whoever reads it asked for that")
    return f"{said} ({stop.detail})" if stop.detail else said


def _stopped(stop: tables.Stop, given_up: Sequence[tables.Letter]) -> str:
    lost = [one for one in given_up if one.recipient == stop.address]
    groups = f" The letter of {spoken(lost[0].written_at.date())} did not arrive." if lost else ""
    return (
        f"Nothing more is sent to {plain(stop.address)}: {about_whom(stop)}.{groups} Put the right address into the settings; "
        f"if this one is right after all: roster stops --lift {plain(stop.address)}"
    )


def _given_up(letter: tables.Letter) -> str:
    about = f" about {plain(letter.group_name)}" if letter.group_name else ""
    why = _GIVEN_UP.get(letter.error, f"was given up ({letter.error}). Check the address in the settings.")
    return f"The letter of {spoken(letter.written_at.date())}{about} to {plain(letter.recipient)} {why}"
