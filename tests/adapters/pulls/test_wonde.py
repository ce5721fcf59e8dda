"""Wonde's REST interface: pupils, those to come and those who left, or nothing."""

import pytest

from adapters.pulls.fetching import fetch
from adapters.pulls.refusals import PullFailed
from adapters.pulls.wonde import STUDENTS, Wonde
from roster.export import Upload
from tests.adapters.pulls.pulling import names_in, pull_wonde, read_whole
from tests.adapters.pulls.schools import a_wonde
from tests.adapters.pulls.servers import SCHOOL, SECRET, WondeServer, served


def pulled(mis: WondeServer, **more: object) -> Upload:
    with served(mis):
        return pull_wonde(mis, **more)  # type: ignore[arg-type]


def refused(mis: WondeServer, **more: object) -> str:
    with pytest.raises(PullFailed) as caught:
        pulled(mis, **more)
    said = caught.value.sentence
    assert not [one for one in (SECRET, "127.0.0.1", "Bello") if one in said]
    return said


def test_it_fetches_pupils_with_their_contacts_those_to_come_and_those_who_left():
    mis = a_wonde()

    upload = pulled(mis)

    assert upload.name == "wonde.zip"
    assert names_in(upload) == [
        "students-0001.json", "students-0002.json", "students-pre-admission-0001.json", "students-leavers-0001.json",
    ]  # fmt: skip
    assert read_whole(upload, "students", "data") == mis.records["students"]
    assert read_whole(upload, "students-pre-admission", "data") == mis.records["students-pre-admission"]
    assert read_whole(upload, "students-leavers", "data") == mis.records["students-leaver"]


def test_it_asks_for_contacts_and_their_numbers():
    mis = a_wonde()

    pulled(mis)

    assert "include=contacts,contacts.contact_details," in mis.of("students")[0]
    assert {head["authorization"] for head in mis.heads} == {f"Bearer {SECRET}"}
    assert all(SECRET not in path and path.startswith(f"/v1.0/schools/{SCHOOL}/") for path in mis.asked)


def test_it_asks_only_for_what_is_wanted():
    assert names_in(pulled(a_wonde(), endpoints=STUDENTS)) == ["students-0001.json", "students-0002.json"]


@pytest.mark.parametrize("mood", ["429 1", "500", "cut"])
def test_it_asks_again_when_wonde_is_out_of_sorts(mood: str):
    upload = pulled(a_wonde(moods={"students": ["", mood]}))

    assert len(read_whole(upload, "students", "data")) == 3


@pytest.mark.parametrize(
    ("mood", "said"),
    [
        ('says {"data": []}', "does not say whether there are more students"),
        ('says {"data": [], "meta": []}', "does not say whether there are more students"),
        ('says {"data": [], "meta": {"pagination": {"next": null, "more": true}}}', "and not where"),
        ('says {"data": [], "meta": {"pagination": {"next": "http://127.0.0.1:9/v1.0"}}}', "another server"),
        ('says {"data": [], "meta": {"pagination": {"next": "/v1.0/schools/B/students?page=2"}}}', "lead elsewhere"),
        ('says {"data": [], "meta": {"pagination": {"next": "?page=1&page=1"}}}', "run in a circle"),
        ('says {"error": "invalid_token"}', "has no list of data in it"),
        ("401", "does not accept our secret"),
        ("403", "does not let us read students"),
        ("404", "has no students there"),
    ],
    ids=lambda value: value[:60],
)
def test_it_hands_over_nothing_when_a_page_cannot_be_had(mood: str, said: str):
    assert said in refused(a_wonde(moods={"students": ["", mood, mood]}))


def test_it_hands_over_nothing_when_the_last_endpoint_fails():
    assert "does not let us read students-leavers" in refused(a_wonde(moods={"students-leaver": ["403"]}))


def test_it_notices_that_pages_shifted_under_it():
    mis = a_wonde()
    mis.records["students"].insert(2, mis.records["students"][1])

    assert "changed while they were read" in refused(mis)


def test_it_says_that_the_token_is_refused():
    assert "does not accept our secret" in refused(a_wonde(), secret="another")


@pytest.mark.parametrize(
    "url", ["https://mis.example.org", "https://api.wonde.com.example.org", "http://api.wonde.com"]
)
def test_it_hands_its_token_to_nobody_else(url: str):
    with pytest.raises(PullFailed):
        fetch(Wonde(url, SCHOOL, SECRET), pause=lambda _: True)


def test_it_gives_up_on_far_too_many_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("adapters.pulls.pages.PAGES_AT_MOST", 3)

    assert "far more than a school can be" in refused(a_wonde())


def test_it_gives_up_on_far_too_much(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("adapters.pulls.pages.BYTES_AT_MOST", 3000)

    assert "far more than a school can be" in refused(a_wonde())
