"""Tables that go on after a page end: which two are one, and what of the second is repeated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportparse.layout.page import PageContent
from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.layout.tables.model import FoundCell, FoundTable

# How far, in points, the ends of a column may move from page to page.
_SAME_EDGE = 6.0
# A table that goes on ends in the lower part of its page and begins in the upper part of the next.
_LOWER, _UPPER = 0.55, 0.45
_CONTINUED = re.compile(r"\b(?:continued|cont\W?d|contd|cont\.)", re.IGNORECASE)
_CAPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table as found on one page, with that page."""

    table: FoundTable
    page: PageContent

    def text(self, cell: FoundCell) -> str:
        """Words of ``cell`` with single spaces."""
        return " ".join(self.page.words[index].text for index in cell.words)

    def rows(self, first: int, last: int) -> dict[tuple[int, int], str]:
        """Texts of the rows ``first`` to ``last``, the latter left out, by place."""
        return {
            (cell.row - first, cell.column): self.text(cell)
            for cell in self.table.cells
            if first <= cell.row < last
        }


@dataclass(frozen=True, slots=True)
class Continuation:
    """The rows of a table that go on from another, and the words of its repeated header.

    ``reopened`` are the columns whose last cell, which spans several rows, spans on.
    """

    table: FoundTable
    repeated: tuple[int, ...]
    reopened: Mapping[int, int]


def is_continued_caption(text: str) -> bool:
    """Whether ``text`` is the caption of a table that began on an earlier page."""
    return len(text) <= _CAPTION_LENGTH and bool(_CONTINUED.search(text))


def continuation(before: TablePart, after: TablePart) -> Continuation | None:
    """What ``after`` adds to ``before`` if it is the same table on the next page; None if not."""
    first, second = before.table, after.table
    if after.page.number != before.page.number + 1 or first.n_columns != second.n_columns:
        return None
    ends_low = first.bbox[3] > _LOWER * before.page.height
    if not ends_low or second.bbox[1] > _UPPER * after.page.height:
        return None
    if not _same_columns(first, second):
        return None
    n_repeated = _repeated_rows(before, after)
    if not n_repeated and _has_own_header(before, after):
        return None
    cells = tuple(
        replace(cell, row=cell.row - n_repeated) for cell in second.cells if cell.row >= n_repeated
    )
    if not cells:
        return None
    repeated = tuple(i for cell in second.cells if cell.row < n_repeated for i in cell.words)
    rows = replace(second, cells=cells, n_rows=second.n_rows - n_repeated)
    return Continuation(rows, repeated, _reopened(first, rows))


def _same_columns(first: FoundTable, second: FoundTable) -> bool:
    a, b = _columns(first), _columns(second)
    shared = a.keys() & b.keys()
    if first.method == second.method == "ruled":
        return bool(shared) and all(
            abs(a[c][0] - b[c][0]) <= _SAME_EDGE and abs(a[c][1] - b[c][1]) <= _SAME_EDGE
            for c in shared
        )
    overlaps = [min(a[c][1], b[c][1]) - max(a[c][0], b[c][0]) > 0 for c in shared]
    return len(overlaps) == first.n_columns and all(overlaps)


def _columns(table: FoundTable) -> dict[int, tuple[float, float]]:
    """Left and right end of each column that a cell has for itself."""
    ends: dict[int, tuple[float, float]] = {}
    for cell in table.cells:
        if cell.column_span == 1:
            ends.setdefault(cell.column, (cell.bbox[0], cell.bbox[2]))
    return ends


def _repeated_rows(before: TablePart, after: TablePart) -> int:
    """How many rows at the top of ``after`` are the header rows of ``before``."""
    for count in (before.table.n_header_rows, after.table.n_header_rows):
        if 0 < count < after.table.n_rows and before.rows(0, count) == after.rows(0, count):
            return count
    return 0


def _has_own_header(before: TablePart, after: TablePart) -> bool:
    """Whether the first row of ``after`` names columns anew."""
    if after.table.method != "ruled" or before.table.method != "ruled":
        return after.table.n_header_rows > 0
    kinds = {kind_of(text) for text in after.rows(0, 1).values()}
    if CellKind.VALUE in kinds:
        return False
    return _is_bold(before, 0) and _is_bold(after, 0)


def _is_bold(part: TablePart, row: int) -> bool:
    cells = [cell for cell in part.table.cells if cell.row == row]
    return all(part.page.words[index].bold for cell in cells for index in cell.words)


def _reopened(first: FoundTable, rows: FoundTable) -> dict[int, int]:
    """Rows that begin under no cell of a column, by column, where a spanning cell stood last."""
    if not first.method == rows.method == "ruled":
        return {}
    reopened = {}
    for cell in first.cells:
        column = cell.column
        ends = cell.row + cell.row_span == first.n_rows and cell.column < first.n_stub_columns
        if not ends or cell.column_span > 1:
            continue
        starts = [other.row for other in rows.cells if _covers(other, column)]
        if count := min(starts, default=rows.n_rows):
            reopened[column] = count
    return reopened


def _covers(cell: FoundCell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span
