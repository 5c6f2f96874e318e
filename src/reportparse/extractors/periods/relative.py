"""Wording that names a period by another one: the report's own dates or the period before."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reportparse.extractors.periods.matches import count_of
from reportparse.extractors.periods.model import PeriodReference, Relation
from reportparse.extractors.periods.normalise import (
    as_inferred,
    day_period,
    last_day,
    range_period,
    shift_months,
    shifted,
    trailing_period,
    years_period,
)
from reportparse.extractors.periods.patterns import RELATIVE
from reportparse.extractors.periods.report_years import (
    end_of_quarter,
    in_the_year,
    last_year_kind,
    part_of_this_year,
    present_of,
    quarter_only,
    up_to_now,
    year_end,
    year_to_date,
)
from reportparse.records import Period, PeriodKind

Resolver = Callable[[re.Match[str], PeriodReference, Period | None], Period | None]

RELATIONS: dict[str, Relation] = {
    "same": Relation.SAME,
    "same_last_year": Relation.SAME_LAST_YEAR,
    "later": Relation.LATER,
    "before": Relation.BEFORE,
}
_POINTS = (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER)


def resolve_relative(
    rule_id: str, text: str, reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """The period that ``text``, a match of the rule, means; None where nothing tells.

    ``anchor`` is the period that stood before in the same sentence or paragraph.
    """
    match = RELATIVE[rule_id].search(text)
    if match is None:
        return None
    found = _RESOLVERS[rule_id](match, reference, anchor)
    return as_inferred(found.model_copy(update={"text": text})) if found else None


def _same(match: re.Match[str], reference: PeriodReference, anchor: Period | None) -> Period | None:
    return anchor


def _same_last_year(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    anchor = anchor or reference.covered
    if anchor is None:
        return None
    which = match.groupdict().get("which") or ""
    years = re.match(r"\d{4}", which)
    return shifted(anchor, int(years.group()) - anchor.end.year if years else -1, match.group())


def _later(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    return _moved(anchor, match["u"], count_of(match["n"]), match.group())


def _before(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    unit = match["u"] or match["u2"] or "year"
    if reference.report_year and match.group().lower().startswith("last year"):
        anchor = reference.report_year
    if anchor is None and reference.report_year and match["n"] is None:
        anchor = reference.report_year
    if anchor is None and match["n"] is None and not match["u"]:
        return None
    if anchor is None and reference.present:
        anchor = day_period(reference.present, "")
    return _moved(anchor, unit, -count_of(match["n"]), match.group())


def _moved(anchor: Period | None, unit: str, count: int, text: str) -> Period | None:
    if anchor is None:
        return None
    if unit.startswith("year") or count % 12 == 0:
        return shifted(anchor, count if unit.startswith("year") else count // 12, text)
    months = count * (3 if unit == "quarter" else 1)
    start, end = shift_months(anchor.start, months), shift_months(anchor.end, months)
    if anchor.kind is PeriodKind.DAY:
        return day_period(start, text)
    return range_period(start, last_day(end.year, end.month), text)


def _next(match: re.Match[str], reference: PeriodReference, anchor: Period | None) -> Period | None:
    if reference.present is None:
        return None
    unit = match["u"].rstrip("s")
    if unit == "month":
        start = reference.present
        return range_period(start, shift_months(start, count_of(match["n"])), match.group())
    years = count_of(match["n"]) * (10 if unit == "decade" else 1)
    return years_period(reference.present.year, reference.present.year + years, match.group())


def _each_of_last(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    if reference.present is None:
        return None
    last = reference.present.year - 1
    return years_period(last - count_of(match["n"] or match["n2"]) + 1, last, match.group())


def _trailing(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    end = anchor.end if anchor and anchor.kind in _POINTS else present_of(reference)
    return _up_to(end, match)


def _before_inspection(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """Whole months before the month of the inspection; weeks up to its first day."""
    start = reference.inspected_from
    if start is None:
        return None
    weeks = match["u"].startswith("week")
    return _up_to(start if weeks else start.replace(day=1) - timedelta(days=1), match)


def _up_to(end: date | None, match: re.Match[str]) -> Period | None:
    """The months or weeks that the match names, up to and including ``end``."""
    if end is None:
        return None
    unit, count = match["u"].rstrip("s"), count_of(match["n"])
    if unit == "week":
        return range_period(end - timedelta(weeks=count) + timedelta(days=1), end, match.group())
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * count
    return trailing_period(end, months, match.group())


def _its_first(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    if anchor is None:
        return None
    unit = match["u"].rstrip("s")
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * count_of(match["n"])
    start = anchor.start.replace(day=1)
    return range_period(start, shift_months(start, months) - timedelta(days=1), match.group())


def _so_far(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    years = {PeriodKind.SPLIT_YEAR, PeriodKind.CALENDAR_YEAR}
    if anchor and anchor.kind in years:
        return up_to_now(anchor, reference, match.group())
    return _now(match, reference, anchor)


def _since_last_inspection(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    start, end = reference.previous_inspection, reference.inspected_from
    if start is None or end is None or end < start:
        return None
    return range_period(start.replace(day=1), last_day(end.year, end.month), match.group())


def _inspection_start(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    day = reference.inspected_from
    return day_period(day, match.group()) if day else None


def _inspection(
    match: re.Match[str], reference: PeriodReference, anchor: Period | None
) -> Period | None:
    start, end = reference.inspected_from, reference.inspected_to
    if start is None or end is None:
        return None
    return day_period(start, match.group()) if start == end else range_period(start, end, "")


def since(period: Period, reference: PeriodReference) -> Period | None:
    """From the start of ``period`` to the day that the report's figures stand at."""
    end = present_of(reference)
    if end is None or end <= period.start:
        return None
    if period.kind is not PeriodKind.DAY:
        end = last_day(end.year, end.month)
    return as_inferred(range_period(period.start, end, period.text))


def _now(match: re.Match[str], reference: PeriodReference, anchor: Period | None) -> Period | None:
    if reference.data_as_at:
        return reference.data_as_at
    return day_period(reference.present, match.group()) if reference.present else None


_RESOLVERS: dict[str, Resolver] = {
    "since_last_inspection": _since_last_inspection,
    "same_last_year": _same_last_year,
    "same": _same,
    "later": _later,
    "before": _before,
    "next": _next,
    "each_of_last": _each_of_last,
    "last_year_kind": last_year_kind,
    "part_of_this_year": part_of_this_year,
    "trailing": _trailing,
    "year_end": year_end,
    "quarter_only": quarter_only,
    "end_of_quarter": end_of_quarter,
    "year_to_date": year_to_date,
    "in_the_year": in_the_year,
    "its_first": _its_first,
    "so_far": _so_far,
    "before_inspection": _before_inspection,
    "inspection_start": _inspection_start,
    "inspection": _inspection,
    "now": _now,
}
