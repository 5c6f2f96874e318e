"""Metadata of council papers."""

from datetime import date

from reportparse.extractors.metadata import extract_metadata
from reportparse.readers import read_document
from reportparse.records import ReportKind

_SCRUTINY = """Report author: Jo Marsh

Tel: 01632 960001

Report of the Director of Children's Services

Report to Children's Services Scrutiny Board

Date: 9th January 2012

Subject: Outcomes for children looked after in Leeds

1.0 Purpose of this report

- 1.1 The number of children looked after in Leeds has risen. Hull and York have seen the same.
"""

_BOARD = """CORPORATE PARENTING BOARD

29 March 2022

Report of\tHead of Corporate Parenting
Date of Report\t13 th March 2022

Kirklees Council looks after 615 children. Kirklees is an average authority.
"""


def test_scrutiny_report() -> None:
    context = extract_metadata(read_document(_SCRUTINY.encode()))
    assert context.kind is ReportKind.SCRUTINY_REPORT
    assert context.title == "Outcomes for children looked after in Leeds"
    assert context.organisation == "Leeds"
    assert context.committee == "Children's Services Scrutiny Board"
    assert context.author == "Jo Marsh"
    assert context.report_date == date(2012, 1, 9)


def test_board_paper() -> None:
    context = extract_metadata(read_document(_BOARD.encode()))
    assert context.kind is ReportKind.BOARD_PAPER
    assert context.organisation == "Kirklees"
    assert context.committee == "Corporate Parenting Board"
    assert context.author == "Head of Corporate Parenting"
    assert context.report_date == date(2022, 3, 13)


def test_parts_that_are_not_printed_stay_none() -> None:
    context = extract_metadata(read_document(b"Numbers went up last year. More will follow."))
    assert context.kind is ReportKind.OTHER
    assert context.organisation is None
    assert context.committee is None
    assert context.report_date is None
