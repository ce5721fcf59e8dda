"""Marks on return paths and links: only ours are believed, and they tell nobody anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.mail.marks import Marks

OURS, THEIRS = Marks(b"o" * 32), Marks(b"t" * 32)
MAILBOX = "bounces@example.org"
MESSAGE_ID = f"<{'0123456789abcdef' * 2}@example.org>"
WEB = "https://roster.example.org"


@given(st.integers(1, 10**9))
def test_it_knows_its_own_return_path_again(number: int):
    path = OURS.return_path(number, MAILBOX)

    assert OURS.who(path) == number
    assert len(path.partition("@")[0]) <= 64


def test_it_knows_it_whatever_servers_make_of_capitals_and_spaces():
    assert OURS.who(f" {OURS.return_path(7, MAILBOX).upper()} ") == 7


@pytest.mark.parametrize(
    "forged",
    [
        THEIRS.return_path(7, MAILBOX),
        OURS.return_path(7, MAILBOX).replace("+7.", "+8."),
        OURS.return_path(7, MAILBOX).replace("+7.", "+07."),
        "bounces+7.@example.org",
        f"bounces+7.{'0' * 20}@example.org",
        MAILBOX,
        "",
    ],
)
def test_it_believes_no_other_mark(forged: str):
    assert OURS.who(forged) is None


def test_it_leaves_the_mark_out_where_it_would_not_fit():
    long = f"{'b' * 50}@example.org"

    assert OURS.return_path(7, long) == long


def test_it_gives_the_same_link_each_time_and_knows_it_again():
    link = OURS.stop_link(WEB, MESSAGE_ID)

    assert link == OURS.stop_link(WEB, MESSAGE_ID)
    assert OURS.stops(link.removeprefix(f"{WEB}/stop/")) == MESSAGE_ID[1:33]


@pytest.mark.parametrize("token", ["", "x", "0" * 65, f"{'0' * 32}.{'0' * 32}", THEIRS.stop_link("", MESSAGE_ID)[6:]])
def test_it_believes_no_other_link(token: str):
    assert OURS.stops(token) is None


def test_it_does_not_take_a_return_paths_code_for_a_links():
    about = MESSAGE_ID[1:33]
    code = OURS.stop_link("", MESSAGE_ID).rpartition(".")[2]

    assert OURS.stops(f"{about}.{code[:20]}") is None
    assert OURS.who(f"bounces+1.{code[:20]}@example.org") is None
