"""Headings that date what stands under them."""

from datetime import date

import pytest

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.segments.headings import heading_period

_REFERENCE = PeriodReference(report_date=date(2021, 6, 22))


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("At a glance: 31 March 2021", "2021-03-31"),
        ("Our children (as at 30 June 2018)", "2018-06-30"),
        ("Quarter 2: 1 July 2020 to 30 September 2020", "2020-Q3"),
        ("Quarter 2: children in care", None),
        ("Progress since March 2011", None),
        ("Table 3: Ofsted grades at 31 March 2021", None),
        ("Performance in 2013/14", None),
        ("Fostering households at 31 March", None),
    ],
)
def test_heading_with_a_day_or_month(heading: str, key: str | None) -> None:
    period = heading_period(heading, _REFERENCE)
    assert (period.key if period else None) == key
