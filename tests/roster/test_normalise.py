"""Exports of every shape become the same people."""

import pytest

from adapters.mis import read_export
from roster.export import Upload
from roster.normalise import normalise
from roster.snapshot import Snapshot
from tests.builders import CHARLIE, a_member, problems, read, reasons

LONG = """
    Pupil      | Class | Contact    | Relationship | Mobile       | Home
    Ade Bello  | 3B    | Ola Bello  | Mother       | 07700 900123 | 01632 960123
    Ade Bello  | 3B    | Femi Bello | Father       | 07700 900124 | 01632 960123
    Tola Bello | 5A    | Ola Bello  | Mother       | 07700 900123 |
"""
WIDE = """
    Pupil      | Class | Contact 1 | Contact 1 Relationship | Contact 1 Mobile | Contact 1 Home | Contact 2  | Contact 2 Relationship | Contact 2 Mobile | Contact 2 Home
    Ade Bello  | 3B    | Ola Bello | Mother                 | 07700 900123     | 01632 960123   | Femi Bello | Father                 | 07700 900124     | 01632 960123
    Tola Bello | 5A    | Ola Bello | Mother                 | 07700 900123     |                |            |                        |                  |
"""
CONTINUED = """
    Pupil      | Class | Contact    | Relationship | Mobile       | Home
    Ade Bello  | 3B    | Ola Bello  | Mother       | 07700 900123 | 01632 960123
               |       | Femi Bello | Father       | 07700 900124 | 01632 960123
    Tola Bello | 5A    | Ola Bello  | Mother       | 07700 900123 |
"""
CROSSED = """
    Pupil      | Class | Contact    | Relationship | Telephone
    Ade Bello  | 3B    | Ola Bello  | Mother       | 07700 900123
    Ade Bello  | 3B    | Ola Bello  | Mother       | 01632 960123
    Ade Bello  | 3B    | Femi Bello | Father       | 07700 900124
    Ade Bello  | 3B    | Femi Bello | Father       | 01632 960123
    Tola Bello | 5A    | Ola Bello  | Mother       | 07700 900123
"""
BY_CLASS = """
    ID | Forename | Surname | ID | Relationship | Forename | Surname | Mobile       | Home         | Class
    1  | Ade      | Bello   | 91 | Mother       | Ola      | Bello   | 07700 900123 | 01632 960123 | 3B
    1  | Ade      | Bello   | 92 | Father       | Femi     | Bello   | 07700 900124 | 01632 960123 | 3B
    2  | Tola     | Bello   | 91 | Mother       | Ola      | Bello   | 07700 900123 |              | 5A
    2  | Tola     | Bello   | 91 | Mother       | Ola      | Bello   | 07700 900123 |              | 5A
"""
SHAPES = {"long": LONG, "wide": WIDE, "continued": CONTINUED, "crossed": CROSSED, "by class": BY_CLASS}


def people(snapshot: Snapshot) -> dict[str, tuple[set[str], set[tuple[str, str]]]]:
    return {
        contact.shown: (
            {phone.ending(6) for phone in contact.phones},
            {(tie.pupil.placed, tie.relation) for tie in contact.ties},
        )
        for contact in snapshot.contacts
    }


@pytest.mark.parametrize("drawn", SHAPES.values(), ids=SHAPES)
def test_it_finds_the_same_people_in_every_shape(drawn: str):
    snapshot = read(drawn)

    assert people(snapshot) == {
        "Ola Bello": ({"900123", "960123"}, {("Ade Bello (3B)", "Mother"), ("Tola Bello (5A)", "Mother")}),
        "Femi Bello": ({"900124", "960123"}, {("Ade Bello (3B)", "Father")}),
    }
    assert len(snapshot.pupils) == 2
    assert all(gap.about_its_pupils for gap in snapshot.gaps)


def test_it_takes_footers_and_repeated_headings_for_what_they_are():
    snapshot = read("""
        Pupil                  | Class | Contact    | Telephone
        Ade Bello              | 3B    | Ola Bello  | 07700 900123
        Printed on 22/11/2026  |       |            |
        Pupil                  | Class | Contact    | Telephone
        Tola Bello             | 5A    | Femi Bello | 07700 900124
        Page 2 of 2            |       |            |
        Total: 2 pupils        |       |            |
    """)

    assert [pupil.name for pupil in snapshot.pupils] == ["Ade Bello", "Tola Bello"]
    assert len(snapshot.contacts) == 2


def test_a_pupil_called_page_is_no_footer():
    snapshot = read("""
        Pupil     | Class | Contact  | Relationship | Telephone
        Page Otis | 3B    | Jo Page  | Mother       | 07700 900123
    """)

    assert [pupil.name for pupil in snapshot.pupils] == ["Page Otis"]


def test_two_adults_in_one_cell_are_two_names_of_one_record():
    snapshot = read("""
        Pupil     | Class | Parents          | Mobile
        Ade Bello | 3B    | Ola & Femi Bello | 07700 900123 / 07700 900124
    """)

    (both,) = snapshot.contacts
    assert [(name.given, name.family) for name in both.names] == [(("ola",), ("bello",)), (("femi",), ("bello",))]
    assert len(both.phones) == 2


def test_a_blank_pupil_is_lost_where_every_row_names_one():
    snapshot = read("""
        Pupil      | Class | Contact    | Telephone
        Ade Bello  | 3B    | Ola Bello  | 07700 900123
        Ade Bello  | 3B    | Femi Bello | 07700 900124
                   |       | Jo Ojo     | 07700 900125
        Tola Bello | 5A    | Ola Bello  | 07700 900123
        Tola Bello | 5A    | Femi Bello | 07700 900124
    """)

    assert [gap.row for gap in snapshot.gaps] == [4]
    assert {phone.ending(3) for phone in snapshot.gaps[0].phones} == {"125"}
    assert snapshot.set_aside == 1


def test_a_row_with_a_cell_too_many_is_set_aside():
    drawn = """
        Pupil      | Class | Contact    | Telephone
        Ade Bello  | 3B    | Ola Bello  | 07700 900123
        Tola Bello | 5A    | Bello      | Femi         | 07700 900124
    """

    snapshot, told = read(drawn, delimited=True), problems(drawn, delimited=True)

    assert [(gap.row, gap.words[-1]) for gap in snapshot.gaps] == [(3, "900124")]
    assert {phone.ending(3) for gap in snapshot.gaps for phone in gap.phones} == {"124"}
    assert [(problem.level, problem.row) for problem in told] == [("row", 3)]
    assert "5 cells under 4 headings" in told[0].message


def test_a_workbooks_cells_cannot_slip():
    snapshot = read("""
        Pupil      | Class | Contact    | Telephone
        Ade Bello  | 3B    | Ola Bello  | 07700 900123 | a remark
    """)

    assert snapshot.set_aside == 0
    assert len(snapshot.contacts) == 1


def test_nobody_knows_whom_a_row_continues_after_a_torn_one():
    snapshot = read(
        """
        Pupil      | Class | Contact    | Telephone
        Ade Bello  | 3B    | Ola Bello  | 07700 900123
        Tola Bello | 5A    | Bello      | Femi         | 07700 900124
                   |       | Jo Ojo     | 07700 900125
        Temi Ojo   | 5A    | Ayo Ojo    | 07700 900126
                   |       | Bisi Ojo   | 07700 900127
        """,
        delimited=True,
    )

    assert [gap.row for gap in snapshot.gaps] == [3, 4]
    assert [contact.ties[0].pupil.name for contact in snapshot.contacts] == ["Ade Bello", "Temi Ojo", "Temi Ojo"]


def test_the_last_row_of_a_cut_file_is_set_aside():
    snapshot = read(
        """
        Pupil      | Class | Contact    | Telephone
        Ade Bello  | 3B    | Ola Bello  | 07700 900123
        Tola Bello | 5A    | Fe
        """,
        delimited=True,
        cut_short=True,
    )

    assert [gap.row for gap in snapshot.gaps] == [3]
    assert snapshot.cut_short


@pytest.mark.parametrize(
    ("cell", "reason"), [("", "damaged-record"), ("XD", "not-on-roll"), ("07700 90012", "not-on-roll")]
)
def test_a_lost_row_without_a_number_may_be_anybodys_unless_it_says_there_is_none(cell: str, reason: str):
    drawn = f"""
        Pupil      | Class | Contact    | Telephone
        Ade Bello  | 3B    | Ola Bello  | 07700 900123
        Tola Bello | 5A    | Bello      | Femi         | {cell}
    """

    assert reasons(read(drawn, delimited=True), a_member(CHARLIE, CHARLIE)) == [reason]


def test_a_row_broken_in_two_still_protects_its_number():
    snapshot = read(
        """
        Pupil      | Class | Address    | Contact      | Telephone
        Ade Bello  | 3B    | 1 Mill Lane
        Sometown   | Ola   | 07700 900123
        Tola Bello | 5A    | 2 Mill Lane | Femi Bello  | 07700 900124
        """,
        delimited=True,
    )

    assert [phone.ending(3) for gap in snapshot.gaps for phone in gap.phones] == ["123"]


def test_a_number_in_a_note_protects_whoever_it_is():
    drawn = """
        Pupil      | Class | Contact   | Telephone    | Notes
        Ade Bello  | 3B    | Ola Bello |              | ring 07700 900123 after six
        Tola Bello | 5A    | Femi      | 07700 900124 | collects on Fridays
    """

    (gap,) = read(drawn).gaps

    assert [phone.ending(3) for phone in gap.phones] == ["123"]
    assert [pupil.name for pupil in gap.pupils] == ["Ade Bello"]
    assert "in the wrong column" in problems(drawn)[0].message


@pytest.mark.parametrize("row", ["ola@example.org | 07700 900123", "07700 900123 | ola@example.org", " | 07700 900123"])
def test_a_number_and_an_address_may_change_places(row: str):
    (ola,) = read(f"""
        Pupil     | Class | Contact   | Mobile | Email
        Ade Bello | 3B    | Ola Bello | {row}
    """).contacts

    assert [phone.ending(3) for phone in ola.phones] == ["123"]
    assert ola.emails == (("ola@example.org",) if "@" in row else ())


@pytest.mark.parametrize("cell", ["4.47701E+11", "07700 90012", "#N/A", "see office"])
def test_a_number_lost_is_a_gap_and_never_a_mismatch(cell: str):
    drawn = f"""
        Pupil     | Class | Contact   | Telephone
        Ade Bello | 3B    | Ola Bello | {cell}
    """

    (gap,) = read(drawn).gaps
    (problem,) = problems(drawn)

    assert [pupil.name for pupil in gap.pupils] == ["Ade Bello"]
    assert [name.given for name in gap.names] == [("ola",)]
    assert (problem.level, problem.row, problem.column) == ("value", 2, "Telephone")
    assert "protected" in problem.message


@pytest.mark.parametrize("cell", ["XD", "N/A", "", "-"])
def test_no_number_is_no_gap(cell: str):
    snapshot = read(f"""
        Pupil     | Class | Contact   | Telephone
        Ade Bello | 3B    | Ola Bello | {cell}
        Temi Ojo  | 3B    | Ayo Ojo   | 07700 900125
    """)

    assert snapshot.gaps == ()
    assert [contact.shown for contact in snapshot.contacts] == ["Ola Bello", "Ayo Ojo"]


def test_a_helpline_is_passed_over_and_said():
    (problem,) = problems("""
        Pupil     | Class | Contact   | Telephone
        Ade Bello | 3B    | Ola Bello | 0800 1111
    """)

    assert "nobody's own number" in problem.message


def test_a_number_in_the_name_column_counts():
    (contact,) = read("""
        Pupil     | Class | Contact                 | Telephone
        Ade Bello | 3B    | Ola Bello 07700 900123  |
    """).contacts

    assert [phone.ending(3) for phone in contact.phones] == ["123"]


def test_normalising_again_gives_the_same():
    for drawn in SHAPES.values():
        assert read(drawn) == read(drawn)
        assert problems(drawn) == problems(drawn)


def test_a_number_beside_a_name_in_one_cell_is_read_and_the_name_stays_one():
    snapshot = read("""
        Child      | Class | Mum                          | Dad
        Ade Bello  | 3B    | Mum: Ola Bello 07700 900123  | Femi Bello 07700 900124
        Tola Bello | 3B    | Ola Bello (07700 900123)     |
    """)

    assert sorted((contact.shown, *(phone.ending(3) for phone in contact.phones)) for contact in snapshot.contacts) == [
        ("Femi Bello", "124"),
        ("Ola Bello", "123"),
    ]


def test_an_unknown_heading_over_numbers_is_read_as_telephones_and_told():
    drawn = """
        Child      | Class | Parent     | Number
        Ade Bello  | 3B    | Ola Bello  | 07700 900123
        Tola Bello | 3B    | Femi Bello | 07700 900124
    """

    assert [len(contact.phones) for contact in read(drawn).contacts] == [1, 1]
    assert [problem.column for problem in problems(drawn)] == ["Number"]


@pytest.mark.parametrize("phone", ["07700900123", "", "XD"])
def test_a_comma_too_many_at_the_end_of_a_row_tears_nothing(phone: str):
    sound = "Child,Class,Parent,Mobile\nTola Bello,3B,Femi Bello,07700900124\nTemi Ojo,3B,Ayo Ojo,07700900125\n"

    snapshot = read_text(f"{sound}Ade Bello,3B,Ola Bello,{phone},\n")

    assert snapshot.set_aside == 0
    assert [pupil.name for pupil in snapshot.pupils] == ["Tola Bello", "Temi Ojo", "Ade Bello"]


def test_a_comma_inside_a_name_does():
    sound = "Child,Class,Parent,Mobile,Note\nTola Bello,3B,Femi Bello,07700900124,\nTemi Ojo,3B,Ayo Ojo,07700900125,\n"

    snapshot = read_text(f"{sound}Bello, Ade,3B,Ola Bello,07700900123,\n")

    assert snapshot.set_aside == 1
    assert [phone.ending(3) for gap in snapshot.gaps for phone in gap.phones] == ["123"]


def read_text(content: str) -> Snapshot:
    return normalise(read_export(Upload("contacts.csv", content.encode()))[0])[0]
