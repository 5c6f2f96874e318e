"""Numbers that are no value of the measure named beside them."""

import pytest

from reportparse.extractors.indicators.others import counts_others, is_examined
from reportparse.records import Unit


@pytest.mark.parametrize(
    ("text", "number", "examined"),
    [
        ("an audit of 210 case files of children in care", "210", True),
        ("a dip sample of 24 children looked after", "24", True),
        ("In May 36 files of children in care were audited", "36", True),
        ("There were 210 children in care, an audit found.", "210", False),
    ],
)
def test_cases_that_were_looked_into(text: str, number: str, examined: bool) -> None:  # noqa: FBT001
    start = text.index(number)
    assert is_examined(text, start, start + len(number)) is examined


@pytest.mark.parametrize(
    ("indicator", "of", "others"),
    [
        ("cla_count", "pilot areas", True),
        ("cla_count", "looked after children", False),
        ("cla_count", None, False),
        ("cla_started_count", "admissions", False),
    ],
)
def test_things_are_no_head_count(indicator: str, of: str | None, others: bool) -> None:  # noqa: FBT001
    assert counts_others(indicator, Unit.COUNT, of) is others
