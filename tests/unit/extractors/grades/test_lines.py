"""Lines that hold labels and grades and nothing else."""

import pytest

from reportparse.extractors.grades.lines import find_line_grades


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.1 Adoption performance Good", [("adoption", "good")]),
        (
            "Being healthy | grade 3 (good) | Staying safe | grade 2 (adequate) |",
            [("being_healthy", "good"), ("staying_safe", "adequate")],
        ),
        ("Ash Lane Primary School - Good", [("overall_effectiveness", "good")]),
        (
            "Oak Academy: Inadequate (previously Requires Improvement)",
            [
                ("overall_effectiveness", "inadequate"),
                ("overall_effectiveness", "requires_improvement"),
            ],
        ),
    ],
)
def test_all_of_a_line_is_labels_and_grades(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.aspect, found.grade) for found in find_line_grades(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["Our work with schools: good", "Adoption performance Good and rising", "The school - Good"],
)
def test_other_lines_hold_none(text: str) -> None:
    assert find_line_grades(text) == []


def test_grade_before_is_marked() -> None:
    now, before = find_line_grades("Oak Academy: Good (previously Inadequate)")
    assert not now.earlier
    assert before.earlier
    assert now.name == "Oak Academy"
