"""Every night, before the run: exemptions that have long run out are ended, so that they can be forgotten in their time."""

from datetime import timedelta

from adapters.store import audit, exemptions
from adapters.store.ending import Word
from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from roster.words import counted

_BY = "Roster"
# They are in force no more from the day after their last; the digest has had its nights to say so.
_TOLD_FOR = timedelta(days=14)


def run(office: Office, turn: Turn) -> str:
    """End them. Answers about members are ended by the night's run itself, which sees what the roll says of them."""
    word = Word(_BY, office.clock(), office.today)
    with office.store.writing() as session:
        turn.mine(session)
        ended = exemptions.run_out(session, word, office.today - _TOLD_FOR)
        if ended:
            audit.note(session, "expire", by=_BY, at=word.at, about={"exemptions": ended})
    return f"Ended {counted(ended, 'exemption')} whose time was over."


DUTY = Duty("expire", Every.DAY, run, at=lambda settings: settings.schedule.at, order=20)
