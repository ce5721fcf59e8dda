"""`roster ledger [GROUP]`: who was to be taken out, what volunteers say of it, and what the lists prove."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass

from adapters.store import ledger
from adapters.store.ledger import Account
from jobs.arguments import add_settings
from jobs.compose import compose
from jobs.naming import group_named
from jobs.office import Office
from roster.harmless import harmless
from roster.ledger import UNSETTLED, Item, State, What
from roster.runs import group_key
from roster.shown import plain
from roster.words import counted

_STATES = {
    State.OPEN: "to take out",
    State.SAID_DONE: "said to be done, not proved",
    State.DISPUTED: "disputed",
    State.CANNOT_FIND: "said not to be found",
    State.ALREADY_GONE: "said to have gone, not proved",
    State.GONE: "gone, as a list shows",
    State.WITHDRAWN: "nothing is asked any more",
    State.CAME_BACK: "back in the group",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's line. Days are ISO dates, "" where there is none; `days` since volunteers heard, while it is open."""

    group: str
    shown_as: str
    identity: str
    state: str
    asked_on: str
    days: int
    said: str
    said_by: str
    said_on: str
    note: str
    chased_on: str
    proved_on: str
    co_admins_told_on: str
    office_told_on: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", nargs="?", help="the group's name; default: every group")
    parser.add_argument("--all", action="store_true", help="also what is settled")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default text")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show it; gives 1 if anything is open, 0 if not."""
    with closing(compose(arguments.settings)) as office:
        found = tuple(entries(office, arguments.group, settled=arguments.all))
    _PRINTERS[arguments.format](found)
    return int(any(one.state in _UNSETTLED for one in found))


def entries(office: Office, group: str | None = None, *, settled: bool = False) -> Iterator[Entry]:
    """Give every person's line, of one group or of all; those of whom all is settled only if asked for. Raises `NotFound`."""
    with office.store.reading() as session:
        wanted = group_named(session, group).row.group_key if group is not None else None
        for account in ledger.accounts(session):
            if wanted is None or account.key == group_key(wanted):
                items = account.items.values() if settled else account.unsettled
                for item in items:
                    days = ledger.days_open(session, account.key, item, office.today, office.settings.school.zone)
                    yield _entry(account, item, days if item.unsettled else 0)


def _entry(account: Account, item: Item, days: int) -> Entry:
    claim = item.claims[-1] if item.claims else None
    return Entry(
        group=plain(account.name),
        shown_as=plain(item.shown_as),
        identity=item.identity,
        state=item.state.value,
        asked_on=item.asked_on.isoformat(),
        days=days,
        said=claim.what.value if claim else "",
        said_by=plain(claim.by) if claim else "",
        said_on=claim.day.isoformat() if claim else "",
        note=plain(claim.note, 200) if claim else "",
        chased_on=item.chased_on.isoformat() if item.chased_on else "",
        proved_on=item.proved_on.isoformat() if item.proved_on else "",
        co_admins_told_on=_told_on(item, What.TO_CO_ADMIN),
        office_told_on=_told_on(item, What.TO_OFFICE),
    )


def _told_on(item: Item, what: What) -> str:
    told = item.was_told(what)
    return told.day.isoformat() if told else ""


def _as_text(found: Iterable[Entry]) -> None:
    lines = list(map(_said, found))
    print("\n".join(lines) or "Nobody is to be taken out.")


def _said(one: Entry) -> str:
    since = f"; volunteers have known for {counted(one.days, 'day')}" if one.days else ""
    by = f" ({one.said_by}, {one.said_on}{f': {one.note}' if one.note else ''})" if one.said else ""
    chased = f"; still there on {one.chased_on} though said to be done" if one.chased_on else ""
    proved = f" on {one.proved_on}" if one.proved_on else ""
    state = _STATES[State(one.state)]
    return f"{one.group}: {one.shown_as}: {state}{proved}{by}; asked on {one.asked_on}{since}{chased}"


def _as_json(found: Iterable[Entry]) -> None:
    print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))


def _as_csv(found: Iterable[Entry]) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(Entry.__dataclass_fields__)
    writer.writerows([harmless(str(cell)) for cell in asdict(one).values()] for one in found)


_UNSETTLED = frozenset(state.value for state in UNSETTLED)
_PRINTERS = {"text": _as_text, "json": _as_json, "csv": _as_csv}
