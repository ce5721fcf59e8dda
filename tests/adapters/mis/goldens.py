"""What an export reads as, in words a person can check: the golden that stands beside each fixture.

def test_it_reads_as_its_golden_says(bless):
    export, notes = read_export(upload)
    assert_as_golden(path_of_the_golden, told(export, notes), bless=bless)
"""

from collections.abc import Iterable
from pathlib import Path

from roster.export import Export
from roster.groups import Problem
from roster.normalise import normalise
from roster.people import Contact, Pupil, Tie
from roster.scope import year_said


def told(export: Export, notes: Iterable[Problem] = ()) -> str:
    """Say who is in an export: its pupils, its contacts each with their links, and every note and problem."""
    snapshot, problems = normalise(export)
    said = [
        f"{export.format}{f', {export.sheet}' if export.sheet else ''}",
        *_under("pupils", map(_pupil, snapshot.pupils)),
        *_under("contacts", (line for contact in snapshot.contacts for line in _contact(contact))),
        *_under("notes", map(_problem, notes)),
        *_under("problems", map(_problem, problems)),
    ]
    return "\n".join(said) + "\n"


def assert_as_golden(golden: Path, said: str, *, bless: bool) -> None:
    """Compare with what somebody read and found right; with --bless write it, to be read."""
    if bless:
        golden.write_text(said, encoding="utf-8")

    assert said == golden.read_text(encoding="utf-8")


def _under(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return ["", f"{title}:", *found] if found else ["", f"{title}: none"]


def _pupil(pupil: Pupil) -> str:
    return " | ".join(filter(None, (
        pupil.name,
        pupil.key,
        "" if pupil.year is None else year_said(pupil.year),
        ", ".join(sorted(pupil.classes)),
        pupil.starts_on and f"starts {pupil.starts_on}",
        pupil.left_on and f"last day {pupil.left_on}",
        pupil.has_left and "has left",
        pupil.applicant and "applicant",
    )))  # fmt: skip


def _contact(contact: Contact) -> list[str]:
    who = (
        contact.shown,
        ", ".join(contact.ids),
        ", ".join(phone.e164 for phone in contact.phones),
        ", ".join(contact.emails),
    )
    rows = ", ".join(map(str, contact.rows))
    return [f"{' | '.join(filter(None, who))} (row {rows})", *(f"  {_tie(tie)}" for tie in contact.ties)]


def _tie(tie: Tie) -> str:
    flags = {"responsibility": tie.responsibility, "lives with": tie.lives_with}
    said = [f"{name} {'yes' if flag else 'no'}" for name, flag in flags.items() if flag is not None]
    return " | ".join([
        f"{tie.relation or 'unsaid'} ({tie.role.value}) of {tie.pupil.name}", *said,
        *(["restricted"] if tie.restricted else []),
    ])  # fmt: skip


def _problem(problem: Problem) -> str:
    where = f"row {problem.row}" if problem.row else "", problem.column or ""
    place = ", ".join(filter(None, where))
    return f"{problem.level}: {f'{place}: ' if place else ''}{problem.message}"
