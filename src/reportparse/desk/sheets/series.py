"""The sheet of series: values of many reports, one row per fact in order of period."""

from collections.abc import Iterable, Iterator

from reportparse.comparison import SeriesKind, SeriesRow, compare
from reportparse.desk.columns import Column, Sheet
from reportparse.desk.sheets.places import link_to, one_line
from reportparse.desk.words import (
    area_words,
    group_words,
    measure_words,
    period_words,
    plain,
    unit_words,
)
from reportparse.records import ParsedDocument, Period, PeriodKind
from reportparse.records.frames import Kind

_KINDS = {
    SeriesKind.FINANCIAL_YEAR: PeriodKind.SPLIT_YEAR,
    SeriesKind.ACADEMIC_YEAR: PeriodKind.SPLIT_YEAR,
    SeriesKind.CALENDAR_YEAR: PeriodKind.CALENDAR_YEAR,
    SeriesKind.QUARTER: PeriodKind.QUARTER,
    SeriesKind.RANGE: PeriodKind.RANGE,
}


class LocatedRow(SeriesRow):
    """A row of series with the address of the first file that prints it."""

    location: str | None = None


def located_series(
    documents: Iterable[ParsedDocument], *, indicator: str | None = None, area: str | None = None
) -> tuple[LocatedRow, ...]:
    """What `compare` makes of documents, each row with the address of its first file."""
    addresses: dict[str | None, str | None] = {}

    def noted() -> Iterator[ParsedDocument]:
        for parsed in documents:
            addresses[parsed.source.path] = parsed.location
            yield parsed

    rows = compare(noted(), indicator=indicator, area=area)
    return tuple(
        LocatedRow.model_construct(**dict(row), location=addresses.get(row.sources[0].path))
        for row in rows
    )


def _in_order_of_name(documents: Iterable[ParsedDocument]) -> list[LocatedRow]:
    """All rows: known measures in the order of their names, then those known by print alone."""
    rows = located_series(documents)
    return sorted(
        rows,
        key=lambda row: (
            row.indicator is None,
            measure_words(row.indicator, row.label).casefold(),
        ),
    )


def _period(row: SeriesRow) -> str | None:
    if row.start is None or row.end is None or row.period is None:
        return row.period
    snapshot = PeriodKind.DAY if row.start == row.end else PeriodKind.MONTH
    kind = _KINDS.get(row.kind, snapshot)
    return period_words(
        Period(key=row.period, kind=kind, start=row.start, end=row.end, text=row.period)
    )


Fact = Column[LocatedRow]
SERIES: Sheet[LocatedRow] = Sheet(
    "series",
    "Figures of all reports laid out as series: one row per fact, in order of period.",
    (
        Fact("area", "Area or group of areas.", lambda row: area_words(row.area), width=24),
        Fact(
            "measure",
            "Name of the measure; the printed words, in italics in a workbook, where the figure is"
            " linked to no measure.",
            lambda row: measure_words(row.indicator, row.label),
            width=44,
        ),
        Fact(
            "group",
            "The part of the measure's group; empty for the whole.",
            lambda row: group_words(row.breakdown),
            width=24,
        ),
        Fact(
            "role",
            "level (a measured value), change, target or forecast.",
            lambda row: row.role.value,
            width=10,
        ),
        Fact("period", "When the value holds, in words.", _period, width=24),
        Fact(
            "value",
            "The value as a number in its base unit.",
            lambda row: row.value,
            Kind.NUMBER,
            width=16,
            is_figure=True,
        ),
        Fact("unit", "Unit in words.", lambda row: unit_words(row.unit)),
        Fact(
            "status",
            "restated or contradicted, where another value is printed for the same period.",
            lambda row: plain(row.status),
            width=13,
        ),
        Fact(
            "page",
            "Page of the first report that prints it.",
            lambda row: row.sources[0].page,
            Kind.WHOLE,
            width=7,
        ),
        Fact(
            "quote",
            "Words of the first report that prints it.",
            lambda row: one_line(row.sources[0].quote),
            width=60,
        ),
        Fact("file", "The first report that prints it.", lambda row: row.sources[0].path, width=44),
        Fact(
            "link",
            "Address of that file, at the page.",
            lambda row: link_to(row.location, row.sources[0].page),
            width=10,
        ),
        Fact(
            "also_in",
            "Other reports that print it.",
            lambda row: "; ".join(dict.fromkeys(str(one.path) for one in row.sources[1:])) or None,
            width=30,
        ),
        Fact("printed", "The value as printed.", lambda row: row.value_text, width=12),
        Fact("qualifier", "How exact it claims to be.", lambda row: row.qualifier),
        Fact(
            "direction",
            "Which way a change went.",
            lambda row: row.direction.value if row.direction else None,
            width=10,
        ),
        Fact("kind", "What the periods of the series are.", lambda row: row.kind.value),
        Fact(
            "comparator",
            "Whether the area is one that others are measured against.",
            lambda row: row.comparator,
            Kind.FLAG,
        ),
        Fact("period_start", "First day of the period.", lambda row: row.start, Kind.DATE),
        Fact("period_end", "Last day of the period.", lambda row: row.end, Kind.DATE),
        Fact("indicator", "Id of the measure.", lambda row: row.indicator, width=24),
        Fact(
            "label",
            "The printed words that name the measure.",
            lambda row: one_line(row.label),
            width=40,
        ),
        Fact(
            "breakdown",
            "Ids of the group.",
            lambda row: (
                "; ".join(f"{key}={value}" for key, value in sorted(row.breakdown.items())) or None
            ),
        ),
        Fact("unit_id", "Id of the unit.", lambda row: row.unit),
        Fact("area_id", "Canonical area.", lambda row: row.area),
        Fact("period_key", "Key of the period.", lambda row: row.period),
        Fact("since_key", "Key of the period a change is measured from.", lambda row: row.baseline),
    ),
    _in_order_of_name,
)
