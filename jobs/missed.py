"""What did not run, and why: in sentences for the office's digest and for whoever looks after Roster."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from adapters.store import job_runs, tables
from adapters.store.job_runs import FAILED, PARKED, RUNNING, SKIPPED
from roster.words import counted, listed, spoken

_A_DAY = timedelta(days=1)
_CALLED = {
    "compare": "the night's comparison",
    "late": "the word that a night is late",
    "letters": "the letters",
    "remind": "the reminders",
    "bounces": "the look into the mailbox for letters that come back",
    "backup": "the back-up",
    "drill": "the trial restore of a back-up",
    "retention": "the deleting of what is kept too long",
    "expire": "the ending of what has run out",
    "anchor": "the note of the audit's fingerprint",
    "watchdog": "the word to the watchdog",
}
_OF_THE_MIS = "pull."


def missed(session: Session, now: datetime) -> tuple[str, ...]:
    """Say what was not done in the last day, the gravest first. Nobody is in it. Nothing, if all went well."""
    rows: dict[tuple[str, str], list[tables.JobRun]] = defaultdict(list)
    for row in job_runs.unwell(session, now - _A_DAY):
        if state := _state(row, now):
            rows[row.kind, state].append(row)
    order = (PARKED, RUNNING, FAILED, SKIPPED)
    return tuple(
        sentence
        for (kind, state), found in sorted(rows.items(), key=lambda one: (order.index(one[0][1]), one[0][0]))
        for sentence in _said(kind, state, found)
    )


def called(kind: str) -> str:
    """Say which job is meant."""
    if kind.startswith(_OF_THE_MIS):
        return f"the asking of the MIS ({kind.removeprefix(_OF_THE_MIS)})"
    return _CALLED.get(kind, f'the job "{kind}"')


def why(row: tables.JobRun) -> str:
    """Say in a sentence why a slot was not done, without anybody in it."""
    if row.outcome:
        return row.outcome
    return f"Something went wrong ({row.error})." if row.error else ""


def when(slots: Collection[str]) -> str:
    """Say which slots: days as days, and the rest by their names."""
    return listed([_day(slot) for slot in sorted(slots)])


def _state(row: tables.JobRun, now: datetime) -> str:
    """What is wrong with a slot, by its state; empty if nothing is."""
    if row.state == RUNNING:
        return RUNNING if row.lease_until and row.lease_until <= now else ""
    return row.state if row.state in {FAILED, PARKED, SKIPPED} else ""


def _said(kind: str, state: str, rows: list[tables.JobRun]) -> Iterator[str]:
    what, last = called(kind), rows[-1]
    begun = f"{what[:1].upper()}{what[1:]}"
    slots = when([row.slot for row in rows])
    if state == SKIPPED:
        yield f"{begun} was left out {counted(len(rows), 'time')} ({slots}): nothing was running then."
    elif state == RUNNING:
        yield f"{begun} ({slots}) was broken off in the middle; it is done again."
    elif state == FAILED:
        yield f"{begun} ({slots}) could not be done, and is tried again. {why(last)}".strip()
    else:
        yield f"{begun} ({slots}) was given up. {why(last)}".strip()


def _day(slot: str) -> str:
    try:
        return spoken(date.fromisoformat(slot))
    except ValueError:
        return slot
