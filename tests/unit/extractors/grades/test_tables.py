"""Judgements told in the tables of council papers."""

from reportparse.extractors.context import ReportContext
from reportparse.extractors.mentions import extract_mentions
from reportparse.readers import read_document
from reportparse.records import Judgement, ReportKind

_PAPER = ReportContext(kind=ReportKind.BOARD_PAPER, organisation="Dorset")

_BY_YEAR = """Our inspections were as follows.

\tJudgement\tGrade 2021\tGrade 2019
\tThe impact of leaders on social work practice\tGood\tRequires improvement to be good
\tThe experiences and progress of children in care and care leavers\tGood\tInadequate
\tOverall effectiveness\tGood\tInadequate

That was all.
"""


def _told(text: str) -> tuple[Judgement, ...]:
    document = read_document(text.encode())
    assert document.tables
    return extract_mentions(document, _PAPER)[0]


def test_each_grade_is_keyed_by_its_row_and_dated_by_its_column() -> None:
    told = _told(_BY_YEAR)
    assert [(one.aspect, one.grade, one.period.key if one.period else None) for one in told] == [
        ("impact_of_leaders", "good", "2021"),
        ("impact_of_leaders", "requires_improvement", "2019"),
        ("in_care_and_care_leavers", "good", "2021"),
        ("in_care_and_care_leavers", "inadequate", "2019"),
        ("overall_effectiveness", "good", "2021"),
        ("overall_effectiveness", "inadequate", "2019"),
    ]
    assert {one.provider for one in told} == {"Dorset"}
    assert all(one.grade_text in one.provenance.quote for one in told)
    place = told[1].provenance.table
    assert place is not None
    assert (place.row, place.column) == (1, 2)


def test_aspects_may_stand_in_the_header() -> None:
    told = _told(
        "Inspected\tOverall effectiveness\tAdoption performance\n"
        "March 2015\tGood\tOutstanding\nJuly 2017\tGood\tGood\nMay 2020\tGood\tGood\n\nEnd.\n"
    )
    found = {(one.aspect, one.grade, one.period.key if one.period else None) for one in told}
    assert found == {
        ("overall_effectiveness", "good", "2015-03"),
        ("adoption", "outstanding", "2015-03"),
        ("overall_effectiveness", "good", "2017-07"),
        ("adoption", "good", "2017-07"),
        ("overall_effectiveness", "good", "2020-05"),
        ("adoption", "good", "2020-05"),
    }


def test_the_councils_own_view_is_no_judgement() -> None:
    assert _told(_BY_YEAR.replace("Grade 2021", "Self-assessment").replace("2019", "target")) == ()


def test_a_key_to_the_grades_is_no_judgement() -> None:
    assert (
        _told("Grade\tMeaning\tNumber\nOutstanding\tFar above\t1\nGood\tAbove\t2\nPoor\tBelow\t3\n")
        == ()
    )
