"""Grades that stand alone, on all scales."""

import pytest

from reportparse.extractors.grades.phrases import grade_reader


@pytest.mark.parametrize(
    ("text", "scales", "grade"),
    [
        ("Requires improvement to be good", (), "requires_improvement"),
        ("Good 2", (), "good"),
        ("Grade 3 (Adequate)", (), "adequate"),
        ("Strong standard", ("reportcard5_2025",), "strong_standard"),
        ("Urgent improvement", ("reportcard5_2025",), "urgent_improvement"),
        ("Good", ("reportcard5_2025",), None),
        ("Not met", ("reportcard5_2025", "met_notmet"), "not_met"),
        ("Reasonable", ("of4_ri", "skills3_2022"), "reasonable"),
        ("2", (), None),
        ("Good practice", (), None),
    ],
)
def test_a_grade_alone(text: str, scales: tuple[str, ...], grade: str | None) -> None:
    found = grade_reader(scales).parse(text)
    assert (found.grade if found else None) == grade


@pytest.mark.parametrize(
    ("text", "scale", "grade"),
    [("2", "of4_satisfactory", "good"), ("Grade: 3", "of4_4best_2005", "good")],
)
def test_numbers_run_both_ways(text: str, scale: str, grade: str) -> None:
    found = grade_reader((scale,), numbered=scale).parse(text)
    assert found is not None
    assert found.grade == grade


def test_a_grade_in_lower_case_needs_leave() -> None:
    assert not grade_reader().opens("good")
    assert grade_reader(any_case=True).opens("good")
