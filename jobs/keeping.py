"""What is kept of a run so that it can be made again and give the same answer."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import lists, runs, tables
from adapters.store.run_content import result_of
from adapters.store.stood import accepted_now, decided_until, standing_now
from jobs.finding import Found
from jobs.inputs import edition
from jobs.settings import Settings
from roster.runs import group_key

_DECIDING = ("school", "policy", "limits", "groups", "calendar", "letters", "conduct")
"""The settings that a run goes by. Where mail goes, and whom else we ask, is not among them: there are secrets near."""


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood as a run began; `told` and `last` are each group's results of before, `releases` those in force, by its key."""

    numbers: dict[str, Any]
    confirmed_on: date | None
    accepted: int | None
    told: dict[str, int | None]
    last: dict[str, int | None]
    releases: dict[str, list[int]]


def stood(session: Session) -> Stood:
    """Say what stands; call it before a run judges anybody."""
    keys = session.scalars(select(col(tables.MemberList.group_key)).distinct()).all()
    last, told = ({key: _id(found(session, key)) for key in keys} for found in (runs.last_of, runs.last_told))
    newest = session.scalars(select(tables.Roll).order_by(col(tables.Roll.id).desc()).limit(1)).first()
    numbers = standing_now(session)
    releases: dict[str, list[int]] = {}
    for one in numbers["releases"][1]:
        releases.setdefault(session.get_one(tables.Release, one).group_key, []).append(one)
    return Stood(numbers, newest.confirmed_on if newest else None, accepted_now(session), told, last, releases)


def keep(
    session: Session,
    run: tables.Run,
    settings: Settings,
    before: Stood,
    found: Found,
    asked: Callable[[str], tuple[str, ...]],
    now: datetime,
) -> None:
    """Keep with a run what it was made from, once what it found is kept."""
    nights = {group_key(night.name): night for night in found.nights}
    rows = runs.of_run(session, run)
    for row in rows:
        key = row.group_key
        row.told_id, row.last_id = before.told.get(key), before.last.get(key)
        row.release_ids = before.releases.get(key, [])
        row.addressed = nights[key].received.addressed
        row.lists = [_list(session.get_one(tables.MemberList, one)) for one in lists.chain_of(session, key)]
    run.settings = _keep_settings(session, settings)
    run.edition = edition()
    run.roll_confirmed_on, run.accepted_id = before.confirmed_on, before.accepted
    run.decided_at = decided_until(session, now)
    run.stood = {
        **before.numbers,
        "asked": {row.group_key: list(asked(row.group_name)) for row in rows},
        "listed": {one.key: one.judgement.listed for one in found.sittings},
    }
    session.flush()
    run.result = result_of(session, run)


def settings_of(session: Session, run: tables.Run) -> Settings:
    """Give the settings that a run was made with. Raises `ValueError` if this version of Roster knows them no more."""
    content = session.get_one(tables.SettingsKept, run.settings).content
    fields = Settings.model_fields
    # Part by part: as a whole they would be read from the environment of now as well.
    kinds: dict[str, Any] = {name: fields[name].annotation for name in content}
    return Settings.model_construct(
        **{name: TypeAdapter(kinds[name]).validate_python(said) for name, said in content.items()}
    )


def _id(row: tables.GroupRun | None) -> int | None:
    return row.id if row else None


def _list(row: tables.MemberList) -> list[Any]:
    return [row.id, row.day.isoformat(), row.as_of.isoformat() if row.as_of else None, row.sha256]


def _keep_settings(session: Session, settings: Settings) -> str:
    content = settings.model_dump(mode="json", include=set(_DECIDING))
    name = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    known = session.scalar(select(func.count()).where(col(tables.SettingsKept.sha256) == name))
    if not known:
        session.add(tables.SettingsKept(sha256=name, content=content))
        session.flush()
    return name
