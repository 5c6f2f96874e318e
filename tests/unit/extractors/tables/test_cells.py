"""What one table cell holds."""

import pytest

from reportparse.extractors.tables import read_cell
from reportparse.records import CellState, Qualifier, Unit


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
        ("23*", [23]),
        ("95.0†", [95]),
        ("12.3 [b]", [12.3]),
        ("24.6% (15/61)", [24.6]),
    ],
)
def test_figures(text: str, values: list[float]) -> None:
    reading = read_cell(text)
    assert reading.state is CellState.FIGURE
    assert [quantity.value for quantity in reading.quantities] == values
    for quantity, (start, end) in zip(reading.quantities, reading.spans, strict=True):
        assert text[start:end] == quantity.text


STATES = {
    CellState.SUPPRESSED: "* ** # c C s [c] (c) *% supp Suppressed <5 ≤5 <=5 <10",
    CellState.NOT_APPLICABLE: "n/a N/A n.a. z . [z]",
    CellState.NOT_AVAILABLE: "- – — -- x .. … : u [x] [u] TBC n/k nk nya ND #N/A #DIV/0! ..% -%",
    CellState.LOW: "low Low k [low] <1% <0.5",
    CellState.PROVISIONAL: "p [p] (p)",
    CellState.REVISED: "r [r] (r)",
    CellState.ESTIMATED: "e [e]",
    CellState.WORDS: "Green Yes R P % £ b [b] 5-9 3:1 2:30 12/15 2010/11 31/12/2021 3hrs",
}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        *((text, state) for state, texts in STATES.items() for text in texts.split()),
        ("£000", CellState.WORDS),
        ("£'000s", CellState.WORDS),
        ("fewer than 5", CellState.SUPPRESSED),
        ("fewer than six", CellState.SUPPRESSED),
        ("5 or fewer", CellState.SUPPRESSED),
        ("low (<5)", CellState.SUPPRESSED),
        ("less than 1%", CellState.LOW),
        ("Not applicable", CellState.NOT_APPLICABLE),
        ("Data not yet available", CellState.NOT_AVAILABLE),
        ("- %", CellState.NOT_AVAILABLE),
        ("  ", CellState.EMPTY),
        ("Year 11", CellState.WORDS),
        ("5 4", CellState.WORDS),
        ("Two workers now visit every home in the first month", CellState.WORDS),
    ],
)
def test_no_figure_is_a_named_state(text: str, state: CellState) -> None:
    reading = read_cell(text)
    assert reading.state is state
    assert reading.quantities == ()
    assert reading.value is None


@pytest.mark.parametrize(
    ("text", "state", "value"),
    [
        ("12p", CellState.PROVISIONAL, 12),
        ("45.2 [p]", CellState.PROVISIONAL, 45.2),
        ("45.2% (prov)", CellState.PROVISIONAL, 45.2),
        ("1,204 r", CellState.REVISED, 1204),
        ("7.1 (e)", CellState.ESTIMATED, 7.1),
    ],
)
def test_a_mark_beside_a_figure_keeps_it(text: str, state: CellState, value: float) -> None:
    reading = read_cell(text)
    assert (reading.state, reading.value) == (state, value)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        (">95%", Qualifier.OVER),
        ("≥5", Qualifier.AT_LEAST),
        ("<100", Qualifier.UNDER),
        ("≤ 250", Qualifier.AT_MOST),
    ],
)
def test_a_sign_of_comparison_is_no_exact_figure(text: str, qualifier: Qualifier) -> None:
    reading = read_cell(text)
    assert [quantity.qualifier for quantity in reading.quantities] == [qualifier]
    assert reading.value is None


@pytest.mark.parametrize("text", ["344 (24%)", "(12)", "▼ 3", "12 of 15", "about 50"])
def test_a_figure_that_something_alters_has_no_plain_value(text: str) -> None:
    assert read_cell(text).has_figures
    assert read_cell(text).value is None


@pytest.mark.parametrize(
    ("text", "unit"), [("54.5%", Unit.PERCENT), ("£1.2m", Unit.GBP), ("344", None)]
)
def test_only_a_printed_unit_is_given(text: str, unit: Unit | None) -> None:
    assert read_cell(text).unit is unit
