"""In which fields a record agrees with the gold."""

from typing import Any

import pytest

from builders.evaluated import gold_figure, record, split_year
from reportparse.evaluation import Field
from reportparse.evaluation.agreement import agreed_fields
from reportparse.evaluation.periods import same_period

ALL = frozenset(Field)
NO_ID = {Field.INDICATOR, Field.INDICATOR_AS_WRITTEN, Field.BREAKDOWN}
IN_FOSTER_CARE = {"indicator": "cla_count", "breakdown": {"placement": "foster_care"}}


@pytest.mark.parametrize(
    ("gold", "found", "missing"),
    [
        ({}, {}, set()),
        ({}, {"unit": "count"}, {Field.UNIT}),
        ({}, {"role": "target"}, {Field.ROLE}),
        ({}, {"period": split_year(2018)}, {Field.PERIOD}),
        ({}, {"period": None}, {Field.PERIOD}),
        ({}, {"area": "England"}, {Field.AREA}),
        ({}, {"area": None}, {Field.AREA}),
        ({"area": "Bexley Council"}, {}, set()),
        ({}, {"indicator": "cla_count"}, NO_ID),
        ({}, {"indicator": None}, NO_ID),
        ({}, {"breakdown": {"gender": "female"}}, {Field.BREAKDOWN, Field.DIMENSIONS}),
        # Other values that a careful reader could settle on.
        ({"alt": {"unit": ["count"]}}, {"unit": "count"}, set()),
        ({"alt": {"period": [None]}}, {"period": None}, set()),
        ({"alt": {"area": "England"}}, {"area": "England"}, set()),
        ({"alt": {"indicator": ["cla_count"]}}, {"indicator": "cla_count"}, set()),
        # A change has its direction; gold that gives none asks for none.
        ({"role": "change", "direction": "up"}, {"role": "change", "direction": "up"}, set()),
        (
            {"role": "change", "direction": "up"},
            {"role": "change", "direction": "down"},
            {Field.ROLE},
        ),
        ({"role": "change"}, {"role": "change", "direction": "down"}, set()),
        # One fact recorded in two ways.
        (
            IN_FOSTER_CARE,
            {"indicator": "cla_foster_count"},
            {Field.INDICATOR_AS_WRITTEN, Field.DIMENSIONS},
        ),
        (
            {"indicator": "cla_foster_count"},
            IN_FOSTER_CARE,
            {Field.INDICATOR_AS_WRITTEN, Field.DIMENSIONS},
        ),
        # A loose dimension: a word shared is enough, in whatever dimension it stands.
        (
            {"breakdown": {"service": "Fostering team"}},
            {"breakdown": {"service": "fostering and adoption"}},
            set(),
        ),
        (
            {"breakdown": {"service": "Fostering team"}},
            {"breakdown": {"service": "early help"}},
            {Field.BREAKDOWN},
        ),
        ({"breakdown": {"service": "Fostering team"}}, {}, {Field.BREAKDOWN, Field.DIMENSIONS}),
        ({}, {"breakdown": {"service": "early help"}}, {Field.BREAKDOWN, Field.DIMENSIONS}),
    ],
)
def test_agreed_fields(gold: dict[str, Any], found: dict[str, Any], missing: set[Field]) -> None:
    assert agreed_fields(gold_figure(**gold), record(**found)) == ALL - missing


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (None, None, True),
        (None, "2019", False),
        ("2019-Q3", "2019-07-01/2019-09-30", True),
        ("2019-Q3", "2019-07/2019-09", True),
        ("2019-03", "2019-03-31", True),
        ("2019-03", "2019-04-01", False),
        ("2019-03-31", "2019-03-30", False),
        ("2019", "2019-03", False),
        ("2019-Q1", "2019-03", False),
        ("2019/20", "2019/20", True),
        ("2019/20", "2019-04-01/2020-03-31", False),
        ("2019-02-30", "2019-02", False),
        ("last year", "2019", False),
    ],
)
def test_same_period(first: str | None, second: str | None, *, same: bool) -> None:
    assert same_period(first, second) is same
    assert same_period(second, first) is same
