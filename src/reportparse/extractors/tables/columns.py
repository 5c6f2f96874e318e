"""What the other cells of a column tell of a cell."""

import re
from collections.abc import Iterable
from dataclasses import replace

from reportparse.document import Table
from reportparse.extractors.quantities import Form, Quantity
from reportparse.extractors.tables.cells import CellReading
from reportparse.records import CellState

Readings = dict[tuple[int, int], CellReading]
_WITHHELD = frozenset(
    {CellState.SUPPRESSED, CellState.NOT_APPLICABLE, CellState.NOT_AVAILABLE, CellState.LOW}
)
_POINT_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def settle_columns(table: Table, readings: Readings) -> None:
    """Read the cells of each column in the light of the others; changes ``readings``."""
    body: dict[int, dict[int, CellReading]] = {}
    for cell in table.cells:
        if cell.row >= table.n_header_rows:
            body.setdefault(cell.column, {})[cell.row] = readings[cell.row, cell.column]
    _settle_letters(body, readings)
    for column, rows in body.items():
        if _may_have_point_thousands(rows.values()):
            for row, reading in rows.items():
                if any("." in quantity.text for quantity in reading.quantities):
                    readings[row, column] = replace(reading, value=None)


def _settle_letters(body: dict[int, dict[int, CellReading]], readings: Readings) -> None:
    """Make letters and "none" words again in columns without figures: a tick "x", a rating "R".

    A column that holds a mark in every row of figures is one whose figures are all withheld.
    """
    with_figures = {
        column: {row for row, reading in rows.items() if any(map(_is_numeral, reading.quantities))}
        for column, rows in body.items()
    }
    figure_rows = set().union(*with_figures.values())
    for column, rows in body.items():
        withheld = figure_rows <= rows.keys() and all(
            reading.state in _WITHHELD for reading in rows.values()
        )
        if with_figures[column] or (figure_rows and withheld):
            continue
        for row, reading in rows.items():
            if reading.is_letter or reading.has_figures:
                readings[row, column] = CellReading(CellState.WORDS)


def _is_numeral(quantity: Quantity) -> bool:
    return quantity.form is not Form.ZERO_WORD


def _may_have_point_thousands(readings: Iterable[CellReading]) -> bool:
    """Whether "3.597" may be three thousand: two points or more, all before three digits."""
    texts = [quantity.text for reading in readings for quantity in reading.quantities]
    pointed = [text for text in texts if "." in text]
    return len(pointed) > 1 and all(map(_POINT_THOUSANDS.fullmatch, pointed))
