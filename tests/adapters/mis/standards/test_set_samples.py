"""Sets that this project did not write: the same pupils, contacts and links as a count of their lines by other means."""

import pytest

from tests.adapters.mis.standards.samples import (
    Line,
    classes_in,
    contacts_in,
    lines_of,
    links_in,
    pupils_in,
    sample,
)

CARERS = {"parent", "guardian", "relative"}


def _named(line: Line) -> str:
    return f"{line['givenName']} {line['familyName']}"


def _reached(line: Line) -> tuple[str, set[str]]:
    return _named(line), {line[heading][-9:] for heading in ("phone", "sms") if line[heading]}


@pytest.mark.parametrize("name", ["oneroster/v1p1-full", "oneroster/v1p2-small"])
def test_oneroster(name: str):
    folder = sample(name)
    users = {line["sourcedId"].casefold(): line for line in lines_of(folder, "users.csv")}
    held = {key: line["role"] for key, line in users.items() if "role" in line}
    if not held:
        held = {line["userSourcedId"].casefold(): line["role"] for line in lines_of(folder, "roles.csv")}
    pairs = [(key, other) for key, line in users.items() for other in line["agentSourcedIds"].split(",") if other]
    ties = {
        (child, adult, held[adult])
        for pair in pairs
        for child, adult in (pair, pair[::-1])
        if held[child] == "student" and held[adult] in CARERS
    }

    assert pupils_in(folder) == {key: _named(line) for key, line in users.items() if held[key] == "student"}
    assert contacts_in(folder) == {key: _reached(line) for key, line in users.items() if held[key] in CARERS}
    assert links_in(folder) == ties


def test_school_data_sync_2_1():
    folder = sample("school-data-sync/SDS v2.1")
    users = {line["sourcedId"]: line for line in lines_of(folder, "users.csv")}
    students = {line["userSourcedId"] for line in lines_of(folder, "roles.csv") if line["role"] == "student"}
    related = [tuple(line.values()) for line in lines_of(folder, "relationships.csv")]

    assert pupils_in(folder) == {key: _named(users[key]) for key in students}
    assert contacts_in(folder) == {key: _reached(users[key]) for _, key, _ in related}
    assert links_in(folder) == set(related)
    assert len(links_in(folder)) == 3


def test_school_data_sync_2():
    folder = sample("school-data-sync/SDS v2")
    titles = {line["sourcedId"]: line["title"] for line in lines_of(folder, "classes.csv")}
    students = {line["sourcedId"]: _named(line) for line in lines_of(folder, "users.csv") if line["role"] == "Student"}
    placed = lines_of(folder, "enrollments.csv")

    assert pupils_in(folder) == students
    assert classes_in(folder) == {
        (line["userSourcedId"], titles[line["classSourcedId"]])
        for line in placed
        if line["userSourcedId"] in students and line["role"] == "Student"
    }
    assert contacts_in(folder) == {}


@pytest.mark.parametrize("name", ["100 Users", "Min Required Attributes"])
def test_school_data_sync_1_in_its_british_spelling(name: str):
    folder = sample(f"school-data-sync/UK Format/{name}")
    titles = {line["ID"]: " ".join(line["Section Name"].split()) for line in lines_of(folder, "Section.csv")}
    students = lines_of(folder, "Student.csv")
    placed = lines_of(folder, "StudentEnrollment.csv")
    known = {line["ID"] for line in students}

    assert pupils_in(folder) == {
        line["ID"]: f"{line['First Name']} {line['Last Name']}" if "First Name" in line else line["ID"]
        for line in students
    }
    assert classes_in(folder) == {(line["ID"], titles[line["Section ID"]]) for line in placed if line["ID"] in known}
    assert contacts_in(folder) == {}
