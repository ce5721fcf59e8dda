"""A comparison as the office reads it in a terminal: worst first, the reason in words."""

from collections.abc import Iterator

from adapters.reports.outcome import Outcome, sentence_of
from roster.comparison import Judged
from roster.proof import notes_on, strength
from roster.scope import Kind
from roster.verdicts import Verdict
from roster.words import counted, spoken

_CONTROL = dict.fromkeys([*range(32), 127, *range(0x80, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)])
_PROBLEMS_SHOWN = 20


def as_text(outcome: Outcome) -> str:
    """Tell an outcome in plain lines."""
    return "\n".join(_lines(outcome)) + "\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """What the office should know besides the result: what could not be read, and scopes that were guessed."""
    torn = sum(problem.level == "row" for problem in outcome.problems)
    for problem in outcome.problems[:_PROBLEMS_SHOWN]:
        place = f"row {problem.row}, " if problem.row else ""
        column = f"{problem.column}: " if problem.column else ""
        yield _plain(f"{outcome.export.file}: {place}{column}{problem.message}")
    if len(outcome.problems) > _PROBLEMS_SHOWN:
        yield f"... and {len(outcome.problems) - _PROBLEMS_SHOWN} more; --report FILE.xlsx and --format json list them all."
    if torn:
        yield f"{counted(torn, 'row')} of the export were set aside; nobody who may be in them is asked to leave."
    for group in outcome.groups:
        listed = group.listed
        where = _plain(f"{listed.name} ({listed.file})" if listed.file else listed.name)
        for problem in listed.problems:
            if problem.row:
                yield f"{where}: row {problem.row}, {problem.message}"
        for note in notes_on(listed):
            yield f"{where}: {note}"
        if group.scope.guessed:
            yield (
                f"{group.listed.name}: no class or year on the roll has this name, so its members are held against the "
                f"whole school. To compare with one class, write NAME=LIST, such as 3B=LIST."
            )


def _lines(outcome: Outcome) -> Iterator[str]:
    yield (
        f"On {spoken(outcome.on)}: {counted(outcome.roll.on_roll, 'pupil')} on roll, "
        f"{counted(outcome.roll.contacts, 'contact')}, {counted(outcome.roll.leavers, 'leaver')}, "
        f"{counted(outcome.roll.starters, 'starter')}."
    )
    for group in outcome.groups:
        yield ""
        yield from _group(group)


def _group(group: Judged) -> Iterator[str]:
    whom = "" if group.scope.kind is Kind.CLASS else f", for {group.scope.said}"
    short = strength(group.listed)
    members = f"{counted(len(group.verdicts), 'member')}{f' ({short})' if short else ''}"
    yield f"{_plain(group.listed.name)}{whom}: {members}, {_sum(group)}"
    for objection in group.held:
        yield f"  HELD ({objection.guard}): {_plain(objection.message)}"
    for title, verdicts in (("Take out", group.removals), ("Look at", group.queries)):
        if verdicts:
            yield f"  {title}{' (once released)' if group.held and title == 'Take out' else ''}:"
            for verdict in sorted(verdicts, key=lambda one: one.reason.weight, reverse=True):
                yield from _verdict(verdict)


def _sum(group: Judged) -> str:
    if group.clear:
        return "everybody belongs."
    belonging = len(group.verdicts) - len(group.removals) - len(group.queries)
    return f"{len(group.removals)} to take out, {len(group.queries)} to look at, {belonging} belong."


def _verdict(verdict: Verdict) -> Iterator[str]:
    member = verdict.member
    number = f", {member.phone.e164}" if member.phone and member.name else ""
    place = f"row {member.row}" if member.row else "who made the list"
    yield f"    {_plain(member.shown_as)}{number} ({place})"
    evidence = _plain("; ".join(verdict.reason.evidence))
    yield f"      {sentence_of(verdict.reason.name).removesuffix('.')}: {evidence}."


def _plain(text: str) -> str:
    """Take out what would move a terminal's cursor or turn its text round."""
    return text.translate(_CONTROL)
