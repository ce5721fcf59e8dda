"""Once a week the newest back-up is restored on trial: one that nobody has ever restored is a hope."""

from pathlib import Path

from adapters.backups.errors import BackUpTrouble
from adapters.backups.keys import identity_in
from adapters.backups.names import kept_in
from jobs.backup import folder_of, key_file
from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from jobs.restore import described, tried

ELSEWHERE = "cannot be tried here: the key that opens the back-ups is not on this machine"


def run(office: Office, _: Turn) -> str:
    """Open it, hold every table against its digest, bring it up to date, and leave nothing. Raises what `tried` does."""
    settings = office.settings
    newest = kept_in(folder_of(settings))[:1]
    if not newest:
        raise BackUpTrouble("Run roster backup.", headline="There is no back-up to try.")
    if settings.backup.recipient and not _is_here(settings.backup.recipient, key_file(settings)):
        return ELSEWHERE
    manifest = tried(newest[0], identity_in(key_file(settings)), settings.database)
    return f"the newest back-up can be restored: {described(manifest)}"


def _is_here(recipient: str, key: Path) -> bool:
    """Whether a key file holds the secret half of a recipient; it may be left from before there was one."""
    return key.exists() and str(identity_in(key).to_public()) == recipient


DUTY = Duty(
    "drill",
    Every.WEEK,
    run,
    at=lambda settings: settings.schedule.housekeeping_at,
    wanted=lambda settings: bool(settings.backup.folder),
    order=90,
)
