"""Who is on roll, and until when; what their contacts are to them."""

from datetime import date

import pytest

from roster.people import Pupil, Registration
from roster.relations import Role, role_of
from tests.builders import TODAY, problems, read

WORDS = {
    Role.CARER: "Mother|Father|Step Father|Step Mother|Stepmother|Foster Father|Foster Mother|Foster carer|Legal Guardian|Parents|"
    "Carer|Guardian|PAM|PAF|STM|STF|FOM|FOF|CAR|Mum|Dad|M|F|Adoptive mother|Home|Parent|Biological father",
    Role.RELATIVE: "Grandmother|Grandfather|Grandparent|Nan|Aunt|Uncle|Sister|Step-brother|REL|FAM|OTH|Other|Godparent|Neighbour|"
    "Neighbor|Friend|MothersSignificantOther|Mother's partner|Father in law|Emergency|Self|Great grandmother|Cousin",
    Role.PROFESSIONAL: "Social Worker|SWR|DOC|Doctor|GP|Childminder|Child minder|Nursery|Health Visitor|Teacher|Solicitor|Au pair",
    Role.UNKNOWN: "|Unknown|N/A|Not known|None",
    Role.UNREAD: "Wizard|42|Mthr",
}


def a_pupil_with(heading: str, *cells: str) -> Pupil:
    rows = "\n".join(f"Ade Bello | 3B | {cell} | Ola Bello | 07700 900123" for cell in cells)
    (pupil,) = read(f"Pupil | Class | {heading} | Contact | Mobile\n{rows}").pupils
    return pupil


@pytest.mark.parametrize(("word", "role"), [(word, role) for role, said in WORDS.items() for word in said.split("|")])
def test_it_reads_a_relation(word: str, role: Role):
    assert role_of(word) is role


@pytest.mark.parametrize(("cell", "left"), [
    ("", False), ("22/11/2026", False), ("21/11/2026", True), ("31/12/2026", False), ("2026-07-17", True), ("46220", True),
    ("17 July 2026", True), ("soon", False), ("-", False), ("N/A", False),
])  # fmt: skip
def test_a_pupil_is_on_roll_up_to_the_last_day(cell: str, left: bool):
    assert a_pupil_with("Date of leaving", cell).left(TODAY) is left


def test_a_date_nobody_can_read_counts_for_the_pupil():
    drawn = """
        Pupil     | Class | Date of leaving | Contact   | Mobile
        Ade Bello | 3B    | some time       | Ola Bello | 07700 900123
    """

    (problem,) = problems(drawn)

    assert (problem.row, problem.column) == (2, "Date of leaving")
    assert read(drawn).pupils[0].on_roll(TODAY)


def test_a_leaver_whose_last_day_nobody_can_read_is_not_yet_gone():
    (pupil,) = read("""
        Pupil     | Class | Status | Date of leaving | Contact   | Mobile
        Ade Bello | 3B    | Leaver | soon            | Ola Bello | 07700 900123
    """).pupils

    assert not pupil.left(TODAY)


def test_the_column_decides_the_order_of_day_and_month():
    snapshot = read("""
        Pupil      | Class | Date of leaving | Contact | Mobile
        Ade Bello  | 3B    | 07/17/2026      | Ola     | 07700 900123
        Tola Bello | 3B    | 03/12/2026      | Femi    | 07700 900124
    """)

    assert [pupil.left_on for pupil in snapshot.pupils] == [date(2026, 7, 17), date(2026, 3, 12)]


def test_a_contradicted_column_is_reported_and_its_doubtful_dates_count_for_the_pupil():
    drawn = """
        Pupil      | Class | Date of leaving | Contact | Mobile
        Ade Bello  | 3B    | 07/17/2026      | Ola     | 07700 900123
        Tola Bello | 3B    | 17/07/2026      | Femi    | 07700 900124
        Temi Ojo   | 3B    | 03/07/2026      | Ayo     | 07700 900125
    """

    snapshot, told = read(drawn), problems(drawn)

    assert [pupil.left_on for pupil in snapshot.pupils] == [date(2026, 7, 17), date(2026, 7, 17), None]
    assert [problem.level for problem in told] == ["file", "value"]
    assert [problem.row for problem in told] == [None, 4]


def test_rows_that_disagree_about_leaving_count_for_the_pupil():
    pupil = a_pupil_with("Date of leaving", "17/07/2026", "")

    assert pupil.on_roll(TODAY)


def test_the_last_of_two_leaving_dates_counts():
    assert a_pupil_with("Date of leaving", "17/07/2026", "23/10/2026").left_on == date(2026, 10, 23)


@pytest.mark.parametrize(("status", "here"), [
    ("C", True), ("M", True), ("S", True), ("G", True), ("Current", True), ("On roll", True), ("", True), ("Zebra", True),
    ("Leaver", False), ("Left", False), ("Former", False), ("Applicant", False),
])  # fmt: skip
def test_a_status_says_who_is_here(status: str, here: bool):
    assert a_pupil_with("Enrolment Status", status).on_roll(TODAY) is here


@pytest.mark.parametrize(
    ("cell", "left"), [("Yes", True), ("TRUE", True), ("1", True), ("No", False), ("", False), ("maybe", False)]
)
def test_a_leaver_is_ticked(cell: str, left: bool):
    assert a_pupil_with("Leaver", cell).left(TODAY) is left


def test_a_starter_is_not_yet_on_roll():
    pupil = a_pupil_with("Start date", "04/01/2027")

    assert pupil.upcoming(TODAY)
    assert not pupil.on_roll(TODAY)
    assert pupil.on_roll(date(2027, 1, 4))


@pytest.mark.parametrize(("cell", "said"), [
    ("Yes", True), ("T", True), ("1", True), ("TRUE", True), ("✓", True), ("No", False), ("F", False), ("0", False), ("", None),
    ("ask", None),
])  # fmt: skip
def test_parental_responsibility_has_three_values(cell: str, said: bool | None):
    (contact,) = read(f"""
        Pupil     | Class | Contact   | PR     | Mobile
        Ade Bello | 3B    | Ola Bello | {cell} | 07700 900123
    """).contacts

    assert contact.ties[0].responsibility is said
    assert contact.ties[0].carer


@pytest.mark.parametrize(("cell", "restricted"), [("Yes", True), ("see file", True), ("15/01/2026", True), ("No", False), ("", False), ("None", False)])  # fmt: skip
def test_any_words_but_a_no_restrict(cell: str, restricted: bool):
    (contact,) = read(f"""
        Pupil     | Class | Contact    | Court order | Mobile
        Ade Bello | 3B    | Femi Bello | {cell}      | 07700 900124
    """).contacts

    assert contact.ties[0].restricted is restricted


def test_namesakes_with_other_birthdays_are_two_children():
    snapshot = read("""
        Pupil     | DOB        | Class | Contact   | Mobile
        Ade Bello | 2018-05-01 | 3B    | Ola Bello | 07700 900123
        Ade Bello | 2016-02-03 | 5A    | Jo Bello  | 07700 900125
    """)

    assert [pupil.placed for pupil in snapshot.pupils] == ["Ade Bello (3B)", "Ade Bello (5A)"]


def test_a_pupil_may_be_in_two_classes():
    snapshot = read("""
        ID | Pupil     | Class  | Contact   | Mobile
        1  | Ade Bello | 3B     | Ola Bello | 07700 900123
        1  | Ade Bello | 3 Oak  | Ola Bello | 07700 900123
    """)

    assert [pupil.classes for pupil in snapshot.pupils] == [frozenset({"3B", "3 Oak"})]


def test_a_placeholder_is_no_class():
    (pupil,) = read("""
        Pupil     | Tutor Group | Contact   | Mobile
        Ade Bello | NoTutorGrp  | Ola Bello | 07700 900123
    """).pupils

    assert pupil.classes == frozenset()


def test_a_year_column_beats_the_class_name():
    snapshot = read("""
        Pupil     | NCYear | Form   | Contact   | Mobile
        Ade Bello | 10     | 12/BBN | Ola Bello | 07700 900123
        Temi Ojo  | -2     | N1     | Ayo Ojo   | 07700 900125
        Tola Ojo  | zebra  | 3B     | Ayo Ojo   | 07700 900125
    """)

    assert [pupil.year for pupil in snapshot.pupils] == [10, -1, None]


def test_a_year_is_read_from_the_class_where_no_column_says_it():
    snapshot = read("""
        Pupil     | Class  | Contact   | Mobile
        Ade Bello | 3B     | Ola Bello | 07700 900123
        Temi Ojo  | RB     | Ayo Ojo   | 07700 900125
        Tola Ojo  | Beech  | Ayo Ojo   | 07700 900125
    """)

    assert [pupil.year for pupil in snapshot.pupils] == [3, 0, None]


@pytest.mark.parametrize(("cells", "registration"), [
    (("G",), Registration.GUEST),
    (("Subsidiary - Dual", ""), Registration.SUBSIDIARY),
    (("M", "M"), Registration.MAIN),
    (("G", "C"), Registration.SOLE),
    (("M", "S"), Registration.SOLE),
    (("On roll",), Registration.SOLE),
])  # fmt: skip
def test_a_pupil_is_registered_as_every_row_says_that_says_anything(cells: tuple[str, ...], registration: Registration):
    pupil = a_pupil_with("Enrolment status", *cells)

    assert pupil.registration is registration
    assert pupil.on_roll(TODAY)
