"""Periods as headers write them."""

import pytest

from reportparse.extractors.periods import PeriodReference, parse_period
from reportparse.extractors.tables import header_facts, part_of_year


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2010-11", "2010/11"),
        ("31/12/2021", "2021-12-31"),
        ("2021/22 Q3", "2021-Q4"),
        ("21-22 Q3", "2021-Q4"),
        ("Q1 21/22", "2021-Q2"),
        ("Mar-21", "2021-03"),
        ("Mar 21", "2021-03"),
        ("Mar-2021", "2021-03"),
        ("Dec '21", "2021-12"),
        ("31-Mar-21", "2021-03-31"),
        ("21/22", "2021/22"),
        ("21/22 Actual", "2021/22"),
        ("Apr 21 – Mar 22", "2021-04/2022-03"),
        ("H1 2021/22", "2021-04/2021-09"),
        ("Year to Mar-21", "2020/21"),
        ("12 mths to Sep-21", "2020-10/2021-09"),
        ("YTD 2021/22", "2021/22"),
        ("2014*", "2014"),
        ("2021 (p)", "2021"),
    ],
)
def test_period_of_a_header(text: str, key: str) -> None:
    period = header_facts(text, PeriodReference()).period
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize(
    "text",
    [
        *("10-11", "Aged 16/17", "Age 10-11", "21/23", "Key Stage 1/2", "Max 21"),
        *("11/12 years old", "16-17 girls", "16/17 year-olds"),
    ],
)
def test_no_period(text: str) -> None:
    assert header_facts(text, PeriodReference()).period is None


def test_long_text_is_left_to_the_sentence_rules() -> None:
    text = "The review on Mar 21 found that most of the plans had been written in good time."
    assert header_facts(text, PeriodReference()).period is None


def test_nothing_but_the_mark_of_a_period_is_no_name() -> None:
    assert header_facts("2021 (p)", PeriodReference()).words == ""
    assert header_facts("2014*", PeriodReference()).words == ""


@pytest.mark.parametrize(
    ("text", "year", "key"),
    [
        ("Q1", "2009/10", "2009-Q2"),
        ("Qtr 4", "2009/10", "2010-Q1"),
        ("Q1 Apr–Jun", "2009/10", "2009-Q2"),
        ("Apr", "2021/22", "2021-04"),
        ("Feb", "2021/22", "2022-02"),
        ("Feb", "2021", "2021-02"),
        ("Jan - Mar", "2021/22", "2022-Q1"),
    ],
)
def test_part_of_a_year(text: str, year: str, key: str) -> None:
    part = part_of_year([text], parse_period(year))
    assert part is not None
    assert part.key == key


@pytest.mark.parametrize("text", ["Maybe", "Total", "March plan"])
def test_what_is_no_part_of_a_year(text: str) -> None:
    assert part_of_year([text], parse_period("2021/22")) is None
