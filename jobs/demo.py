"""`roster demo`: a made-up school, two nights, the letters as a real mail server received them."""

import argparse
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from adapters.mail.letterbox import Letterbox
from adapters.mis import read_export
from adapters.platforms.reading import read_lists
from adapters.reports.as_workbook import as_workbook
from adapters.reports.outcome import Outcome
from adapters.store import create_store
from jobs.cli import GOOD
from jobs.compose import compose
from jobs.demo_files import DemoGroups, report
from jobs.demo_school import FIRST_NIGHT, SECOND_NIGHT, DemoSchool
from jobs.office import Office
from roster.changes import Changeset, Flag
from roster.comparison import Judged, compare
from roster.errors import UnreadableFile
from roster.export import Upload
from roster.normalise import normalise
from roster.tally import tally_of
from roster.words import counted, spoken

_ZONE = ZoneInfo("Europe/London")
_NIGHTLY, _AT_WORK, _MORNING = clock_time(2, 30), clock_time(6, 45), clock_time(7, 0)
_MARK = ".roster-demo"
_EXPORT = "contacts.xlsx"
_OFFICE = "office@example.org"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the one argument."""
    parser.add_argument("--folder", type=Path, default=Path("demo"), help="where everything is put (default: demo)")


def run(arguments: argparse.Namespace) -> int:
    """Play two nights, and show what they changed."""
    begun = time.monotonic()
    folder: Path = arguments.folder
    _clear(folder)
    with Letterbox(folder / "letters") as letterbox:
        _Demo(folder, letterbox, Console()).play()
    Console().print(f"[dim]{time.monotonic() - begun:.1f} s[/dim]")
    return GOOD


def _clear(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        error = UnreadableFile("Give another with --folder.", headline="This folder is not empty, and no demo made it.")
        error.file = str(folder)
        raise error
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / _MARK).touch()


@dataclass
class _Demo:
    folder: Path
    letterbox: Letterbox
    console: Console
    school: DemoSchool = field(default_factory=DemoSchool)
    night: date = FIRST_NIGHT
    time: clock_time = _NIGHTLY

    def play(self) -> None:
        groups = DemoGroups(self.school)
        settings = self._write_settings(groups)
        create_store(self.folder / "roster.db").close()
        office = compose(settings, clock=lambda: datetime.combine(self.night, self.time, _ZONE))
        try:
            first = self._first_night(office, groups)
            self.school.leave(1, "2A")
            self.school.leave(1, "6A")
            groups.on_the_second_night()
            self._second_night(office, groups, first)
        finally:
            office.close()
        self._show_letters()
        self._show_the_way()

    def _first_night(self, office: Office, groups: DemoGroups) -> tuple[Judged, ...]:
        self.console.rule(f"Night one, {spoken(self.night)}")
        judged = self._receive(office, groups, "night one")
        office.nightly()
        office.deliver()
        table = Table(
            "Group",
            "To take out",
            "To look at",
            "Held by",
            title="Held: nothing goes out before the office has read it",
        )
        held = office.held()
        for one in held:
            going = len(one.removals)
            guards = ", ".join(objection.guard for objection in one.objections)
            table.add_row(one.group, str(going), str(len(one.people) - going), guards)
        self.console.print(table)
        self.console.print(f'For example: "{held[0].objections[0].message}"')
        self.time = _AT_WORK
        for one in held:
            office.release(one.group, by="the school office")
        again = office.nightly()
        office.deliver()
        self.time = _MORNING
        sent = office.deliver().sent
        self.console.print(
            f"At {_AT_WORK:%H:%M} the office read all {len(again.groups)} lists and released them. Volunteers are written to "
            f"between 07:00 and 08:00 on school days: {counted(sent, 'letter')} went out.\n"
        )
        return judged

    def _second_night(self, office: Office, groups: DemoGroups, first: tuple[Judged, ...]) -> None:
        self.night, self.time = SECOND_NIGHT, _NIGHTLY
        self.console.rule(f"Night two, {spoken(self.night)}: two families have left, and a stranger joined")
        judged = self._receive(office, groups, "night two")
        office.nightly()
        office.deliver()
        self.time = _MORNING
        sent = office.deliver().sent
        table = Table(
            "Group", "New", "Still to do", "No longer on the list", title="What changed since the last letters"
        )
        for before, now in zip(first, judged, strict=True):
            changes = Changeset.between(_removals(before), _removals(now))
            if not changes.noop:
                table.add_row(
                    now.listed.name, _people(changes.raised), str(len(changes.remaining)), _people(changes.cleared)
                )
        self.console.print(table)
        quiet = len(judged) - table.row_count
        self.console.print(
            f"{counted(sent, 'letter')} went out; {counted(quiet, 'group')} had no change, and got none.\n"
        )

    def _receive(self, office: Office, groups: DemoGroups, when: str) -> tuple[Judged, ...]:
        kept = self.folder / "received" / when
        kept.mkdir(parents=True)
        export = report(self.school, self.night)
        (kept / _EXPORT).write_bytes(export)
        self.console.print(*office.receive(_EXPORT, export).sentences)
        lists = groups.lists()
        for group, (name, content) in lists.items():
            (kept / name).write_bytes(content)
            self.console.print(*office.receive(name, content, group=group).sentences)
        outcome = _compare(export, lists, self.night)
        path = self.folder / "reports" / f"{when}.xlsx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(as_workbook(outcome))
        return outcome.groups

    def _write_settings(self, groups: DemoGroups) -> Path:
        path = self.folder / "settings.toml"
        path.write_text("\n".join(_settings(groups, self.letterbox.port)), encoding="utf-8")
        return path

    def _show_letters(self) -> None:
        letters = self.letterbox.received
        volunteers = [letter for letter in letters if letter["To"] != _OFFICE]
        office = [letter for letter in letters if letter["To"] == _OFFICE]
        for title, letter in (("A volunteer's letter", volunteers[-1]), ("The office's digest", office[-1])):
            body = letter.get_body(("plain",))
            text = body.get_content() if body else ""
            head = f"To: {letter['To']}\nSubject: {letter['Subject']}\n\n"
            self.console.print(Panel(head + _beginning(text), title=title))

    def _show_the_way(self) -> None:
        where, roster = self.folder, _program()
        self.console.print(
            f"Everything is in {where}/: the letters as received ({where}/letters, open an .html), the workbooks for the "
            f"office ({where}/reports), the files that came in ({where}/received), and the database ({where}/roster.db).\n\n"
            f"[bold]The same with your own files[/bold]\n"
            f"  {roster} check contacts.xlsx 3B=members.csv --report report.xlsx\n\n"
            f"[bold]Every night[/bold]\n"
            f"  {roster} init school\n"
            f"  (fill in school/settings.toml: the office's address, the mail server, each group's admins)\n"
            f"  {roster} receive --settings school/settings.toml contacts.xlsx\n"
            f"  {roster} receive --settings school/settings.toml 3B=members.csv\n"
            f"  {roster} nightly --settings school/settings.toml\n"
            f"  {roster} release --settings school/settings.toml 3B\n"
            f"  {roster} serve --settings school/settings.toml\n",
            soft_wrap=True,
        )


def _program() -> str:
    """How this very program was called, so that the commands shown are the ones to type."""
    called = Path(sys.argv[0])
    return sys.argv[0] if called.name == "roster" else f"{sys.executable} -m jobs"


def _compare(export: bytes, lists: dict[str, tuple[str, bytes]], on: date) -> Outcome:
    read, notes = read_export(Upload(_EXPORT, export))
    snapshot, problems = normalise(read)
    groups = compare(
        snapshot,
        [one for group, (name, data) in lists.items() for one in read_lists(Upload(name, data), name=group)],
        on=on,
    )
    return Outcome(on, read, tally_of(snapshot, on), (*notes, *problems), groups)


def _removals(judged: Judged) -> tuple[Flag, ...]:
    return tuple(
        Flag(verdict.member.identity, verdict.standing.value, verdict.reason.name, verdict.member.shown_as)
        for verdict in judged.removals
    )


def _people(flags: Iterable[Flag]) -> str:
    return "\n".join(flag.shown_as for flag in flags) or "nobody"


def _beginning(text: str, lines: int = 40) -> str:
    every = text.splitlines()
    return "\n".join(every[:lines]) + ("\n…" if len(every) > lines else "")


def _settings(groups: DemoGroups, port: int) -> Iterator[str]:
    yield '[school]\nname = "Oak Primary School"'
    yield f'office_email = "{_OFFICE}"'
    yield f'[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "groups@example.org"'
    for number, name in enumerate(groups.entries, start=1):
        yield f'[groups."{name}"]\nadmins = ["volunteer{number}@example.org"]'
