"""Handing over what is in the outbox: claimed first, so sent once; whatever happens, never lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from adapters.mail.marks import KEY, Marks
from adapters.mail.message import message_of
from adapters.mail.smtp import End, Outcome, Post
from adapters.store import Store, outbox, secrets, stops
from adapters.store.outbox import PERHAPS_ARRIVED, Claim
from jobs.crashing import crash_point
from jobs.night import NotReady, stands_today
from jobs.readers import Envelope, never_stopped, sender_of, unwanted
from jobs.settings import Settings
from roster.letters import Audience

# Longer than a mail server may take over one letter, so that a living sender is never overtaken.
LEASE = timedelta(hours=1)
_GIVE_UP_AFTER = timedelta(days=5)
_FIRST_WAIT = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(hours=6)
_REPEATS_AT_MOST = 1


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the letters that were due. `trouble` says why some wait, in classes and codes.

    `waiting` counts those that were tried in vain, or are in another sender's hands, and have yet to arrive;
    `for_the_window` those that wait for nothing but the time at which volunteers are written to, and the night before it.
    """

    sent: int
    given_up: int
    waiting: int
    trouble: tuple[str, ...] = ()
    for_the_window: int = 0


class _Overtaken(Exception):
    """The claim ended on the way, so that another sender may have the letter: this one must not send it too."""


@dataclass(frozen=True, slots=True)
class _Taken:
    claim: Claim
    marks: Marks
    unwanted: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries letters from the outbox to a mail server: to the office at once, to volunteers in their window only, and only
    on a day whose night has been run, and nothing changed since: what an older night wrote may be so no more."""

    store: Store
    post: Post
    settings: Settings
    clock: Callable[[], datetime]

    def deliver(self) -> Delivery:
        """Try every letter that is due, once; none after one that found no server to speak to.

        Raises `NotReady` if nobody knows whom letters are from.
        """
        if self.settings.sender is None or self.settings.school.office_email is None:
            raise NotReady("Put school.office_email into the settings.", headline="Nobody knows whom letters are from.")
        with self.store.reading() as session:
            due = outbox.due(session, self.clock())
            current = self._may_go(session, due)
        ends: list[Outcome] = []
        try:
            for letter_id, audience in due:
                if audience is Audience.VOLUNTEER and (self._waits_for_the_window(letter_id) or not current):
                    continue
                if end := self._carry(letter_id):
                    ends.append(end)
                    if end.away:
                        break
        finally:
            self.post.hang_up()
        return self._counted(ends, current=current)

    def _counted(self, ends: list[Outcome], *, current: bool) -> Delivery:
        with self.store.reading() as session:
            waiting, untried = outbox.waiting(session), outbox.untried(session)
        for_the_window = 0 if current and self.settings.window.is_open(self.clock()) else untried
        sent = sum(end.end is End.TAKEN for end in ends)
        given_up = sum(end.end is End.REFUSED for end in ends)
        trouble = tuple(dict.fromkeys(end.error for end in ends if end.error))
        return Delivery(sent, given_up, waiting - for_the_window, trouble, for_the_window)

    def _may_go(self, session: Session, due: Sequence[tuple[int, Audience]]) -> bool:
        """Whether what volunteers would read now is what holds now; not asked where no letter is for them."""
        if not any(audience is Audience.VOLUNTEER for _, audience in due):
            return True
        return stands_today(session, self.settings, self.clock())

    def _waits_for_the_window(self, letter_id: int) -> bool:
        window, now = self.settings.window, self.clock()
        if window.is_open(now):
            return False
        # Without a school day to come it stays due, so that it goes as soon as the settings know one.
        if opening := window.next_opening(now):
            with self.store.writing() as session:
                outbox.postpone(session, letter_id, at=opening)
        return True

    def _carry(self, letter_id: int) -> Outcome | None:
        with self.store.writing() as session:
            claim = outbox.claim(session, letter_id, now=self.clock(), lease=LEASE)
            if claim is None:
                return None
            why_not = unwanted(self.settings, stops.in_force(session), claim.letter)
            taken = _Taken(claim, Marks(secrets.key(session, KEY)), why_not)
        crash_point("claimed")
        try:
            outcome = self._attempt(taken)
        except _Overtaken:
            return None
        crash_point("answered")
        self._remember(claim, outcome)
        return outcome

    def _attempt(self, taken: _Taken) -> Outcome:
        dotted = False

        def before_the_dot() -> None:
            nonlocal dotted
            with self.store.writing() as session:
                dotted = outbox.dotted(session, taken.claim)
            if not dotted:
                raise _Overtaken
            crash_point("dotted")

        try:
            return self._handed_over(taken, before_the_dot)
        except _Overtaken:
            raise
        except Exception as error:  # noqa: BLE001 - one letter's trouble keeps no other from going
            return Outcome(End.UNKNOWN if dotted else End.LATER, type(error).__name__)

    def _handed_over(self, taken: _Taken, before_the_dot: Callable[[], None]) -> Outcome:
        claim = taken.claim
        if taken.unwanted:
            return Outcome(End.REFUSED, taken.unwanted)
        if claim.repeats > _REPEATS_AT_MOST:
            return Outcome(End.REFUSED, PERHAPS_ARRIVED)
        envelope = Envelope(self.settings, taken.marks)
        return self.post.send(
            message_of(claim.letter, sender_of(self.settings), envelope.stop_link(claim.letter)),
            sender=envelope.return_path(claim.id),
            recipient=claim.letter.recipient,
            before_the_dot=before_the_dot,
        )

    def _remember(self, claim: Claim, outcome: Outcome) -> None:
        now = self.clock()
        with self.store.writing() as session:
            if outcome.end is End.TAKEN:
                outbox.sent(session, claim, now=now)
            elif outcome.end is End.REFUSED or (outcome.end is End.LATER and self._too_late(claim, now)):
                outbox.dead(session, claim, now=now, error=outcome.error)
                if outcome.nobody_there and not never_stopped(self.settings, claim.letter):
                    code = outcome.error.rpartition(" ")[2]
                    stops.stop(session, claim.letter.recipient, stops.Why.REFUSED, at=now, detail=code)
            elif outcome.end is End.UNKNOWN and claim.repeats >= _REPEATS_AT_MOST:
                outbox.dead(session, claim, now=now, error=PERHAPS_ARRIVED)
            else:
                repeated = outcome.end is End.UNKNOWN
                at = now + wait_after(claim.attempt)
                outbox.later(session, claim, at=at, error=outcome.error, repeated=repeated)

    def _too_late(self, claim: Claim, now: datetime) -> bool:
        """Whether five days have passed since it could first go: what waits for the end of the holidays is not late."""
        letter = claim.letter
        waited = letter.audience is Audience.VOLUNTEER
        first = self.settings.window.next_opening(letter.written_at) if waited else None
        return now - (first or letter.written_at) > _GIVE_UP_AFTER


def wait_after(attempt: int) -> timedelta:
    """How long to wait after so many attempts: 5 minutes, then twice as long each time, six hours at most."""
    doublings: int = 2 ** min(attempt - 1, 10)
    return min(_FIRST_WAIT * doublings, _LONGEST_WAIT)
