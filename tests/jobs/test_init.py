"""Setting up: two files, and nothing that was there is touched."""

from pathlib import Path

import pytest

from adapters.store import open_store
from jobs.cli import main
from jobs.settings import Settings, load


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
