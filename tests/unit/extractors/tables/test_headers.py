"""What headers and stubs say."""

import pytest

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.tables import header_facts
from reportparse.records import Role, Unit

NOTHING_KNOWN = PeriodReference()


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Core assessments within 35 working days (%)", Unit.PERCENT, 1),
        ("Rate of CLA (per 10,000 aged 0-17)", Unit.PER_10000, 1),
        ("Budget £m", Unit.GBP, 1e6),
        ("Budget (£'000)", Unit.GBP, 1e3),
        ("Average time to match (days)", Unit.DAYS, 1),
        ("A1 Days from entering care to moving in", Unit.DAYS, 1),
        ("Average weeks to complete proceedings", Unit.WEEKS, 1),
        ("Percentage point change", Unit.PERCENTAGE_POINTS, 1),
        ("National rank", Unit.RANK, 1),
        ("Number of referrals", Unit.COUNT, 1),
        ("0-17 population (000s)", Unit.COUNT, 1e3),
        ("Referrals", None, 1),
    ],
)
def test_unit(text: str, unit: Unit | None, scale: float) -> None:
    facts = header_facts(text, NOTHING_KNOWN)
    assert (facts.unit, facts.scale) == (unit, scale)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("England", "England"),
        ("England 2008/09", "England"),
        ("Stat Neighbou r", "statistical_neighbours"),
        ("SN", "statistical_neighbours"),
        ("Eng.", "England"),
        ("Nat. avg", "England"),
        ("South East", "region"),
        ("Core City", "core_cities"),
        ("Stockton-on-Tees", "Stockton-on-Tees"),
        ("Placed outside Kirklees", None),
    ],
)
def test_area(text: str, area: str | None) -> None:
    assert header_facts(text, NOTHING_KNOWN).area == area


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Target 2010/11", Role.TARGET),
        ("Forecast outturn", Role.FORECAST),
        ("+/-", Role.CHANGE),
        ("Change since March 2011", Role.CHANGE),
        ("2010/11", None),
    ],
)
def test_role(text: str, role: Role | None) -> None:
    assert header_facts(text, NOTHING_KNOWN).role is role


def test_change_is_measured_from_a_baseline() -> None:
    facts = header_facts("Change since March 2011", NOTHING_KNOWN)
    assert facts.period is None
    assert facts.baseline is not None
    assert facts.baseline.key == "2011-03"


@pytest.mark.parametrize("text", ["RAG", "DoT", "Direction of travel", "No.", "Ref", "Owner"])
def test_columns_that_measure_nothing(text: str) -> None:
    assert not header_facts(text, NOTHING_KNOWN).is_figure


def test_the_year_of_a_law_is_no_period() -> None:
    assert header_facts("Section 20 Children Act 1989", NOTHING_KNOWN).period is None
