"""settings.toml: what is wrong is named, with what it is now and what it may be."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from jobs.settings import Settings, load
from jobs.settings_template import template
from roster.errors import RosterError


def settings_of(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[mail]\nprot = 25", "There is no setting mail.prot: did you mean port? [mail] may have host, port"),
        ("[mial]\nport = 25", "There is no setting mial: did you mean mail?"),
        ('[groups."3B"]\nadmin = []', "There is no setting groups.3B.admin: did you mean admins?"),
        ('[mail]\nport = "many"', 'mail.port must be a whole number. Right now it is "many": 587 for starttls'),
        ("[mail]\nport = 99999", "mail.port must be at most 65535. Right now it is 99999"),
        ("[limits]\nremovals = -1", "limits.removals must be at least 0. Right now it is -1"),
        (
            '[school]\ntime_zone = "Mars"',
            'must be a time zone\'s name, such as "Europe/London". Right now it is "Mars"',
        ),
        ('[schedule]\nnightly = "25:00"', 'must be a time of day from "00:00" to "23:59". Right now it is "25:00"'),
        ('[school]\noffice_email = "office"', "school.office_email must be one e-mail address"),
        ('[groups."3B"]\nadmins = ["a@example.org\\nBcc: b@example.org"]', "must be one e-mail address"),
        ('[mail]\nhost = "mail.example.org"\nsecurity = "none"', 'security may be "none" only where host is'),
        ("[mail]\nhost = ", "It is not written as TOML should be"),
        ("mail = 3", "mail must be a table"),
        (
            '[policy]\nregion = "UK"',
            'policy.region must be a country\'s two letters (ISO 3166). Right now it is "UK": did',
        ),
        ('[policy]\nregion = "UK"', 'did you mean "GB"?'),
        ('[policy]\nregion = "XX"', 'Right now it is "XX": Britain is "GB"'),
        ('[school]\noffice_email = "office.@example.org"', "must be one e-mail address"),
        ('[school]\noffice_email = "of..fice@example.org"', "must be one e-mail address"),
        ('[groups."3B"]\n[groups." 3b"]', 'groups "3B" and " 3b" are one group: put them into one table'),
        ('[policy]\nother_group = "ignore"', "policy.other_group must be 'query' or 'remove'"),
        (
            '[policy]\nleavers_grace_until = ["31-08"]',
            'policy.leavers_grace_until must be a day of the year, month before day, such as "07-17". Right now it is "31-08"',
        ),
        ('[policy]\npause_from = "July"\npause_until = "09-14"', "policy.pause_from must be a day of the year"),
        (
            '[policy]\npause_from = "07-15"',
            "policy.pause_from and policy.pause_until go together: set both, or neither",
        ),
        ('[policy]\nalso_carers = ["zebra"]', 'policy.also_carers must name relations. Right now "zebra" is none'),
        (
            '[policy]\nnever_carers = ["sibling", "mother"]',
            'policy.never_carers must name relations that are no parents, guardians or carers. Right now it has "mother"',
        ),
        ('[policy]\nstaff_who_are_parents = "remove"', "policy.staff_who_are_parents must be 'belong' or 'query'"),
        ('[policy]\nguests = "remove"', "policy.guests must be 'belong' or 'query'"),
        ('[groups."3B"]\neach_september = "all"', "groups.3B.each_september must be 'new children' or 'same children'"),
        (
            '[calendar]\nterms = ["2026-13-01 to 2026-12-18"]',
            'calendar.terms must be days like "2026-09-02 to 2026-10-23"',
        ),
        ('[backup]\nrecipient = "age1qqqq"', "backup.recipient must be an age key as age-keygen shows it"),
        ('[conduct]\nlink = "our web site"', 'conduct.link must be an address that begins with "https://"'),
    ],
)
def test_it_names_what_is_wrong(tmp_path: Path, text: str, said: str):
    with pytest.raises(RosterError) as caught:
        settings_of(tmp_path, text)

    assert said in caught.value.sentence
    assert caught.value.sentence.startswith("settings.toml: ")


def test_it_says_so_when_there_is_no_file(tmp_path: Path):
    with pytest.raises(RosterError, match="cannot be used") as caught:
        load(tmp_path / "nowhere.toml")

    assert "roster init writes one" in caught.value.sentence


def test_it_refuses_a_password_in_the_file_and_does_not_repeat_it(tmp_path: Path):
    with pytest.raises(RosterError) as caught:
        settings_of(tmp_path, '[mail]\npassword = "hush-hush"')

    assert "ROSTER_MAIL__PASSWORD" in caught.value.sentence
    assert "hush-hush" not in caught.value.sentence


def test_it_does_not_repeat_a_secret_key_that_was_put_where_its_public_half_belongs(tmp_path: Path):
    with pytest.raises(RosterError) as caught:
        settings_of(tmp_path, '[backup]\nrecipient = "AGE-SECRET-KEY-1QQQQ"')

    assert "backup.recipient must be an age key" in caught.value.sentence
    assert "SECRET-KEY" not in caught.value.sentence


def test_it_takes_the_password_from_the_environment_and_keeps_it_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ROSTER_MAIL__PASSWORD", "hush-hush")

    settings = settings_of(tmp_path, '[mail]\nport = 2525\nuser = "roster"')

    assert settings.mail.port == 2525
    assert settings.mail.password
    assert settings.mail.password.get_secret_value() == "hush-hush"
    assert "hush-hush" not in f"{settings!r} {template(settings)} {settings.model_dump_json()}"


def test_it_asks_whose_password_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ROSTER_MAIL__PASSWORD", "hush-hush")

    with pytest.raises(RosterError) as caught:
        settings_of(tmp_path, "[mail]\nport = 2525")

    assert "mail has no user" in caught.value.sentence
    assert "hush-hush" not in caught.value.sentence


def test_it_dials_from_other_countries(tmp_path: Path):
    assert settings_of(tmp_path, '[policy]\nregion = "IE"').policy.region == "IE"


def test_it_lets_the_environment_go_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ROSTER_SCHOOL__NAME", "Elm Primary")

    settings = settings_of(tmp_path, '[school]\nname = "Oak Primary"\noffice_email = "office@example.org"')

    assert settings.school.name == "Elm Primary"
    assert settings.school.office_email == "office@example.org"


def test_it_finds_the_database_beside_the_file(tmp_path: Path):
    assert settings_of(tmp_path, "").database == tmp_path / "roster.db"
    assert settings_of(tmp_path, '[store]\ndatabase = "/srv/roster.db"').database == Path("/srv/roster.db")


def test_it_knows_a_group_however_it_is_spelt(tmp_path: Path):
    settings = settings_of(tmp_path, '[groups."3B"]\nadmins = ["ade@example.org"]\nscope = "Year 3"')

    assert settings.group(" 3b").admins == ("ade@example.org",)
    assert settings.group("4A").admins == ()


def test_it_is_the_same_without_a_file_as_with_an_untouched_one(tmp_path: Path):
    settings = settings_of(tmp_path, template(Settings.default()))

    assert settings.model_dump() == Settings.default().model_dump()


def test_it_reads_what_a_school_decides(tmp_path: Path):
    text = """
        [policy]
        leavers_grace_until = ["12-18", "08-31"]
        also_carers = ["grandparent", "childminder"]
        never_carers = ["sibling"]
        pause_from = "07-15"
        pause_until = "09-14"
        [groups."Class of 2031"]
        each_september = "same children"
    """

    settings = settings_of(tmp_path, text)
    again = settings_of(tmp_path, template(settings))

    assert settings.policy.leavers_grace_until == ("12-18", "08-31")
    assert settings.policy.also_carers == ("grandparent", "childminder")
    assert settings.group("class of 2031").each_september == "same children"
    assert again.model_dump() == settings.model_dump()


def test_it_has_a_code_of_conduct_of_its_own_until_the_school_has_another(tmp_path: Path):
    text = '[conduct]\ntext = """\nBe kind.\n\n  "Quote" \\\\ nobody.\n"""\nlink = "https://school.example.org/conduct"'
    ours, theirs = Settings.default().conduct, settings_of(tmp_path, text)

    again = settings_of(tmp_path, template(theirs))

    assert len(ours.lines) == 10
    assert ours.link is None
    assert theirs.conduct.lines == ("Be kind.", '"Quote" \\ nobody.')
    assert again.conduct == theirs.conduct


def test_it_comments_every_setting(tmp_path: Path):
    lines = template(Settings.default()).splitlines()

    bare = [line for above, line in pairwise(lines) if " = " in line and not above.startswith("#")]
    assert bare == []


def test_it_can_be_written_and_read_again_with_groups(tmp_path: Path):
    text = '[groups."3B \\"Oak\\""]\nadmins = ["ade@example.org"]\nscope = "Year 3"\n[school]\nname = "Oak"'
    settings = settings_of(tmp_path, text)

    again = settings_of(tmp_path, template(settings))

    assert again.model_dump() == settings.model_dump()


def test_it_is_the_file_at_the_top_of_the_repository():
    top = Path(__file__).parents[2] / "settings.toml"

    assert top.read_text(encoding="utf-8") == template(Settings.default())
    assert tomllib.loads(top.read_text(encoding="utf-8"))["schedule"]["nightly"] == "02:30"
