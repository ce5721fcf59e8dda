"""The office as its settings are now: what is changed in settings.toml holds at once, without a restart."""

import logging
import threading
import time
from dataclasses import replace
from pathlib import Path

from adapters.mail.smtp import Post
from jobs.compose import server_of
from jobs.office import Office
from jobs.settings import load
from roster.errors import RosterError

_LOG = logging.getLogger("roster")


class Current:
    """Gives the office. Settings that cannot be used are said once, and the old ones stay in force.

    What has changed is read once it stays the same for some `seconds`: half a file may be settings too, of a school
    with fewer groups.
    """

    def __init__(self, office: Office, file: Path | None = None, seconds: float = 1.0) -> None:
        self._office = office
        self._seconds = seconds
        self._file = file
        self._seen = _content(file)
        self._reading = threading.Lock()

    def office(self) -> Office:
        """The office, with the settings as they are in their file."""
        with self._reading:
            content = _content(self._file)
            if self._file and content not in (None, self._seen) and self._stays(content):
                self._seen = content
                self._read_again(self._file)
            return self._office

    def _stays(self, content: bytes | None) -> bool:
        time.sleep(self._seconds)
        return _content(self._file) == content

    def _read_again(self, file: Path) -> None:
        try:
            settings = load(file)
        except RosterError as error:
            _LOG.error("the settings stay as they were: %s", error.sentence)
            return
        if settings.database != self._office.settings.database:
            _LOG.error("the settings stay as they were: another database needs a restart")
            return
        self._office = replace(self._office, settings=settings, post=Post(server_of(settings)))
        _LOG.info("the settings were read again")


def _content(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None
