"""Wording that names a part of the year or quarter that the report stands in."""

import re
from datetime import date

from reportparse.extractors.periods.matches import count_of, part_of
from reportparse.extractors.periods.model import PeriodReference
from reportparse.extractors.periods.normalise import (
    day_period,
    financial_quarter_period,
    last_day,
    range_period,
    shifted,
    split_year_of,
    split_year_period,
    years_period,
)
from reportparse.extractors.periods.patterns import ORDINALS
from reportparse.records import Period, PeriodKind


def present_of(reference: PeriodReference) -> date | None:
    """The day that the report's figures stand at, so far as it is known.

    A report that covers a quarter or year stands at its end, where that is over.
    """
    if reference.data_as_at:
        return reference.data_as_at.end
    covered, present = reference.covered, reference.present
    if covered is not None and (present is None or covered.end <= present):
        return covered.end
    return present


def last_year_kind(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """A year of a kind, "the last financial year": counted from the date of the report."""
    present = reference.present or present_of(reference)
    if present is None:
        return None
    academic = match["word"] in {"academic", "school"}
    start = split_year_of(present, academic=academic)
    if match["which"].split()[-1] in {"last", "previous"}:
        start -= 1
    year = split_year_period(start, match.group(), academic=academic)
    return day_period(year.end, match.group()) if match["end"] else year


def part_of_this_year(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """A part of a year told from today: "the first half of this year"."""
    year = _this_year(reference)
    if year is None:
        return None
    if match["which"] == "last":
        year = shifted(year, -1, match.group())
    months = {"half": 6, "months": 6, "quarter": 3, "quarters": 9}[match["part"].split()[-1]]
    return part_of(year, months, match["part"].split()[0], match.group())


def _this_year(reference: PeriodReference) -> Period | None:
    present = reference.present or present_of(reference)
    if present is not None:
        return split_year_period(split_year_of(present), "")
    return reference.report_year


def year_end(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """The last day of the year that the report is about: "at the year end"."""
    year = reference.report_year
    if year is None and anchor and anchor.kind is PeriodKind.SPLIT_YEAR:
        year = anchor
    return day_period(year.end, match.group()) if year else None


def quarter_only(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """A quarter of the year that the report is about: "Q3", "the third quarter"."""
    year = reference.report_year or _this_year(reference)
    if year is None:
        return None
    ordinal = match["o"]
    quarter = ORDINALS[ordinal] if ordinal else count_of(match["q"] or match["q2"])
    period = financial_quarter_period(year.start.year, quarter, match.group())
    present = reference.present
    if reference.report_year is None and present is not None and period.end > present:
        # A figure is of a quarter that is over: "Q3" in April is that of the year just ended.
        return financial_quarter_period(year.start.year - 1, quarter, match.group())
    return period


def end_of_quarter(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """The last day of the quarter named, or of the one that the report covers."""
    if match["q"] or match["o"]:
        year = reference.report_year or _this_year(reference)
        if year is None:
            return None
        quarter = ORDINALS[match["o"]] if match["o"] else count_of(match["q"])
        period = financial_quarter_period(year.start.year, quarter, "")
        present = reference.present
        if reference.report_year is None and present is not None and period.end > present:
            period = financial_quarter_period(year.start.year - 1, quarter, "")
        return day_period(period.end, match.group())
    covered = reference.covered or (
        anchor if anchor and anchor.kind is PeriodKind.QUARTER else None
    )
    return day_period(covered.end, match.group()) if covered else None


def year_to_date(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """The year up to now: "the year to date", "so far this year", "so far in 2023"."""
    if match["y"]:
        end, start = present_of(reference), date(int(match["y"]), 1, 1)
        if end is None or end.year != start.year:
            return years_period(start.year, start.year, match.group())
        return range_period(start, last_day(end.year, end.month), match.group())
    year = _this_year(reference)
    if year is None or match.group().lower() == "this year":
        return year
    return up_to_now(year, reference, match.group())


def up_to_now(year: Period, reference: PeriodReference, text: str) -> Period:
    """The part of a year up to the day that the figures of the report stand at."""
    end = present_of(reference)
    if end is None or not year.start <= end < year.end:
        return year
    return range_period(year.start, end, text)


def in_the_year(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """The year that the report covers, or the one named before: "during the year"."""
    if "quarter" in match.group():
        quarter = reference.covered
        return quarter if quarter and quarter.kind is PeriodKind.QUARTER else None
    if reference.report_year is not None:
        return reference.report_year
    years = {PeriodKind.SPLIT_YEAR, PeriodKind.CALENDAR_YEAR}
    return anchor if anchor and anchor.kind in years else None
