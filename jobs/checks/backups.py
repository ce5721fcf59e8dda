"""Back-ups: made, young enough, tried, elsewhere, and with a key that only its owner reads."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlmodel import col

from adapters.backups.errors import BackUpTrouble
from adapters.backups.keys import open_to_others
from adapters.backups.making import COPY
from adapters.backups.names import kept_in, moment_of
from adapters.backups.placing import kept_before
from adapters.backups.private import left_over
from adapters.store import tables
from jobs.backup import folder_of, key_file
from jobs.check_up import Grade, Symptom
from jobs.duties.drill import ELSEWHERE
from jobs.leftovers import leftovers
from jobs.office import Office
from jobs.restore import TRIAL
from jobs.settings import Settings
from roster.words import counted, spoken

_OLD, _UNTRIED = timedelta(days=2), timedelta(days=8)


def check(office: Office) -> Iterator[Symptom]:
    """Look at the folder, the last back-up, its last trial, and the key."""
    settings = office.settings
    if not settings.backup.folder:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "back-ups",
            "Roster makes none: the settings name no folder for them.",
            "Set backup.folder, unless somebody else backs the database up while it is in use.",
        )
        return
    try:
        folder = folder_of(settings)
        yield _age(folder, office.clock())
        yield from _same_disk(folder, settings.database)
    except BackUpTrouble as trouble:
        yield Symptom(Grade.WRONG, "back-ups", trouble.headline, trouble.advice)
    yield from _trial(office)
    yield from _key(settings)
    yield from _plain(settings, office.clock())


def _age(folder: Path, now: datetime) -> Symptom:
    made = [moment for path in kept_in(folder) if (moment := moment_of(path.name))]
    if not made:
        return Symptom(
            Grade.WRONG, "back-ups", "There is none.", "Run roster backup, and let roster serve run at night."
        )
    last = f"The last of {len(made)} is of {spoken(made[0].date())}."
    if now - made[0] > _OLD:
        return Symptom(Grade.WRONG, "back-ups", last, "Run roster backup; it says why if it cannot.")
    return Symptom(Grade.WELL, "back-ups", last)


def _same_disk(folder: Path, database: Path) -> Iterator[Symptom]:
    if folder.stat().st_dev == database.stat().st_dev:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "back-ups' disk",
            "They are on the same disk as the database, and go when it goes.",
            "Set backup.folder to another disk or a network share, or have the folder copied elsewhere every day.",
        )


def _trial(office: Office) -> Iterator[Symptom]:
    run = _last_drill(office)
    if run is None or run.state == "running":
        return
    when = spoken((run.ended_at or run.started_at).date())
    if run.state != "done":
        yield Symptom(
            Grade.WRONG,
            "back-up on trial",
            f"The last trial, of {when}, failed.",
            "Run roster restore FILE --check with the newest back-up: it says what is wrong. Then run roster backup.",
        )
    elif run.outcome == ELSEWHERE:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "back-up on trial",
            "The back-ups cannot be tried here, since the key that opens them is elsewhere.",
            "Where the key is, run roster restore FILE --check --key KEY --to somewhere/roster.db, once a term.",
        )
    elif office.clock() - (run.ended_at or run.started_at) > _UNTRIED:
        yield Symptom(
            Grade.WRONG,
            "back-up on trial",
            f"None has been tried since {when}.",
            "Let roster serve run on Sunday nights, or run roster restore FILE --check with the newest.",
        )
    else:
        yield Symptom(Grade.WELL, "back-up on trial", f"On {when} {run.outcome}.")


def _last_drill(office: Office) -> tables.JobRun | None:
    of_kind = select(tables.JobRun).where(col(tables.JobRun.kind) == "drill", col(tables.JobRun.state) != "skipped")
    with office.store.reading() as session:
        return session.scalars(of_kind.order_by(col(tables.JobRun.started_at).desc()).limit(1)).first()


def _key(settings: Settings) -> Iterator[Symptom]:
    path = key_file(settings)
    if not path.exists():
        if not settings.backup.recipient:
            yield Symptom(
                Grade.WRONG,
                "back-ups' key",
                "The key that opens the back-ups is missing.",
                f"Put the copy that you keep elsewhere back to {path}.",
            )
    elif open_to_others(path):
        yield Symptom(
            Grade.WRONG,
            "back-ups' key",
            "Others on this computer can read the key that opens the back-ups.",
            f"Let only Roster's user read it: chmod 600 {path}",
        )


def _plain(settings: Settings, now: datetime) -> Iterator[Symptom]:
    """What stands about unencrypted."""
    database, due = settings.database, leftovers(settings, now).before
    old = [path for path in kept_before(database) if path in due]
    if old:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "put aside",
            f"{counted(len(old), 'database')} of before a restore {'is' if len(old) == 1 else 'are'} still kept.",
            f"Run roster forget, or delete {old[0].name} and its like: they hold whatever was forgotten or erased since.",
        )
    if any(left_over(database.with_name(database.name + ending)) for ending in (COPY, TRIAL)):
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "left over",
            "A copy of the database stands beside it: a back-up or a restore is at work, or was cut off.",
            "Run roster backup, which removes it.",
        )
