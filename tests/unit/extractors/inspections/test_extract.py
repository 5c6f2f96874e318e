"""Whole inspection reports: front page, framework, judgements and what is missing."""

from datetime import date

import pytest

from builders.pages import make_document, make_page, text_line
from reportparse.document import Document
from reportparse.extractors.inspections import extract_inspection
from reportparse.records import GradeStatus, ReportKind

_ILACS_ROWS = (
    ("The impact of leaders on social work practice with children and families", "Good"),
    ("The experiences and progress of children who need help and protection", "Inadequate"),
)


def _report(title: str, front: tuple[str, ...], rows: tuple[tuple[str, str], ...]) -> Document:
    lines = [text_line(title, top=60, size=18, bold=True)]
    lines += [text_line(text, top=110 + 18 * index) for index, text in enumerate(front)]
    for index, (label, grade) in enumerate(rows):
        top = 260 + 24 * index
        lines += [text_line(label, top=top, size=9), text_line(grade, x=430, top=top, size=9)]
    return make_document(make_page(lines))


_FRONT = (
    "Inspection dates: 4 to 8 March 2024",
    "Lead inspector: Ann Poole, His Majesty's Inspector",
)


@pytest.mark.parametrize(
    ("rows", "framework"),
    [
        (
            (
                ("The experiences and progress of children in care and care leavers", "Good"),
                ("Overall effectiveness", "Good"),
            ),
            "ilacs_2018",
        ),
        (
            (
                ("The experiences and progress of children in care", "Good"),
                ("The experiences and progress of care leavers", "Outstanding"),
                ("Overall effectiveness", "Good"),
            ),
            "ilacs_2023",
        ),
        (
            (
                ("The experiences and progress of children in care", "Good"),
                ("The experiences and progress of care leavers", "Outstanding"),
            ),
            "ilacs_2026",
        ),
    ],
)
def test_framework_is_read_from_the_rows(rows: tuple[tuple[str, str], ...], framework: str) -> None:
    title = "Inspection of Leeds local authority children's services"
    findings = extract_inspection(_report(title, _FRONT, (*_ILACS_ROWS, *rows)))
    assert findings is not None
    assert findings.inspection.framework == framework
    assert {judgement.framework for judgement in findings.judgements} == {framework}
    assert len(findings.judgements) == 2 + len(rows)


def test_front_page_of_a_2024_report() -> None:
    title = "Inspection of Telford and Wrekin local authority children's services"
    findings = extract_inspection(_report(title, _FRONT, _ILACS_ROWS))
    assert findings is not None
    inspection = findings.inspection
    assert findings.kind is ReportKind.OFSTED_INSPECTION
    assert inspection.provider == "Telford and Wrekin"
    assert (inspection.inspected_from, inspection.inspected_to) == (
        date(2024, 3, 4),
        date(2024, 3, 8),
    )
    assert inspection.lead_inspector == "Ann Poole"
    assert inspection.published is None
    assert inspection.urn is None


def test_front_page_of_a_2015_report() -> None:
    front = (
        "Inspection date: 1/06/2015 – 25/06/2015",
        "Report published: 10/08/2015",
        "URN: 80999",
    )
    findings = extract_inspection(
        _report(
            "Leeds City Council Inspection of services for children in need of help and protection",
            front,
            (("2.1 Adoption performance", "Not judged"),),
        )
    )
    assert findings is not None
    inspection = findings.inspection
    assert inspection.framework == "sif_2013"
    assert inspection.published == date(2015, 8, 10)
    assert inspection.urn == "80999"
    statuses = {item.aspect: item.status for item in inspection.not_graded}
    assert statuses["adoption"] is GradeStatus.NOT_JUDGED
    assert statuses["care_leavers"] is GradeStatus.NOT_FOUND
    assert any("care_leavers" in problem.message for problem in findings.problems)


def test_a_report_whose_dates_cannot_be_read_keeps_its_grades() -> None:
    title = "Inspection of Leeds local authority children's services"
    front = ("Inspection dates: 31 June to 4 July", "Lead inspector: Ann Poole, HMI")
    findings = extract_inspection(_report(title, front, _ILACS_ROWS))
    assert findings is not None
    assert findings.inspection.inspected_from is None
    assert [judgement.grade for judgement in findings.judgements] == ["good", "inadequate"]
    assert "inspection_dates_not_found" in {problem.code for problem in findings.problems}


def test_title_under_the_dates_is_found() -> None:
    front = ("Leeds City Council", "Inspection of local authority children's services")
    findings = extract_inspection(
        _report("Inspection dates: 4 March to 8 March 2024", front, _ILACS_ROWS)
    )
    assert findings is not None
    assert findings.inspection.provider == "Leeds"
    assert len(findings.judgements) == 2


def test_repeats_are_merged_and_contradictions_kept() -> None:
    title = "Inspection of Leeds local authority children's services"
    rows = (
        *_ILACS_ROWS,
        ("The impact of leaders on social work practice with children and families", "Good"),
        ("The experiences and progress of children who need help and protection", "Good"),
    )
    findings = extract_inspection(_report(title, _FRONT, rows))
    assert findings is not None
    grades = [(item.aspect, item.grade, len(item.also_at)) for item in findings.judgements]
    assert grades == [
        ("impact_of_leaders", "good", 1),
        ("help_and_protection", "inadequate", 0),
        ("help_and_protection", "good", 0),
    ]
    assert "contradiction" in {problem.code for problem in findings.problems}


def test_quote_holds_label_and_grade() -> None:
    document = _report(
        "Inspection of Leeds local authority children's services", _FRONT, _ILACS_ROWS
    )
    findings = extract_inspection(document)
    assert findings is not None
    provenance = findings.judgements[1].provenance
    assert provenance.quote == document.text[provenance.start_char : provenance.end_char]
    assert "help and protection" in provenance.quote
    assert "Inadequate" in provenance.quote
    assert provenance.page == 1
    assert provenance.bbox is not None


def test_a_council_paper_about_an_inspection_is_no_inspection_report() -> None:
    document = _report(
        "Report to the Executive: outcome of the inspection of children's services in Leeds",
        ("Date of report: 4 March 2024",),
        (),
    )
    assert extract_inspection(document) is None


def test_a_heading_that_repeats_a_grade_is_named_with_its_row() -> None:
    heading = "The experiences and progress of children who need help and protection: inadequate"
    lines = [
        text_line("Inspection of Leeds local authority children's services", top=60, size=18),
        *(text_line(text, top=110 + 18 * index) for index, text in enumerate(_FRONT)),
        text_line(_ILACS_ROWS[1][0], top=260, size=9),
        text_line("Inadequate", x=430, top=260, size=9),
        text_line(heading, top=400, size=12, bold=True),
    ]
    findings = extract_inspection(make_document(make_page(lines)))
    assert findings is not None
    (judgement,) = findings.judgements
    assert [place.quote for place in judgement.also_at] == [heading]
