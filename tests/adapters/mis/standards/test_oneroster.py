"""OneRoster: who is a pupil, who a contact, who has left; and whom a gap in a set protects."""

from collections.abc import Callable

import pytest

from adapters.mis import read_export
from roster.errors import MissingColumns, RosterError
from roster.guard import roll_damaged
from roster.normalise import normalise
from roster.policy import Limits
from roster.roll import Roll
from tests.adapters.mis.standards.documents import Files, an_upload_of, opened
from tests.adapters.mis.standards.sets import files_of, said_of, snapshot_of, with_text, without
from tests.builders import CHARLIE, FEMI, OLA, TODAY, a_member, judged

FAMILY, DIRTY, ROLES = "oneroster-1.1--family", "oneroster-1.1--dirty", "oneroster-1.2--roles"
PAGES = "oneroster-rest--1.1-pages"
PETRA, NANA, ALONE, NOBODY, GREY, UCHE = (f"07700 900{ending}" for ending in ("127", "125", "129", "131", "130", "126"))


def reason(files: Files, number: str, shown_as: str = "~ Jo", group: str = "school") -> str:
    """Why somebody with this number may or may not stay."""
    (verdict,) = judged(snapshot_of(files), a_member(shown_as, number), group=group, on=TODAY).verdicts
    return verdict.reason.name


def classes(files: Files) -> dict[str, list[str]]:
    return {pupil.name: sorted(pupil.classes) for pupil in snapshot_of(files).pupils}


@pytest.mark.parametrize(("number", "group", "expected"), [
    (OLA, "3B", "carer-on-roll"),
    (FEMI, "3B", "carer-on-roll"),
    (FEMI, "RB", "other-group"),
    (NANA, "RB", "not-a-carer"),
    (PETRA, "3B", "carer-on-roll"),
    (UCHE, "school", "all-children-left"),
    (ALONE, "school", "damaged-record"),
    ("07700 900128", "3B", "not-a-carer"),
])  # fmt: skip
def test_a_family_is_understood(number: str, group: str, expected: str):
    assert reason(files_of(FAMILY), number, group=group) == expected


@pytest.mark.parametrize(("case", "number"), [(FAMILY, ALONE), (DIRTY, ALONE), (DIRTY, NOBODY), (ROLES, NOBODY)])
def test_a_guardian_whose_child_cannot_be_told_is_protected(case: str, number: str):
    assert reason(files_of(case), number) in {"damaged-record", "carer-on-roll"}


@pytest.mark.parametrize("case", [FAMILY, ROLES, PAGES])
def test_a_whole_roll_protects_no_stranger(case: str):
    assert reason(files_of(case), CHARLIE, "Charlie Strange") == "not-on-roll"


def test_an_agent_of_whom_there_is_no_record_may_be_anybody():
    files = with_text(
        FAMILY,
        "users.csv",
        "p-kit,,,false,sch,student,kit,,Kit,Novak,,,,,,,",
        "p-kit,,,false,sch,student,kit,,Kit,Novak,,,,,,a-lost,",
    )

    assert reason(files, CHARLIE) == "damaged-record"


def test_a_carer_of_a_leaver_stays_protected_by_a_child_who_is_not_there():
    missing = with_text(FAMILY, "users.csv", "07700 900126,,,,", "07700 900126,,p-lost,,")

    assert reason(missing, UCHE) == "damaged-record"


def test_a_child_who_is_not_there_takes_nothing_from_a_child_who_is():
    missing = with_text(FAMILY, "users.csv", ",,p-kit,,\na-aide", ',,"p-kit,p-lost",,\na-aide')

    assert reason(missing, PETRA) == "carer-on-roll"
    assert snapshot_of(missing).set_aside == snapshot_of(files_of(FAMILY)).set_aside


@pytest.mark.parametrize("side", ["child", "adult", "both"])
def test_agents_join_whichever_way_they_point(side: str):
    files = without(FAMILY, "classes.csv", "enrollments.csv", "manifest.csv")
    head = files["users.csv"].decode().splitlines()[0]
    child = "p,,,true,sch,student,,,Ade,Bello,,,,,,{},3,".format("a" if side != "adult" else "")
    adult = "a,,,true,sch,parent,,,Ola,Bello,,,,07700 900123,,{},,".format("p" if side != "child" else "")

    (contact,) = snapshot_of({**files, "users.csv": "\n".join([head, child, adult]).encode()}).contacts

    assert [tie.pupil.name for tie in contact.ties] == ["Ade Bello"]


@pytest.mark.parametrize(("role", "relation"), [("teacher", None), ("administrator", None), ("aide", "aide"), ("proctor", "proctor"), ("ext:carer", "ext:carer"), ("", "")])  # fmt: skip
def test_who_is_tied_to_a_pupil_is_a_contact_unless_they_work_there(role: str, relation: str | None):
    files = with_text(FAMILY, "users.csv", "a-aide,,,true,sch,aide", f"a-aide,,,true,sch,{role}")

    relations = [
        tie.relation for contact in snapshot_of(files).contacts for tie in contact.ties if contact.shown == "Sam Green"
    ]

    assert relations == ([] if relation is None else [relation])


def test_a_teacher_who_is_an_agent_is_spoken_of():
    assert any("named as a pupil's agent" in message for message in said_of(files_of(FAMILY)))
    assert reason(files_of(FAMILY), GREY, "Jo Grey") == "not-on-roll"


def test_a_teacher_who_is_a_parent_too_belongs():
    assert reason(files_of(ROLES), OLA, group="3B") == "carer-on-roll"


@pytest.mark.parametrize("status", ["inactive", "toBeDeleted", "INACTIVE"])
def test_a_pupil_marked_as_gone_has_left_and_is_kept(status: str):
    files = with_text(FAMILY, "users.csv", "p-kit,,,false", f"p-kit,{status},,false")

    assert reason(files, PETRA) == "all-children-left"


def test_an_account_that_is_switched_off_is_no_leaving():
    assert reason(files_of(FAMILY), PETRA, group="3B") == "carer-on-roll"


def test_a_contact_marked_as_gone_counts_all_the_same():
    files = with_text(FAMILY, "users.csv", "a-petra,,,true", "a-petra,tobedeleted,,true")

    assert reason(files, PETRA, group="3B") == "carer-on-roll"
    assert any("1 contact of this export is marked" in message for message in said_of(files))


def test_homerooms_are_the_classes_where_there_are_any():
    assert classes(files_of(FAMILY))["Ade Bello"] == ["3B"]
    scheduled = with_text(FAMILY, "classes.csv", "homeroom", "scheduled")
    assert classes(scheduled)["Ade Bello"] == ["3B", "Recorders"]


def test_a_class_without_a_title_goes_by_its_code():
    assert classes(files_of(FAMILY))["Tola Bello"] == ["RB"]


@pytest.mark.parametrize(("grade", "year"), [("03", 3), ("3", 3), ("Year 3", 3), ("Y3", 3), ("KG", 0), ("R", 0), ("PK", -1), ("IT", -1), ("13", 13), ("UG", None), ("PS", None)])  # fmt: skip
def test_grades_are_year_groups(grade: str, year: int | None):
    files = with_text(FAMILY, "users.csv", '"a-ola,a-femi",03', f'"a-ola,a-femi",{grade}')

    assert next(pupil.year for pupil in snapshot_of(files).pupils if pupil.name == "Ade Bello") == year


@pytest.mark.parametrize(("ends", "left"), [
    ("2026-07-21", True), ("21/07/2026", True), ("2026-11-22", False), ("", False), ("2027-07-21", False), ("soon", False),
])  # fmt: skip
def test_a_role_that_has_ended_is_a_leaving(ends: str, left: bool):
    files = with_text(ROLES, "roles.csv", "student,2025-09-01,2026-07-21", f"student,2025-09-01,{ends}")

    assert next(pupil.left(TODAY) for pupil in snapshot_of(files).pupils if pupil.name == "Remi Okoro") is left


def test_a_last_day_that_is_none_is_spoken_of():
    files = with_text(ROLES, "roles.csv", "student,2025-09-01,2026-07-21", "student,2025-09-01,soon")

    assert any('"soon" is no date' in message for message in said_of(files))


def test_a_day_on_which_most_roles_end_is_nobodys_leaving():
    ended = with_text(ROLES, "roles.csv", "2027-07-21", "2026-07-17")

    assert [pupil.name for pupil in snapshot_of(ended).pupils if pupil.left(TODAY)] == ["Remi Okoro"]


def test_the_last_day_of_a_term_is_nobodys_leaving_unless_another_has_begun():
    term = {
        **files_of(ROLES),
        "academicSessions.csv": b"sourcedId,title,type,startDate,endDate\ny,Y,term,2025-09-01,2026-07-21\n",
    }
    alone = {**term, "roles.csv": term["roles.csv"].replace(b"2026-09-01", b"2025-09-01").replace(b"2027-01-05", b"")}

    assert next(pupil.left_on for pupil in snapshot_of(term).pupils if pupil.name == "Remi Okoro")
    assert next(pupil.left_on for pupil in snapshot_of(alone).pupils if pupil.name == "Remi Okoro") is None


@pytest.mark.parametrize(("change", "said"), [
    (lambda: without(ROLES, "users.csv"), "has no users.csv"),
    (lambda: without(ROLES, "roles.csv"), "has no roles.csv"),
    (lambda: with_text(FAMILY, "users.csv", "student", "pupil"), "role of a student"),
    (lambda: with_text(FAMILY, "manifest.csv", "file.users,bulk", "file.users,delta"), "(a delta)"),
    (lambda: {**without(PAGES, "users-0001.json", "users-0002.json", "users-0010.json")}, "GET /users"),
    (lambda: {**files_of(FAMILY), "users-old.csv": b"sourcedId\n1\n", "old users.csv": b"sourcedId\n1\n", "users.csv": b"x\n"}, "Nobody"),
])  # fmt: skip
def test_a_set_that_is_no_roll_is_refused_in_a_sentence(change: Callable[[], Files], said: str):
    files = change()
    if said == "Nobody":
        files = {name: content for name, content in files.items() if name != "users.csv"}
        said = "several files that could be users.csv"

    with pytest.raises(RosterError) as caught:
        read_export(an_upload_of(files))

    assert said in caught.value.sentence
    assert caught.value.file == "export.zip"


@pytest.mark.parametrize("column", ["givenName", "familyName"])
def test_a_column_that_is_missing_is_named(column: str):
    with pytest.raises(MissingColumns) as caught:
        opened(with_text(FAMILY, "users.csv", column, "other"))

    assert column in caught.value.sentence
    assert caught.value.sheet == "users.csv"


def test_a_first_delta_holds_everybody_and_says_so():
    assert any("(a delta)" in message for message in said_of(files_of("oneroster-1.2--first-delta")))


def test_a_file_cut_off_in_the_middle_of_a_line_holds_every_group():
    files = files_of(FAMILY)
    export, _ = read_export(an_upload_of({**files, "users.csv": files["users.csv"].rstrip()[:-30]}))

    snapshot, _ = normalise(export)

    assert roll_damaged(Roll(snapshot, TODAY), Limits())
    assert not any("middle" in gap.why for gap in snapshot.gaps)


@pytest.mark.parametrize(
    ("quoted", "bare"),
    [
        ('"p-ade,p-tola"', "p-ade,p-tola"),
        ('"p-ade,p-tola"', "p-ade,p-tola,p-kit"),
        (",ola,,Ola", ",ola,{LDAP:1},{LTI:2},Ola"),
    ],
)
def test_a_list_that_was_not_quoted_loses_nobody(quoted: str, bare: str):
    files = with_text(FAMILY, "users.csv", quoted, bare)

    assert reason(files, OLA, group="RB") == "carer-on-roll"
    assert any("cells may have slipped" in message for message in said_of(files))


def test_blanks_beyond_the_headings_are_no_slip():
    files = with_text(FAMILY, "users.csv", ",,p-kit,,\na-aide", ",,p-kit,,,,\na-aide")

    assert [contact.shown for contact in snapshot_of(files).contacts] == [
        contact.shown for contact in snapshot_of(files_of(FAMILY)).contacts
    ]
