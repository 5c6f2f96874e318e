"""Indicator values from table cells."""

from datetime import date

from reportparse.document import Cell, CellRole, Document, Table
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.tables import extract_table_indicators
from reportparse.extractors.reference import printed_reference
from reportparse.records import Direction, IndicatorValue, ReportKind, Role, Unit

CONTEXT = ReportContext(ReportKind.BOARD_PAPER, organisation="Derby", report_date=date(2014, 6, 1))


def extract(rows: list[list[str]], *, caption: str = "", before: str = "") -> list[IndicatorValue]:
    """Values of a table with one header row and one stub column."""
    text = before + "\n\n" if before else ""
    start = len(text)
    cells: list[Cell] = []
    for row, texts in enumerate(rows):
        for column, cell in enumerate(texts):
            role = CellRole.HEADER if row == 0 else CellRole.STUB if not column else CellRole.BODY
            if cell:
                cells.append(Cell(row, column, 1, 1, cell, role, len(text), len(text) + len(cell)))
            text += cell + ("\t" if column < len(texts) - 1 else "\n")
    table = Table(
        "t1", caption or None, 1, 1, len(rows), len(rows[0]), tuple(cells), start, len(text)
    )
    document = Document(text=text, media_type="text/plain", tables=(table,))
    frames = extract_table_indicators(document, CONTEXT, printed_reference(CONTEXT))
    values = [frame.record for frame in frames]
    for value in values:
        assert value.value_text in value.provenance.quote
        assert text[value.provenance.start_char : value.provenance.end_char] == (
            value.provenance.quote
        )
    return values


def test_periods_across_measures_down() -> None:
    rows = [
        ["Indicator", "2012/13", "2013/14", "Target 2014/15", "RAG"],
        ["Dental checks up to date (%)", "84.2", "88.9", "90", "2"],
        ["Re-referrals (number)", "102", "*", "95", "3"],
    ]
    found = [
        (value.indicator, value.value, value.unit, value.role, value.period and value.period.key)
        for value in extract(rows, caption="Children looked after scorecard")
    ]
    assert found == [
        ("cla_dental_pct", 84.2, Unit.PERCENT, Role.LEVEL, "2012/13"),
        ("cla_dental_pct", 88.9, Unit.PERCENT, Role.LEVEL, "2013/14"),
        ("cla_dental_pct", 90, Unit.PERCENT, Role.TARGET, "2014/15"),
        ("rereferrals_count", 102, Unit.COUNT, Role.LEVEL, "2012/13"),
        ("rereferrals_count", 95, Unit.COUNT, Role.TARGET, "2014/15"),
    ]


def test_periods_down_areas_across() -> None:
    rows = [["Year", "Derby", "Stat. neighbours", "England"], ["2013", "62", "45", "38"]]
    values = extract(rows, caption="Children in need rate per 10,000")
    assert [value.area for value in values] == ["Derby", "statistical_neighbours", "England"]
    assert {value.indicator for value in values} == {"cin_rate_per_10000"}
    assert {value.unit for value in values} == {Unit.PER_10000}
    assert {value.period.key for value in values if value.period} == {"2013"}


def test_number_and_share_in_one_cell_are_two_records() -> None:
    rows = [["Age group", "0-4", "5-9"], ["March 2014", "44 (24%)", "59 (32%)"]]
    values = extract(rows, caption="Table 1: Looked after children by age group")
    assert [(value.value, value.unit, value.indicator) for value in values] == [
        (44, Unit.COUNT, "cla_count"),
        (24, Unit.PERCENT, "cla_share_pct"),
        (59, Unit.COUNT, "cla_count"),
        (32, Unit.PERCENT, "cla_share_pct"),
    ]
    assert [value.breakdown for value in values] == [
        {"age": "0-4"},
        {"age": "0-4"},
        {"age": "5-9"},
        {"age": "5-9"},
    ]


def test_change_column_has_direction_and_baseline() -> None:
    rows = [
        ["Measure", "March 2014", "Change since March 2013"],
        ["Children looked after", "480", "-20"],
    ]
    change = extract(rows)[1]
    assert (change.value, change.role, change.direction) == (20, Role.CHANGE, Direction.DOWN)
    assert change.baseline is not None
    assert change.baseline.key == "2013-03"


def test_day_of_the_caption_and_year_of_the_column() -> None:
    rows = [["", "2013", "2014"], ["Number", "447", "419"]]
    values = extract(rows, caption="Children looked after at 31 March")
    assert [value.period.key for value in values if value.period] == ["2013-03-31", "2014-03-31"]


def test_area_of_placement_is_a_breakdown() -> None:
    rows = [["LA of placement", "Number"], ["Leeds", "3"]]
    caption = "Children looked after in semi-independent accommodation"
    (value,) = extract(rows, caption=caption)
    assert value.area == "Derby"
    assert value.breakdown == {"placement": "semi_independent", "location": "leeds"}


def test_two_kinds_of_placement_in_one_row_are_no_single_measure() -> None:
    rows = [["Type of placement", "March 2014"], ["Children's homes and residential schools", "9"]]
    (value,) = extract(rows, caption="Placements of children looked after")
    assert value.indicator == "cla_count"
    assert value.breakdown == {"placement": "children's homes and residential schools"}


def test_running_text_taken_for_a_table_gives_nothing() -> None:
    rows = [["was 14.1 against 13.9 nationally.", "the average wait for treatment last year"]]
    rows.append(["England", "42.1"])
    assert extract(rows) == []


def test_period_over_the_stubs_is_that_of_columns_without_one() -> None:
    rows = [
        ["Timeliness, April to June 2016", "Due", "% on time", "Same quarter last year"],
        ["Review conferences", "187", "99", "98"],
    ]
    found = [(value.value, value.period and value.period.key) for value in extract(rows)]
    assert found == [(187, "2016-Q2"), (99, "2016-Q2"), (98, "2015-Q2")]


def test_year_to_date_goes_to_the_end_of_the_last_quarter() -> None:
    rows = [
        ["Measure", "2017/18", "Q1 2018/19", "Q2 2018/19", "2018/19 YTD"],
        ["Re-referrals (%)", "23.5", "24.9", "22.1", "23.4"],
    ]
    keys = [value.period and value.period.key for value in extract(rows)]
    assert keys == ["2017/18", "2018-Q2", "2018-Q3", "2018-04/2018-09"]


def test_headers_name_the_measures_where_stubs_are_of_wards() -> None:
    rows = [
        ["Ward", "Referrals 2012/13", "CP plans 31 Mar 2013", "Looked after 31 Mar 2013"],
        ["Boleyn", "121", "19", "16"],
        ["Total", "2,914", "468", "431"],
    ]
    values = extract(rows, caption="Table 3: Referrals, plans and looked after children by ward")
    assert [value.indicator for value in values] == [
        *("referrals_count", "cpp_count", "cla_count"),
        *("referrals_count", "cpp_count", "cla_count"),
    ]
    assert [value.breakdown for value in values] == [{"location": "boleyn"}] * 3 + [{}] * 3


def test_headers_name_the_measures_where_stubs_are_of_teams() -> None:
    rows = [
        ["Team", "Vacancy rate", "Average caseload"],
        ["Children in care", "9.1%", "14.8"],
        ["All teams", "18.0%", "17.1"],
    ]
    values = extract(rows, caption="Table 2: Social work workforce at 31 December 2018")
    assert [value.indicator for value in values] == ["sw_vacancy_pct", "sw_caseload_avg"] * 2
    assert [value.breakdown for value in values] == [{"service": "children in care"}] * 2 + [{}] * 2


def test_comparing_column_takes_the_unit_of_the_column_before() -> None:
    rows = [
        ["Timeliness, Q1 2016/17", "Due", "% on time", "Same quarter last year"],
        ["Return home interviews", "94", "70.2", "58.3"],
    ]
    values = extract(rows)
    assert [value.unit for value in values] == [Unit.COUNT, Unit.PERCENT, Unit.PERCENT]


def test_short_line_above_a_table_is_its_title() -> None:
    rows = [["Placement", "No.", "%"], ["Own foster carers", "171", "39.7"]]
    values = extract(rows, before="We cared for fewer.\n\nWhere they live (31 March 2013)")
    assert [(value.value, value.unit, value.period and value.period.key) for value in values] == [
        (171, Unit.COUNT, "2013-03-31"),
        (39.7, Unit.PERCENT, "2013-03-31"),
    ]


def test_years_below_quarters_and_targets_beside_the_year_to_date() -> None:
    rows = [
        ["Measure", "2022-23", "Q1", "Q2", "YTD", "Target"],
        ["", "", "23-24", "23-24", "23-24", ""],
        ["Re-referrals (%)", "23.5", "24.9", "22.1", "23.4", "20"],
    ]
    keys = [value.period and value.period.key for value in extract(rows)]
    assert keys == ["2022/23", "2023-Q2", "2023-Q3", "2023-04/2023-09", "2023/24"]


def test_stubs_that_name_parts_of_the_year() -> None:
    rows = [["Quarter", "Reviews held"], ["Apr - June", "231"], ["Year", "983"]]
    keys = [value.period and value.period.key for value in extract(rows, before="In 2013/14")]
    assert keys == ["2013-Q2", "2013/14"]


def test_subject_reading_is_no_town_and_scores_are_headed_over_the_stubs() -> None:
    rows = [["Progress scores", "2018", "2019 Nat CLA"], ["Reading", "-0.6", "-0.2"]]
    first, second = extract(rows)
    assert (first.area, second.area) == ("Derby", "England")
    assert {first.unit, second.unit} == {Unit.SCORE}


def test_unit_alone_in_a_header_row_holds_for_all_columns() -> None:
    rows = [
        ["", "", "£000"],
        ["", "Budget", "Outturn"],
        ["IFA placements", "11,200", "13,766"],
    ]
    assert [value.value for value in extract(rows)] == [11_200_000, 13_766_000]


def test_a_comparator_takes_the_sign_that_its_row_prints() -> None:
    rows = [
        ["Indicator", "2012/13", "2013/14", "England 2012/13"],
        ["Three or more placements", "9.4%", "8.8%", "10.9"],
        ["Children looked after", "102", "110", "68,110"],
    ]
    assert [(value.value_text, value.unit) for value in extract(rows)] == [
        ("9.4%", Unit.PERCENT),
        ("8.8%", Unit.PERCENT),
        ("10.9", Unit.PERCENT),
        ("102", Unit.COUNT),
        ("110", Unit.COUNT),
        ("68,110", Unit.COUNT),
    ]


def test_codes_of_providers_are_no_figures() -> None:
    rows = [["Home", "URN", "LA code", "Places"], ["Ash Lodge", "1230045", "305", "6"]]
    assert [value.value for value in extract(rows)] == [6]


def test_answers_on_a_scale_are_counted_and_measure_nothing() -> None:
    rows = [["Home", "Very good", "Poor"], ["Ash Lodge", "14", "2"]]
    found = extract(rows, caption="Children's homes: what parents said")
    assert [(value.value, value.indicator) for value in found] == [(14, None), (2, None)]


def test_a_caption_over_numbers_and_shares_gives_no_unit() -> None:
    rows = [["Year group", "All pupils", "Share"], ["Year 4", "1,204", "21.5%"]]
    found = extract(rows, caption="Number and percentage of pupils with free school meals")
    assert [value.unit for value in found] == [Unit.COUNT, Unit.PERCENT]


def test_places_listed_among_areas_are_parts_of_the_authority() -> None:
    rows = [["Area", "Children in care"], ["Allestree", "12"], ["Derby", "480"]]
    found = extract(rows)
    assert [(value.breakdown.get("location"), value.area) for value in found] == [
        ("allestree", "Derby"),
        (None, "Derby"),
    ]


def test_a_year_is_the_day_that_the_words_over_the_table_say() -> None:
    rows = [["Type", "2012", "2013"], ["Children in care", "470", "466"]]
    before = "Children are counted on the last day of March."
    found = extract(rows, before=before)
    assert [value.period and value.period.key for value in found] == ["2012-03-31", "2013-03-31"]
