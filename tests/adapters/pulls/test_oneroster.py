"""OneRoster's REST interface: everything comes, or nothing."""

import zipfile
from io import BytesIO

import pytest

from adapters.pulls.refusals import PullFailed
from roster.export import Upload
from tests.adapters.pulls.pulling import names_in, pages_in, pull_oneroster, read_whole
from tests.adapters.pulls.schools import a_oneroster, oneroster_records
from tests.adapters.pulls.servers import SECRET, OneRosterServer, served


def pulled(mis: OneRosterServer, **more: object) -> Upload:
    with served(mis):
        return pull_oneroster(mis, **more)  # type: ignore[arg-type]


def refused(mis: OneRosterServer, **more: object) -> str:
    with pytest.raises(PullFailed) as caught:
        pulled(mis, **more)
    said = caught.value.sentence
    assert not [one for one in (SECRET, "token", "127.0.0.1", "Bello", "ade") if one in said.replace("token_url", "")]
    assert "Nothing was taken in; the roll stays as it was." in said
    return said


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.parametrize(
    "tells", [{"link", "total"}, {"link"}, {"total"}, set()], ids=["both", "link", "total", "none"]
)
def test_it_fetches_every_page(version: str, tells: set[str]):
    upload = pulled(a_oneroster(version, tells=frozenset(tells)))

    assert upload.name == "oneroster-rest.zip"
    for endpoint, records in oneroster_records(version).items():
        assert read_whole(upload, endpoint, endpoint) == records


def test_it_names_the_pages_by_their_endpoint():
    upload = pulled(a_oneroster())

    assert names_in(upload) == [
        "orgs-0001.json", "academicSessions-0001.json", "classes-0001.json", "users-0001.json", "users-0002.json",
        "users-0003.json", "enrollments-0001.json", "enrollments-0002.json",
    ]  # fmt: skip


def test_it_is_the_same_bytes_when_nothing_has_changed():
    mis = a_oneroster()

    first, second = pulled(mis), pulled(mis)

    assert first.content == second.content
    with zipfile.ZipFile(BytesIO(first.content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_goes_on_where_a_server_gives_fewer_than_were_asked_for():
    mis = a_oneroster(page=1, tells=frozenset())

    upload = pulled(mis)

    assert len(read_whole(upload, "users", "users")) == 5
    assert [one.partition("offset=")[2] for one in mis.of("users")] == ["0", "1", "2", "3", "4", "5"]


@pytest.mark.parametrize("wants", ["basic", "form"])
def test_it_hands_the_secret_over_as_the_server_wants_it(wants: str):
    mis = a_oneroster(wants=wants)

    pulled(mis)

    assert mis.forms[0]["scope"].startswith("https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly ")
    assert "client_secret" not in mis.forms[0]
    assert len(mis.forms) == (1 if wants == "basic" else 2)


def test_it_never_puts_a_secret_into_an_address():
    mis = a_oneroster()

    pulled(mis)

    assert mis.asked
    assert not [path for path in mis.asked if SECRET in path or "token" in path]


def test_it_says_that_the_secret_is_refused():
    said = refused(a_oneroster(), secret="something-else")

    assert "does not accept our client id and secret" in said
    assert "something-else" not in said


def test_it_fetches_a_new_token_when_one_runs_out_on_the_way():
    mis = a_oneroster(good_for=3)

    assert len(read_whole(pulled(mis), "users", "users")) == 5
    assert mis.tokens > 1


def test_it_fetches_a_new_token_before_one_runs_out():
    mis = a_oneroster(expires_in=1)

    pulled(mis)

    assert mis.tokens == len(mis.asked)


def test_it_renews_a_token_once():
    mis = a_oneroster(moods={"users": ["401", "401"]})

    assert "does not accept our secret" in refused(mis)
    assert len(mis.of("users")) == 2


@pytest.mark.parametrize(
    ("moods", "waited"),
    [
        (["500", "503"], [0.01, 0.02]),
        (["429"], [0.01]),
        (["429 1"], [1]),
        (["cut"], [0.01]),
        (["says {"], [0.01]),
        (["hang 0.7"], [0.01]),
        (["slow"], [0.01]),
    ],
    ids=str,
)
def test_it_asks_again_when_a_server_is_out_of_sorts(moods: list[str], waited: list[float]):
    pauses: list[float] = []

    upload = pulled(a_oneroster(moods={"users": moods}), pauses=pauses)

    assert len(read_whole(upload, "users", "users")) == 5
    assert pauses == waited


@pytest.mark.parametrize(
    ("moods", "said"),
    [
        (["500"] * 3, "is in trouble (it answers 500)"),
        (["429"] * 3, "is asked too often"),
        (["429 10"], "is asked too often"),
        (["429 3600"], "is asked too often"),
        (["503 Wed, 21 Oct 2076 07:28:00 GMT"], "is in trouble (it answers 503)"),
        (["cut"] * 3, "hangs up in mid-sentence"),
        (["slow"] * 3, "takes too long to answer"),
        (["hang 0.7"] * 3, "takes too long to answer"),
        (["says {"] * 3, "what is no data, or only half of it"),
        ([f"says {'[' * 100_000}"] * 3, "what is no data, or only half of it"),
        (["html"], "such as a page to sign in"),
        (["403"], "does not let us read users"),
        (["404"], "has no users there"),
        (["418"], "refuses to hand over users (it answers 418)"),
        (["redirect"] * 3, "round in circles"),
        (["redirect http://localhost/users"], "sends us to another server"),
        (["redirect ftp://127.0.0.1/users"], "sends us to another server"),
        (["redirect /users"] * 3, "round in circles"),
        (['says {"classes": []}'], "has no list of users in it"),
        (['says {"users": {}}'], "has no list of users in it"),
        (['says {"users": ["ade"]}'], "has no list of users in it"),
        (["says []"], "has no list of users in it"),
        (["huge"], "absurdly big"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_it_hands_over_nothing_when_a_page_cannot_be_had(moods: list[str], said: str):
    assert said in refused(a_oneroster(moods={"users": moods}))


def test_it_never_asks_another_server():
    other = a_oneroster()
    with served(other):
        mis = a_oneroster(moods={"users": [f"redirect {other.url}/ims/oneroster/rostering/v1p2/users"]})

        assert "another server" in refused(mis)

    assert other.heads == []


def test_it_follows_its_own_server_to_another_path():
    mis = a_oneroster(moods={"orgs": ["redirect orgs/?limit=1000&offset=0"]})

    assert len(read_whole(pulled(mis), "orgs", "orgs")) == 1


def test_it_does_not_follow_a_link_to_another_server():
    other = a_oneroster()
    with served(other):
        assert "another server" in refused(a_oneroster(links_to=other.url))

    assert other.heads == []


def test_it_takes_no_short_roll_for_a_whole_one():
    said = refused(a_oneroster(miscounts=2))

    assert "says that there are 3 orgs, and handed over 1" in said


@pytest.mark.parametrize("tells", [{"link", "total"}, {"total"}, set()], ids=["both", "total", "none"])
def test_it_notices_that_pages_shifted_under_it(tells: set[str]):
    mis = a_oneroster(tells=frozenset(tells))
    mis.records["users"].insert(2, mis.records["users"][1])

    assert "changed while they were read" in refused(mis)


def test_it_notices_that_the_count_changed_under_it():
    assert "changed while they were read" in refused(a_oneroster(miscounts_more=1))


def test_it_says_that_nobody_is_there():
    mis = a_oneroster()
    with served(mis):
        pass

    with pytest.raises(PullFailed, match="cannot be reached"):
        pull_oneroster(mis)


@pytest.mark.parametrize("said", ["[]", '{"access_token": 7}', '{"access_token": "t", "token_type": "mac"}'])
def test_it_refuses_a_token_that_is_none(said: str):
    with pytest.raises(PullFailed, match="gives us no token"):
        pulled(a_oneroster(moods={"token": [f"says {said}"]}))


def test_it_does_not_follow_where_the_secret_would_be_handed_on():
    other = a_oneroster()
    with served(other), pytest.raises(PullFailed, match="302"):
        pulled(a_oneroster(moods={"token": [f"redirect {other.url}/token"]}))

    assert other.forms == []


def test_it_stops_when_it_is_told_to():
    mis = a_oneroster()

    assert "was stopped" in refused(mis, stop=True)
    assert mis.asked == []


def test_it_keeps_every_page_as_it_came():
    mis = a_oneroster(moods={"orgs": ['says {"orgs":   [], "more": null}']}, tells=frozenset({"link"}))

    assert pages_in(pulled(mis))["orgs-0001.json"] == {"orgs": [], "more": None}
