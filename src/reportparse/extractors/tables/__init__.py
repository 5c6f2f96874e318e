"""Understanding the cells of a table, whatever it measures and however it is laid out."""

from reportparse.extractors.tables.cells import CellReading, CellState, read_cell
from reportparse.extractors.tables.grid import CellWords, Grid, grid_of
from reportparse.extractors.tables.headers import HeaderFacts, header_facts, quarter_of_year

__all__ = [
    "CellReading",
    "CellState",
    "CellWords",
    "Grid",
    "HeaderFacts",
    "grid_of",
    "header_facts",
    "quarter_of_year",
    "read_cell",
]
