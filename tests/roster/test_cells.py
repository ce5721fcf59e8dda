"""Flags of three values, enrolment statuses and classes, as MISs and offices write them."""

import pytest

from roster.cells import Status, read_class, read_flag, read_registration, read_status, says_restricted
from roster.people import Registration

FLAGS = {
    True: "Yes|Y|y|TRUE|true|T|1|1.0|x|X|✓|✔|✔️|☑|✅|ü|þ|on|Shared|Joint|Sole|Both|Both parents|Full",
    False: "No|N|FALSE|f|0|✗|✘|❌|☐|û|off|No PR",
    None: "|maybe|2|Mother|Shared care order",
}
STATUSES = {
    Status.SILENT: "|C|M|S|G|F|O|Single Registration|Main – Dual|Main - Dual Registration|Dual|MN-D|Guest|Guest Pupil|Subsidiary|"
    "Current (single registration at this school)|FE College|Other provider",
    Status.HERE: "Current|current pupil|Active|On Roll|on-roll|Enrolled|Yes|Present",
    Status.GONE: "Leaver|Left|LEFT|Former pupil|Past Student|Off Roll|off-roll|No longer on roll|Ex-pupil|Alumni|Alumnus|Withdrawn|"
    "Not enrolled|Left school|Archived",
    Status.COMING: "Applicant|Accepted|Offer accepted|Pre-admission|Pre-registered|Preregistered|Future|New starter|To start",
    Status.UNREAD: "zebra|Active leaver|roll|Future leaver|Left or not|Excluded|Waiting list|No",
}


@pytest.mark.parametrize(("cell", "flag"), [(one, flag) for flag, said in FLAGS.items() for one in said.split("|")])
def test_it_reads_a_flag(cell: str, flag: bool | None):
    assert read_flag(cell) is flag


@pytest.mark.parametrize(
    ("cell", "status"), [(one, status) for status, said in STATUSES.items() for one in said.split("|")]
)
def test_it_reads_a_status(cell: str, status: Status):
    assert read_status(cell) is status


@pytest.mark.parametrize(("cell", "restricted"), [
    *((cell, True) for cell in ("Yes", "X", "✓", "see file", "Court order 2024", "Supervised only", "2")),
    *((cell, False) for cell in ("", "No", "0", "F", "✗", "None", "n/a", "No restrictions", "No court order")),
])  # fmt: skip
def test_a_restriction_holds_unless_the_cell_says_no(cell: str, restricted: bool):
    assert says_restricted(cell) is restricted


@pytest.mark.parametrize(("cell", "name"), [
    ("3B", "3B"), (" 3B ", "3B"), ("Year 3 - 3B", "3B"), ("Year 3 3B", "3B"), ("Yr 03: 3B", "3B"), ("Year 3 - 3 Oak", "3 Oak"),
    ("Year 1 - 10A", "Year 1 - 10A"), ("Year 3 / Oak", "Year 3 / Oak"), ("12/BBN", "12/BBN"), ("Year 3", "Year 3"),
    ("NoTutorGrp", ""), ("UNKNOWN", ""), ("", ""),
])  # fmt: skip
def test_it_reads_a_class(cell: str, name: str):
    assert read_class(cell) == name


REGISTRATIONS = {
    Registration.SOLE: "C|Current|Single Registration|Current (single registration at this school)",
    Registration.MAIN: "M|Main|Main – Dual Registration|MN-D|Current Main",
    Registration.SUBSIDIARY: "S|Subsidiary|Subsidiary – Dual|SB-D|Dual (subsidiary)",
    Registration.SHARED: "F|O|Dual|FE College|Other provider",
    Registration.GUEST: "G|Guest|Guest Pupil|Visitor",
    None: "|Leaver|On Roll|Yes|Applicant|Guest leaver|zebra",
}


@pytest.mark.parametrize(
    ("cell", "registration"), [(cell, one) for one, cells in REGISTRATIONS.items() for cell in cells.split("|")]
)
def test_it_reads_how_a_pupil_is_registered(cell: str, registration: Registration | None):
    assert read_registration(cell) is registration
