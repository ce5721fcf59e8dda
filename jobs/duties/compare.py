"""The night's run: every group's newest list against the newest roll, and the letters that follow from it."""

from datetime import date

from jobs.duty import Duty, Every, Turn
from jobs.night import run_night
from jobs.office import Office
from roster.runs import State
from roster.words import counted

KIND = "compare"
_A_WEEK = 7


def compare(office: Office, turn: Turn) -> str:
    """Run the night of a slot; says in counts what came of it."""
    slot = date.fromisoformat(turn.slot)
    night = run_night(office.store, office.settings, slot=slot, now=office.clock(), mine=turn.mine)
    held = sum(group.state is State.HELD for group in night.groups)
    return (
        f"night of {slot}: {counted(len(night.groups), 'group')}, {held} held, {counted(night.letters, 'letter')}; "
        f"judged anew: {counted(night.judged, 'person', 'people')} of {counted(night.groups_judged, 'group')}"
    )


DUTY = Duty(
    KIND, Every.DAY, compare, at=lambda settings: settings.schedule.at, catches_up=_A_WEEK, order=30
)  # fmt: skip
