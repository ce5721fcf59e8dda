"""A key is made once, for its owner alone, and is never repeated."""

import stat
from pathlib import Path

import pytest

from adapters.backups.errors import KeyTrouble
from adapters.backups.keys import identity_in, make_key, open_to_others, recipient_named

SECRET = "AGE-SECRET-KEY-1CANARYCANARYCANARY"


def test_it_makes_a_key_that_works_and_is_closed_to_others(tmp_path: Path):
    path = tmp_path / "backup.key"

    assert make_key(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not open_to_others(path)
    assert str(identity_in(path).to_public()) in path.read_text()


def test_it_never_writes_over_a_key(tmp_path: Path):
    path = tmp_path / "backup.key"
    make_key(path)
    before = path.read_text()

    assert not make_key(path)

    assert path.read_text() == before


@pytest.mark.parametrize("text", ["", "nonsense", SECRET, f"{SECRET}\n{SECRET}\n"])
def test_a_file_without_a_key_is_said_and_not_repeated(tmp_path: Path, text: str):
    path = tmp_path / "backup.key"
    path.write_text(text)

    with pytest.raises(KeyTrouble) as refused:
        identity_in(path)

    assert "CANARY" not in refused.value.sentence


def test_a_missing_key_is_said(tmp_path: Path):
    with pytest.raises(KeyTrouble, match="There is no key"):
        identity_in(tmp_path / "none")


def test_a_recipient_that_is_none_is_said():
    with pytest.raises(KeyTrouble, match="no age key"):
        recipient_named("age1nonsense")
