"""Setting up: two files, and nothing that was there is touched."""

from pathlib import Path

import pytest

from adapters.store import open_store
from jobs.cli import main
from jobs.init import AlreadyThere, start
from jobs.settings import Settings, load
from jobs.settings_template import template


def test_it_writes_settings_and_a_database_that_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["init", str(tmp_path / "office")])

    settings = load(tmp_path / "office" / "settings.toml")
    open_store(settings.database).close()
    assert status == 0
    assert settings.model_dump() == Settings.default().model_dump()
    assert "roster receive" in capsys.readouterr().out


@pytest.mark.parametrize("there", ["settings.toml", "roster.db"])
def test_it_overwrites_nothing(tmp_path: Path, there: str, capsys: pytest.CaptureFixture[str]):
    (tmp_path / there).write_text("precious")

    status = main(["init", str(tmp_path)])

    assert status == 2
    assert f"{there} in" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text() == "precious"


def test_it_takes_settings_as_it_wrote_them_for_its_own(tmp_path: Path):
    (tmp_path / "settings.toml").write_text(template(Settings.default()), encoding="utf-8")

    path = start(tmp_path)

    assert path.read_text(encoding="utf-8") == template(Settings.default())
    assert (tmp_path / "roster.db").is_file()


def test_it_leaves_settings_that_somebody_has_filled_in(tmp_path: Path):
    (tmp_path / "settings.toml").write_text('[school]\nname = "Oak"\n')

    with pytest.raises(AlreadyThere):
        start(tmp_path)

    assert not (tmp_path / "roster.db").exists()
