"""Headers whose period hangs on that of the table or of its other columns."""

import re
from collections.abc import Iterable

from reportparse.extractors.periods.normalise import (
    day_period,
    last_day,
    range_period,
    shift_months,
    shifted,
    split_year_of,
    split_year_period,
)
from reportparse.records import Period, PeriodKind

_SAME_LAST_YEAR = re.compile(
    r"(?:same|this|equivalent|corresponding) (?:quarter|qtr|period|month|time|point|date),? "
    r"(?:in )?(?:the )?(?:last|previous|prior) year|(?:a|one|1) year ago|12 months ago",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"(?:last|previous|prior) year(?:'s)?", re.IGNORECASE)
_BEFORE = re.compile(r"(?:last|previous|prior) (?P<unit>quarter|qtr|month)", re.IGNORECASE)
_TO_DATE = re.compile(r"(?:ytd|year[ -]to[ -]date)\b", re.IGNORECASE)
_YEARS = frozenset({PeriodKind.SPLIT_YEAR, PeriodKind.CALENDAR_YEAR})
_UNITS = {"month": 1, "quarter": 3, "qtr": 3}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}


def relative_period(header: str, own: Period | None) -> Period | None:
    """The period of a header such as "Same quarter last year" in a table of the period ``own``."""
    if own is None:
        return None
    text = header.strip(" *()")
    if _SAME_LAST_YEAR.match(text) or (_LAST_YEAR.fullmatch(text) and own.kind in _YEARS):
        return shifted(own, -1, text)
    before = _BEFORE.match(text)
    if before is not None and own.kind is PeriodKind.DAY:
        return _day_before(own, _UNITS[before["unit"].lower()], text)
    months = _MONTHS.get(own.kind) if before else None
    if before is None or months is None or (before["unit"].lower() == "month") != (months == 1):
        return None
    end = shift_months(own.start, -1)
    start = shift_months(own.start, -months)
    return range_period(start, last_day(end.year, end.month), text)


def _day_before(day: Period, months: int, text: str) -> Period:
    """The day some months earlier; the last day of a month stays one."""
    start = shift_months(day.start, -months)
    if day.start == last_day(day.start.year, day.start.month):
        start = last_day(start.year, start.month)
    return day_period(start, text)


def year_around(period: Period | None) -> Period | None:
    """The financial year of a quarter or of the year to date, which a target beside it is for."""
    if period is None or period.kind not in {PeriodKind.QUARTER, PeriodKind.RANGE}:
        return period
    year = split_year_period(split_year_of(period.start), period.text)
    return year if period.end <= year.end else period


def is_year_to_date(header: str) -> bool:
    """Whether a header names the part of the year that has passed: "YTD", "2018/19 YTD"."""
    return bool(_TO_DATE.search(header))


def without_to_date(header: str) -> str:
    """The header with the year alone: "2018/19 YTD" is "2018/19"."""
    return _TO_DATE.sub(" ", header).strip()


def year_to_date(year: Period, parts: Iterable[Period]) -> Period | None:
    """From the start of ``year`` to the end of the latest of ``parts`` that falls in it.

    ``parts`` are the periods of the other columns: quarters or months.
    """
    ends = [
        part.end
        for part in parts
        if part.kind in _MONTHS and year.start <= part.start and part.end <= year.end
    ]
    return range_period(year.start, max(ends), "YTD") if ends else None
