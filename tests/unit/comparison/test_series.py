"""Series of made-up values."""

from datetime import date
from typing import Any

from reportparse.comparison import SeriesKind, Status, compare
from reportparse.records import (
    IndicatorValue,
    ParsedDocument,
    Period,
    PeriodKind,
    Provenance,
    Report,
    ReportKind,
    Source,
    Unit,
)


def month(year: int, number: int) -> Period:
    return Period(
        key=f"{year}-{number:02}",
        kind=PeriodKind.MONTH,
        start=date(year, number, 1),
        end=date(year, number, 28),
        text="",
    )


def split_year(year: int, first: int) -> Period:
    return Period(
        key=f"{year}/{(year + 1) % 100:02}",
        kind=PeriodKind.SPLIT_YEAR,
        start=date(year, first, 1),
        end=date(year + 1, first, 1),
        text="",
    )


def value(number: float, period: Period | None, **fields: Any) -> IndicatorValue:
    defaults = {"indicator": "cla_count", "label": "children looked after", "area": "Leeds"}
    text = str(number)
    place = Provenance(page=2, bbox=None, start_char=0, end_char=len(text), quote=text)
    return IndicatorValue(
        **{**defaults, **fields},
        value=number,
        value_text=text,
        unit=Unit.COUNT,
        period=period,
        provenance=place,
    )


def report(path: str, day: date, *values: IndicatorValue) -> ParsedDocument:
    read = Report(
        kind=ReportKind.BOARD_PAPER, organisation="Leeds", report_date=day, indicators=values
    )
    source = Source(path=path, sha256="0", bytes=1, media_type="text/plain", pages=2)
    return ParsedDocument(source=source, reports=(read,))


OLD = date(2012, 1, 9)
NEW = date(2014, 1, 9)


def test_rows_stand_in_order_of_period_with_their_source() -> None:
    late = report("late", NEW, value(1300, month(2013, 3)))
    early = report("early", OLD, value(1400, month(2011, 3)))
    rows = compare([late, early])
    assert [(row.period, row.value, row.sources[0].path) for row in rows] == [
        ("2011-03", 1400, "early"),
        ("2013-03", 1300, "late"),
    ]


def test_same_fact_from_two_reports_is_one_row_with_both() -> None:
    rows = compare(
        [report(name, OLD, value(1400, month(2011, 3))) for name in ("a", "b")], area="Leeds"
    )
    assert [[place.path for place in row.sources] for row in rows] == [["a", "b"]]
    assert rows[0].status is None


def test_later_report_with_another_value_restates_it() -> None:
    first = report("a", OLD, value(1400, month(2011, 3)))
    later = report("b", NEW, value(1407, month(2011, 3)))
    assert [(row.value, row.status) for row in compare([later, first])] == [
        (1400, None),
        (1407, Status.RESTATED),
    ]


def test_two_values_in_one_report_contradict() -> None:
    both = report("a", OLD, value(1400, month(2011, 3)), value(1407, month(2011, 3)))
    assert {row.status for row in compare([both])} == {Status.CONTRADICTED}


def test_financial_and_academic_years_are_kept_apart() -> None:
    rows = compare([report("a", OLD, value(1, split_year(2010, 4)), value(2, split_year(2010, 9)))])
    assert {row.kind for row in rows} == {SeriesKind.FINANCIAL_YEAR, SeriesKind.ACADEMIC_YEAR}


def test_area_brings_its_comparators_and_no_other_authority() -> None:
    paper = report(
        "a",
        OLD,
        value(1400, month(2011, 3)),
        value(60, month(2011, 3), area="England"),
        value(900, month(2011, 3), area="Bradford"),
    )
    rows = compare([paper], area="Leeds City Council")
    assert [(row.area, row.comparator) for row in rows] == [("Leeds", False), ("England", True)]


def test_indicator_picks_one_measure() -> None:
    paper = report("a", OLD, value(1, month(2011, 3)), value(2, None, indicator="cpp_count"))
    assert [row.value for row in compare([paper], indicator="cpp_count")] == [2]
