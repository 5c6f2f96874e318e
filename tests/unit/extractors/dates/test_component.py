"""Date mentions and their roles."""

from datetime import date

import pytest

from reportparse.document import Block, BlockKind, Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.mentions import extract_mentions
from reportparse.records import Inspection, ReportKind

PAPER = ReportContext(
    kind=ReportKind.SCRUTINY_REPORT, organisation="Dorset", report_date=date(2016, 9, 12)
)
INSPECTION = ReportContext(
    kind=ReportKind.OFSTED_INSPECTION,
    organisation="Wirral",
    report_date=date(2019, 5, 3),
    inspection=Inspection(
        framework="ilacs_2018",
        provider="Wirral",
        inspected_from=date(2019, 3, 4),
        inspected_to=date(2019, 3, 15),
        published=date(2019, 5, 3),
    ),
)


def roles(text: str, context: ReportContext = PAPER) -> list[tuple[str, str]]:
    page = Document(
        text=text, media_type="text/plain", blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),)
    )
    return [(found.role.value, found.period.key) for found in extract_mentions(page, context)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date: 12 September 2016", [("report_date", "2016-09-12")]),
        ("Scrutiny Committee, 20 September 2016", [("meeting_date", "2016-09-20")]),
        ("On 31 March 2016 we looked after 402 children.", [("data_as_at", "2016-03-31")]),
        ("There were 402 at the end of March 2016.", [("data_as_at", "2016-03-31")]),
        ("A new plan is due by 1 April 2017.", [("deadline", "2017-04-01")]),
        ("The duty began on a visit, 3 May 2015, to the home.", [("event", "2015-05-03")]),
        ("Ofsted inspected us in June 2014.", [("inspection", "2014-06")]),
        ("The report was published on 7 July 2014.", [("publication", "2014-07-07")]),
    ],
)
def test_roles_in_a_paper(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2014/15 we received 4,000 referrals.",
        "The Children Act 2004 asks inspectors to look.",
        "3.4.10 The board met.",
        "Referrals fell in March 2012.",
    ],
)
def test_periods_of_figures_are_no_dates(text: str) -> None:
    assert roles(text) == []


def test_inspection_report_tells_its_own_dates_from_earlier_ones() -> None:
    text = "Inspection dates: 4 March 2019 to 15 March 2019. The last inspection was in May 2015."
    assert roles(text, INSPECTION) == [
        ("inspection", "2019-03-04/2019-03-15"),
        ("previous_inspection", "2015-05"),
    ]
