"""Periods from their parts: keys, first and last days, and arithmetic on both."""

import calendar
from datetime import date, timedelta

from reportparse.records import Period, PeriodKind

FINANCIAL_START = 4
ACADEMIC_START = 9


def day_period(day: date, text: str) -> Period:
    """The period of one day."""
    return Period(key=day.isoformat(), kind=PeriodKind.DAY, start=day, end=day, text=text)


def month_period(year: int, month: int, text: str) -> Period:
    """The period of one calendar month."""
    start = date(year, month, 1)
    return Period(
        key=f"{year:04d}-{month:02d}",
        kind=PeriodKind.MONTH,
        start=start,
        end=last_day(year, month),
        text=text,
    )


def quarter_period(year: int, quarter: int, text: str) -> Period:
    """The period of a calendar quarter, 1 to 4."""
    return Period(
        key=f"{year:04d}-Q{quarter}",
        kind=PeriodKind.QUARTER,
        start=date(year, 3 * quarter - 2, 1),
        end=last_day(year, 3 * quarter),
        text=text,
    )


def financial_quarter_period(start_year: int, quarter: int, text: str) -> Period:
    """The calendar quarter that is ``quarter`` of the financial year from April ``start_year``."""
    if quarter == 4:
        return quarter_period(start_year + 1, 1, text)
    return quarter_period(start_year, quarter + 1, text)


def year_period(year: int, text: str) -> Period:
    """The period of a calendar year."""
    return Period(
        key=f"{year:04d}",
        kind=PeriodKind.CALENDAR_YEAR,
        start=date(year, 1, 1),
        end=date(year, 12, 31),
        text=text,
    )


def split_year_period(start_year: int, text: str, *, academic: bool = False) -> Period:
    """The financial year from 1 April, or the academic year from 1 September, of ``start_year``."""
    month = ACADEMIC_START if academic else FINANCIAL_START
    return Period(
        key=f"{start_year:04d}/{(start_year + 1) % 100:02d}",
        kind=PeriodKind.SPLIT_YEAR,
        start=date(start_year, month, 1),
        end=date(start_year + 1, month, 1) - timedelta(days=1),
        text=text,
    )


def range_period(start: date, end: date, text: str) -> Period:
    """The period from ``start`` to ``end``, both inclusive.

    The key is in months where the range starts on a first and ends on a last day of a month; a
    single month or a calendar quarter is given its own kind.
    """
    whole_months = start.day == 1 and end == last_day(end.year, end.month)
    if not whole_months:
        key = f"{start.isoformat()}/{end.isoformat()}"
        return Period(key=key, kind=PeriodKind.RANGE, start=start, end=end, text=text)
    if (start.year, start.month) == (end.year, end.month):
        return month_period(start.year, start.month, text)
    if start.year == end.year and start.month % 3 == 1 and end.month == start.month + 2:
        return quarter_period(start.year, (start.month + 2) // 3, text)
    key = f"{start:%Y-%m}/{end:%Y-%m}"
    return Period(key=key, kind=PeriodKind.RANGE, start=start, end=end, text=text)


def years_period(first: int, last: int, text: str) -> Period:
    """The period of the calendar years ``first`` to ``last``."""
    if first == last:
        return year_period(first, text)
    return Period(
        key=f"{first:04d}/{last:04d}",
        kind=PeriodKind.RANGE,
        start=date(first, 1, 1),
        end=date(last, 12, 31),
        text=text,
    )


def trailing_period(end: date, months: int, text: str) -> Period:
    """The ``months`` up to and including ``end``: whole months where ``end`` closes one."""
    if end == last_day(end.year, end.month):
        first = shift_months(date(end.year, end.month, 1), 1 - months)
        return range_period(first, end, text)
    return range_period(shift_months(end, -months) + timedelta(days=1), end, text)


def shifted(period: Period, years: int, text: str) -> Period:
    """The same kind of period ``years`` later, earlier where negative."""
    match period.kind:
        case PeriodKind.DAY:
            return day_period(shift_months(period.start, 12 * years), text)
        case PeriodKind.MONTH:
            return month_period(period.start.year + years, period.start.month, text)
        case PeriodKind.QUARTER:
            quarter = (period.start.month + 2) // 3
            return quarter_period(period.start.year + years, quarter, text)
        case PeriodKind.CALENDAR_YEAR:
            return year_period(period.start.year + years, text)
        case PeriodKind.SPLIT_YEAR:
            academic = period.start.month == ACADEMIC_START
            return split_year_period(period.start.year + years, text, academic=academic)
        case PeriodKind.RANGE:
            start = shift_months(period.start, 12 * years)
            end = shift_months(period.end, 12 * years)
            if period.end == last_day(period.end.year, period.end.month):
                end = last_day(end.year, end.month)
            return range_period(start, end, text)


def as_academic(period: Period) -> Period:
    """``period`` with a split year read as an academic year; other kinds are left alone."""
    if period.kind is not PeriodKind.SPLIT_YEAR:
        return period
    academic = split_year_period(period.start.year, period.text, academic=True)
    return academic.model_copy(update={"inferred": period.inferred})


def as_split_year(period: Period) -> Period | None:
    """The split year that a range covers in full: "April 2013 to March 2014"; None for others."""
    start = period.start
    if period.kind is not PeriodKind.RANGE or start.month not in (FINANCIAL_START, ACADEMIC_START):
        return None
    year = split_year_period(start.year, period.text, academic=start.month == ACADEMIC_START)
    return year if (year.start, year.end) == (start, period.end) else None


def as_quarter(period: Period) -> Period | None:
    """A range of days that is a whole calendar quarter as that quarter."""
    if period.kind is not PeriodKind.RANGE:
        return None
    quarter = quarter_period(period.end.year, (period.end.month + 2) // 3, period.text)
    return quarter if (quarter.start, quarter.end) == (period.start, period.end) else None


def as_inferred(period: Period) -> Period:
    """``period`` marked as read elsewhere than at the figure."""
    return period if period.inferred else period.model_copy(update={"inferred": True})


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shift_months(day: date, months: int) -> date:
    """``day`` moved by whole months; the 31st becomes the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def split_year_of(day: date, *, academic: bool = False) -> int:
    """First calendar year of the financial or academic year that ``day`` falls in."""
    month = ACADEMIC_START if academic else FINANCIAL_START
    return day.year if day.month >= month else day.year - 1


def full_year(digits: str, *, near: date | None) -> int:
    """The year written with two digits that lies nearest before ``near`` plus ten years.

    "99" and "12" in a report of 2012 are 1999 and 2012. Without a date the century is this one
    up to 50 and the last one after it.
    """
    if len(digits) == 4:
        return int(digits)
    value = int(digits)
    if near is None:
        return 2000 + value if value <= 50 else 1900 + value
    limit = near.year + 10
    return limit - (limit - value) % 100
