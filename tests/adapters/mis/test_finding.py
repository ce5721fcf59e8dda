"""Where the headings stand, whose word counts, and what is said about sheets and files that stand apart."""

import pytest

from adapters.mis import read_export, read_headings
from roster.columns import PUPIL
from roster.errors import MissingColumns, NothingInside, OneOfASet, RosterError, UnreadableExport
from roster.export import Export
from roster.groups import Problem
from roster.mapping import Kept, Mapping, OtherHeadings, UnusableMapping
from roster.normalise import normalise
from roster.sketch import sketch
from roster.vocabulary import Field
from tests.builders import TODAY, a_csv, a_workbook, an_upload

ROWS = [["Pupil", "Class", "Contact", "Mobile"], ["Ade Bello", "3B", "Ola Bello", "07700 900123"]]
MORE = [ROWS[0], ["Tola Bello", "5A", "Femi Bello", "07700 900124"], ["Temi Ojo", "5A", "Ayo Ojo", "07700 900125"]]
LEAVING = """
    Pupil     | Class | Leavng date | Contact   | Mobile
    Ade Bello | 3B    | 17/07/2026  | Ola Bello | 07700 900123
"""
STRANGE = """
    Plant     | Klas | Ouder     | Nummer
    Ade Bello | 3B   | Ola Bello | 07700 900123
    Temi Ojo  | 3B   | Ayo Ojo   | 07700 900124
"""


def a_mapping(drawn: str, **holds: tuple[Field, int]) -> Mapping:
    """What a sketch of a drawn sheet says, some of it mended."""
    from dataclasses import replace

    found = read_headings(an_upload(a_csv(drawn)))
    mapping, _ = sketch(found.plan, found.lines)
    mended = (
        replace(entry, holds=holds[entry.heading][0], who=holds[entry.heading][1]) if entry.heading in holds else entry
        for entry in mapping.entries
    )
    return replace(mapping, entries=tuple(mended))


MENDED = {
    "Plant": (Field.FULL, PUPIL),
    "Klas": (Field.CLASS, PUPIL),
    "Ouder": (Field.FULL, 0),
    "Nummer": (Field.PHONE, 0),
}


def read(content: str | bytes, *confirmed: Kept) -> tuple[Export, tuple[Problem, ...]]:
    return read_export(an_upload(content), confirmed=confirmed)


def test_a_confirmed_leaving_date_is_read():
    export, _ = read(a_csv(LEAVING), Kept(a_mapping(LEAVING)))

    (pupil,) = normalise(export)[0].pupils
    assert str(pupil.left_on) == "2026-07-17"
    assert export.plan.confirmed == "as you say"


def test_a_sheet_of_which_no_heading_is_known_is_read_as_confirmed():
    with pytest.raises(RosterError):
        read(a_csv(STRANGE))

    export, _ = read(f"A title\n{a_csv(STRANGE)}", Kept(a_mapping(STRANGE, **MENDED), TODAY))

    snapshot, problems = normalise(export)
    assert [contact.shown for contact in snapshot.contacts] == ["Ola Bello", "Ayo Ojo"]
    assert [pupil.classes for pupil in snapshot.pupils] == [{"3B"}, {"3B"}]
    assert export.plan.confirmed == "as confirmed on 22 November 2026"
    assert problems == ()


def test_what_is_kept_for_other_headings_does_not_matter():
    export, _ = read(a_csv(LEAVING), Kept(a_mapping(STRANGE, **MENDED), TODAY))

    assert export.plan.confirmed == ""


@pytest.mark.parametrize("other", [LEAVING, "Plant,Klas\nAde,3B\n"])
def test_what_is_given_now_must_fit(other: str):
    with pytest.raises(OtherHeadings) as caught:
        read(a_csv(other) if "|" in other else other, Kept(a_mapping(STRANGE, **MENDED)))

    assert "Plant, Klas, Ouder and Nummer" in caught.value.advice
    assert caught.value.file == "contacts.csv"


def test_a_slip_in_a_needed_heading_is_named():
    with pytest.raises(MissingColumns) as caught:
        read("Pupl name,Class,Parent name,Mobile\nAde Bello,3B,Ola Bello,07700 900123\n")

    assert '"Pupl name" looks like "pupil name": if that is right, say so with roster map.' in caught.value.advice


def test_headings_are_shown_though_something_is_lacking():
    found = read_headings(an_upload("Pupl name,Class,Parent name,Mobile\nAde Bello,3B,Ola Bello,07700 900123\n"))

    assert isinstance(found.lacking, MissingColumns)
    assert sketch(found.plan, found.lines)[0].entries[0].holds is Field.FULL


def test_a_file_without_any_headings_has_none_to_show():
    with pytest.raises(UnreadableExport, match="not an MIS export"):
        read_headings(an_upload("Ola Bello, +44 7700 900123, You"))


def test_it_asks_about_a_sheet_that_was_not_read():
    _, notes = read(a_workbook(**{"3B": ROWS, "5A": MORE, "Key": [["Green is new"]]}))

    assert [note.message for note in notes if "not read" in note.message] == [
        'The sheet "Key" was not read: no pupils or telephones. Is that right?'
    ]


def test_it_refuses_to_forget_a_sheet_of_numbers_under_no_headings():
    with pytest.raises(UnreadableExport) as caught:
        read(a_workbook(**{"3B": ROWS, "5A": MORE[1:]}))

    assert "holds telephone numbers" in caught.value.headline
    assert caught.value.sheet == "5A"


@pytest.mark.parametrize(
    "headings",
    [
        "sourcedId,status,dateLastModified,enabledUser,role,givenName,familyName,email,sms,phone,agentSourcedIds",
        "sourcedId,username,givenName,familyName,email,phone,sms",
        "userSourcedId,relationshipUserSourcedId,relationshipRole",
        "SIS ID,Email,Role",
        "Email,First Name,Last Name,Phone,SIS ID",
        "SIS ID,School SIS ID,First Name,Last Name,Grade",
    ],
)
def test_one_file_of_a_set_is_told(headings: str):
    with pytest.raises(OneOfASet) as caught:
        read(f"{headings}\n{','.join('07700900123' for _ in headings.split(','))}\n")

    assert "folder" in caught.value.advice
    assert "zip" in caught.value.advice


def test_it_says_when_nobody_can_be_recognised():
    _, notes = read("Pupil,Class,Contact,Mobile\nAde Bello,3B,Ola Bello,\nTemi Ojo,3B,Ayo Ojo,\n")

    assert "nobody in a group can be recognised" in notes[0].message


def test_a_format_whose_columns_are_known_takes_no_mapping():
    document = (
        "<CTfile><Header><DocumentName>Common Transfer File</DocumentName></Header><CTFpupilData><Pupil><UPN>B820123400101</UPN>"
        "<Surname>Bello</Surname><Forename>Ade</Forename></Pupil></CTFpupilData></CTfile>"
    )

    with pytest.raises(UnusableMapping, match="are known"):
        read(document, Kept(a_mapping(STRANGE, **MENDED)))


def test_confirmed_headings_with_nothing_under_them_are_said():
    with pytest.raises(NothingInside):
        read("Plant,Klas,Ouder,Nummer\n", Kept(a_mapping(STRANGE, **MENDED)))
