"""The sheets of tables, and of their cells as one long list."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportparse.desk.columns import Column, Sheet
from reportparse.desk.sheets.places import ORGANISATION, PAGE, REPORT, link_to, one_line
from reportparse.desk.words import period_words, unit_words
from reportparse.document import CellRole
from reportparse.records import ParsedDocument, TableCell, TableRecord
from reportparse.records.frames import Kind, named_rows

Listed = Column[TableRecord]
TABLES: Sheet[TableRecord] = Sheet(
    "tables",
    "One row for each table; its cells stand on the sheet Cells.",
    (
        ORGANISATION,
        Listed(
            "caption", "Words over or under the table.", lambda one: one_line(one.caption), width=60
        ),
        PAGE,
        Listed("rows", "Rows, headers among them.", lambda one: one.n_rows, Kind.WHOLE, width=8),
        Listed(
            "columns",
            "Columns, row labels among them.",
            lambda one: one.n_columns,
            Kind.WHOLE,
            width=9,
        ),
        Listed(
            "columns_hold",
            "What the headers name: periods, areas, units or labels.",
            lambda one: one.columns_hold and one.columns_hold.value,
        ),
        Listed(
            "rows_hold",
            "What the row labels name.",
            lambda one: one.rows_hold and one.rows_hold.value,
        ),
        *REPORT,
        Listed("table", "Id of the table in its file.", lambda one: one.id, width=8),
    ),
    lambda documents: (table for parsed in documents for table in parsed.tables()),
)


class CellRow(NamedTuple):
    """A cell of a table's body with the words that name its row and its column."""

    table: TableRecord
    cell: TableCell
    row_words: str
    column_words: str


def cells_of(table: TableRecord) -> Iterator[CellRow]:
    """The body cells of a table in order of row and column."""
    grid = named_rows(table)
    headers, stubs = grid[: table.n_header_rows], table.n_stub_columns
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.role is CellRole.BODY:
            above = dict.fromkeys(row[cell.column] for row in headers if row[cell.column])
            beside = dict.fromkeys(text for text in grid[cell.row][:stubs] if text)
            yield CellRow(table, cell, ": ".join(beside), ": ".join(above))


def _cells(documents: Iterable[ParsedDocument]) -> Iterator[CellRow]:
    for parsed in documents:
        for table in parsed.tables():
            yield from cells_of(table)


def _page(row: CellRow) -> int | None:
    return row.cell.page or row.table.provenance.page


Printed = Column[CellRow]
CELLS: Sheet[CellRow] = Sheet(
    "cells",
    "One row for each cell of a table's body, with the words that name its row and column.",
    (
        Printed(
            "organisation",
            "The authority or body whose report it is.",
            lambda row: row.table.origin.organisation,
            width=24,
        ),
        Printed(
            "caption",
            "Words over or under the table.",
            lambda row: one_line(row.table.caption),
            width=40,
        ),
        Printed("row", "Words that name the row.", lambda row: one_line(row.row_words), width=36),
        Printed(
            "column",
            "Words that name the column.",
            lambda row: one_line(row.column_words),
            width=30,
        ),
        Printed(
            "value",
            "The number, where the cell prints one and nothing that alters it.",
            lambda row: row.cell.value,
            Kind.NUMBER,
            width=12,
            is_figure=True,
        ),
        Printed(
            "unit",
            "Unit printed in the cell.",
            lambda row: unit_words(row.cell.unit) if row.cell.unit else None,
        ),
        Printed("printed", "The cell as printed.", lambda row: one_line(row.cell.text), width=24),
        Printed("page", "Page of the cell.", _page, Kind.WHOLE, width=7),
        Printed(
            "state",
            "figure, words, or why there is no figure: suppressed, not available.",
            lambda row: row.cell.state and row.cell.state.value,
        ),
        Printed(
            "period",
            "Period of the cell, where one is known.",
            lambda row: period_words(row.cell.period),
        ),
        Printed(
            "file",
            "File, below the folder that was converted.",
            lambda row: row.table.origin.path,
            width=44,
        ),
        Printed(
            "link",
            "Address of the file, at the page.",
            lambda row: link_to(row.table.origin.location, _page(row)),
            width=10,
        ),
        Printed(
            "report", "Title of the report.", lambda row: one_line(row.table.origin.title), width=40
        ),
        Printed("unit_id", "Id of the unit.", lambda row: row.cell.unit and row.cell.unit.value),
        Printed("table", "Id of the table in its file.", lambda row: row.table.id, width=8),
        Printed("table_row", "Row, from 0.", lambda row: row.cell.row, Kind.WHOLE),
        Printed("table_column", "Column, from 0.", lambda row: row.cell.column, Kind.WHOLE),
    ),
    _cells,
)
