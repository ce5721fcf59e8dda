"""`roster pull`: settings to a roll, whole or not at all; and nothing secret or personal in what is said."""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from time import monotonic

import pytest

from adapters.pulls.oneroster import SCOPES, OneRoster
from adapters.pulls.refusals import PullFailed, SecretNotSafe
from adapters.pulls.wonde import Wonde
from adapters.store import originals, rolls, tables
from jobs.cli import main
from jobs.compose import compose
from jobs.init import start
from jobs.office import Office
from jobs.pull import pull, source
from jobs.rota import rota_of
from jobs.settings import Settings, load
from jobs.settings_pulls import Pull
from jobs.settings_template import template
from jobs.timekeeping import Timekeeper
from roster.errors import RosterError
from tests.adapters.pulls.schools import a_oneroster, a_wonde
from tests.adapters.pulls.servers import CLIENT, SCHOOL, SECRET, Mis, OneRosterServer, served
from tests.jobs.school import OFFICE, Clockwork, World, a_list
from tests.jobs.sink import Sink
from tests.jobs.test_serve import started, wait_for

VARIABLE = "ROSTER_PULL__MIS__SECRET"


def settings_of(mis: Mis, more: str = "") -> str:
    if isinstance(mis, OneRosterServer):
        return f"""
[pull.mis]
kind = "oneroster-{mis.version}"
url = "{mis.url}"
token_url = "{mis.url}/token"
client_id = "{CLIENT}"
{more}
"""
    return f"""
[pull.mis]
kind = "wonde"
url = "{mis.url}"
school = "{SCHOOL}"
{more}
"""


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, SECRET)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    start(tmp_path / "office")
    return tmp_path / "office"


def an_office(folder: Path, mis: Mis, more: str = "") -> Office:
    (folder / "settings.toml").write_text(settings_of(mis, more))
    return compose(folder / "settings.toml")


def roster(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jobs", *arguments, "--settings", str(folder / "settings.toml")]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip


def newest(office: Office) -> tables.Roll | None:
    with office.store.reading() as session:
        return rolls.newest(session)


def the_bytes_of(office: Office) -> bytes:
    """The newest roll as it came."""
    with office.store.reading() as session:
        roll = rolls.newest(session)
        assert roll
        return originals.original(session, roll.sha256).content


@pytest.mark.parametrize(
    ("mis", "on_roll", "contacts"),
    [(a_oneroster("1.1"), 3, 2), (a_oneroster("1.2"), 3, 2), (a_wonde(), 4, 5)],
    ids=["oneroster-1.1", "oneroster-1.2", "wonde"],
)
def test_it_takes_the_roll_in(folder: Path, mis: Mis, on_roll: int, contacts: int):
    with served(mis):
        (folder / "settings.toml").write_text(settings_of(mis))

        first = roster(folder, "pull", **{VARIABLE: SECRET})
        second = roster(folder, "pull", "mis", **{VARIABLE: SECRET})

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith(f"mis: Took in an MIS export: {on_roll} pupils on roll, {contacts} contacts")
    assert second.stdout == "mis: This export is already here; nothing changed.\n"
    assert not [one for one in (SECRET, "Bello", "07700") if one in first.stdout + second.stdout]


def test_the_same_roll_from_the_mis_is_as_young_as_today_and_an_upload_of_it_is_not(folder: Path, secret: None):
    clock = Clockwork()
    mis = a_wonde()
    with served(mis):
        (folder / "settings.toml").write_text(settings_of(mis))
        office = compose(folder / "settings.toml", clock)
        pull(office, "mis")
        clock.forward(days=20)
        uploaded = office.receive("again.json", the_bytes_of(office), kind="roll")
        before = newest(office)
        pulled = pull(office, "mis")
        after = newest(office)
        office.close()

    assert before
    assert after
    assert uploaded.sentences == ("This export is already here; nothing changed.",)
    assert before.confirmed_on is None
    assert pulled.sentences == ("The MIS gave the same export; noted that it is current on 12 December 2026.",)
    assert (after.id, after.confirmed_on) == (1, clock().date())


@pytest.mark.parametrize("endpoint", ["students", "students-pre-admission", "students-leaver"])
def test_it_takes_nothing_in_when_a_pull_ends_half_way(folder: Path, endpoint: str):
    mis = a_wonde()
    with served(mis):
        (folder / "settings.toml").write_text(settings_of(mis))
        roster(folder, "pull", **{VARIABLE: SECRET})
        mis.moods[endpoint] = ["", "403"] if endpoint == "students" else ["403"]
        mis.records["students"][0]["forename"] = "Ronke"

        said = roster(folder, "pull", **{VARIABLE: SECRET})

    office = compose(folder / "settings.toml")
    roll = newest(office)
    office.close()
    assert roll is not None
    assert (roll.id, roll.on_roll) == (1, 4)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("roster pull: mis: The MIS does not let us read students")
    assert said.stderr.count("\n") == 1
    assert not [one for one in (SECRET, "Bello", "127.0.0.1", "Traceback") if one in said.stderr]


def test_it_asks_the_others_when_one_fails(
    folder: Path, secret: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    good, bad = a_wonde(), a_wonde(moods={"students": ["403"]})
    monkeypatch.setenv("ROSTER_PULL__OTHER__SECRET", SECRET)
    with served(good), served(bad):
        settings = settings_of(bad).replace("pull.mis", "pull.other") + settings_of(good)
        (folder / "settings.toml").write_text(settings)
        status = main(["pull", "--settings", str(folder / "settings.toml")])

    out, err = capsys.readouterr()
    assert status == 2
    assert out.startswith("mis: Took in an MIS export")
    assert err.startswith("roster pull: other: The MIS does not let us read students.")


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        (["pull"], "", "No MIS is set up to be asked. Add a [pull.mis] to the settings"),
        (["pull", "sims"], '[pull.mis]\nschool = "A1"', "There is no [pull.sims] in the settings. There are mis."),
        (["pull"], '[pull.mis]\nschool = "A1"', f"There is no secret to ask the MIS with. Put it into the environment as {VARIABLE}"),
    ],
)  # fmt: skip
def test_it_says_what_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], settings: str, said: str
):
    (folder / "settings.toml").write_text(settings)

    status = main([*arguments, "--settings", str(folder / "settings.toml")])

    assert status == 2
    assert said in capsys.readouterr().err


def test_it_reads_the_secret_from_a_file(folder: Path):
    mis = a_wonde()
    (folder / "mis.secret").write_text(f"{SECRET}\n")
    (folder / "mis.secret").chmod(0o600)
    with served(mis):
        office = an_office(folder, mis, 'secret_file = "mis.secret"')
        receipt = pull(office, "mis")
        office.close()

    assert receipt.changed


def test_it_refuses_a_secret_file_that_others_can_read(folder: Path):
    mis = a_wonde()
    (folder / "mis.secret").write_text(SECRET)
    (folder / "mis.secret").chmod(0o644)
    with served(mis):
        office = an_office(folder, mis, 'secret_file = "mis.secret"')
        with pytest.raises(SecretNotSafe, match="Others on this computer can read it"):
            pull(office, "mis")
        office.close()

    assert mis.asked == []


def test_it_lets_the_environment_go_before_the_file(folder: Path, secret: None):
    (folder / "settings.toml").write_text('[pull.mis]\nschool = "A1"\nsecret_file = "nowhere"')

    made = source(load(folder / "settings.toml"), "mis")

    assert isinstance(made, Wonde)
    assert made.token == SECRET
    assert SECRET not in repr(made)


@pytest.mark.parametrize("odd", ["geheim-ß", "two\nlines", " "])
def test_it_refuses_a_secret_that_cannot_be_sent(folder: Path, monkeypatch: pytest.MonkeyPatch, odd: str):
    monkeypatch.setenv(VARIABLE, odd)
    (folder / "settings.toml").write_text('[pull.mis]\nschool = "A1"')

    with pytest.raises(SecretNotSafe) as caught:
        source(load(folder / "settings.toml"), "mis")

    assert odd.strip() == "" or odd not in caught.value.sentence


@pytest.mark.parametrize("digits", ["12345", "0123", "1e5", "null", "true"])
def test_it_takes_a_secret_for_text(folder: Path, monkeypatch: pytest.MonkeyPatch, digits: str):
    monkeypatch.setenv(VARIABLE, digits)
    (folder / "settings.toml").write_text('[pull.mis]\nschool = "A1"')

    made = source(load(folder / "settings.toml"), "mis")

    assert isinstance(made, Wonde)
    assert made.token == digits


@pytest.mark.parametrize(
    ("more", "scope"),
    [("", SCOPES["1.2"]), ('scope = ""', ""), ('scope = "roster.readonly"', "roster.readonly")],
)
def test_it_asks_for_the_scope_that_is_set(folder: Path, secret: None, more: str, scope: str):
    (folder / "settings.toml").write_text(settings_of(a_oneroster(port=1), more))

    made = source(load(folder / "settings.toml"), "mis")

    assert isinstance(made, OneRoster)
    assert made.credentials.scope == scope
    assert SECRET not in repr(made)


@pytest.mark.parametrize(
    ("more", "endpoints"),
    [
        ("", ["students", "students-pre-admission", "students-leaver"]),
        ("leavers = false", ["students", "students-pre-admission"]),
        ("starters = false\nleavers = false", ["students"]),
    ],
)
def test_it_asks_wonde_for_what_is_set(folder: Path, secret: None, more: str, endpoints: list[str]):
    (folder / "settings.toml").write_text(f'[pull.mis]\nschool = "A1"\n{more}')

    made = source(load(folder / "settings.toml"), "mis")

    assert isinstance(made, Wonde)
    assert made.url == "https://api.wonde.com"
    assert [theirs for theirs, _ in made.endpoints] == endpoints


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("secret", "hush-hush"),
        ("client_secret", "hush-hush"),
        ("token", "hush-hush"),
        ("api_key", "hush-hush"),
        ("url", "https://roster:hush-hush@mis.example.org"),
        ("token_url", "https://mis.example.org/token?client_secret=hush-hush"),
    ],
)
def test_it_refuses_a_secret_in_the_settings_file(folder: Path, key: str, value: str):
    (folder / "settings.toml").write_text(f'[pull.mis]\nkind = "wonde"\n{key} = "{value}"')

    with pytest.raises(RosterError) as caught:
        load(folder / "settings.toml")

    assert caught.value.sentence.startswith("settings.toml: A password does not belong into this file")
    assert f"Take pull.mis.{key} out, change it, and put it into the environment as {VARIABLE}" in caught.value.sentence
    assert "hush" not in caught.value.sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[pull.mis]\nkind = "sims"', "pull.mis.kind must be 'oneroster-1.1', 'oneroster-1.2' or 'wonde'"),
        ('[pull.mis]\nkind = "wonde"', 'pull.mis needs school, for its kind is "wonde"'),
        ('[pull.mis]\nkind = "oneroster-1.2"', "pull.mis needs url, token_url and client_id"),
        ('[pull.mis]\nschool = "A1"\nurl = "http://api.wonde.com"', "must begin with https"),
        ('[pull.mis]\nschool = "A1"\nurl = "https://mis.example.org"', "has a url that is none of Wonde's"),
        ('[pull.mis]\nschool = "A1/../B"', "pull.mis.school"),
        ('[pull.mis]\nschool = "A1"\nat = "2 am"', "must be a time of day"),
        ('[pull.MIS]\nschool = "A1"', 'pull "MIS" must have a name of small letters and digits'),
        ('[pull."a b"]\nschool = "A1"', 'pull "a b" must have a name of small letters and digits'),
        ('[pull.mis]\nschol = "A1"', "did you mean school?"),
        ('[pull]\nkind = "wonde"', "pull.kind must"),
        ("[watch]\nevery_seconds = 0", "watch.every_seconds must be at least 1"),
        ('[watch]\nfoldr = "inbox"', "did you mean folder?"),
    ],
)
def test_it_names_what_is_wrong_with_the_settings(folder: Path, text: str, said: str):
    (folder / "settings.toml").write_text(text)

    with pytest.raises(RosterError) as caught:
        load(folder / "settings.toml")

    assert said in caught.value.sentence


def test_its_settings_can_be_written_and_read_again(folder: Path, secret: None):
    text = f'{settings_of(a_oneroster(port=1))}\n[watch]\nfolder = "inbox"'
    (folder / "settings.toml").write_text(text)
    settings = load(folder / "settings.toml")

    (folder / "settings.toml").write_text(template(settings))

    assert SECRET not in f"{template(settings)} {settings!r} {settings.model_dump_json()}"
    assert load(folder / "settings.toml").model_dump() == settings.model_dump()


def test_it_asks_before_the_night():
    assert Pull(school="A1").moment < Settings.default().schedule.at


def test_it_is_asked_while_it_serves(tmp_path: Path, sink: Sink, secret: None):
    mis = a_wonde()
    with served(mis):
        world = World(tmp_path / "office", sink.port, settings_of(mis), Clockwork(datetime.now(UTC)))
        world.office.receive("3B.csv", a_list([("Yemi Bello", "07700 900101")]))
        process = started(world)
        try:
            wait_for(lambda: bool(sink.received))
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=20)
            world.office.close()
    log = (tmp_path / "log").read_text()

    assert process.returncode == 0
    assert sink.recipients == [OFFICE]
    assert "pull mis: took in a roll" in log
    assert not [one for one in (SECRET, "Bello", "07700", SCHOOL, "HTTP") if one in log]


def test_one_pull_that_fails_stops_nothing(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    for name in ("BAD", "GOOD"):
        monkeypatch.setenv(f"ROSTER_PULL__{name}__SECRET", SECRET)

    def asked(office: Office, name: str, pause: object, mine: object) -> object:
        if name == "bad":
            raise KeyError("Ade Bello, 07700 900100")
        raise PullFailed("The MIS is asked too often.", "The next pull tries again.")

    monkeypatch.setattr("jobs.pulling.pull", asked)
    world.settle('[pull.bad]\nschool = "A1"\n[pull.good]\nschool = "A2"')
    with caplog.at_level(logging.INFO, "roster"):
        Timekeeper(world.office, rota_of(world.office.settings)).tick()

    said = caplog.text
    assert "pull bad: KeyError at " in said
    assert "pull good: The MIS is asked too often. The next pull tries again. Nothing was taken in" in said
    assert "compare: There is nothing to compare yet." in said
    assert "Bello" not in said


def test_it_has_a_job_for_each_before_the_night(world: World):
    world.settle('[pull.mis]\nschool = "A1"\nat = "01:45"')

    first, *_ = [duty for duty in rota_of(world.office.settings) if duty.kind in {"pull.mis", "compare"}]

    assert first.kind == "pull.mis"
    assert first.at(world.office.settings) == time(1, 45)


def test_it_stops_in_the_middle_of_a_pull(folder: Path, secret: None):
    mis = a_wonde(moods={"students": ["429 100"]})
    stopped = threading.Event()
    with served(mis):
        office = an_office(folder, mis)
        threading.Timer(0.3, stopped.set).start()
        began = monotonic()
        with pytest.raises(PullFailed, match="was stopped"):
            pull(office, "mis", stopped.wait)
        assert monotonic() - began < 50
        assert newest(office) is None
        office.close()
