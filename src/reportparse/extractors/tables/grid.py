"""A table as a grid: which rows are headers, which columns stubs, and the words over each cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import Cell, Document, Table
from reportparse.errors import PeriodError
from reportparse.extractors.periods import parse_period
from reportparse.extractors.tables.cells import CellReading, read_cell
from reportparse.extractors.tables.columns import settle_columns
from reportparse.records import CellState


@dataclass(frozen=True, slots=True)
class CellWords:
    """A figure cell with the header texts over it, top first, and the stubs left of it."""

    cell: Cell
    reading: CellReading
    headers: tuple[str, ...]
    stubs: tuple[str, ...]
    stub_headers: tuple[str, ...]
    group: str | None


@dataclass(frozen=True)
class Grid:
    """A table with its readings; rows and columns are zero-based."""

    table: Table
    places: dict[tuple[int, int], Cell]
    readings: dict[tuple[int, int], CellReading]
    n_header_rows: int
    n_stub_columns: int

    def figures(self) -> Iterator[CellWords]:
        """Every cell that holds figures, in reading order, with the words that name them."""
        group: str | None = None
        for row in range(self.n_header_rows, self.table.n_rows):
            in_row = [cell for cell in self.row(row) if cell.row == row]
            filled = [cell for cell in in_row if cell.text.strip()]
            if len(filled) == 1 and filled[0].column < max(1, self.n_stub_columns):
                group = filled[0].text if self._is_words(filled[0]) else group
                continue
            for cell in in_row:
                reading = self.readings[cell.row, cell.column]
                if cell.column >= self.n_stub_columns and reading.has_figures:
                    yield self._words(cell, reading, group)

    def header_of(self, column: int) -> tuple[str, ...]:
        """Texts over a column, top first, each once."""
        cells = (self.places.get((row, column)) for row in range(self.n_header_rows))
        return tuple(dict.fromkeys(cell.text for cell in cells if cell and cell.text.strip()))

    def _words(self, cell: Cell, reading: CellReading, group: str | None) -> CellWords:
        stubs = [self.places.get((cell.row, column)) for column in range(self.n_stub_columns)]
        named = [stub for stub in stubs if stub and stub.text.strip()]
        return CellWords(
            cell=cell,
            reading=reading,
            headers=self.header_of(cell.column),
            stubs=tuple(dict.fromkeys(stub.text for stub in named)),
            stub_headers=tuple(
                " ".join(self.header_of(column)) for column in range(self.n_stub_columns)
            ),
            group=group,
        )

    def row(self, row: int) -> list[Cell]:
        """The cells of a row, those that began above it included."""
        return [
            cell
            for column in range(self.table.n_columns)
            if (cell := self.places.get((row, column))) is not None and cell.column == column
        ]

    def _is_words(self, cell: Cell) -> bool:
        return self.readings[cell.row, cell.column].state is CellState.WORDS


def grid_of(document: Document, table: Table) -> Grid:
    """The table with every cell read and its headers and stubs told from its figures."""
    places: dict[tuple[int, int], Cell] = {}
    readings: dict[tuple[int, int], CellReading] = {}
    for cell in table.cells:
        readings[cell.row, cell.column] = read_cell(document.text[cell.start_char : cell.end_char])
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                places[row, column] = cell
    settle_columns(table, readings)
    n_header_rows = _header_rows(table, places, readings)
    return Grid(
        table,
        places,
        readings,
        n_header_rows,
        _stub_columns(table, places, n_header_rows, readings),
    )


def is_figure(cell: Cell, readings: dict[tuple[int, int], CellReading]) -> bool:
    """Whether a cell holds figures, not a date or year as headers do."""
    reading = readings[cell.row, cell.column]
    return reading.has_figures and not _is_period(cell.text)


def _header_rows(
    table: Table,
    places: dict[tuple[int, int], Cell],
    readings: dict[tuple[int, int], CellReading],
) -> int:
    """The rows given as headers and those after them that hold words over several columns."""
    count = table.n_header_rows
    while count < table.n_rows - 1:
        row = [cell for cell in table.cells if cell.row == count]
        named = [cell for cell in row if cell.column > 0]
        if not named or any(is_figure(cell, readings) for cell in row):
            break
        held = [readings[cell.row, cell.column] for cell in named]
        if not all(each.has_figures or each.state is CellState.WORDS for each in held):
            break
        count += 1
    return count


def _stub_columns(
    table: Table,
    places: dict[tuple[int, int], Cell],
    n_header_rows: int,
    readings: dict[tuple[int, int], CellReading],
) -> int:
    """The columns given as stubs and those after them without a figure."""
    body = [cell for cell in table.cells if cell.row >= n_header_rows]
    first_figures = [cell.column for cell in body if is_figure(cell, readings)]
    if not first_figures:
        return table.n_stub_columns
    return max(table.n_stub_columns, min(first_figures))


def _is_period(text: str) -> bool:
    try:
        parse_period(text.strip())
    except PeriodError:
        return False
    return True
