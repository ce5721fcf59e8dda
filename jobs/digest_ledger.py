"""What the digest says of those who were to be taken out, and how each group stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.mail.lines import Lines
from adapters.store import ledger, office_told, tables
from adapters.store.ledger import Account
from jobs.settings import Settings
from roster.changes import Flag
from roster.ledger import Item, State, What
from roster.night import REMOVE, GroupNight
from roster.runs import group_key
from roster.shown import plain
from roster.terms import Terms
from roster.words import counted, spoken

_SEPTEMBER = 9
_NEWS = frozenset({What.CAME_BACK, What.DISPUTED, What.CANNOT_FIND, What.CHASED, What.TO_OFFICE})
_CLAIMED = frozenset({State.SAID_DONE, State.ALREADY_GONE})


@dataclass(frozen=True, slots=True)
class Followed:
    """What there is to say of a group's people: sentences, and whether the office should hear of any of it now."""

    sentences: tuple[str, ...]
    news: bool


class Ledger:
    """Tells the office of the ledger. `last` is the run whose digest it read last."""

    def __init__(self, session: Session, settings: Settings, run: tables.Run, last: tables.Run | None) -> None:
        self._session, self._settings, self._day = session, settings, run.slot
        self._since = ledger.since(session, last)

    def followed(self, night: GroupNight) -> Followed:
        """What a group's volunteers say, what lists show, and who has been open for long."""
        account = ledger.account(self._session, group_key(night.name))
        news = {
            (event.identity, event.what) for key, event in self._since if key == account.key and event.what in _NEWS
        }
        told = [one for item in account.items.values() for one in self._of(item, account, night, news)]
        ordered = sorted(told, key=lambda one: one[0])
        return Followed(tuple(sentence for _, sentence, _ in ordered), any(new for _, _, new in ordered))

    def health(self, night: GroupNight) -> str:
        """How a group stands, in a line."""
        account = ledger.account(self._session, group_key(night.name))
        numbered = [verdict for verdict in night.judged.verdicts if verdict.member.phone]
        known = sum(verdict.known for verdict in numbered)
        age = (self._day - night.received.on).days
        term = term_begun(self._settings.calendar.known, self._day)
        gone = office_told.seen_gone_since(self._session, account.key, term)
        claimed = sum(item.state in _CLAIMED for item in account.unsettled)
        return (
            f"{known} of the {counted(len(numbered), 'member')} with a number known, list {counted(age, 'day')} old, "
            f"{len(account.unsettled) - claimed} asked for, {claimed} said to be out and not proved, "
            f"{gone} proved gone since {spoken(term)}."
        )

    def _of(
        self, item: Item, account: Account, night: GroupNight, news: set[tuple[str, What]]
    ) -> Iterator[tuple[int, str, bool]]:
        who = _who(item, night)
        back = (item.identity, What.CAME_BACK) in news
        if back and (item.unsettled or item.state is State.CAME_BACK):
            yield (
                0,
                f"{who} is in the group again, after a list had shown them gone: reset the group's invite link.",
                True,
            )
        if item.state is State.DISPUTED:
            yield 1, _disputed(who, item), (item.identity, What.DISPUTED) in news
        if item.state is State.CANNOT_FIND:
            yield 2, _not_found(who, item), (item.identity, What.CANNOT_FIND) in news
        if item.state is State.OPEN and (item.identity, What.CHASED) in news:
            on = spoken(night.received.on)
            yield 3, f"{who} was said to be taken out, and the list of {on} still shows them: asked again.", True
        if item.unsettled and (item.identity, What.TO_OFFICE) in news:
            days = ledger.days_open(self._session, account.key, item, self._day, self._settings.school.zone)
            yield 4, f"{who} is still there, {counted(days, 'day')} after the volunteers were asked.", True


def term_begun(terms: Terms, day: date) -> date:
    """Give the first day of the term that a day is in, or that was the last before it; without terms, of the school year."""
    begun = [term.first for term in terms.spans if term.first <= day]
    return max(begun) if begun else date(day.year if day.month >= _SEPTEMBER else day.year - 1, _SEPTEMBER, 1)


def _who(item: Item, night: GroupNight) -> str:
    flag = Flag(item.identity, REMOVE, "", item.shown_as)
    return Lines(night.judged.listed.members, [flag]).line(flag).said


def _disputed(who: str, item: Item) -> str:
    return (
        f"{who} should stay, says {_said(item)}. Nobody is reminded of them until you have answered: roster exempt if they "
        f"may stay, roster answer if you know who they are."
    )


def _not_found(who: str, item: Item) -> str:
    return f"{who} cannot be found in the group, says {_said(item)}. A new member list would show it."


def _said(item: Item) -> str:
    claim = item.claims[-1]
    note = f' ("{plain(claim.note, 200)}")' if claim.note else ""
    return f"{plain(claim.by)} on {spoken(claim.day)}{note}"
