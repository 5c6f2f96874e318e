"""Tables of council papers in PDF against their hand-made truth, cell for cell."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportparse.document import Document, Table
from reportparse.readers.pdf import read_pdf

pytestmark = pytest.mark.shared
_PAPERS = {
    "barking-corporate-parenting-2016.pdf": "barking-corporate-parenting-2016.pdf.tables.json",
    "coventry-progress-briefing-november-2014.pdf": (
        "coventry-progress-briefing-november-2014.tables.json"
    ),
}
_EQUAL_SHARE = 0.97


def _read(shared: Path, paper: str) -> tuple[Document, list[dict[str, Any]]]:
    document = read_pdf((shared / "corpus" / "papers" / paper).read_bytes())
    gold = shared / "gold" / "papers" / _PAPERS[paper]
    return document, json.loads(gold.read_text(encoding="utf-8"))


def _grid(table: Table) -> dict[tuple[int, int], str]:
    """Text by place; a cell that spans stands at each place that it covers."""
    return {
        (row, column): " ".join(cell.text.split())
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


@pytest.mark.parametrize("paper", _PAPERS)
def test_cells_of_council_papers(shared: Path, paper: str) -> None:
    document, gold = _read(shared, paper)
    assert [table.pages for table in document.tables] == [tuple(t["pages"]) for t in gold]
    equal = total = 0
    for table, want in zip(document.tables, gold, strict=True):
        grid = _grid(table)
        for row, texts in enumerate(want["cells"]):
            for column, text in enumerate(texts):
                total += 1
                equal += grid.get((row, column), "") == " ".join(text.split())
    assert equal >= _EQUAL_SHARE * total


def test_headers_and_stubs_of_council_papers(shared: Path) -> None:
    for paper in _PAPERS:
        document, gold = _read(shared, paper)
        got = [(table.n_header_rows, table.n_stub_columns) for table in document.tables]
        assert got == [(want["n_header_rows"], want["n_stub_columns"]) for want in gold]
