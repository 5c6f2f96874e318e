"""Indicator values laid out as series: one row per fact, in order of period."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportparse.comparison.models import Place
from reportparse.records import IndicatorValue, ParsedDocument, Period, PeriodKind, Role
from reportparse.records.base import Record
from reportparse.vocabulary import load_areas

_FINANCIAL_START = 4
_LATEST = date(9999, 12, 31)


class SeriesKind(StrEnum):
    """What a series' periods are; different kinds never share a series."""

    SNAPSHOT = "snapshot"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    CALENDAR_YEAR = "calendar_year"
    QUARTER = "quarter"
    RANGE = "range"
    UNDATED = "undated"


class Status(StrEnum):
    """How a value stands to another one for the same fact and period."""

    RESTATED = "restated"
    CONTRADICTED = "contradicted"


class SeriesRow(Record):
    """One fact: a value of a measure, for an area and breakdown, in one period.

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
    """A value with its report."""

    record: IndicatorValue
    path: str | None
    reported: date
    comparator: bool


def compare(
    documents: Iterable[ParsedDocument], *, indicator: str | None = None, area: str | None = None
) -> tuple[SeriesRow, ...]:
    """Values of all documents as series.

    Args:
        documents: Parsed reports of any kind and order.
        indicator: Id of the only indicator wanted.
        area: Name of the only authority wanted, in any variant; values of England and of
            comparator groups in that authority's own reports come with it.

    Returns:
        Rows by measure, own area before comparators, kind of period, and period.
    """
    wanted = _canonical(area) if area else None
    facts: dict[tuple[object, ...], list[_Printed]] = defaultdict(list)
    for printed in _values(documents, indicator, wanted):
        facts[_fact(printed)].append(printed)
    rows = [row for same in facts.values() for row in _rows(same)]
    return tuple(sorted(rows, key=_order))


def _values(
    documents: Iterable[ParsedDocument], indicator: str | None, area: str | None
) -> Iterator[_Printed]:
    known = {one.name: one.kind for one in load_areas().areas}
    for parsed in documents:
        for report in parsed.reports:
            reported = report.report_date or _LATEST
            for record in report.indicators:
                comparator = known.get(record.area or "") not in {"authority", None}
                own = report.organisation == area if comparator else record.area == area
                if (indicator in {None, record.indicator}) and (area is None or own):
                    yield _Printed(record, parsed.source.path, reported, comparator)


def _canonical(name: str) -> str:
    found = load_areas().find(name)
    return found.name if found else name


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
    by_value: dict[float, list[_Printed]] = defaultdict(list)
    for printed in sorted(same, key=lambda one: (one.reported, one.path or "")):
        by_value[printed.record.value].append(printed)
    before: set[str | None] = set()
    several = len(by_value) > 1
    paths = [path for values in by_value.values() for path in {one.path for one in values}]
    for values in by_value.values():
        own = {one.path for one in values}
        status = None
        if several and any(paths.count(path) > 1 for path in own):
            status = Status.CONTRADICTED
        elif several and before:
            status = Status.RESTATED
        yield _row(values, status)
        before |= own


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


def _order(row: SeriesRow) -> tuple[object, ...]:
    return (
        row.indicator or f"~{row.label.lower()}",
        row.role,
        row.unit,
        row.comparator,
        row.area or "",
        sorted(row.breakdown.items()),
        row.kind,
        row.end or _LATEST,
        row.value,
    )
