"""The ends of a period that runs from one to another."""

import re

from reportparse.extractors.periods.normalise import (
    day_period,
    month_period,
    split_year_of,
    split_year_period,
    year_period,
)
from reportparse.records import Period, PeriodKind

# "In the last 12 months" is one period in which things were counted, not its two ends.
_WINDOW = re.compile(
    r"\b(?:last|past|previous|preceding|recent|months? (?:to|ending|ended))\b", re.IGNORECASE
)
_POINTS = {PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER}


def pair_of(period: Period) -> tuple[Period, Period] | None:
    """First and last part of a range: its months, days, financial or calendar years."""
    if period.kind is PeriodKind.QUARTER:
        return (
            month_period(period.start.year, period.start.month, period.text),
            month_period(period.end.year, period.end.month, period.text),
        )
    if period.kind is not PeriodKind.RANGE or _WINDOW.search(period.text):
        return None
    if period.key.count("-") == 0:
        return year_period(period.start.year, ""), year_period(period.end.year, "")
    if "-" not in period.text and "/" not in period.text and any(c.isalpha() for c in period.text):
        if period.key.count("-") == 4:
            return day_period(period.start, period.text), day_period(period.end, period.text)
        return (
            month_period(period.start.year, period.start.month, period.text),
            month_period(period.end.year, period.end.month, period.text),
        )
    if (period.start.month, period.end.month) == (4, 3):
        return (
            split_year_period(split_year_of(period.start), period.text),
            split_year_period(split_year_of(period.end), period.text),
        )
    return None


def is_point(period: Period) -> bool:
    """Whether the period is a day, a month or a quarter that "the last 12 months" can end at."""
    return period.kind in _POINTS
