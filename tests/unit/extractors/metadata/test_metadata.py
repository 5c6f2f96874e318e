"""Metadata of council papers."""

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        (
            "Schools in Rotherham teach Reading and Maths. Reading, Writing and Reading.",
            "Rotherham",
        ),
        (
            "Thurrock's plan. Essex Police, Essex Fire and the University of Leeds agree.",
            "Thurrock",
        ),
        ("READING BOROUGH COUNCIL\n\nOur children did well, as did those of Slough.", "Reading"),
        ("Write to panel@luton.gov.uk. Kent and Essex took part.", "Luton"),
    ],
)
def test_organisation_is_the_authority_that_the_report_speaks_for(
    text: str, organisation: str
) -> None:
    assert extract_metadata(read_document(text.encode())).organisation == organisation


_CABINET = """9 March 2022\t\tITEM: 11

Cabinet

Report of: Cllr B. Osgood, Portfolio Holder

SUBJECT
Outcome of the inspection of children's services

1 The subject
of this report is Thurrock Council's plan.
"""

_PANEL = """PLYMOUTH CITY COUNCIL

Committee Name and Date of Committee Meeting
Corporate Parenting Panel - 28 January 2020

CHILDREN'S SOCIAL CARE PERFORMANCE: QUARTER 3 OF 2019/20

Report authors are thanked for their help.
"""


def test_cabinet_report() -> None:
    context = extract_metadata(read_document(_CABINET.encode()))
    assert context.title == "Outcome of the inspection of children's services"
    assert context.committee == "Cabinet"
    assert context.report_date == date(2022, 3, 9)
    assert context.organisation == "Thurrock"


def test_panel_paper() -> None:
    context = extract_metadata(read_document(_PANEL.encode()))
    assert context.title == "Children's Social Care Performance: Quarter 3 of 2019/20"
    assert context.committee == "Corporate Parenting Panel"
    assert context.report_date == date(2020, 1, 28)
    assert context.author is None


_MINUTES = """Ashby Borough Council

Minutes of the meeting of the Cabinet held on Monday 4 May 2020

Minutes

The minutes of the meeting held on 6 April 2020 were approved.

CAB12/20  Care leavers' housing

Kent County Council's officers explained the plan. Kent has 12 flats.
"""

_WEB_PAGE = """<html><head><title>Agenda item - Fostering | Kent County Council</title></head><body>
<h1>Agenda item</h1><h2>Fostering in the county: half year report</h2>
<p>Meeting of Children's Services Scrutiny Panel, Tuesday, 8th July, 2014 10.00 am (Item 31.)</p>
<p>There were 812 carers.</p></body></html>"""

_ANSWER = """Kent County Council

Agency social workers - Freedom of information request

How many agency workers were there on 1 May 2019?

Twelve.

Reference number
FOI 77
Date request received
2 May 2019
Date of decision
30 May 2019
"""

_PROFILE = """Kent Joint Strategic Needs Assessment

Children in care: key facts

Last updated: October 2019

In Kent 1,500 children are in care, we thank Essex County Council for the method.
"""


def test_minutes_are_of_their_own_day_and_titled_by_their_item() -> None:
    context = extract_metadata(read_document(_MINUTES.encode()))
    assert context.report_date == date(2020, 5, 4)
    assert context.committee == "Cabinet"
    assert context.title == "Care leavers' housing"


def test_page_of_a_committee_system() -> None:
    context = extract_metadata(read_document(_WEB_PAGE.encode()))
    assert context.title == "Fostering in the county: half year report"
    assert context.committee == "Children's Services Scrutiny Panel"
    assert context.kind is ReportKind.SCRUTINY_REPORT
    assert context.report_date == date(2014, 7, 8)
    assert context.organisation == "Kent"


def test_answer_is_dated_by_its_decision() -> None:
    context = extract_metadata(read_document(_ANSWER.encode()))
    assert context.title == "Agency social workers"
    assert context.report_date == date(2019, 5, 30)
    assert context.kind is ReportKind.OTHER


def test_profile_is_dated_by_its_month() -> None:
    context = extract_metadata(read_document(_PROFILE.encode()))
    assert context.title == "Children in care: key facts"
    assert context.report_date is None
    assert context.report_month is not None
    assert context.report_month.key == "2019-10"
    assert context.organisation == "Kent"
    assert context.kind is ReportKind.BRIEFING
