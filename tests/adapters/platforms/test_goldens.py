"""Every fixture beside its golden, which somebody read and found right; and every format has a fixture.

A fixture is called `<format>--<what is special>.<ending>`, its golden the same with `.golden` behind it. The file's name
is a part of what is read (a chat names its group in it), so what stands before `@@` in a fixture's name is cut off.
"""

from pathlib import Path

import pytest

from adapters.discovery import found_in
from adapters.platforms import records, texts
from adapters.platforms.headings.layout import all_layouts
from adapters.platforms.reader import RecordFormat, TextFormat
from adapters.platforms.reading import read_lists
from roster.groups import Member, MemberList, Problem
from tests.builders import an_upload

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix != ".golden")
WITHOUT_MODULE = {"pasted", "name-phone", "whatsapp-chat-export", "telegram-export"}


def told(found: tuple[MemberList, ...]) -> str:
    return "\n\n".join("\n".join(_list(listed)) for listed in found) + "\n"


def read(path: Path) -> tuple[MemberList, ...]:
    return read_lists(an_upload(path.read_bytes(), path.name.rpartition("@@")[2]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_reads_as_its_golden_says(path: Path, bless: bool):
    golden = path.with_name(f"{path.name}.golden")

    found = told(read(path))
    if bless:
        golden.write_text(found, encoding="utf-8")

    assert found == golden.read_text(encoding="utf-8")


def test_every_format_has_a_fixture():
    seen = {path.name.partition("--")[0] for path in FILES}
    known = {one.name for one in (*all_layouts(), *found_in(texts, TextFormat), *found_in(records, RecordFormat))}

    assert seen >= known | WITHOUT_MODULE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_fixture_is_of_the_format_it_is_called_by(path: Path):
    assert {listed.format for listed in read(path)} == {path.name.partition("--")[0]}


def _list(listed: MemberList) -> list[str]:
    facts = (
        listed.platform, listed.format, listed.completeness.value, f"said {listed.said}" if listed.said is not None else "",
        f"as of {listed.as_of}" if listed.as_of else "", "without its maker" if listed.without_maker else "",
    )  # fmt: skip
    return [
        f"{listed.name} ({', '.join(filter(None, facts))})",
        *map(_member, listed.members),
        *(f"gone: {_member(member)}" for member in listed.gone),
        *map(_problem, listed.problems),
    ]


def _member(member: Member) -> str:
    facts = (
        f"name {member.name!r}" if member.name else "", *(phone.e164 for phone in member.phones),
        "" if member.phone else member.shown.value, *member.emails, "admin" if member.admin else "",
        "own" if member.own else "", "may be in it" if member.presence.value == "may be" else "",
    )  # fmt: skip
    return f"{member.row}: {member.shown_as!r} | {' | '.join(filter(None, facts))}"


def _problem(problem: Problem) -> str:
    where = ", ".join(filter(None, (f"row {problem.row}" if problem.row else "", problem.column or "")))
    return f"{problem.level}: {f'{where}: ' if where else ''}{problem.message}"
