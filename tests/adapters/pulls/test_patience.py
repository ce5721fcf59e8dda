"""How long a server is waited for."""

from datetime import UTC, datetime

import pytest

from adapters.pulls.patience import Patience, asked_for

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Sun, 22 Nov 2026 02:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 01:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_it_reads_how_long_a_server_wants_to_be_left_alone(said: str | None, seconds: float | None):
    assert asked_for(said, NOW) == seconds


def test_it_waits_twice_as_long_each_time():
    assert [Patience(first_pause=2).pause(tried, None) for tried in (1, 2, 3, 4)] == [2, 4, 8, 16]


def test_it_waits_as_long_as_it_is_asked_to():
    assert Patience(first_pause=2).pause(3, 60) == 60
