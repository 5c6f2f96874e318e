"""One fact recorded in two ways has one normal form."""

import pytest

from reportparse.vocabulary import load_dimensions, load_indicators, normal_form


@pytest.mark.parametrize(
    ("indicator", "breakdown", "expected"),
    [
        (
            "cla_count",
            {"placement": "foster_inhouse"},
            ("cla_count", {"placement": "foster_inhouse"}),
        ),
        ("cla_inhouse_foster_count", {}, ("cla_count", {"placement": "foster_inhouse"})),
        # The measure's own group is kept where the record names a wider one beside it.
        (
            "cla_inhouse_foster_count",
            {"placement": "foster_care", "gender": "girls"},
            ("cla_count", {"placement": "foster_inhouse", "gender": "female"}),
        ),
        # Children in care are children looked after: the group adds nothing.
        ("cla_count", {"population": "looked_after"}, ("cla_count", {})),
        # But of all children with a plan it does.
        (
            "cp_plan_count",
            {"population": "looked_after"},
            ("cp_plan_count", {"population": "looked_after"}),
        ),
        # Narrowed first, then left out or not by the wider measure.
        ("uasc_count", {"population": "uasc"}, ("cla_count", {"population": "uasc"})),
        ("ks2_rwm_pct", {"key_stage": "ks2", "subject": "rwm"}, ("ks2_rwm_pct", {})),
        ("not_a_measure", {"other": "Two  words"}, ("not_a_measure", {"other": "two words"})),
        (None, {"age": "aged 5 to 10"}, (None, {"age": "5-10"})),
        (None, {"age": "aged 3 to 19"}, (None, {"age": "3-19"})),
        (None, {"age": "19 and over"}, (None, {"age": "19_plus"})),
        (None, {"age": "16"}, (None, {"age": "16"})),
    ],
)
def test_normal_form(
    indicator: str | None, breakdown: dict[str, str], expected: tuple[str | None, dict[str, str]]
) -> None:
    assert normal_form(indicator, breakdown) == expected


def test_normal_form_of_a_normal_form_is_itself() -> None:
    for measure in load_indicators().indicators:
        once = normal_form(measure.id, {"population": "looked_after", "age": "under 5"})
        assert normal_form(*once) == once


def test_what_narrows_names_a_measure_that_stands_alone_and_known_groups() -> None:
    indicators, dimensions = load_indicators(), load_dimensions()
    narrowing = [one for one in indicators.indicators if one.narrows]
    assert narrowing
    for one in narrowing:
        assert one.narrows is not None
        wider = indicators.by_id[one.narrows.indicator]
        assert wider.narrows is None
        assert wider.unit == one.unit
        for dimension, value in one.narrows.breakdown.items():
            assert value in {known.id for known in dimensions.by_id[dimension].values}


def test_implied_groups_name_known_dimensions() -> None:
    known = load_dimensions().by_id
    for implied in load_indicators().implied_groups:
        values = {value.id for value in known[implied.dimension].values}
        assert implied.value is None or implied.value in values
