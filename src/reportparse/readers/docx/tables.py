"""The grid of a Word table: cells with their spans, rows that are marked as headers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reportparse.readers.docx.package import is_on, number, value, w
from reportparse.readers.docx.text import children

_MAX_COLUMNS = 63  # as many as Word allows


@dataclass(slots=True)
class WordCell:
    """A cell at its place; ``parts`` are the ``w:tc`` elements merged in it."""

    row: int
    column: int
    column_span: int
    row_span: int = 1
    parts: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class WordTable:
    """Cells of a table; ``header_rows`` counts the rows at the top marked to repeat."""

    cells: list[WordCell]
    n_rows: int
    n_columns: int
    header_rows: int


def read_grid(table: etree._Element) -> WordTable:
    """Cells of ``table`` with horizontal and vertical merges; deleted rows left out."""
    rows = [row for row in children(table) if row.tag == w("tr") and not _is_deleted(row)]
    cells: list[WordCell] = []
    above: dict[int, WordCell] = {}
    n_columns = 0
    for index, row in enumerate(rows):
        current: dict[int, WordCell] = {}
        for cell, goes_on in _cells(row, index):
            upper = above.get(cell.column)
            if goes_on and upper is not None and upper.column_span == cell.column_span:
                upper.row_span = index - upper.row + 1
                upper.parts.extend(cell.parts)
                current[cell.column] = upper
            else:
                cells.append(cell)
                current[cell.column] = cell
            n_columns = max(n_columns, cell.column + cell.column_span)
        above = current
    return WordTable(cells, len(rows), n_columns, _header_rows(rows))


def _cells(row: etree._Element, index: int) -> Iterator[tuple[WordCell, bool]]:
    """Cells of one row with whether each goes on with the cell above it."""
    before = number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    column = max(0, min(before, _MAX_COLUMNS))
    pending: tuple[WordCell, bool] | None = None
    for element in children(row):
        if element.tag != w("tc"):
            continue
        span = max(1, min(number(element.find(f"{w('tcPr')}/{w('gridSpan')}"), 1), _MAX_COLUMNS))
        if pending and _merge(element, "hMerge") == "continue":
            pending[0].column_span = min(pending[0].column_span + span, _MAX_COLUMNS)
            pending[0].parts.append(element)
        else:
            if pending:
                yield pending
            cell = WordCell(index, column, span, parts=[element])
            pending = (cell, _merge(element, "vMerge") == "continue")
        column += span
    if pending:
        yield pending


def _merge(cell: etree._Element, name: str) -> str | None:
    """How the cell is merged: "restart", "continue", or None where it is not."""
    element = cell.find(f"{w('tcPr')}/{w(name)}")
    return None if element is None else value(element) or "continue"


def _is_deleted(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _header_rows(rows: list[etree._Element]) -> int:
    count = 0
    for row in rows:
        if not is_on(row.find(f"{w('trPr')}/{w('tblHeader')}")):
            break
        count += 1
    return count if count < len(rows) else 0
