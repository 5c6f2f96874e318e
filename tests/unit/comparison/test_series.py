"""Series of made-up values."""

from datetime import date
from typing import Any

import pytest

from reportparse.comparison import SeriesKind, Status, compare
from reportparse.errors import UnknownNameError
from reportparse.records import (
    IndicatorValue,
    ParsedDocument,
    Period,
    PeriodKind,
    Provenance,
    Qualifier,
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


@pytest.mark.parametrize(
    ("first", "qualifier", "second"),
    [
        (1400, Qualifier.ABOUT, 1407),
        (1400, Qualifier.OVER, 1407),
        (1410, Qualifier.UNDER, 1407),
        (65, Qualifier.EXACT, 65.1),
    ],
)
def test_a_rounding_neither_contradicts_nor_restates(
    first: float, qualifier: Qualifier, second: float
) -> None:
    rounded = value(first, month(2011, 3), qualifier=qualifier)
    for second_day in (OLD, NEW):
        papers = [report("a", OLD, rounded), report("b", second_day, value(second, month(2011, 3)))]
        assert [row.status for row in compare(papers)] == [None, None]


def test_a_bound_that_does_not_hold_is_restated() -> None:
    over = value(1500, month(2011, 3), qualifier=Qualifier.OVER)
    papers = [report("a", OLD, over), report("b", NEW, value(1407, month(2011, 3)))]
    assert {row.value: row.status for row in compare(papers)} == {1500: None, 1407: "restated"}


def test_a_third_value_is_no_contradiction_of_another_report() -> None:
    both = report("a", OLD, value(1400, month(2011, 3)), value(1407, month(2011, 3)))
    later = report("b", NEW, value(1410, month(2011, 3)))
    assert [(row.value, row.status) for row in compare([both, later])] == [
        (1400, Status.CONTRADICTED),
        (1407, Status.CONTRADICTED),
        (1410, Status.RESTATED),
    ]


def test_comparators_stand_beside_the_values_of_the_area_asked_for() -> None:
    values = [
        value(number, month(year, 3), area=area)
        for year, number, area in [
            (2011, 60, "England"),
            (2010, 58, "England"),
            (2011, 80, "Leeds"),
            (2010, 79, "Leeds"),
        ]
    ]
    rows = compare([report("a", OLD, *values)], area="Leeds")
    assert [(row.period, row.area) for row in rows] == [
        ("2010-03", "Leeds"),
        ("2010-03", "England"),
        ("2011-03", "Leeds"),
        ("2011-03", "England"),
    ]


def test_levels_come_first_and_ages_in_order() -> None:
    ages = [value(9, month(2011, 3), breakdown={"age": age}) for age in ("11-15", "5-10")]
    change = value(3, month(2011, 3), role="change", direction="down")
    rows = compare([report("a", OLD, change, *ages, value(80, month(2011, 3)))])
    assert [(row.role, row.breakdown.get("age")) for row in rows] == [
        ("level", None),
        ("change", None),
        ("level", "5-10"),
        ("level", "11-15"),
    ]


@pytest.mark.parametrize(
    ("asked", "close"),
    [({"indicator": "cla_cuont"}, "cla_count"), ({"area": "Leds"}, "Leeds")],
)
def test_unknown_names_give_close_ones(asked: dict[str, str], close: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        compare([report("a", OLD, value(1400, month(2011, 3)))], **asked)
    assert caught.value.close[0] == close
    assert f"did you mean {close}" in str(caught.value)


def test_an_indicator_of_the_users_own_is_known_by_its_records() -> None:
    own = value(4, month(2011, 3), indicator="our_own_measure")
    assert len(compare([report("a", OLD, own)], indicator="our_own_measure")) == 1


IN_HOUSE = {"placement": "foster_inhouse"}


def test_one_fact_recorded_in_two_ways_is_one_row() -> None:
    march = month(2011, 3)
    narrow = value(196, march, indicator="cla_inhouse_foster_count")
    wide = value(
        196, march, breakdown={"placement": "foster_inhouse", "population": "looked_after"}
    )
    [row] = compare([report("a", OLD, narrow), report("b", NEW, wide)])
    assert (row.indicator, row.breakdown) == ("cla_count", IN_HOUSE)
    assert [place.path for place in row.sources] == ["a", "b"]


def test_a_narrow_indicator_asked_for_gives_the_wide_one_with_its_group() -> None:
    march = month(2011, 3)
    others = (value(1400, march), value(40, march, breakdown={"placement": "foster_ifa"}))
    girls = value(90, march, breakdown={**IN_HOUSE, "gender": "female"})
    documents = [report("a", OLD, *others, girls, value(196, march, breakdown=IN_HOUSE))]
    rows = compare(documents, indicator="cla_inhouse_foster_count")
    assert sorted(row.value for row in rows) == [90, 196]
    assert len(compare(documents, indicator="cla_count")) == 4
