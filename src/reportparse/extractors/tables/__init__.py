"""Understanding the cells of a table, whatever it measures and however it is laid out."""

from reportparse.extractors.tables.cells import CellReading, read_cell
from reportparse.extractors.tables.extract import extract_tables
from reportparse.extractors.tables.grid import CellWords, Grid, grid_of
from reportparse.extractors.tables.headers import HeaderFacts, header_facts
from reportparse.extractors.tables.relative_periods import (
    is_year_to_date,
    relative_period,
    without_to_date,
    year_around,
    year_to_date,
)
from reportparse.extractors.tables.short_periods import part_of_year, with_split_years

__all__ = [
    "CellReading",
    "CellWords",
    "Grid",
    "HeaderFacts",
    "extract_tables",
    "grid_of",
    "header_facts",
    "is_year_to_date",
    "part_of_year",
    "read_cell",
    "relative_period",
    "with_split_years",
    "without_to_date",
    "year_around",
    "year_to_date",
]
