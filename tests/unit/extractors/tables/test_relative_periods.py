"""Headers whose period hangs on the table's own."""

import pytest

from reportparse.extractors.periods import parse_period
from reportparse.extractors.tables import is_year_to_date, relative_period, year_to_date

_QUARTER = "Q1 2016/17"


@pytest.mark.parametrize(
    ("header", "own", "key"),
    [
        ("Same quarter last year", _QUARTER, "2015-Q2"),
        ("Same period last year", "April to June 2016", "2015-Q2"),
        ("Previous quarter", _QUARTER, "2016-Q1"),
        ("Previous month", "January 2016", "2015-12"),
        ("Previous quarter", "30 September 2021", "2021-06-30"),
        ("Last month", "31 March 2021", "2021-02-28"),
        ("Last year", "2015/16", "2014/15"),
        ("Previous month", _QUARTER, None),
        ("Last year", _QUARTER, None),
        ("On time", _QUARTER, None),
    ],
)
def test_relative_header(header: str, own: str, key: str | None) -> None:
    period = relative_period(header, parse_period(own))
    assert (period.key if period else None) == key


def test_nothing_is_relative_to_an_unknown_period() -> None:
    assert relative_period("Same quarter last year", None) is None


def test_year_to_date_ends_with_the_last_quarter_shown_of_that_year() -> None:
    parts = [parse_period(text) for text in ("Q4 2017/18", "Q1 2018/19", "Q3 2018/19", "2018/19")]
    period = year_to_date(parse_period("2018/19"), parts)
    assert period is not None
    assert period.key == "2018-04/2018-12"
    assert is_year_to_date("2018/19 YTD")
