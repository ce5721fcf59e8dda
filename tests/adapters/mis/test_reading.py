"""From an upload to an export: the heading row found, the format told, nothing interpreted."""

import pytest

from adapters.mis import read_export
from roster.errors import ClaimedTwice, MissingColumns, NothingInside, RosterError, UnreadableExport
from roster.export import Export
from roster.normalise import normalise
from roster.people import Contact
from tests.builders import a_workbook, an_upload

PLAIN = "Pupil,Class,Contact,Mobile\nAde Bello,3B,Ola Bello,07700 900123\n"


def export(content: str | bytes, name: str = "contacts.csv") -> Export:
    return read_export(an_upload(content, name))[0]


def contacts(found: Export) -> list[tuple[str, str, set[str]]]:
    def told(contact: Contact) -> tuple[str, str, set[str]]:
        return contact.shown, contact.ties[0].relation, {phone.ending(3) for phone in contact.phones}

    return [told(contact) for contact in normalise(found)[0].contacts]


@pytest.mark.parametrize(
    "above",
    ["", "Hollybank Primary School\n", "Contacts report,,,\nPrinted on 22/11/2026,,,\n,,,\n", "sep=,\n", "\n\n\n"],
)
def test_it_finds_the_headings_under_a_title(above: str):
    found = export(above + PLAIN)

    assert found.plan.headings == ("Pupil", "Class", "Contact", "Mobile")
    assert found.lines[0][0] == above.count("\n") + 2


def test_it_reads_a_band_above_the_headings():
    found = export(
        ",,Mother,,Father,\nPupil,Class,Name,Mobile,Name,Mobile\nAde,3B,Ola,07700 900123,Femi,07700 900124\n"
    )

    assert contacts(found) == [("Ola", "mother", {"123"}), ("Femi", "father", {"124"})]


def test_a_title_is_no_band():
    found = export("Class 3B,,,\nPupil,Class,Contact,Mobile\nAde,3B,Ola,07700 900123\n")

    assert found.plan.headings == ("Pupil", "Class", "Contact", "Mobile")


def test_it_joins_a_sheet_a_class_if_their_headings_agree():
    rows = [["Pupil", "Class", "Contact", "Mobile"], ["Ade", "3B", "Ola", "07700 900123"]]

    found = export(
        a_workbook(**{"3B": rows, "5A": [rows[0], ["Tola", "5A", "Femi", "07700 900124"]], "Notes": [["hello"]]})
    )

    assert found.sheet == "3B and 5A"
    assert len(found.lines) == 2


def test_it_keeps_excels_row_numbers():
    found = export(
        a_workbook(Report=[["Title"], [], ["Pupil", "Class", "Contact", "Mobile"], [], ["Ade", "3B", "Ola", "#N/A"]])
    )

    assert [problem.row for problem in normalise(found)[1]] == [5]


@pytest.mark.parametrize(("content", "error", "said"), [
    ("Pupil,Class,Contact\nAde,3B,Ola\n", MissingColumns, "telephone"),
    ("Contact name,Mobile,Class\nOla,07700900123,3B\n", MissingColumns, "pupils' names"),
    ("Pupil,Class,Contact,Mobile\n", NothingInside, "nothing under"),
    ("Name,Phone\nOla,07700900123\n", UnreadableExport, "member list"),
    ("Ola Bello, +44 7700 900123, You", UnreadableExport, "member list"),
    (f"{','.join(['Contact1Name', 'Contact1Telephone', 'EnrolmentStateName', 'TutorGroupName', 'StudentForename', 'ContactForename', 'MobileNumber', 'HouseName', 'District'])}\n{'x,' * 8}x\n", ClaimedTwice, "bromcom and parentmail"),
])  # fmt: skip
def test_it_says_what_is_wrong(content: str, error: type[RosterError], said: str):
    with pytest.raises(error) as caught:
        export(content)

    assert said in caught.value.sentence
    assert caught.value.file == "contacts.csv"


def test_it_says_in_which_sheet():
    with pytest.raises(MissingColumns) as caught:
        export(a_workbook(Pupils=[["Pupil", "Class"], ["Ade", "3B"]]), "contacts.xlsx")

    assert caught.value.place == "contacts.xlsx, sheet Pupils"


def test_it_passes_on_what_the_workbook_hides():
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(
        BytesIO(a_workbook(R=[["Pupil", "Class", "Contact", "Mobile"], ["Ade", "3B", "Ola", "07700 900123"]]))
    )
    book["R"].row_dimensions[2].hidden = True
    out = BytesIO()
    book.save(out)

    found, notes = read_export(an_upload(out.getvalue(), "contacts.xlsx"))

    assert len(found.lines) == 1
    assert "hidden" in notes[0].message
