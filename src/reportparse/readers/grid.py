"""From rows of cells with spans, as HTML and Word have them, to a ``Table``."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportparse.document import Cell, Table
from reportparse.layout.tables.roles import GridCell, find_roles

_MAX_SPAN = 1000


class SourceCell(NamedTuple):
    """A cell as its source gives it: words on one line, their place, and its spans."""

    text: str
    start_char: int
    end_char: int
    row_span: int = 1
    column_span: int = 1


class PlacedCell(NamedTuple):
    """A cell at its place in the grid, zero-based."""

    row: int
    column: int
    cell: SourceCell


class Grid(NamedTuple):
    """Placed cells and the size of their grid."""

    cells: tuple[PlacedCell, ...]
    n_rows: int
    n_columns: int


class TableFrame(NamedTuple):
    """What a table has beside its cells; ``marked_header_rows`` as the source marks them."""

    id: str
    caption: str | None
    start_char: int
    end_char: int
    marked_header_rows: int = 0


def place_cells(rows: Sequence[Iterable[SourceCell]]) -> Grid:
    """Give each cell the first free column of its row, as HTML does; spans stay in the grid."""
    placed: list[PlacedCell] = []
    taken: dict[int, set[int]] = {}
    n_columns = 0
    for row, cells in enumerate(rows):
        column = 0
        held = taken.pop(row, set())
        for cell in cells:
            while column in held:
                column += 1
            row_span = max(1, min(cell.row_span, len(rows) - row))
            column_span = max(1, min(cell.column_span, _MAX_SPAN))
            spanned = cell._replace(row_span=row_span, column_span=column_span)
            placed.append(PlacedCell(row, column, spanned))
            for below in range(row + 1, row + row_span):
                taken.setdefault(below, set()).update(range(column, column + column_span))
            column += column_span
            n_columns = max(n_columns, column)
    return Grid(tuple(placed), len(rows), n_columns)


def build_table(grid: Grid, frame: TableFrame) -> Table:
    """The table of ``grid`` with the roles of its rows and columns told; empty cells left out."""
    roles = find_roles(
        (
            GridCell(row, column, cell.row_span, cell.column_span, cell.text)
            for row, column, cell in grid.cells
        ),
        n_rows=grid.n_rows,
        n_columns=grid.n_columns,
        marked_header_rows=frame.marked_header_rows,
    )
    return Table(
        id=frame.id,
        caption=frame.caption,
        n_header_rows=roles.n_header_rows,
        n_stub_columns=roles.n_stub_columns,
        n_rows=grid.n_rows,
        n_columns=grid.n_columns,
        cells=tuple(
            Cell(
                row=row,
                column=column,
                row_span=cell.row_span,
                column_span=cell.column_span,
                text=cell.text,
                role=roles.of(row, column),
                start_char=cell.start_char,
                end_char=cell.end_char,
            )
            for row, column, cell in grid.cells
            if cell.text
        ),
        start_char=frame.start_char,
        end_char=frame.end_char,
    )
