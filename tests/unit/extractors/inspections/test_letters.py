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


def test_a_monitoring_inspection_of_a_local_area_has_no_outcome() -> None:
    findings = extract_inspection(
        letter(
            "Area SEND monitoring inspection of Kent Local Area Partnership",
            "Inspection dates: 3 to 5 June 2025",
            "Lead inspector: Ann Poole, HMI",
            "Leaders have taken effective action.",
        )
    )
    assert findings is not None
    assert findings.kind is ReportKind.AREA_SEND_INSPECTION
    assert (findings.inspection.framework, findings.judgements) == ("send_2023", ())
    assert findings.problems == ()


def test_a_home_that_had_an_assurance_visit_is_graded() -> None:
    words = "Information about this home " + "and the children who live in it " * 10
    findings = extract_inspection(
        letter(
            "Children's home SC399222",
            "Inspected under the social care common inspection framework",
            *(words[start : start + 70] for start in range(0, len(words), 70)),
            "An assurance visit was made in 2020.",
            "Inspection dates: 3 to 5 June 2025",
        )
    )
    assert findings is None or findings.inspection.framework != "sccif_assurance"
