"""Whether two period keys name the same time."""

import re
from calendar import monthrange
from datetime import date

_SPLIT_YEAR = re.compile(r"\d{4}/\d{2}")
_PART = re.compile(r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_LONGEST_MONTH = 31


def same_period(first: str | None, second: str | None) -> bool:
    """Whether two keys are equal, span the same days, or are a day and a month it stands in.

    A split year ("2010/11") equals itself alone: what it spans depends on the measure.
    """
    if (first or None) == (second or None):
        return True
    spans = [_span(key) for key in (first, second)]
    if spans[0] is None or spans[1] is None:
        return False
    short, long = sorted((spans[0], spans[1]), key=lambda span: span[1] - span[0])
    return short == long or (
        short[0] == short[1]
        and long[0] <= short[0] <= long[1]
        and (long[1] - long[0]).days <= _LONGEST_MONTH
    )


def _span(key: str | None) -> tuple[date, date] | None:
    """First and last day of a key; None where it has none of its own."""
    if not key or _SPLIT_YEAR.fullmatch(key):
        return None
    first, _, last = key.partition("/")
    start, end = _part(first), _part(last or first)
    return (start[0], end[1]) if start and end else None


def _part(key: str) -> tuple[date, date] | None:
    """First and last day of a year, quarter, month or day; None for what is none of these."""
    match = _PART.fullmatch(key)
    if match is None:
        return None
    year, quarter, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    first = month or (1 if quarter is None else 3 * quarter - 2)
    last = month or (12 if quarter is None else 3 * quarter)
    try:
        end = date(year, last, day or monthrange(year, last)[1])
        return date(year, first, day or 1), end
    except ValueError:  # the thirtieth of February, the thirteenth month
        return None
