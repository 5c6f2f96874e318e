"""From rows of cells with spans, as HTML and Word have them, to a ``Table``."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportparse.document import Cell, Table
from reportparse.errors import TooComplexError
from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.layout.tables.roles import GridCell, Roles, find_roles

_MAX_COLUMNS = 1000
_MOST_PLACES = 1_000_000
_BOX_MARKS = frozenset("☐☒⊠☑")
_VALUE_SHARE = 0.25
_REPEATED_SHARE = 0.6
_LEAST_CATEGORIES = 3
# "Outstanding (Grade 1)": a step of a scale, whose words differ from row to row.
_STEP = re.compile(r"(?P<words>\D+?)[\s(]*(?P<number>\d)\)?")


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
    """Give each cell the first free column of its row, as HTML does; spans stay in the grid.

    Cells beyond the thousandth column are left out.
    """
    placed: list[PlacedCell] = []
    # By column, the row at which the cell that spans down to it ends.
    free_from: dict[int, int] = {}
    n_columns = 0
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while free_from.get(column, 0) > row:
                column += 1
            if column >= _MAX_COLUMNS:
                break
            row_span = max(1, min(cell.row_span, len(rows) - row))
            column_span = max(1, min(cell.column_span, _MAX_COLUMNS - column))
            spanned = cell._replace(row_span=row_span, column_span=column_span)
            placed.append(PlacedCell(row, column, spanned))
            for covered in range(column, column + column_span):
                free_from[covered] = row + row_span
            column += column_span
            n_columns = max(n_columns, column)
    return Grid(tuple(placed), len(rows), n_columns)


def roles_of(grid: Grid, *, marked_header_rows: int = 0) -> Roles:
    """Header rows and stub columns of ``grid``.

    Raises:
        TooComplexError: It has more places than any table of a report.
    """
    if grid.n_rows * grid.n_columns > _MOST_PLACES:
        raise TooComplexError(
            f"a table has {grid.n_rows:,} rows of {grid.n_columns:,} columns, more than any report"
            " prints; split the file, or give the table as a spreadsheet"
        )
    return find_roles(
        (
            GridCell(row, column, cell.row_span, cell.column_span, " ".join(cell.text.split()))
            for row, column, cell in grid.cells
        ),
        n_rows=grid.n_rows,
        n_columns=grid.n_columns,
        marked_header_rows=marked_header_rows,
    )


def holds_data(grid: Grid, *, marked_header_rows: int = 0) -> bool:
    """Whether ``grid`` holds data: figures, words that come again, or rows under full headers.

    Boxes of a form (labels with their entries, ticks) and layout boxes hold none of these. The
    key to a scale is data too: steps that count up, each beside its meaning.
    """
    texts = [cell.cell.text for cell in grid.cells if cell.cell.text]
    if grid.n_rows < 2 or grid.n_columns < 2 or any(text[0] in _BOX_MARKS for text in texts):
        return False
    roles = roles_of(grid, marked_header_rows=marked_header_rows)
    entries = [
        cell.cell.text
        for cell in grid.cells
        if cell.cell.text
        and cell.row >= roles.n_header_rows
        and cell.column >= max(1, roles.n_stub_columns)
    ]
    if not entries:
        return roles.n_stub_columns == 0 and any(kind_of(text) is CellKind.VALUE for text in texts)
    figures = sum(kind_of(text) is CellKind.VALUE for text in entries)
    if figures >= _VALUE_SHARE * len(entries):
        return True
    counts = Counter(entries)
    repeated = sum(count for count in counts.values() if count > 1)
    if len(entries) >= _LEAST_CATEGORIES and repeated >= _REPEATED_SHARE * len(entries):
        return True
    if grid.n_columns >= 3 and grid.n_rows >= 3 and roles.n_header_rows > 0:
        return True
    return _is_key_to_scale(grid)


def _is_key_to_scale(grid: Grid) -> bool:
    """Whether the first column counts the steps of a scale: three at least, each of other words."""
    steps = [_STEP.fullmatch(cell.cell.text) for cell in sorted(grid.cells) if cell.column == 0]
    found = [step for step in steps if step is not None]
    numbers = [int(step["number"]) for step in found]
    return (
        len(found) == len(steps) == grid.n_rows >= _LEAST_CATEGORIES
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and len({step["words"] for step in found}) == len(found)
    )


def build_table(grid: Grid, frame: TableFrame) -> Table:
    """The table of ``grid`` with the roles of its rows and columns told; empty cells left out."""
    roles = roles_of(grid, marked_header_rows=frame.marked_header_rows)
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
