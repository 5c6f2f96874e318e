"""What the parts of a matched period mean: its numbers, its days, its years."""

import re
from datetime import date, timedelta

from reportparse.extractors.periods.model import PeriodReference
from reportparse.extractors.periods.normalise import (
    full_year,
    last_day,
    range_period,
    shift_months,
    split_year_period,
    trailing_period,
    year_period,
)
from reportparse.extractors.periods.patterns import WORD_NUMBERS
from reportparse.records import Period

Match = re.Match[str]


SPLIT_YEAR = re.compile(r"(\d{4}|\d\d)\s?[-/]\s?(\d{4}|\d\d?)(?!\d)")


_FOUR_DIGITS = re.compile(r"\d{4}")


_ACADEMIC = re.compile(r"academic|school", re.IGNORECASE)


def count_of(word: str | None) -> int:
    """The number a count word or figure stands for; 1 for "a", "the" and nothing."""
    if not word or word.lower() in {"a", "the"}:
        return 1
    return int(word) if word.isdigit() else WORD_NUMBERS[word.lower()]


def year_of_wording(words: str, text: str, reference: PeriodReference) -> Period | None:
    """The calendar or split year in ``words``, such as "the financial year 2013/14".

    None where the second year of a split year does not follow the first.
    """
    split = SPLIT_YEAR.search(words)
    if not split:
        return year_period(int(_FOUR_DIGITS.findall(words)[-1]), text)
    start = full_year(split[1], near=reference.present)
    if not _follows(start, split[2]):
        return None
    return split_year_period(start, text, academic=bool(_ACADEMIC.search(words)))


def _follows(start: int, second: str) -> bool:
    """Whether "10", "0" or "2010" is the year after ``start``."""
    return str(start + 1).endswith(second)


def day_of(match: Match, prefix: str = "") -> int:
    """The number of the day that a match names."""
    digits = re.match(r"\d+", match["d" + prefix])
    assert digits is not None  # the pattern asks for a digit
    return int(digits.group())


def date_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where no calendar has it."""
    if not 1 <= month <= 12 or not 1 <= day <= last_day(year, month).day:
        return None
    return date(year, month, day)


def range_of(start: date | None, end: date | None, text: str) -> Period | None:
    """The range of two days; None where one is no day or they stand in the wrong order."""
    if start is None or end is None or end < start:
        return None
    return range_period(start, end, text)


def trailing_of(match: Match, end: date) -> Period | None:
    """The weeks, months or years that a match names, up to and including ``end``."""
    unit = match["u"].rstrip("s")
    if unit == "week":
        start = end - timedelta(weeks=count_of(match["n"])) + timedelta(days=1)
        return range_period(start, end, match.group())
    if unit == "year" and not match["n"] and (end.month, end.day) in {(3, 31), (8, 31)}:
        return split_year_period(end.year - 1, match.group(), academic=end.month == 8)
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * count_of(match["n"])
    return trailing_period(end, months, match.group())


def year_near(month: int, reference: PeriodReference) -> int | None:
    """The year of the latest such month that is not after the report; None if undated."""
    near = reference.present or (reference.data_as_at.end if reference.data_as_at else None)
    if near is None:
        return None
    return near.year if month <= near.month else near.year - 1


def part_of(year: Period, months: int, which: str, text: str) -> Period:
    """The first, second or last ``months`` of a year."""
    offset = {"first": 0, "second": months, "last": 12 - months}[which]
    start = shift_months(year.start, offset)
    return range_period(start, shift_months(start, months) - timedelta(days=1), text)


def only_listed(match: Match) -> bool:
    """Whether "and" names two periods, not a range "between" them."""
    before = match.string[: match.start()].rstrip().lower()
    return match["to"].strip() == "and" and not before.endswith(("between", "between the end of"))
