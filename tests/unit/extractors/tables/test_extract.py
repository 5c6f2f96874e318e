"""Tables as records: what headers, stubs and cells say, and what stands across and down."""

import pytest

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.tables import extract_tables
from reportparse.readers import read_document
from reportparse.records import AxisKind, CellState, TableCell, TableRecord, Unit


def only_table(text: str) -> TableRecord:
    (table,) = extract_tables(read_document(text.encode()), PeriodReference())
    return table


def cell_at(table: TableRecord, row: int, column: int) -> TableCell:
    return next(cell for cell in table.cells if (cell.row, cell.column) == (row, column))


SCORECARD = (
    "Measure\t2020/21\t\t2021/22\t\n\tNumber\t%\tNumber\t%\n"
    "Referrals\t1,204\t21.5%\t1,310r\t20.1%\nPlans\tc\t-\t45\t3.4%\nTotal\t1,250\t\t1,355\t\n"
)


def test_headers_give_periods_and_units() -> None:
    table = only_table(SCORECARD)
    period = cell_at(table, 0, 3).period
    assert period is not None
    assert (period.key, cell_at(table, 1, 3).unit) == ("2021/22", Unit.COUNT)
    assert cell_at(table, 1, 4).unit is Unit.PERCENT


def test_body_cells_have_states_and_values() -> None:
    table = only_table(SCORECARD)
    found = {cell.text: (cell.state, cell.value, cell.unit) for cell in table.cells if cell.state}
    assert found["1,204"] == (CellState.FIGURE, 1204, None)
    assert found["21.5%"] == (CellState.FIGURE, 21.5, Unit.PERCENT)
    assert found["1,310r"] == (CellState.REVISED, 1310, None)
    assert found["c"] == (CellState.SUPPRESSED, None, None)
    assert found["-"] == (CellState.NOT_AVAILABLE, None, None)


def test_totals_are_marked() -> None:
    table = only_table(SCORECARD)
    assert [cell.text for cell in table.cells if cell.is_total] == ["Total"]


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        (SCORECARD, AxisKind.PERIODS, AxisKind.LABELS),
        ("Year\tLeeds\tEngland\n2013\t62\t38\n2014\t47\t42\n", AxisKind.AREAS, AxisKind.PERIODS),
        ("Age\tNumber\t%\n0-4\t62\t38\n5-10\t47\t42\n", AxisKind.UNITS, AxisKind.LABELS),
        (
            "Measure\tQ1\tQ2\tTarget\tRAG\nPlans\t62\t38\t40\tG\nVisits\t47\t42\t50\tR\n",
            AxisKind.PERIODS,
            AxisKind.LABELS,
        ),
    ],
)
def test_what_stands_across_and_down(text: str, columns: AxisKind, rows: AxisKind) -> None:
    table = only_table(text)
    assert (table.columns_hold, table.rows_hold) == (columns, rows)


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ("Plans\t12\tx\nVisits\t13\tx\n", CellState.NOT_AVAILABLE),
        ("Plans\t12\tx\nVisits\t13\t\n", CellState.WORDS),
        ("Plans\t12\tc\nVisits\t13\t5\n", CellState.SUPPRESSED),
    ],
    ids=["a column all withheld", "a column of ticks", "a column of figures"],
)
def test_a_letter_is_a_mark_only_where_figures_stand(rows: str, state: CellState) -> None:
    table = only_table(f"Measure\t2020\tDone\n{rows}")
    assert cell_at(table, 1, 2).state is state


def test_a_sentence_gives_no_period() -> None:
    table = only_table("Measure\t2020\t2021\nReviews now held in March 2019.\t4\t5\nPlans\t6\t7\n")
    assert cell_at(table, 1, 0).period is None


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ("Plans\t3.597\nVisits\t14.862\nCalls\t732\n", None),
        ("Plans\t3.597\nVisits\t14.86\nCalls\t732\n", 3.597),
        ("Plans\t0.597\nVisits\t0.862\nCalls\t1\n", 0.597),
    ],
    ids=["points that may part thousands", "decimals", "shares"],
)
def test_a_point_that_may_part_thousands_gives_no_value(rows: str, value: float | None) -> None:
    cell = cell_at(only_table(f"Measure\t2020\n{rows}"), 1, 1)
    assert (cell.state, cell.value) == (CellState.FIGURE, value)
