"""Graded rows by geometry: labels and grades that wrap, stand apart and run on."""

from builders.pages import make_document, make_page, text_line
from reportparse.document import Ruling
from reportparse.extractors.inspections.assign import assign_labels
from reportparse.extractors.inspections.labels import label_matcher
from reportparse.extractors.inspections.rows import find_grade_page
from reportparse.layout.page import PageWord

_ILACS = ("ilacs_2018", "ilacs_2023", "ilacs_2026")


def _rows(
    lines: list[list[PageWord]], frameworks: tuple[str, ...], rulings: tuple[Ruling, ...] = ()
) -> dict[str, str]:
    document = make_document(make_page(lines, rulings=rulings))
    page = find_grade_page(document, document.pages[0])
    rows = assign_labels(page, label_matcher(frameworks))
    return {row.match.aspect: row.grade.phrase.grade for row in rows}


def test_tail_of_a_wrapped_grade_is_not_good() -> None:
    lines = [
        text_line("The impact of leaders on social work practice with children", top=100),
        text_line("Requires improvement", x=420, top=100),
        text_line("and families", top=113),
        text_line("to be good", x=420, top=113),
        text_line("The experiences and progress of children who need help and", top=140),
        text_line("protection", top=153),
        text_line("Inadequate", x=420, top=147),
        text_line("The experiences and progress of children in care and care", top=180),
        text_line("leavers", top=193),
        text_line("Requires improvement to", x=420, top=180),
        text_line("be good", x=420, top=193),
        text_line("Overall effectiveness", top=220),
        text_line("Inadequate", x=420, top=220),
    ]
    assert _rows(lines, _ILACS) == {
        "impact_of_leaders": "requires_improvement",
        "help_and_protection": "inadequate",
        "in_care_and_care_leavers": "requires_improvement",
        "overall_effectiveness": "inadequate",
    }


def test_grade_under_its_label_is_keyed_by_the_label() -> None:
    lines = [
        text_line("1. Children who need help and protection", top=100, bold=True),
        text_line("Good", top=118),
        text_line("2. Children looked after and achieving permanence", top=160, bold=True),
        text_line("Requires improvement", top=178),
    ]
    assert _rows(lines, ("sif_2013",)) == {
        "help_and_protection": "good",
        "looked_after_and_permanence": "requires_improvement",
    }


def test_wrong_row_numbers_and_a_missing_grade_shift_nothing() -> None:
    lines = [
        text_line("1. Children who need help and protection", top=100),
        text_line("Good", x=420, top=100),
        text_line("2.2 Adoption performance", top=120),
        text_line("2.2 Experiences and progress of care leavers", top=140),
        text_line("Outstanding", x=420, top=140),
    ]
    assert _rows(lines, ("sif_2013",)) == {
        "help_and_protection": "good",
        "care_leavers": "outstanding",
    }


def test_misprinted_label_is_recognised() -> None:
    lines = [
        text_line("The experiences and progress of children in care", top=100),
        text_line("Good", x=420, top=100),
        text_line("The experiences and progress of children care leavers", top=130),
        text_line("Inadequate", x=420, top=130),
    ]
    assert _rows(lines, _ILACS) == {"in_care": "good", "care_leavers": "inadequate"}


def test_label_does_not_run_across_a_ruling() -> None:
    lines = [
        text_line("Quality of provision", top=100),
        text_line("Adequate", x=420, top=100),
        text_line("Leadership and management", top=120),
        text_line("Good", x=420, top=120),
    ]
    rulings = (Ruling(60.0, 115.0, 540.0, 115.0),)
    assert _rows(lines, ("lac_2013",), rulings) == {
        "quality_of_provision": "adequate",
        "leadership_and_management": "good",
    }


def test_prose_with_grade_words_gives_no_grades() -> None:
    lines = [
        text_line("Overall effectiveness of joint work has improved and is now good", top=100),
        text_line("Good practice was seen. Leadership and management are inadequate.", top=115),
    ]
    assert _rows(lines, ("lac_2013",)) == {}
