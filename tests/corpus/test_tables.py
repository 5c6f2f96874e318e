"""Tables of council papers in Word against their hand-made truth, cell for cell."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportparse.parsing import parse
from reportparse.records import TableRecord

pytestmark = pytest.mark.shared
_WORD = ["barking-corporate-parenting-2016", "stoke-scrutiny-q4-2009-10"]


def tables_of(shared: Path, name: str) -> tuple[list[TableRecord], list[dict[str, Any]]]:
    stem = name.removesuffix(".docx")
    gold = (shared / "gold" / "papers" / f"{stem}.tables.json").read_text(encoding="utf-8")
    return list(parse(shared / "corpus" / "papers" / name).tables()), json.loads(gold)


def spans_of(table: TableRecord) -> list[list[int]]:
    return sorted(
        [cell.row, cell.column, cell.row_span, cell.column_span]
        for cell in table.cells
        if (cell.row_span, cell.column_span) != (1, 1)
    )


@pytest.mark.parametrize("name", _WORD)
def test_word_tables_are_equal_cell_for_cell(shared: Path, name: str) -> None:
    found, gold = tables_of(shared, f"{name}.docx")
    assert len(found) == len(gold)
    for table, truth in zip(found, gold, strict=True):
        assert table.caption == truth["caption"]
        assert (table.n_rows, table.n_columns) == (truth["n_rows"], truth["n_columns"])
        assert table.to_rows(fill=True) == truth["cells"]
        assert table.n_header_rows == truth["n_header_rows"]
        assert table.n_stub_columns == truth["n_stub_columns"]
        printed = [span for span in truth["spans"] if truth["cells"][span[0]][span[1]]]
        assert spans_of(table) == sorted(printed)
