"""Dates as spreadsheets hold them; the order of day and month is a column's, never a cell's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.dates import Order, order_of, orders_of, read_date

JULY = date(2026, 7, 17)
days = st.dates(date(1990, 1, 1), date(2069, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        *("17/07/2026", "17/7/26", "17.07.2026", "17-07-2026", " 17 / 7 / 2026 ", "17/07/2026 00:00", "17/07/2026 09:15:00"),
        *("2026-07-17", "2026-07-17 00:00:00", "2026-07-17T00:00:00", "2026/7/17", "20260717"),
        *("17 July 2026", "17-Jul-26", "Fri 17 July 2026", "Friday, 17 July 2026", "17th July 2026", "17 JUL 2026", "17 Sept 2026"),
        *("46220", "46220.0"),
    ],
)  # fmt: skip
def test_it_reads_a_date(cell: str):
    read = read_date(cell, Order.DAY_FIRST)

    assert read == (JULY if "Sept" not in cell else date(2026, 9, 17))


@pytest.mark.parametrize("cell", ["", "soon", "31/02/2026", "17/13/2026", "2026-13-01", "17 Foo 2026", "1/2", "#REF!"])
def test_it_says_when_it_is_no_date(cell: str):
    assert read_date(cell, Order.DAY_FIRST) is None


def test_it_is_day_first_unless_the_column_proves_otherwise():
    assert order_of(["03/04/2026", "05/06/2026"]) is Order.DAY_FIRST
    assert order_of(["03/04/2026", "17/06/2026"]) is Order.DAY_FIRST
    assert order_of(["03/04/2026", "06/17/2026"]) is Order.MONTH_FIRST
    assert order_of(["17/04/2026", "06/17/2026"]) is Order.CONTRADICTED
    assert order_of(["2026-07-17", "", "soon"]) is Order.DAY_FIRST


def test_it_reads_by_the_columns_order():
    assert read_date("03/04/2026", Order.DAY_FIRST) == date(2026, 4, 3)
    assert read_date("03/04/2026", Order.MONTH_FIRST) == date(2026, 3, 4)


def test_it_reads_only_what_is_certain_in_a_contradicted_column():
    assert read_date("03/04/2026", Order.CONTRADICTED) is None
    assert read_date("17/04/2026", Order.CONTRADICTED) == date(2026, 4, 17)
    assert read_date("04/17/2026", Order.CONTRADICTED) == date(2026, 4, 17)
    assert read_date("04/04/2026", Order.CONTRADICTED) == date(2026, 4, 4)
    assert read_date("2026-04-03", Order.CONTRADICTED) == date(2026, 4, 3)


@given(days)
def test_it_reads_every_day_in_every_dress(day: date):
    serial = (day - date(1899, 12, 30)).days

    assert read_date(day.isoformat(), Order.DAY_FIRST) == day
    assert read_date(f"{day:%d/%m/%Y}", Order.DAY_FIRST) == day
    assert read_date(f"{day:%m/%d/%Y}", Order.MONTH_FIRST) == day
    assert read_date(f"{day:%d %B %Y}", Order.CONTRADICTED) == day
    assert read_date(str(serial), Order.DAY_FIRST) == day


@given(st.text(max_size=30), st.sampled_from(Order))
def test_it_never_raises(cell: str, order: Order):
    read = read_date(cell, order)

    assert read is None or isinstance(read, date)


AMBIGUOUS = ("11/12/2026", "02/03/2026", "05/06/2026")


@pytest.mark.parametrize(
    ("leaving", "starting", "orders"),
    [
        (["17/07/2026", "11/12/2026"], ["01/09/2020"], (Order.DAY_FIRST, Order.DAY_FIRST)),
        (["11/12/2026"], ["09/01/2020", "09/22/2021", "09/23/2021"], (Order.MONTH_FIRST, Order.MONTH_FIRST)),
        (["07/17/2026", "11/12/2026"], ["09/01/2020"], (Order.MONTH_FIRST, Order.MONTH_FIRST)),
        (["07/17/2026", *AMBIGUOUS], ["09/01/2020"], (Order.CONTRADICTED, Order.DAY_FIRST)),
        (["07/17/2026", "07/17/2026", *AMBIGUOUS], ["09/01/2020"], (Order.CONTRADICTED, Order.DAY_FIRST)),
        (["07/17/2026", *AMBIGUOUS], ["09/22/2020"], (Order.MONTH_FIRST, Order.MONTH_FIRST)),
        (["07/17/2026", "07/20/2026", "11/12/2026"], [], (Order.MONTH_FIRST, Order.MONTH_FIRST)),
        (["07/17/2026"], [], (Order.MONTH_FIRST, Order.MONTH_FIRST)),
        ([], [], (Order.DAY_FIRST, Order.DAY_FIRST)),
    ],
)
def test_it_takes_the_order_of_the_other_columns_and_mistrusts_a_single_slip(
    leaving: list[str], starting: list[str], orders: tuple[Order, Order]
):
    found = orders_of({4: leaving, 5: starting})

    assert (found[4], found[5]) == orders
