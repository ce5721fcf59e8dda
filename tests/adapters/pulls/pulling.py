"""A pull as a test makes it: an impatient client, and the zip that comes of it."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from adapters.pulls.fetching import fetch
from adapters.pulls.oneroster import SCOPES, OneRoster
from adapters.pulls.patience import Patience
from adapters.pulls.tokens import Credentials
from adapters.pulls.wonde import Wonde
from roster.export import Upload
from tests.adapters.pulls.servers import CLIENT, SCHOOL, SECRET, OneRosterServer, WondeServer

IMPATIENT = Patience(connect=2, silence=0.5, answer=0.5, everything=20, tries=3, first_pause=0.01, longest_pause=1)


def pull_oneroster(
    mis: OneRosterServer, *, secret: str = SECRET, pauses: list[float] | None = None, stop: bool = False
) -> Upload:
    credentials = Credentials(f"{mis.url}/token", CLIENT, SCOPES[mis.version], secret)
    return fetch(OneRoster(mis.version, mis.url, credentials), patience=IMPATIENT, pause=waiting(pauses, stop=stop))


def pull_wonde(mis: WondeServer, *, secret: str = SECRET, pauses: list[float] | None = None, **more: Any) -> Upload:
    return fetch(Wonde(mis.url, SCHOOL, secret, **more), patience=IMPATIENT, pause=waiting(pauses))


def waiting(pauses: list[float] | None, *, stop: bool = False) -> Callable[[float], bool]:
    """A pause that only notes how long it should have been, and says whether to stop."""

    def pause(seconds: float) -> bool:
        if pauses is not None and seconds:
            pauses.append(seconds)
        return stop

    return pause


def names_in(upload: Upload) -> list[str]:
    with zipfile.ZipFile(BytesIO(upload.content)) as archive:
        return archive.namelist()


def pages_in(upload: Upload) -> dict[str, Any]:
    with zipfile.ZipFile(BytesIO(upload.content)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def read_whole(upload: Upload, endpoint: str, key: str) -> list[Any]:
    return [one for name, page in pages_in(upload).items() if name.startswith(f"{endpoint}-0") for one in page[key]]
