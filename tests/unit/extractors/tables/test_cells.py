"""What one table cell holds."""

import pytest

from reportparse.extractors.tables import CellState, read_cell


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("344 (24%)", [344, 24]),
        ("12,945", [12945]),
        ("£4.2m", [4200000]),
        ("598 days", [598]),
        ("▲ 3", [3]),
        ("0", [0]),
        ("-1.2", [-1.2]),
    ],
)
def test_figures(text: str, values: list[float]) -> None:
    reading = read_cell(text)
    assert reading.state is CellState.FIGURE
    assert [quantity.value for quantity in reading.quantities] == values
    for quantity, (start, end) in zip(reading.quantities, reading.spans, strict=True):
        assert text[start:end] == quantity.text


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("*", CellState.SUPPRESSED),
        ("c", CellState.SUPPRESSED),
        ("<5", CellState.SUPPRESSED),
        ("fewer than 5", CellState.SUPPRESSED),
        ("n/a", CellState.NOT_APPLICABLE),
        ("–", CellState.NOT_AVAILABLE),
        ("x", CellState.NOT_AVAILABLE),
        ("..", CellState.NOT_AVAILABLE),
        ("  ", CellState.EMPTY),
        ("Green", CellState.WORDS),
        ("Year 11", CellState.WORDS),
        ("5 4", CellState.WORDS),
        ("Two workers now visit every home in the first month", CellState.WORDS),
    ],
)
def test_no_figure_is_a_named_state(text: str, state: CellState) -> None:
    reading = read_cell(text)
    assert reading.state is state
    assert reading.quantities == ()
