"""Numbers and addresses in messages: enough to find the cell, too little to ring anybody."""

import pytest

from roster.masking import masked
from roster.words import lettered, shortened


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("07700 900123", "07700 9•••23"),
        ("+447700900123", "+447700••••23"),
        ("07700-900-123", "07700-9••-•23"),
        ("Mum 07700900123 (work)", "Mum 077009•••23 (work)"),
        ("ola.bello@example.org", "o•••@example.org"),
        ("7700900", "77•••00"),
        ("B820123400101", "B820123••••01"),
    ],
)
def test_it_masks(text: str, told: str):
    assert masked(text) == told


@pytest.mark.parametrize(
    "text", ["31/02/2026", "2026-02-31 00:00:00", "31.2.26", "4.47701E+11", "900123", "Mothr", "#N/A", "Ola @ work"]
)
def test_it_leaves_as_it_is(text: str):
    assert masked(text) == text


def test_a_number_at_the_cut_is_masked_before_it_is_cut():
    assert shortened(f"{'x' * 30} 07700 900123") == f"{'x' * 30} 07700 9•…"


def test_it_says_a_column_as_a_spreadsheet_does():
    assert [lettered(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
