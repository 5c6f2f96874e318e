"""Rules skip a pattern only where it cannot match."""

import re
from pathlib import Path

import pytest

from reportparse.extractors.periods.patterns import ABSOLUTE, RELATIVE, YEARLESS
from reportparse.extractors.periods.rules import ABSOLUTE_RULES, RELATIVE_RULES, YEARLESS_RULES
from reportparse.extractors.quantities.non_figures import NON_FIGURES
from reportparse.extractors.quantities.patterns import QUANTITIES
from reportparse.extractors.quantities.rules import NON_FIGURE_RULES, QUANTITY_RULES
from reportparse.extractors.rules import Rules

ROOT = Path(__file__).resolve().parents[3]
TAG = re.compile(r"\[([^|\]]+)\|[^\]]*\]")
RULES = {
    "absolute periods": (ABSOLUTE_RULES, ABSOLUTE),
    "relative periods": (RELATIVE_RULES, RELATIVE),
    "periods without a year": (YEARLESS_RULES, YEARLESS),
    "quantities": (QUANTITY_RULES, QUANTITIES),
    "non-figures": (NON_FIGURE_RULES, NON_FIGURES),
}
PHRASES = (
    "Autumn term 2014; early 2015; mid-2016, Winter 2012",
    "Q3 2014/15, 2014-15 Q2, third quarter of 2013/14, quarter 4 of 2012",
    "the three months to 31 March 2012, the year ending March 2013, weeks ending 3 May 2014",
    "first half of 2014, End of 2013/14, end March 2012, Mar-14, MARCH 2015, 3-year 2011-13",
    "01/04/2012 to 31.03.2013, 2014-03-31, March 3, 2014, in 13/14, FY 12-13",
    "since its last inspection, in the year before the inspection, conducted for this inspection",
    "at the start of this inspection",
    "at the same point last year, this time last year, over that period, two years later",
    "a year ago, the previous quarter, last year's, over the coming year, each of the last 3 years",
    "the last academic year to date, first quarter of this year, by the year-end, year to date",
    "in its first six months, so far, to date, Currently, the latest figures, has since, today",
    "-£2.5m, 12 percentage points, 3ppts, 54 per cent, 45.2 per 10,000, one in five, two thirds",
    "3rd out of 15, ranked 4th, 2.5 million, 12 working days, none, forty-five, 1,234",
    "Grades A*-C, five GCSEs, 5 A - C, %A*-G, grade 4 to 9, 10% most deprived, bottom quartile",
    "three or more placements, 3+ moves, third or subsequent, at least one of, 20 miles, 5km",
    "every six weeks, two-weekly, twice a year, within 10 working days, for 24 hours, 2.5 years",
    "During the year 23 left. In the second quarter of 2012/13; the end of 2014 and March-14",
    "2010/11 to 2012/13, 4 to 8 May 2014, April to June 2014",
    "March 3 to March 14, 2016; from 3 March to 14 May; by March 14 we met; end of the quarter",
    "one in 140 children, three times the rate, at the close of the reporting period",
    "quarters to 5 May, by 3 June, between April and June, in early July; Q2, the third quarter",
    "per 10,000, aged 5 to 11, 0113 222 4444, www.leeds.gov.uk, a@b.uk, one another, 1:1",
)


def texts() -> list[str]:
    cases = (ROOT / "tests" / "cases" / "figures.txt").read_text(encoding="utf-8")
    return [*TAG.sub(r"\1", cases).splitlines(), *PHRASES]


@pytest.mark.parametrize("name", RULES)
def test_no_match_is_lost(name: str) -> None:
    rules, patterns = RULES[name]
    for text in texts():
        tried = {rule_id for rule_id, _ in rules.applicable(text)}
        matching = {rule_id for rule_id, pattern in patterns.items() if pattern.search(text)}
        assert matching <= tried, text


@pytest.mark.parametrize("name", RULES)
def test_every_rule_that_needs_signs_is_met_by_a_text(name: str) -> None:
    rules, patterns = RULES[name]
    needy = {rule_id for rule_id, _ in rules.applicable("")} ^ set(patterns)
    met = {rule_id for rule_id in needy if any(patterns[rule_id].search(text) for text in texts())}
    assert met == needy


def test_rules_are_tried_in_order_and_only_where_their_signs_stand() -> None:
    rules = Rules(
        {"b": re.compile("b."), "any": re.compile("."), "ab": re.compile("a.b")},
        signs={"a": ("a",), "b": ("b", "B")},
        needs={"b": "b", "ab": "a b"},
    )
    assert [rule_id for rule_id, _ in rules.applicable("xyB")] == ["b", "any"]
    assert [(rule_id, match.group()) for rule_id, match in rules.find("b1b2")] == [
        ("b", "b1"),
        ("b", "b2"),
        ("any", "b"),
        ("any", "1"),
        ("any", "b"),
        ("any", "2"),
    ]


def test_folded_signs_stand_in_either_case() -> None:
    rules = Rules(
        {"a": re.compile("a", re.IGNORECASE)}, signs={"a": ("a",)}, needs={"a": "a"}, folded=True
    )
    assert len(rules.applicable("A")) == 1
