"""The DfE's Common Transfer File: written for transfer, in whatever encoding, with contacts that have no ids."""

import pytest

from roster.errors import RosterError, UnreadableFile
from roster.normalise import normalise
from roster.snapshot import Snapshot
from tests.adapters.mis.standards.documents import files_of, opened, read_as
from tests.builders import OLA, a_member, judged

FAMILY = files_of("ctf--family.xml")["ctf--family.xml"].decode()


def a_ctf(
    *pupils: str, header: str = "<SourceSchool><LEA>820</LEA><Estab>1234</Estab></SourceSchool>"
) -> dict[str, bytes]:
    data = f"<CTfile><Header>{header}</Header><CTFpupilData>{''.join(pupils)}</CTFpupilData></CTfile>"
    return {"820LLLL_CTF_8201234_001.xml": data.encode()}


def ade(*, upn: str = "B820123400101", forename: str = "Ade", more: str = "") -> str:
    return (
        f"<Pupil><UPN>{upn}</UPN><Surname>Bello</Surname><Forename>{forename}</Forename><DOB>2018-10-02</DOB>{more}<Contacts>"
        f"<Contact><Order>1</Order><Surname>Bello</Surname><Forename>Ola</Forename><Relationship>PAM</Relationship>"
        f"<Phones><Phone><PhoneNo>{OLA}</PhoneNo></Phone></Phones></Contact></Contacts></Pupil>"
    )


def a_stay(estab: str, leaving: str = "") -> str:
    left = f"<LeavingDate>{leaving}</LeavingDate>" if leaving else ""
    return f"<School><LEA>820</LEA><Estab>{estab}</Estab><EntryDate>2020-09-01</EntryDate>{left}</School>"


def snapshot(files: dict[str, bytes]) -> Snapshot:
    return normalise(opened(files)[0])[0]


@pytest.mark.parametrize(("declared", "written"), [
    ("utf-8", "utf-8"), ("utf-8", "utf-8-sig"), ("utf-16", "utf-16"), ("iso-8859-1", "latin-1"), ("windows-1252", "cp1252"),
    ("utf-8", "latin-1"), ("utf-16", "utf-8"), ("", "latin-1"), ("", "utf-16"), ("utf-8", "utf-16-le"),
])  # fmt: skip
def test_it_reads_any_encoding(declared: str, written: str):
    text = FAMILY.replace("Adeyemi", "Adéyemi").replace(
        ' encoding="utf-8"', f' encoding="{declared}"' if declared else ""
    )

    said = read_as({"a.xml": text.encode(written)})

    assert "Bisi Adéyemi | +447700900125" in said


def test_brothers_and_sisters_share_a_parent_though_contacts_have_no_ids():
    ola = next(contact for contact in snapshot(files_of("ctf--family.xml")).contacts if "Ola" in contact.shown)

    assert [tie.pupil.name for tie in ola.ties] == ["Ade Bello", "Tola Bello"]
    assert ola.ids == ()


@pytest.mark.parametrize(("stays", "left"), [
    ([a_stay("1234", "2026-07-17")], True),
    ([a_stay("9999", "2026-07-17")], False),
    ([a_stay("1234", "2024-07-17"), a_stay("1234")], False),
    ([a_stay("1234", "2024-07-17"), a_stay("1234", "2026-07-17")], True),
    ([a_stay("1234")], False),
    ([], False),
])  # fmt: skip
def test_only_the_school_that_wrote_it_says_who_has_left(stays: list[str], left: bool):
    (pupil,) = snapshot(a_ctf(ade(more=f"<SchoolHistory>{''.join(stays)}</SchoolHistory>"))).pupils

    assert (pupil.left_on is not None) is left


@pytest.mark.parametrize(
    "more",
    ["<LeavingDate>2026-07-17</LeavingDate>", "<BasicDetails><LeavingDate>2026-07-17</LeavingDate></BasicDetails>"],
)
def test_a_leaving_date_may_stand_with_the_pupil(more: str):
    (pupil,) = snapshot(a_ctf(ade(more=more))).pupils

    assert str(pupil.left_on) == "2026-07-17"


@pytest.mark.parametrize("school", ["<LEA>820</LEA><Estab>1234</Estab>", ""])
def test_a_history_says_nothing_if_nobody_says_who_wrote_the_file(school: str):
    history = f"<SchoolHistory><School>{school}<LeavingDate>2026-07-17</LeavingDate></School></SchoolHistory>"

    (pupil,) = snapshot(a_ctf(ade(more=history), header="")).pupils

    assert pupil.left_on is None


@pytest.mark.parametrize(("kind", "reason"), [("M", "not-a-carer"), ("H", "carer-on-roll"), ("", "carer-on-roll")])
def test_a_number_with_the_pupil_is_the_households_or_the_pupils_own(kind: str, reason: str):
    line = f"<Phones><Phone><TelephoneType>{kind}</TelephoneType><PhoneNo>07700 900130</PhoneNo></Phone></Phones>"

    (verdict,) = judged(snapshot(a_ctf(ade(more=line))), a_member("~ X", "07700 900130"), group="school").verdicts

    assert verdict.reason.name == reason


def test_two_children_under_one_number_are_told_apart():
    left = "<LeavingDate>2026-07-17</LeavingDate>"
    export, notes = opened(a_ctf(ade(more=left), ade(forename="Tola")))

    pupils = normalise(export)[0].pupils

    assert [(pupil.name, pupil.left_on is None) for pupil in pupils] == [("Ade Bello", False), ("Tola Bello", True)]
    assert [note.row for note in notes if note.row] == [1, 2]


def test_one_child_that_comes_twice_stays_one():
    files = a_ctf(ade(), ade(more="<LeavingDate>2026-07-17</LeavingDate>"))

    (pupil,) = snapshot(files).pupils
    (verdict,) = judged(snapshot(files), a_member("~ O", OLA), group="school").verdicts

    assert pupil.left_on is None
    assert verdict.reason.name == "carer-on-roll"


@pytest.mark.parametrize(("header", "said"), [
    ("", "may hold leavers"),
    ("<DocumentQualifier>partial</DocumentQualifier>", "says that it is partial"),
    ("<DestSchool><LEA>820</LEA><Estab>5678</Estab></DestSchool>", "written for another school"),
])  # fmt: skip
def test_it_says_that_it_is_no_roll(header: str, said: str):
    _, (note,) = opened(a_ctf(ade(), header=header))

    assert said in note.message


def test_applicants_are_no_pupils_yet():
    (pupil,) = snapshot(files_of("atf--applicants.xml")).pupils

    assert pupil.applicant
    assert pupil.key == "id 820-2026-00001"


@pytest.mark.parametrize(("files", "said"), [
    (a_ctf(), "no pupils"),
    (a_ctf("<Pupil><Surname>Bello<b>x</b></Surname></Pupil>"), 'more under "surname"'),
    (a_ctf(ade(), "<Pupil><Contacts>none</Contacts></Pupil>"), 'a text stands under "contacts"'),
    (a_ctf(ade(more="<Phones><Phone>07700 900123</Phone></Phones>")), 'a text stands under "phones/phone"'),
])  # fmt: skip
def test_what_no_such_file_looks_like_is_refused(files: dict[str, bytes], said: str):
    with pytest.raises(RosterError) as caught:
        opened(files)

    assert said in caught.value.headline


def test_the_place_is_the_pupils():
    with pytest.raises(RosterError) as caught:
        opened(a_ctf(ade(), "<Pupil><Surname><b>x</b></Surname></Pupil>"))

    assert caught.value.place == "820LLLL_CTF_8201234_001.xml, row 2"


def test_a_document_type_is_refused():
    text = FAMILY.replace("<CTfile>", '<!DOCTYPE CTfile [<!ENTITY a "b">]><CTfile>')

    with pytest.raises(UnreadableFile, match="broken XML"):
        opened({"a.xml": text.encode()})


def test_several_files_are_one_roll():
    (first,), (second,) = a_ctf(ade()).values(), a_ctf(ade(upn="B820123400102", forename="Tola")).values()

    assert [pupil.name for pupil in snapshot({"1.xml": first, "2.xml": second}).pupils] == ["Ade Bello", "Tola Bello"]


def test_a_file_that_does_not_belong_is_named():
    _, notes = opened({**a_ctf(ade()), "readme.txt": b"hello, world\n"})

    assert notes[-1].message == "readme.txt did not belong to the rest, and was not read."
