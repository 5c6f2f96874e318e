"""The wording that names a figure, and the thing it counts."""

import pytest

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.pipeline import read_paragraph
from reportparse.extractors.segments.model import Figure, Surroundings


def read_first(sentence: str) -> Figure:
    readings = list(read_paragraph(sentence, Surroundings(PeriodReference(), organisation="own")))
    return readings[0].figures[0]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        (
            "Use of agency staff has recently risen to 18%, which is still below the average.",
            "Use of agency staff",
        ),
        (
            "In a year of change, the number of children in care has fallen to 214.",
            "the number of children in care",
        ),
        (
            "The report shows that 91% of care leavers were in education, employment or training, "
            "although some are not.",
            "care leavers were in education, employment or training",
        ),
        (
            "Better practice led to an increase in the proportion of reviews on time to 88%.",
            "the proportion of reviews on time",
        ),
        (
            "Pupils from other groups account for 12% of all pupils in the area.",
            "Pupils from other groups, of all pupils in the area",
        ),
        ("There are 30 places and runs two homes.", "places"),
        ("In our settings, 14 were outstanding.", "our settings were outstanding"),
        (
            "Children in care - much lower than the actual figure in May of 640.",
            "Children in care",
        ),
    ],
)
def test_label(sentence: str, label: str) -> None:
    assert read_first(sentence).label == label


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("There are 14 homes providing 60 places.", "homes"),
        ("We found 12 matches approved in the year.", "matches"),
        ("There are 45 children looked after by the county.", "children looked after"),
        ("There are 45 children and young people in the club.", "children and young people"),
        ("Only 12 suffered a breakdown.", None),
    ],
)
def test_thing_counted(sentence: str, of: str | None) -> None:
    assert read_first(sentence).of == of
