"""How a figure is narrower than its measure."""

import pytest

from reportparse.extractors.measures.breakdowns import breakdown_of


@pytest.mark.parametrize(
    ("label", "indicator", "expected"),
    [
        ("looked after children aged 10 to 15", "cla_count", {"age": "10-15"}),
        ("looked after children, rate per 10,000 aged 0-17", "cla_rate_per_10000", {}),
        ("0-17 population", "pop_0_17_count", {"age": "0-17"}),
        ("19-year-old care leavers in employment", "care_leavers_eet_pct", {"age": "19"}),
        (
            "children who live with foster families, of whom out of the authority area",
            "cla_out_of_area_pct",
            {"placement": "foster_care", "location": "outside_la"},
        ),
        (
            "live in residential special schools",
            "cla_residential_school_count",
            {"placement": "residential_school"},
        ),
        (
            "children's homes and residential schools",
            "cla_count",
            {"placement": "children's homes and residential schools"},
        ),
        ("children looked after, on remand", "cla_count", {"legal_status": "remand"}),
        ("free school meals in primary schools", "fsm_pct", {"school_phase": "primary"}),
        ("schools good or outstanding", "schools_good_outstanding_pct", {}),
        ("children's homes rated 'good'", "childrens_homes_count", {"grade": "good"}),
        (
            "looked after children with level 4 in maths",
            "cla_ks2_l4_pct",
            {"key_stage": "ks2", "subject": "maths", "population": "looked_after"},
        ),
        ("level 4 in maths", "cla_ks2_l4_pct", {"key_stage": "ks2", "subject": "maths"}),
        ("RWM", "cla_ks2_expected_pct", {"key_stage": "ks2", "subject": "rwm"}),
        ("level 4 in reading, writing and maths", "ks2_l4_pct", {"key_stage": "ks2"}),
        ("Early years and Key Stage 1: good level of development", "cla_eyfs_gld_pct",
         {"key_stage": "eyfs"}),
        ("weekly cost of an agency foster placement", "cla_unit_cost_week_gbp",
         {"placement": "foster_ifa"}),
        ("Looked after children by ethnicity: Mixed", "cla_count", {"ethnicity": "mixed"}),
        ("of the total population", "pop_0_17_pct", {"age": "0-17"}),
        (
            "live in residential special schools, all of whom live out of the authority area",
            "cla_residential_school_count",
            {"placement": "residential_school"},
        ),
        ("mixed feedback from looked after children", "cla_count", {}),
        ("placed more than 20 miles from home", "cla_20_miles_pct", {"distance": "gt_20_miles"}),
    ],
)  # fmt: skip
def test_breakdown(label: str, indicator: str, expected: dict[str, str]) -> None:
    assert breakdown_of(label, indicator=indicator) == expected


def test_bare_band_of_a_table_header_is_an_age() -> None:
    assert breakdown_of("5-10", indicator="cla_count", table=True) == {"age": "5-10"}
    assert breakdown_of("5-10", indicator="cla_count") == {}


def test_sentence_gives_the_age_of_school_leavers() -> None:
    found = breakdown_of("not in education", "of 16 to 18 year olds", indicator="neet_pct")
    assert found == {"age": "16-18"}
