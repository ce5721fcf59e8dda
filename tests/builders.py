"""Made-up people and files, said in a line. Charlie is on nobody's roll.

A table is written as people see it, cells parted by bars:

    Pupil     | Class | Contact   | Telephone
    Ade Bello | 3B    | Ola Bello | 07700 900123
"""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from roster.columns import understand
from roster.comparison import Judged, compare
from roster.export import Export, Sheet, Upload
from roster.gaps import Gap, Lost
from roster.groups import Completeness, Member, MemberList, Problem, Shown
from roster.judge import judge
from roster.names import name_of
from roster.normalise import normalise
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.policy import Policy
from roster.relations import role_of
from roster.roll import Roll
from roster.scope import Scope, scope_of
from roster.snapshot import Snapshot
from roster.telephones import Fragment
from roster.verdicts import Verdict

TODAY = date(2026, 11, 22)
OLA, FEMI, CHARLIE = "07700 900123", "07700 900124", "07700 900999"


def a_phone(number: str = OLA) -> Phone:
    return Phone.parse(number)


def a_pupil(name: str = "Ade Bello", *, year: int | None = 3, classes: Iterable[str] = ("3B",), **facts: Any) -> Pupil:
    return Pupil(key=name, name=name, called=name_of(full=name), year=year, classes=frozenset(classes), **facts)


def a_tie(pupil: Pupil | None = None, relation: str = "Mother", **facts: Any) -> Tie:
    return Tie(pupil=pupil or a_pupil(), role=role_of(relation), relation=relation, **facts)


def a_contact(
    shown: str = "Ola Bello",
    *numbers: str,
    ties: Sequence[Tie] | None = None,
    ids: Sequence[str] = (),
    emails: Sequence[str] = (),
) -> Contact:
    """A contact of Ade's, with Ola's number unless another is given; `ties=()` leaves them without a child."""
    phones = tuple(map(Phone.parse, numbers or (OLA,)))
    known = (a_tie(),) if ties is None else tuple(ties)
    return Contact(tuple(ids), (name_of(full=shown),), shown, phones, tuple(emails), known, (2,))


def a_gap(row: int = 14, why: str = "a number could not be read", *, left: str = "", **facts: Any) -> Gap:
    """A hole in the roll; `left` are the digits left of the number."""
    lost = Lost.ROW if "words" in facts else Lost.NUMBER
    return Gap(lost, row, why, fragments=(Fragment(left, digits=left),), **facts)


def a_member(shown_as: str = "~ Jo", number: str | None = None, **facts: Any) -> Member:
    phone = Phone.parse(number) if number else None
    shown = facts.pop("shown", Shown.NUMBER if phone else Shown.NO_NUMBER)
    name = facts.pop("name", "" if phone and not any(map(str.isalpha, shown_as)) else shown_as)
    return Member(shown_as, facts.pop("row", 1), name=name, phone=phone, shown=shown, **facts)


def a_list(*members: Member, name: str = "3B", said: int | None = None) -> MemberList:
    return MemberList(name, members, "whatsapp", "pasted", Completeness.COMPLETE, said)


def a_snapshot(*contacts: Contact, pupils: Sequence[Pupil] = (), gaps: Sequence[Gap] = (), **facts: Any) -> Snapshot:
    children = dict.fromkeys([tie.pupil for contact in contacts for tie in contact.ties] + list(pupils))
    return Snapshot(tuple(children), contacts, tuple(gaps), **facts)


def a_roll(*contacts: Contact, on: date = TODAY, **facts: Any) -> Roll:
    return Roll(a_snapshot(*contacts, **facts), on)


def a_verdict(member: Member, roll: Roll, group: str = "3B", policy: Policy | None = None) -> Verdict:
    """What becomes of one member."""
    scope = scope_of(group, roll.snapshot.pupils, roll.day)
    (verdict,) = judge((member,), roll, scope, policy or Policy())
    return verdict


def a_table(drawn: str) -> list[list[str]]:
    """The cells of a drawn table; blank lines fall away."""
    return [[cell.strip() for cell in line.split("|")] for line in drawn.strip("\n").splitlines() if line.strip()]


def a_csv(drawn: str, *, delimiter: str = ",", newline: str = "\r\n") -> str:
    """A drawn table as a program writes it, quoted where it must be."""
    import csv
    from io import StringIO

    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(a_table(drawn))
    return text.getvalue()


def a_workbook(**sheets: list[list[Any]]) -> bytes:
    """An xlsx with these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def a_sheet(drawn: str, *, title: str = "", delimited: bool = False) -> Sheet:
    rows = tuple((number, tuple(cells)) for number, cells in enumerate(a_table(drawn), start=1))
    return Sheet(title, rows, delimited)


def an_upload(content: str | bytes, name: str = "contacts.csv") -> Upload:
    return Upload(name, content.encode() if isinstance(content, str) else content)


def an_export(drawn: str, *, delimited: bool = False, cut_short: bool = False) -> Export:
    """An export whose first row is its headings; row numbers begin at 1, as in a spreadsheet."""
    (_, headings), *lines = a_sheet(drawn).rows
    return Export("contacts.csv", "headings", "", understand(headings), tuple(lines), delimited, cut_short)


def read(drawn: str, **facts: bool) -> Snapshot:
    """The snapshot of a drawn export."""
    snapshot, _ = normalise(an_export(drawn, **facts))
    return snapshot


def problems(drawn: str, **facts: bool) -> tuple[Problem, ...]:
    """What could not be understood in a drawn export."""
    _, found = normalise(an_export(drawn, **facts))
    return found


def judged(drawn: str | Snapshot, *members: Member, group: str = "3B", on: date = TODAY, **settings: Any) -> Judged:
    """A group held against an export."""
    snapshot = drawn if isinstance(drawn, Snapshot) else read(drawn)
    (result,) = compare(snapshot, [a_list(*members, name=group)], on=on, **settings)
    return result


def reasons(drawn: str | Snapshot, *members: Member, **facts: Any) -> list[str]:
    """The reason given for each member."""
    return [verdict.reason.name for verdict in judged(drawn, *members, **facts).verdicts]


def a_scope(group: str = "3B", *pupils: Pupil) -> Scope:
    return scope_of(group, pupils or (a_pupil(),), TODAY)
