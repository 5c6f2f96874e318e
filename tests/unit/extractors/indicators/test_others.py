"""Numbers that are no value of the measure named beside them."""

import pytest

from reportparse.extractors.indicators.others import is_examined


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
