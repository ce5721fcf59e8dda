"""What every test may rely on: one profile for the laws, so that a run is the same tomorrow."""

import pytest
from hypothesis import HealthCheck, settings

from tests.commands import Command

settings.register_profile(
    "house", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture
def roster(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path) -> Command:
    """The command line, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)
