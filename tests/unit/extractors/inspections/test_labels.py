"""Labels of graded rows that differ from the framework's own wording."""

import pytest

from reportparse.extractors.inspections.labels import label_matcher

_ILACS = ("ilacs_2018", "ilacs_2023", "ilacs_2026")
_SIF = ("sif_2013",)


@pytest.mark.parametrize(
    ("frameworks", "label", "aspect"),
    [
        (_SIF, "2.1 Adoption", "adoption"),
        (_SIF, "2.2 The experience and progress of care leavers", "care_leavers"),
        (_SIF, "3. Leadership, governance and management", "leadership_management_governance"),
        (_SIF, "Looked after children and achieving permanence", "looked_after_and_permanence"),
        (_SIF, "Leadership and management", None),
        (_SIF, "Children", None),
        (_ILACS, "Care leavers", "care_leavers"),
        (_ILACS, "Children in care", "in_care"),
        (_ILACS, "Care leavers and children in care", "in_care_and_care_leavers"),
        (_ILACS, "The experience and progress of children care leavers", "care_leavers"),
        (_ILACS, "The impact of leaders on social work practice", "impact_of_leaders"),
        (_ILACS, "The experiences and progress of", None),
    ],
)
def test_label(frameworks: tuple[str, ...], label: str, aspect: str | None) -> None:
    match = label_matcher(frameworks).match(label)
    assert (match.aspect if match else None) == aspect
