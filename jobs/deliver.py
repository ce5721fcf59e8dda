"""Handing over what is in the outbox: claimed first, so sent once; whatever happens, never lost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.mail.message import Sender, message_of
from adapters.mail.smtp import End, Outcome, Post
from adapters.store import Store, outbox
from adapters.store.outbox import Claim
from jobs.crashing import crash_point
from roster.letters import Letter

# Longer than a mail server may take over one letter, so that a living sender is never overtaken.
LEASE = timedelta(hours=1)
_GIVE_UP_AFTER = timedelta(days=5)
_FIRST_WAIT = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(hours=6)
_REPEATS_AT_MOST = 1


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the letters that were due; `waiting` counts all that have yet to arrive. `trouble` says why, in classes."""

    sent: int
    given_up: int
    waiting: int
    trouble: tuple[str, ...] = ()


class _Overtaken(Exception):
    """The claim ended on the way, so that another sender may have the letter: this one must not send it too."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries letters from the outbox to a mail server. `wanted` says whether a letter's reader may still have it."""

    store: Store
    post: Post
    sender: Sender
    clock: Callable[[], datetime]
    wanted: Callable[[Letter], bool]

    def deliver(self) -> Delivery:
        """Try every letter that is due, once; none after one that found no server to speak to."""
        with self.store.reading() as session:
            due = outbox.due(session, self.clock())
        ends: list[Outcome] = []
        try:
            for letter_id in due:
                if end := self._carry(letter_id):
                    ends.append(end)
                    if end.away:
                        break
        finally:
            self.post.hang_up()
        with self.store.reading() as session:
            waiting = outbox.waiting(session)
        sent = sum(end.end is End.TAKEN for end in ends)
        given_up = sum(end.end is End.REFUSED for end in ends)
        trouble = tuple(dict.fromkeys(end.error for end in ends if end.error))
        return Delivery(sent, given_up, waiting, trouble)

    def _carry(self, letter_id: int) -> Outcome | None:
        with self.store.writing() as session:
            claim = outbox.claim(session, letter_id, now=self.clock(), lease=LEASE)
        if claim is None:
            return None
        crash_point("claimed")
        try:
            outcome = self._attempt(claim)
        except _Overtaken:
            return None
        crash_point("answered")
        self._remember(claim, outcome)
        return outcome

    def _attempt(self, claim: Claim) -> Outcome:
        dotted = False

        def before_the_dot() -> None:
            nonlocal dotted
            with self.store.writing() as session:
                dotted = outbox.dotted(session, claim)
            if not dotted:
                raise _Overtaken
            crash_point("dotted")

        try:
            return self._handed_over(claim, before_the_dot)
        except _Overtaken:
            raise
        except Exception as error:  # noqa: BLE001 - one letter's trouble keeps no other from going
            return Outcome(End.UNKNOWN if dotted else End.LATER, type(error).__name__)

    def _handed_over(self, claim: Claim, before_the_dot: Callable[[], None]) -> Outcome:
        if not self.wanted(claim.letter):
            return Outcome(End.REFUSED, "no longer an admin")
        if claim.repeats > _REPEATS_AT_MOST:
            return Outcome(End.REFUSED, "may have arrived, not repeated again")
        message = message_of(claim.letter, self.sender)
        return self.post.send(
            message, sender=self.sender.address, recipient=claim.letter.recipient, before_the_dot=before_the_dot
        )

    def _remember(self, claim: Claim, outcome: Outcome) -> None:
        now = self.clock()
        too_late = now - claim.letter.written_at > _GIVE_UP_AFTER
        with self.store.writing() as session:
            if outcome.end is End.TAKEN:
                outbox.sent(session, claim, now=now)
            elif outcome.end is End.REFUSED or (outcome.end is End.LATER and too_late):
                outbox.dead(session, claim, now=now, error=outcome.error)
            elif outcome.end is End.UNKNOWN and claim.repeats >= _REPEATS_AT_MOST:
                outbox.dead(session, claim, now=now, error="may have arrived, not repeated again")
            else:
                repeated = outcome.end is End.UNKNOWN
                at = now + wait_after(claim.attempt)
                outbox.later(session, claim, at=at, error=outcome.error, repeated=repeated)


def wait_after(attempt: int) -> timedelta:
    """How long to wait after so many attempts: 5 minutes, then twice as long each time, six hours at most."""
    doublings: int = 2 ** min(attempt - 1, 10)
    return min(_FIRST_WAIT * doublings, _LONGEST_WAIT)
