"""Which rows of a table are headers and which columns are stubs.

Works on the texts and spans of a grid and knows no file format, so that PDF, DOCX, HTML and
text tables are understood alike.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.document import CellRole
from reportparse.layout.tables.cell_kinds import CellKind, kind_of

_MAX_HEADER_ROWS = 6
_VALUE_SHARE = 0.5
_SERIAL_ROWS = 3
_SHORT_HEADER = 60
_REPEATED_SHARE = 0.7
_SERIAL = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,4}")


class GridCell(NamedTuple):
    """A cell of a grid, zero-based, with its spans and its text on one line."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str

    @property
    def columns(self) -> range:
        """The columns that the cell covers."""
        return range(self.column, self.column + self.column_span)


class Roles(NamedTuple):
    """How many rows from the top are headers and how many columns from the left are stubs."""

    n_header_rows: int
    n_stub_columns: int

    def of(self, row: int, column: int) -> CellRole:
        """The role of the cell that begins at ``row`` and ``column``."""
        if row < self.n_header_rows:
            return CellRole.HEADER
        return CellRole.STUB if column < self.n_stub_columns else CellRole.BODY


def find_roles(
    cells: Iterable[GridCell], *, n_rows: int, n_columns: int, marked_header_rows: int = 0
) -> Roles:
    """Tell header rows and stub columns.

    A column whose lower cells are figures is a value column; header rows are those at the top
    that set words or periods over the value columns, stubs the columns of words before the first
    of them.

    Args:
        cells: Cells of the table; empty ones may be left out.
        n_rows: Rows of the grid.
        n_columns: Columns of the grid.
        marked_header_rows: Rows at the top that the source itself marks as headers.
    """
    table = _Grid(cells, n_rows, n_columns)
    value_columns = table.value_columns()
    if value_columns:
        n_header = _count_header_rows(table, value_columns, marked_header_rows)
        return Roles(n_header, min(value_columns))
    n_header = max(marked_header_rows, _count_text_header_rows(table))
    return Roles(min(n_header, n_rows), 1 if n_columns > 1 else 0)


class _Grid:
    """Cells by row and by column."""

    def __init__(self, cells: Iterable[GridCell], n_rows: int, n_columns: int) -> None:
        self.n_rows = n_rows
        self.n_columns = n_columns
        self.rows: list[list[GridCell]] = [[] for _ in range(n_rows)]
        self._kinds: dict[int, list[tuple[int, CellKind]]] = {}
        for cell in sorted(cells):
            if cell.text.strip():
                self.rows[cell.row].append(cell)
                if cell.column_span == 1:
                    kind = kind_of(cell.text)
                    self._kinds.setdefault(cell.column, []).append((cell.row, kind))

    def value_columns(self) -> frozenset[int]:
        """Columns whose lower cells are figures; none of them numbers or names the rows."""
        lower = self.n_rows - max(1, self.n_rows // 2)
        found = set()
        for column in range(self.n_columns):
            kinds = self._column_kinds(column, lower) or self._column_kinds(column, 0)
            figures = sum(kind in (CellKind.VALUE, CellKind.MARK) for kind in kinds)
            if CellKind.VALUE in kinds and figures >= _VALUE_SHARE * len(kinds):
                found.add(column)
        if 0 in found and (self._is_serial() or self._are_codes(found, lower)):
            found.remove(0)
        return frozenset(found) if found != {0} or self.n_columns == 1 else frozenset()

    def _are_codes(self, value_columns: set[int], lower: int) -> bool:
        """Whether the figures of the first column stand before the names of the rows.

        A reference number stands before the words that it refers to, a measured value after
        them; so where words follow in every row and figures after these, the first are codes.
        """
        last = max(value_columns)
        for column in range(1, last):
            kinds = self._column_kinds(column, lower)
            if column not in value_columns and kinds and set(kinds) == {CellKind.LABEL}:
                return len(kinds) == self.n_rows - lower
        return False

    def _column_kinds(self, column: int, first_row: int) -> list[CellKind]:
        return [kind for row, kind in self._kinds.get(column, ()) if row >= first_row]

    def _is_serial(self) -> bool:
        """Whether the first column counts the rows below its header: 1, 2, 3 or 3.9, 3.10."""
        texts = [row[0].text.strip(" .)") for row in self.rows if row and row[0].column == 0]
        numbers = [tuple(map(int, text.split("."))) for text in texts if _SERIAL.fullmatch(text)]
        if len(numbers) < max(_SERIAL_ROWS, len(texts) - _MAX_HEADER_ROWS):
            return False
        return all(_follows(b, a) for a, b in pairwise(numbers))


def _follows(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether ``number`` comes right after ``before`` in a count, on its level or a higher one."""
    if len(number) > len(before):
        return number == (*before, 1)
    last = len(number) - 1
    return number[:last] == before[:last] and number[last] == before[last] + 1


def _count_header_rows(table: _Grid, value_columns: frozenset[int], marked: int) -> int:
    count = 0
    reach = min(marked, table.n_rows)
    while count < min(table.n_rows - 1, max(_MAX_HEADER_ROWS, reach)):
        if count >= reach and not _is_header_row(table, count, value_columns):
            break
        if spans := [cell.row + cell.row_span for cell in table.rows[count]]:
            reach = max(reach, *spans) if _all_stay_above_body(table, count) else reach
        count += 1
    return count


def _all_stay_above_body(table: _Grid, row: int) -> bool:
    """Whether no cell of ``row`` spans down to the last row, as a stub over all rows would."""
    return all(cell.row + cell.row_span < table.n_rows for cell in table.rows[row])


def _is_header_row(table: _Grid, row: int, value_columns: frozenset[int]) -> bool:
    cells = table.rows[row]
    over = [cell for cell in cells if value_columns.intersection(cell.columns)]
    if not over:
        return _is_title_row(table, row, value_columns)
    kinds = [kind_of(cell.text) for cell in over]
    if CellKind.VALUE in kinds:
        return _is_mixed_header(table, row, over, value_columns)
    if CellKind.LABEL not in kinds and CellKind.KEY not in kinds:
        return False
    if row == 0 or not _is_complete(table, row, value_columns):
        return True
    return cells[0].column >= min(value_columns)


def _is_title_row(table: _Grid, row: int, value_columns: frozenset[int]) -> bool:
    """A row with words over the stub alone heads the table if it is first or a header follows."""
    if row == 0:
        return bool(table.rows[0]) and table.n_rows > 1
    return row + 2 < table.n_rows and _is_header_row(table, row + 1, value_columns)


def _is_mixed_header(
    table: _Grid, row: int, over: Sequence[GridCell], value_columns: frozenset[int]
) -> bool:
    """Bare numbers beside words ("16", "17", "Total") or a count of columns name columns."""
    if _is_complete(table, row, value_columns):
        return False
    figures = [cell.text.strip() for cell in over if kind_of(cell.text) is CellKind.VALUE]
    if not all(text.isdecimal() for text in figures):
        return False
    if len(figures) < len(over):
        return any(kind_of(cell.text) is CellKind.LABEL for cell in over)
    return len(figures) >= _SERIAL_ROWS and all(int(b) == int(a) + 1 for a, b in pairwise(figures))


def _is_complete(table: _Grid, row: int, value_columns: frozenset[int]) -> bool:
    """Whether the rows above ``row`` name each value column by a cell of its own."""
    named = {cell.column for above in table.rows[:row] for cell in above if cell.column_span == 1}
    return value_columns <= named


def _count_text_header_rows(table: _Grid) -> int:
    """Header rows of a table without figures."""
    if table.n_rows < 2 or table.n_columns < 2 or not table.rows[0]:
        return 0
    first = table.rows[0]
    if len(first) == 1 and table.n_rows > 2:
        below = table.rows[1]
        is_pair = len(below) > 1 and _heads_words(table, 1)
        return 2 if is_pair else 1
    return 1 if _heads_words(table, 0) else 0


def _heads_words(table: _Grid, row: int) -> bool:
    """Whether ``row`` names the columns of words below it."""
    cells, below = table.rows[row], table.rows[row + 1 :]
    if len(cells) < table.n_columns or any(len(cell.text) > _SHORT_HEADER for cell in cells):
        return False
    if table.n_columns == 2:
        return _heads_repeated(cells[-1].text, [r[-1].text for r in below if len(r) > 1])
    texts = [cell.text for r in below for cell in r]
    longest = max((len(text) for text in texts), default=0)
    return longest > max(len(cell.text) for cell in cells)


def _heads_repeated(name: str, values: Sequence[str]) -> bool:
    """Whether ``values`` are a few words that come again and again, and ``name`` is none."""
    repeated = sum(values.count(value) > 1 for value in values)
    return bool(values) and repeated >= _REPEATED_SHARE * len(values) and name not in values
