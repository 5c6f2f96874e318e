"""Figures without a period of their own, in reports that cover a year or a quarter."""

import pytest

from reportparse.extractors.indicators.reference import reference_of
from reportparse.extractors.metadata import extract_metadata
from reportparse.parsing import parse
from reportparse.readers import read_document


@pytest.mark.parametrize(
    ("head", "covered"),
    [
        ("REVIEWING OFFICERS' ANNUAL REPORT\nAPRIL 2013 TO MARCH 2014", "2013/14"),
        ("Fostering Service Annual Report\n1 April 2017 - 31 March 2018", "2017/18"),
        ("Virtual School Report\nSeptember 2018 to August 2019", "2018/19"),
        ("Performance Report\nQuarter 2 2023/24", "2023-Q3"),
        ("Scorecard: Quarter 4 and year end 2009/10", "2009/10"),
        ("Sufficiency strategy 2013/14", None),
        ("Scrutiny inquiry into placements", None),
    ],
)
def test_period_that_a_report_covers(head: str, covered: str | None) -> None:
    document = read_document(f"{head}\n\nLeeds City Council\n\nMore follows below.\n".encode())
    reference = reference_of(document, extract_metadata(document))
    assert (reference.covered.key if reference.covered else None) == covered


_REPORT = """Leeds City Council

Reviewing Officers' Annual Report
April 2013 to March 2014

1 Reviews

In all 983 reviews were held. There are 326 children looked after.

In June 2013 there were 12 complaints.
"""


def test_flows_are_of_the_year_and_stocks_of_its_end() -> None:
    (report,) = parse(_REPORT.encode()).reports
    periods = {
        one.value: (one.period.key, one.period.inferred) if one.period else None
        for one in report.indicators
    }
    assert periods[983] == ("2013/14", True)
    assert periods[326] == ("2014-03-31", True)
    assert periods[12] == ("2013-06", False)


def test_a_performance_report_of_a_month_stands_at_its_end() -> None:
    text = "Performance Report: March 2016\n\nMeeting date: 28 April 2016\n\nLeeds\n"
    document = read_document(text.encode())
    reference = reference_of(document, extract_metadata(document))
    assert reference.data_as_at is not None
    assert reference.data_as_at.key == "2016-03-31"
    assert reference.report_year is not None
    assert reference.report_year.key == "2015/16"


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("This paper shows our children at the end of Quarter 2 2021/22.", "2021-09-30"),
        ("This report gives the position as at 31 December 2020.", "2020-12-31"),
        ("This report was taken to the Board at 4 March 2021 and noted.", None),
    ],
)
def test_date_that_a_report_says_its_figures_stand_at(sentence: str, key: str | None) -> None:
    text = f"Leeds\n\nOverview paper\n\nDate: 5 November 2021\n\n{sentence}\n"
    document = read_document(text.encode())
    reference = reference_of(document, extract_metadata(document))
    stated = reference.data_as_at if reference.data_is_stated else None
    assert (stated.key if stated else None) == key
