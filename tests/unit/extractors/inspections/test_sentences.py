"""Grades stated in sentences."""

import pytest

from builders.pages import make_document, make_page, text_line
from reportparse.extractors.inspections.sentences import (
    find_loosely_stated_grades,
    find_send_outcome,
    find_stated_grades,
)

_ASPECTS = frozenset({"overall_effectiveness", "lscb_effectiveness", "adoption", "care_leavers"})


def _stated(*lines: str) -> list[tuple[str, str]]:
    words = [text_line(line, top=100 + 16 * index, bold=True) for index, line in enumerate(lines)]
    document = make_document(make_page(words))
    found = find_stated_grades(document, _ASPECTS)
    return [(stated.aspect, stated.phrase.grade) for stated in found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("The overall judgement is that children's services are good",),
            ("overall_effectiveness", "good"),
        ),
        (
            ("The overall judgement is requires improvement",),
            ("overall_effectiveness", "requires_improvement"),
        ),
        (
            ("Children's services in Westshire require improvement to", "be good"),
            ("overall_effectiveness", "requires_improvement"),
        ),
        (
            ("The effectiveness of the Local Safeguarding Children Board (LSCB) is", "inadequate"),
            ("lscb_effectiveness", "inadequate"),
        ),
        (
            ("The graded judgement for adoption performance is that it is outstanding",),
            ("adoption", "outstanding"),
        ),
        (
            ("The Isle of Westshire and Eastham Safeguarding Children Board is good",),
            ("lscb_effectiveness", "good"),
        ),
        (("The LSCB is inadequate",), ("lscb_effectiveness", "inadequate")),
        (
            ("The overall judgement is that children's services are 'outstanding'",),
            ("overall_effectiveness", "outstanding"),
        ),
    ],
)
def test_stated_sentence(lines: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert _stated(*lines) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "An LSCB that is good coordinates the activity of partners",
        "Children's services are likely to be judged good if the following apply",
        "Inspectors found that children's services in Westshire were good at sharing records",
        "The previous inspection judged children's services to be inadequate",
    ],
)
def test_descriptions_of_the_scale_and_earlier_judgements_are_left_out(line: str) -> None:
    assert _stated(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The overall judgement for services in Westshire is that they are good overall", "good"),
        ("Overall effectiveness: requires improvement", "requires_improvement"),
        ("Westshire County Council's services for children are inadequate overall", "inadequate"),
        ("Children's services in Westshire are good with outstanding features", "good"),
        ("Children's services in Westshire were judged inadequate in the last inspection", None),
    ],
)
def test_loosely_stated_sentence(line: str, expected: str | None) -> None:
    document = make_document(make_page([text_line(line, top=100, bold=True)]))
    found = [item.phrase.grade for item in find_loosely_stated_grades(document, _ASPECTS)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        (
            "The partnership's arrangements typically lead to positive experiences and outcomes",
            "send_positive_experiences",
        ),
        (
            "The partnership's arrangements lead to inconsistent experiences and outcomes",
            "send_inconsistent_experiences",
        ),
        (
            "There are widespread and/or systemic failings leading to significant concerns",
            "send_systemic_failings",
        ),
    ],
)
def test_area_send_outcome(sentence: str, grade: str) -> None:
    document = make_document(
        make_page(
            [text_line("Inspection outcome", top=100, bold=True), text_line(sentence, top=130)]
        )
    )
    outcome = find_send_outcome(document)
    assert outcome is not None
    assert outcome.phrase.grade == grade
