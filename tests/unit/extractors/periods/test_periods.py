"""Periods in running text."""

from datetime import date

import pytest

from reportparse.errors import PeriodError
from reportparse.extractors.periods import (
    PeriodReference,
    find_periods,
    parse_period,
    resolve_mention,
)
from reportparse.extractors.periods.normalise import (
    as_academic,
    full_year,
    shifted,
    split_year_period,
    trailing_period,
)
from reportparse.records import PeriodKind

REFERENCE = PeriodReference(
    report_date=date(2014, 11, 20),
    inspected_from=date(2014, 10, 6),
    inspected_to=date(2014, 10, 24),
    previous_inspection=date(2011, 5, 20),
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("at 31 March 2014", "2014-03-31"),
        ("on 20th January 2015, 99 children", "2015-01-20"),
        ("at 18/12/11", "2011-12-18"),
        ("31.03.2021", "2021-03-31"),
        ("2019-05-04", "2019-05-04"),
        ("March 5, 2016", "2016-03-05"),
        ("in Sept 2013", "2013-09"),
        ("Jan-11", "2011-01"),
        ("Q4 2013/14", "2014-Q1"),
        ("Q2 13/14", "2013-Q3"),
        ("the third quarter of 2014-15", "2014-Q4"),
        ("2016/17 Q1", "2016-Q2"),
        ("Q3 2015", "2015-Q3"),
        ("in 2013", "2013"),
        ("2010-11", "2010/11"),
        ("2010/2011", "2010/11"),
        ("2006/7", "2006/07"),
        ("in 09/10", "2009/10"),
        ("09/10 saw 54 adoptions", "2009/10"),
        ("the 2013-14 academic year", "2013/14"),
        ("1999/00", "1999/00"),
        ("between April and September 2014", "2014-04/2014-09"),
        ("July to September 2014", "2014-Q3"),
        ("Nov 2010 to Nov 2011", "2010-11/2011-11"),
        ("29 April to 21 May 2014", "2014-04-29/2014-05-21"),
        ("23rd November - 4th December 2009", "2009-11-23/2009-12-04"),
        ("1 to 24 March 2014", "2014-03-01/2014-03-24"),
        ("between 1 April 2011 and 30 November 2011", "2011-04/2011-11"),
        ("the 12 months to December 2014", "2014-01/2014-12"),
        ("the year ending 31 March 2016", "2015/16"),
        ("the first six months of 2014-15", "2014-04/2014-09"),
        ("the second half of 2013", "2013-07/2013-12"),
        ("at the end of December 2014", "2014-12-31"),
        ("by the end of 2014", "2014-12-31"),
        ("at the end of 2012/13", "2013-03-31"),
        ("over the three years 2011-14", "2011-04/2014-03"),
        ("in 2010-12", "2010/2012"),
        ("for the 3 years 2013-14 to 2015-16", "2013-04/2016-03"),
        ("from 2009 to 2014", "2009/2014"),
    ],
)
def test_absolute_period(text: str, key: str) -> None:
    assert parse_period(text, reference=REFERENCE).key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("currently", "2014-11-20"),
        ("at the time of the inspection", "2014-10-06/2014-10-24"),
        ("at the time this inspection started", "2014-10-06"),
        ("since the last inspection", "2011-05/2014-10"),
        ("in the last 12 months", "2013-11-21/2014-11-20"),
        ("at the end of the last academic year", "2014-08-31"),
        ("in the last financial year", "2013/14"),
        ("the first half of this year", "2014-04/2014-09"),
        ("year to date", "2014-04-01/2014-11-20"),
        ("the six months to September", "2014-04/2014-09"),
        ("at 30 September", "2014-09-30"),
        ("by December", "2013-12"),
        ("over the next decade", "2014/2024"),
        ("in each of the last three years", "2011/2013"),
        ("since 1 April", "2014-04-01"),
    ],
)
def test_wording_resolved_by_the_report_is_inferred(text: str, key: str) -> None:
    period = parse_period(text, reference=REFERENCE)
    assert (period.key, period.inferred) == (key, True)


@pytest.mark.parametrize(
    ("text", "anchor", "key"),
    [
        ("over the same period", "2013/14", "2013/14"),
        ("in the same year", "2010/11", "2010/11"),
        ("a year later", "December 2013", "2014-12"),
        ("a year before", "30 September 2014", "2013-09-30"),
        ("the previous year", "2009", "2008"),
        ("two years earlier", "2012-13", "2010/11"),
        ("the same months of 2013", "April to September 2014", "2013-04/2013-09"),
        ("the same period last year", "April to September 2014", "2013-04/2013-09"),
        ("six months later", "March 2014", "2014-09"),
        ("in the last 12 months", "30 November 2015", "2014-12/2015-11"),
        ("in the last 12 months", "20 January 2015", "2014-01-21/2015-01-20"),
        ("by September", "March 2014", "2014-09"),
        ("by January", "October 2013", "2014-01"),
    ],
)
def test_wording_resolved_by_the_period_before(text: str, anchor: str, key: str) -> None:
    (mention,) = find_periods(text, REFERENCE)
    period = resolve_mention(mention, REFERENCE, parse_period(anchor))
    assert period is not None
    assert (period.key, period.inferred) == (key, True)


@pytest.mark.parametrize(
    "text",
    [
        "over 2000 users",
        "a total of 2015 children",
        "children aged 10-17",
        "it may be that",
        "open 24/7",
        "31/13/2014",
        "January and February",
        "1,290 children",
        "a 19-25 service",
    ],
)
def test_no_period(text: str) -> None:
    assert find_periods(text) == []


def test_two_periods_listed_are_no_range() -> None:
    found = find_periods("in January 2012 and March 2014")
    assert [mention.period and mention.period.key for mention in found] == ["2012-01", "2014-03"]


def test_mentions_keep_exact_places() -> None:
    text = "rose from 64% in 2008 to 84% in 2011"
    for mention in find_periods(text):
        assert text[mention.start_char : mention.end_char] == mention.text


def test_parse_period_refuses_two_periods() -> None:
    with pytest.raises(PeriodError, match="exactly one"):
        parse_period("2009 and 2011/12")


@pytest.mark.parametrize(
    ("digits", "near", "year"),
    [
        ("99", 2012, 1999),
        ("12", 2012, 2012),
        ("25", 2012, 1925),
        ("22", 2012, 2022),
        ("25", 2016, 2025),
    ],
)
def test_century_follows_the_report(digits: str, near: int, year: int) -> None:
    assert full_year(digits, near=date(near, 6, 1)) == year


def test_split_year_runs_from_april_or_september() -> None:
    financial = split_year_period(2010, "2010/11")
    academic = as_academic(financial)
    assert (financial.start, financial.end) == (date(2010, 4, 1), date(2011, 3, 31))
    assert (academic.start, academic.end) == (date(2010, 9, 1), date(2011, 8, 31))


def test_shifting_keeps_the_last_day_of_a_month() -> None:
    assert trailing_period(date(2016, 2, 29), 12, "").key == "2015-03/2016-02"
    leap = parse_period("29 February 2016")
    assert shifted(leap, -1, "").start == date(2015, 2, 28)
    assert shifted(leap, -1, "").kind is PeriodKind.DAY


@pytest.mark.parametrize(
    ("present", "key"),
    [
        (date(2016, 4, 28), "2016-Q1"),
        (date(2016, 2, 10), "2015-Q1"),
        (date(2016, 12, 1), "2016-Q1"),
    ],
)
def test_a_quarter_without_a_year_is_one_that_is_over(present: date, key: str) -> None:
    (mention,) = find_periods("in the fourth quarter", PeriodReference(report_date=present))
    assert mention.period is not None
    assert mention.period.key == key


def test_a_month_without_a_year_never_lies_after_the_report() -> None:
    reference = PeriodReference(report_date=date(2016, 4, 28))
    text = "Decisions in one day dipped to 86% in March from 93% in February."
    march, february = find_periods(text, reference)
    assert march.period is not None
    found = resolve_mention(february, reference, march.period)
    assert found is not None
    assert found.key == "2016-02"
