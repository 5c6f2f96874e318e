"""The tables of a document as records, with what their cells, headers and stubs say."""

from typing import Any

from reportparse.document import BBox, Cell, CellRole, Document, Table
from reportparse.document.boxes import union
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.tables.axes import columns_hold, facts_of, rows_hold
from reportparse.extractors.tables.grid import Grid, grid_of
from reportparse.records import TableCell, TableRecord

_LONGEST_NAME = 60


def extract_tables(document: Document, reference: PeriodReference) -> tuple[TableRecord, ...]:
    """Every table of the document, in reading order."""
    return tuple(_record(document, table, reference) for table in document.tables)


def _record(document: Document, table: Table, reference: PeriodReference) -> TableRecord:
    grid = grid_of(document, table)
    return TableRecord(
        id=table.id,
        caption=table.caption,
        n_header_rows=table.n_header_rows,
        n_stub_columns=table.n_stub_columns,
        n_rows=table.n_rows,
        n_columns=table.n_columns,
        cells=tuple(_cell(grid, cell, reference) for cell in table.cells),
        provenance=provenance_of(document, table.start_char, table.end_char),
        pages=table.pages,
        columns_hold=columns_hold(grid, reference),
        rows_hold=rows_hold(grid, reference),
    )


def _cell(grid: Grid, cell: Cell, reference: PeriodReference) -> TableCell:
    return TableCell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        text=cell.text,
        role=cell.role,
        page=cell.page,
        bbox=_rounded(cell.bbox),
        **(_of_body(grid, cell) if cell.role is CellRole.BODY else _of_name(grid, cell, reference)),
    )


def _rounded(box: BBox | None) -> BBox | None:
    """``box`` to a tenth of a point, as boxes of words are given."""
    return None if box is None else union([box])


def _of_body(grid: Grid, cell: Cell) -> dict[str, Any]:
    reading = grid.readings[cell.row, cell.column]
    return {"state": reading.state, "value": reading.value, "unit": reading.unit}


def _of_name(grid: Grid, cell: Cell, reference: PeriodReference) -> dict[str, Any]:
    """What a header or stub gives; those over it, or left of it, may hold its year."""
    outer = (
        [grid.places.get((row, cell.column)) for row in range(cell.row)]
        if cell.role is CellRole.HEADER
        else [grid.places.get((cell.row, column)) for column in range(cell.column)]
    )
    texts = dict.fromkeys(other.text for other in outer if other is not None)
    facts = facts_of([*texts, cell.text], reference)[-1]
    period = facts.period if _is_name(cell.text) else None
    return {"period": period, "unit": facts.unit, "is_total": facts.is_total}


def _is_name(text: str) -> bool:
    """Whether ``text`` is a name, not a sentence in which a date happens to stand."""
    return len(text) <= _LONGEST_NAME and not text.rstrip().endswith(".")
