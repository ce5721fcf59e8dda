"""Whether the roll and the groups' lists are young enough to act on."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import rolls, tables
from jobs.check_up import Grade, Symptom
from jobs.office import Office
from roster.runs import group_key
from roster.shown import plain
from roster.words import counted, listed, spoken

_LIST = tables.MemberList


def check(office: Office) -> Iterable[Symptom]:
    """Look at the age of the roll and of each group's newest list, and for groups that have none."""
    with office.store.reading() as session:
        roll, groups = rolls.newest(session), _newest_lists(session)
    yield _of_the_roll(office, roll)
    yield from _of_the_lists(office, groups)


def _of_the_roll(office: Office, roll: tables.Roll | None) -> Symptom:
    if roll is None:
        return Symptom(Grade.WRONG, "roll", "No MIS export has come yet.", "roster receive contacts.xlsx")
    day = max(filter(None, (roll.day, roll.confirmed_on)))
    said = f"The newest MIS export is of {spoken(day)}."
    if (office.today - day).days > office.settings.limits.roll_age_days:
        return Symptom(Grade.WRONG, "roll", f"{said} That is too old to act on.", "Export it again, and receive it.")
    return Symptom(Grade.WELL, "roll", said)


def _of_the_lists(office: Office, groups: dict[str, tuple[str, date]]) -> Iterable[Symptom]:
    limit = office.settings.limits.list_age_days
    old = sorted(plain(name) for name, day in groups.values() if (office.today - day).days > limit)
    without = sorted(plain(name) for name in office.settings.groups if group_key(name) not in groups)
    if old:
        said = f"{counted(len(old), 'list is', 'lists are')} more than {limit} days old: {listed(old)}."
        yield Symptom(Grade.WORTH_A_LOOK, "lists", said, "Ask for new ones; until then nobody is asked to leave there.")
    if without:
        said = f"{counted(len(without), 'group has', 'groups have')} no list yet: {listed(without)}."
        yield Symptom(
            Grade.WORTH_A_LOOK, "lists", said, "Receive a member list, or take the group out of the settings."
        )
    if groups and not old and not without:
        yield Symptom(Grade.WELL, "lists", f"{counted(len(groups), 'group')}, each with a list that is young enough.")


def _newest_lists(session: Session) -> dict[str, tuple[str, date]]:
    newest = select(func.max(col(_LIST.id))).group_by(col(_LIST.group_key))
    found = session.scalars(select(_LIST).where(col(_LIST.id).in_(newest)))
    return {row.group_key: (row.group_name, row.day) for row in found}
