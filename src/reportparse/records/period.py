"""Reporting periods."""

from datetime import date
from enum import StrEnum

from reportparse.records.base import Record


class PeriodKind(StrEnum):
    """How a period is written, and so what its key looks like."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    CALENDAR_YEAR = "calendar_year"
    SPLIT_YEAR = "split_year"
    RANGE = "range"


class Period(Record):
    """A day, month, quarter, year or range; ``start`` and ``end`` are both inclusive.

    ``text`` is the printed wording. ``inferred`` is true when the words stand elsewhere than at
    the figure: a column header, the sentence before, the report's own date.
    """

    key: str
    kind: PeriodKind
    start: date
    end: date
    text: str
    inferred: bool = False
