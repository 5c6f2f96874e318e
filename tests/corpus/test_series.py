"""Series and histories over the published reports, read by eye from their sources."""

from pathlib import Path

import pytest

import reportparse

pytestmark = pytest.mark.shared

# July 2009 in the inspection report of 2010; November 2009 to 2011 and the report date in the
# scrutiny report of 2012; January 2015 in the briefing; January 2019 in the scrutiny report of
# 2019; the row "Leeds" of the table of comparators in the board paper of 2022.
CHILDREN_IN_CARE = [
    ("2009-07", 1366),
    ("2009-11", 1370),
    ("2010-11", 1434),
    ("2011-11", 1445),
    ("2012-01-09", 1437),
    ("2015-01", 1290),
    ("2019-01", 1281),
    ("2021-03-31", 1279),
    ("2021-06-30", 1303),
    ("2021-09-30", 1330),
    ("2021-12-31", 1337),
]


def test_children_in_care_over_twelve_years(shared: Path) -> None:
    reports = sorted((shared / "corpus" / "reports").glob("*.txt"))
    rows = reportparse.compare(
        [reportparse.parse(path) for path in reports], indicator="cla_count", area="Leeds"
    )
    series = [
        (row.period, row.value)
        for row in rows
        if row.period and row.role == "level" and row.kind == "snapshot" and not row.breakdown
    ]
    assert series == CHILDREN_IN_CARE
    assert all(source.quote for row in rows for source in row.sources)
