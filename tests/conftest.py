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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="write what the fixtures read as; then read it before you commit it"
    )


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written rather than compared."""
    return bool(request.config.getoption("--bless"))
