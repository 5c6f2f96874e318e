"""Tables as records."""

from reportparse.document import CellRole
from reportparse.records.base import Record
from reportparse.records.provenance import Provenance


class TableCell(Record):
    """One printed cell, zero-based; a merged cell is one entry with its spans."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str
    role: CellRole
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None


class TableRecord(Record):
    """A data table; empty cells may be left out of ``cells``."""

    id: str
    caption: str | None
    n_header_rows: int
    n_stub_columns: int
    n_rows: int
    n_columns: int
    cells: tuple[TableCell, ...]
    provenance: Provenance
    pages: tuple[int, ...] = ()

    def to_rows(self) -> list[list[str]]:
        """Cell texts by row, ``n_columns`` wide; a merged cell's text stands at its first place."""
        rows = [[""] * self.n_columns for _ in range(self.n_rows)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell.text
        return rows
