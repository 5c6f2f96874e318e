"""Indicator values laid out as series: one row per fact, in order of period."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import ge, gt, le, lt

from reportparse.comparison.inputs import each_document
from reportparse.comparison.models import Place
from reportparse.comparison.names import known_area, known_indicator
from reportparse.records import (
    Direction,
    IndicatorValue,
    ParsedDocument,
    Period,
    PeriodKind,
    Qualifier,
    Role,
)
from reportparse.records.base import Record
from reportparse.vocabulary import Measured, load_areas, normal_form

_FINANCIAL_START = 4
_LATEST = date(9999, 12, 31)
_ROLES = tuple(Role)


class SeriesKind(StrEnum):
    """What a series' periods are; different kinds never share a series."""

    SNAPSHOT = "snapshot"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    CALENDAR_YEAR = "calendar_year"
    QUARTER = "quarter"
    RANGE = "range"
    UNDATED = "undated"


_KINDS = tuple(SeriesKind)


class Status(StrEnum):
    """How a value stands to another one for the same fact and period."""

    RESTATED = "restated"
    CONTRADICTED = "contradicted"


class SeriesRow(Record):
    """One fact: a value of a measure, for an area and breakdown, in one period.

    ``indicator`` and ``breakdown`` are in their normal form (`normal_form` of the vocabulary).
    ``sources`` are the places that print the value. ``status`` is set where another value is
    printed for the same period: ``contradicted`` by the same report, ``restated`` in a later one.
    ``comparator`` is true for areas that the asked-for area is measured against.
    """

    indicator: str | None
    label: str
    breakdown: dict[str, str]
    area: str | None
    comparator: bool
    role: Role
    direction: Direction | None
    baseline: str | None
    kind: SeriesKind
    period: str | None
    start: date | None
    end: date | None
    unit: str
    value: float
    value_text: str
    qualifier: str
    status: Status | None = None
    sources: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A value in normal form, with its report."""

    record: IndicatorValue
    path: str | None
    reported: date
    organisation: str | None
    comparator: bool


def compare(
    documents: Iterable[ParsedDocument], *, indicator: str | None = None, area: str | None = None
) -> tuple[SeriesRow, ...]:
    """Values of all documents as series.

    Args:
        documents: Parsed reports of any kind and order.
        indicator: Id of the only indicator wanted; where it only narrows another one by a group,
            the rows are of that other one with the group.
        area: Name of the only authority wanted, in any variant; values of England and of
            comparator groups in that authority's own reports come with it.

    Returns:
        Rows by measure, levels before changes, kind of period, and period; an authority asked for
        has its comparators beside its own values, others come one after the other.

    Raises:
        UnknownNameError: The indicator or the area is unknown.
        TypeError: ``documents`` is one document, or holds what is none.

    Examples:
        >>> documents = reportparse.open("out").documents
        >>> rows = reportparse.compare(documents, indicator="cla_count", area="Darlington")
        >>> [(row.period, row.value) for row in rows][:2]
        [('2017-03-31', 231.0), ('2018-03-31', 249.0)]
    """
    values = list(_values(documents))
    if indicator is not None:
        named = {one.record.indicator for one in values if one.record.indicator}
        indicator = known_indicator(indicator, also=named)
    wanted = normal_form(indicator, {}) if indicator is not None else None
    if area is not None:
        area = known_area(area, also={one.record.area for one in values if one.record.area})
    facts: dict[tuple[object, ...], list[_Printed]] = defaultdict(list)
    for printed in values:
        if _measures(printed.record, wanted) and _is_of(printed, area):
            facts[_fact(printed)].append(printed)
    rows = [row for same in facts.values() for row in _rows(same)]
    return tuple(sorted(rows, key=lambda row: _order(row, together=area is not None)))


def _values(documents: Iterable[ParsedDocument]) -> Iterator[_Printed]:
    known = {one.name: one.kind for one in load_areas().areas}
    for parsed in each_document(documents):
        for report in parsed.reports:
            reported = report.dated_by or _LATEST
            for record in report.indicators:
                comparator = known.get(record.area or "") not in {"authority", None}
                measured = normal_form(record.indicator, record.breakdown)._asdict()
                yield _Printed(
                    record.model_copy(update=measured),
                    parsed.source.path,
                    reported,
                    report.organisation,
                    comparator,
                )


def _measures(record: IndicatorValue, wanted: Measured | None) -> bool:
    """Whether a record in normal form is of the measure wanted, and of its groups at least."""
    return wanted is None or (
        record.indicator == wanted.indicator
        and wanted.breakdown.items() <= record.breakdown.items()
    )


def _is_of(printed: _Printed, area: str | None) -> bool:
    own = printed.organisation if printed.comparator else printed.record.area
    return area in {None, own}


def _fact(printed: _Printed) -> tuple[object, ...]:
    """What makes two values the same fact, whatever their figures."""
    record = printed.record
    return (
        record.indicator or record.label.lower(),
        tuple(sorted(record.breakdown.items())),
        record.area,
        record.role,
        record.direction,
        record.unit,
        record.baseline.key if record.baseline else None,
        record.period.key if record.period else (printed.path, record.provenance.start_char),
    )


def _rows(same: list[_Printed]) -> Iterator[SeriesRow]:
    """One row for each value of a fact, in order of report."""
    by_value: dict[tuple[float, str], list[_Printed]] = defaultdict(list)
    for printed in sorted(same, key=lambda one: (one.reported, one.path or "")):
        by_value[printed.record.value, printed.record.qualifier].append(printed)
    groups = list(by_value.values())
    for index, values in enumerate(groups):
        yield _row(values, _status(values, groups[:index], groups[index + 1 :]))


def _status(
    values: list[_Printed], before: list[list[_Printed]], after: list[list[_Printed]]
) -> Status | None:
    """How a value stands to the others of its fact; a rounding of another one agrees with it."""
    own = {one.path for one in values}
    earlier = [group for group in before if not agree(group[0].record, values[0].record)]
    later = [group for group in after if not agree(group[0].record, values[0].record)]
    if any(one.path in own for group in (*earlier, *later) for one in group):
        return Status.CONTRADICTED
    return Status.RESTATED if earlier else None


def agree(first: IndicatorValue, second: IndicatorValue) -> bool:
    """Whether two printed values can be one figure: "about 1,400" and 1,407, 65% and 65.1%."""
    for one, other in ((first, second), (second, first)):
        test = _BOUNDS.get(one.qualifier)
        if test is not None and test(other.value, one.value):
            return True
        places = _decimals(one)
        if places < _decimals(other) and round(other.value, places) == one.value:
            return True
    return first.value == second.value


_BOUNDS: dict[Qualifier, Callable[[float, float], bool]] = {
    Qualifier.OVER: gt,
    Qualifier.UNDER: lt,
    Qualifier.AT_LEAST: ge,
    Qualifier.AT_MOST: le,
}


def _decimals(record: IndicatorValue) -> int:
    """Decimal places printed; below zero for "about 1,400", whose last figures are not meant."""
    text = f"{record.value:.10f}".rstrip("0")
    places = len(text.partition(".")[2])
    if places or record.qualifier is not Qualifier.ABOUT or record.value == 0:
        return places
    whole = str(int(record.value))
    return len(whole.rstrip("0")) - len(whole)


def _row(values: list[_Printed], status: Status | None) -> SeriesRow:
    record = values[0].record
    period = record.period
    return SeriesRow(
        indicator=record.indicator,
        label=record.label,
        breakdown=record.breakdown,
        area=record.area,
        comparator=values[0].comparator,
        role=record.role,
        direction=record.direction,
        baseline=record.baseline.key if record.baseline else None,
        kind=_kind(period),
        period=period.key if period else None,
        start=period.start if period else None,
        end=period.end if period else None,
        unit=record.unit.value,
        value=record.value,
        value_text=record.value_text,
        qualifier=record.qualifier.value,
        status=status,
        sources=tuple(
            Place(
                path=one.path,
                page=one.record.provenance.page,
                quote=" ".join(one.record.provenance.quote.split()),
            )
            for one in values
        ),
    )


def _kind(period: Period | None) -> SeriesKind:
    if period is None:
        return SeriesKind.UNDATED
    if period.kind in {PeriodKind.DAY, PeriodKind.MONTH}:
        return SeriesKind.SNAPSHOT
    if period.kind is PeriodKind.SPLIT_YEAR:
        financial = period.start.month == _FINANCIAL_START
        return SeriesKind.FINANCIAL_YEAR if financial else SeriesKind.ACADEMIC_YEAR
    return SeriesKind(period.kind.value)


def _order(row: SeriesRow, *, together: bool) -> tuple[object, ...]:
    area = (row.comparator, row.area or "")
    return (
        row.indicator or f"~{row.label.lower()}",
        [(name, _natural(value)) for name, value in sorted(row.breakdown.items())],
        _ROLES.index(row.role),
        row.unit,
        (row.direction or "", row.baseline or ""),
        () if together else area,
        _KINDS.index(row.kind),
        row.end or _LATEST,
        area,
        row.value,
    )


def _natural(text: str) -> str:
    """``text`` so that "5-10" stands before "11-15" in the order of strings."""
    return re.sub(r"\d+", lambda match: match.group().zfill(8), text)
