"""Settings that were changed: noted in the audit by their keys, never by what they say."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy.orm import Session

from adapters.store import audit
from jobs.settings import Settings

_ACT = "settings"
_BY = "the settings file"
_SALT_BYTES = 16


def note_settings(session: Session, settings: Settings, at: datetime) -> tuple[str, ...]:
    """Note which settings are others than when this was asked last; gives their keys. The first time, all are noted as known.

    Of what a setting says, only a salted digest is kept.
    """
    before = next((one for one in reversed(audit.entries(session)) if one.act == _ACT and one.payload), None)
    values = dict(_leaves(settings.model_dump(mode="json")))
    salt = token_hex(_SALT_BYTES)
    changed = _changed(before.payload or {}, values) if before else ()
    if before and not changed:
        return ()
    about = {"changed": list(changed), "salt": salt, "digests": _digests(values, salt)}
    audit.note(session, _ACT, by=_BY, at=at, about=about)
    return changed


def _changed(known: dict[str, Any], values: dict[str, str]) -> tuple[str, ...]:
    """The keys that say something else than the entry that is `known`, are new, or are gone."""
    then, now = known["digests"], _digests(values, known["salt"])
    return tuple(sorted(key for key in {*then, *now} if then.get(key) != now.get(key)))


def _digests(values: dict[str, str], salt: str) -> dict[str, str]:
    return {key: hashlib.sha256(f"{salt}\0{key}\0{said}".encode()).hexdigest()[:16] for key, said in values.items()}


def _leaves(said: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every setting by its whole key, "letters.begin", with what it says as JSON."""
    if isinstance(said, dict) and said:
        for name, value in said.items():
            yield from _leaves(value, f"{key}.{name}" if key else str(name))
    else:
        yield key, json.dumps(said, sort_keys=True)
