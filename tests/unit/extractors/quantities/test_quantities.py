"""Quantities in running text and table cells."""

import pytest

from reportparse.extractors.quantities import find_quantities
from reportparse.records import Qualifier, Unit


@pytest.mark.parametrize(
    ("text", "value_text", "value", "unit"),
    [
        ("11,900 referrals", "11,900", 11900, Unit.COUNT),
        ("68.6", "68.6", 68.6, Unit.COUNT),
        ("Fifty-six posts", "Fifty-six", 56, Unit.COUNT),
        ("one hundred and twenty homes", "one hundred and twenty", 120, Unit.COUNT),
        ("none live with parents", "none", 0, Unit.COUNT),
        ("1.2 million visits", "1.2 million", 1_200_000, Unit.COUNT),
        ("54.4 % of reviews", "54.4 %", 54.4, Unit.PERCENT),
        ("31 per cent", "31 per cent", 31, Unit.PERCENT),
        ("Seventy-four per cent of", "Seventy-four per cent", 74, Unit.PERCENT),
        ("19% points", "19% points", 19, Unit.PERCENTAGE_POINTS),
        ("by 2.5 percentage points", "2.5 percentage points", 2.5, Unit.PERCENTAGE_POINTS),
        ("-3.2pp", "-3.2pp", -3.2, Unit.PERCENTAGE_POINTS),
        ("£4.85m", "£4.85m", 4_850_000, Unit.GBP),
        ("£600k", "£600k", 600_000, Unit.GBP),
        ("an overspend of £412.000 is", "£412.000", 412_000, Unit.GBP),
        ("£1.250 million", "£1.250 million", 1_250_000, Unit.GBP),
        ("contacts grew to 8 315 in all", "8 315", 8_315, Unit.COUNT),
        ("£1.7 million", "£1.7 million", 1_700_000, Unit.GBP),
        ("£2bn", "£2bn", 2_000_000_000, Unit.GBP),
        ("78.9 per 10,000 children", "78.9", 78.9, Unit.PER_10000),
        ("57.1 child protection plans per 10,000 children", "57.1", 57.1, Unit.PER_10000),
        ("431 children which is a rate per 10,000", "431", 431, Unit.COUNT),
        ("76 per ten thousand", "76", 76, Unit.PER_10000),
        ("3.4 per 1,000 births", "3.4", 3.4, Unit.PER_1000),
        ("438 per 100,000 aged 10 to 17", "438", 438, Unit.PER_100000),
        ("one in five", "one in five", 20, Unit.PERCENT),
        ("nine out of ten children", "nine out of ten", 90, Unit.PERCENT),
        ("Half of all pupils", "Half", 50, Unit.PERCENT),
        ("two thirds of", "two thirds", 66.7, Unit.PERCENT),
        ("47th most deprived", "47th", 47, Unit.RANK),
        ("took 27 weeks on average", "27 weeks", 27, Unit.WEEKS),
        ("(-1.4)", "-1.4", -1.4, Unit.COUNT),
    ],
)
def test_value_and_unit(text: str, value_text: str, value: float, unit: Unit) -> None:
    (found,) = find_quantities(text)
    assert (found.text, found.value, found.unit) == (value_text, value, unit)
    assert text[found.start_char : found.end_char] == value_text


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("over 94%", Qualifier.OVER),
        ("more than 550", Qualifier.OVER),
        ("around 400,000", Qualifier.ABOUT),
        ("based around 25 clusters", Qualifier.EXACT),
        ("approximately 855", Qualifier.ABOUT),
        ("520 or so", Qualifier.ABOUT),
        ("nearly 10,000", Qualifier.UNDER),
        ("fewer than 30", Qualifier.UNDER),
        ("at least 30", Qualifier.AT_LEAST),
        ("10,000 or more", Qualifier.AT_LEAST),
        ("up to 60", Qualifier.AT_MOST),
        ("560 or fewer", Qualifier.AT_MOST),
        ("12 homes", Qualifier.EXACT),
    ],
)
def test_qualifier(text: str, qualifier: Qualifier) -> None:
    (found,) = find_quantities(text)
    assert found.qualifier is qualifier


def test_a_cell_with_a_share_holds_two_quantities() -> None:
    found = find_quantities("344 (24%)")
    assert [(q.text, q.unit) for q in found] == [("344", Unit.COUNT), ("24%", Unit.PERCENT)]


@pytest.mark.parametrize(
    "text",
    [
        "under section 20 of the Children Act",
        "sections 17 and 47",
        "Key Stages 1 and 2",
        "in Year 11",
        "aged 11 to 15",
        "girls who are 11-to-15-year-olds",
        "young women under 21 and their babies",
        "a national study (3) describes",
        "Accessed on 12 04, 2022",
        "Groups are coded: 210 - Refugee 220 - Young parent",
        "MAIN POINTS 4.",
        "children under 18 leaving care",
        "a 16 year old",
        "16 and 17 year olds",
        "3 or more placements",
        "placed over 20 miles away",
        "within 45 working days",
        "for more than 12 months",
        "every six weeks",
        "the 10% most deprived areas",
        "at the 20% threshold",
        "5+ A*-C grades",
        "Tel: 0113 496 0000",
        "COVID-19",
        "residential special schools3",
        "see table 4 and figure 12",
        "at 10.30am",
        "www.example.gov.uk/page12",
        "(rate per 10,000)",
        "one of the homes",
        "no one",
    ],
)
def test_no_figure(text: str) -> None:
    counted = [found.text for found in find_quantities(text) if found.text != "no"]
    assert counted == []


def test_a_range_of_shares_holds_two_quantities() -> None:
    found = find_quantities("between a tenth and 12-15% of carers")
    assert [(each.text, each.value) for each in found][-2:] == [("12", 12), ("15%", 15)]


def test_years_joined_by_a_hyphen_are_no_range_of_shares() -> None:
    assert [each.text for each in find_quantities("in 2017-18% signs were left out")] == ["2017"]
