"""Tables of the fixtures against what was written down by hand, cell for cell."""

import json
from pathlib import Path

import pytest

import reportparse

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FILES = sorted((FIXTURES / "built" / "tables").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_tables_are_equal_cell_for_cell(path: Path) -> None:
    expected = FIXTURES / "expected" / "tables" / f"{path.stem}.json"
    parsed = reportparse.parse(path)
    found = [
        {
            "caption": table.caption,
            "header_rows": table.n_header_rows,
            "stub_columns": table.n_stub_columns,
            "spans": [
                [cell.row, cell.column, cell.row_span, cell.column_span]
                for cell in table.cells
                if (cell.row_span, cell.column_span) != (1, 1)
            ],
            "cells": table.to_rows(fill=True),
        }
        for table in parsed.tables()
    ]
    assert found == json.loads(expected.read_text(encoding="utf-8"))
