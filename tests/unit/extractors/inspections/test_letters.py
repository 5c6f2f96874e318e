"""Letters without grades, and papers that are none."""

from datetime import date

import pytest

from builders.pages import make_document, make_page, text_line
from reportparse.document import Document
from reportparse.extractors.inspections import extract_inspection
from reportparse.records import ReportKind


def letter(*lines: str) -> Document:
    placed = [text_line(line, top=60 + 18 * index) for index, line in enumerate(lines)]
    return make_document(make_page(placed))


VISIT = (
    "Monitoring visit to Kent children's services",
    "This letter summarises the findings of the monitoring visit to",
    "Kent children's services on 3 and 4 March 2021.",
    "Managers have a good grip of the front door.",
)


def test_a_visit_is_an_inspection_without_judgements() -> None:
    findings = extract_inspection(letter("1 April 2021", "Dear Director", *VISIT))
    assert findings is not None
    assert (findings.kind, findings.judgements) == (ReportKind.OFSTED_MONITORING, ())
    assert findings.inspection.framework == "ilacs_monitoring"
    assert (findings.organisation, findings.report_date) == ("Kent", date(2021, 4, 1))
    assert findings.inspection.inspected_to == date(2021, 3, 4)
    assert findings.problems == ()


def test_a_paper_about_a_visit_is_no_letter() -> None:
    paper = letter("Report to Scrutiny Committee", "Dear members", *VISIT)
    assert extract_inspection(paper) is None


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("a Written Statement of Action is required.", "wsoa"),
        ("a written statement of action (WSoA) is not required.", "no_wsoa"),
        ("identifying needs is a strength.", None),
    ],
)
def test_area_send_letters_of_2016_to_2022(sentence: str, grade: str | None) -> None:
    findings = extract_inspection(
        letter(
            "Dear Director",
            "Joint local area SEND inspection in Kent",
            "Between 5 March 2018 and 9 March 2018, Ofsted and the CQC conducted a",
            "joint inspection of Kent. Her Majesty's Chief Inspector has determined that",
            sentence,
        )
    )
    assert findings is not None
    assert findings.inspection.framework == "send_2016"
    assert [item.grade for item in findings.judgements] == ([grade] if grade else [])
