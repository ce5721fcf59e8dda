"""Queries that are answered and stay: only where nothing but a name was in question."""

import pytest

from roster.answered import answered
from roster.decisions import NOTHING_DECIDED, Answer, Decided, Link
from tests.builders import TODAY

NO_PARENT = Decided(no_parent=Link("nanny", "3b", Answer.NO_PARENT, None, "Tola", TODAY))


@pytest.mark.parametrize("reason", ["unidentified", "unusable-number"])
def test_it_says_by_whom_and_when(reason: str):
    said = answered(reason, NO_PARENT)

    assert said.startswith("answered on ")
    assert said.endswith(" by Tola: not a parent; a name alone takes nobody out")


@pytest.mark.parametrize(
    "reason", ["restricted", "not-a-carer", "other-group", "possible-new-number", "damaged-record"]
)
def test_what_is_asked_for_another_reason_stays_open(reason: str):
    assert not answered(reason, NO_PARENT)


def test_what_nobody_answered_stays_open():
    assert not answered("unidentified", NOTHING_DECIDED)
