"""Settings to an office: the only place where the parts are put together."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from adapters.mail.smtp import Post, Server
from adapters.store import open_store
from jobs.office import Office
from jobs.settings import Settings, load

SETTINGS = Path("settings.toml")


def now() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


def compose(settings_path: Path = SETTINGS, clock: Callable[[], datetime] = now) -> Office:
    """Make an office of a settings file. Raises a `RosterError` if the file, or the database it names, cannot be used."""
    settings = load(settings_path)
    return Office(settings, open_store(settings.database), Post(server_of(settings)), clock)


def server_of(settings: Settings) -> Server:
    """The mail server that the settings name."""
    mail = settings.mail
    password = mail.password.get_secret_value() if mail.password else None
    return Server(mail.host, mail.port, mail.security, mail.user, password)
