"""Council tables drawn by three programs, read back and compared with what was drawn."""

from pathlib import Path

import pytest

from builders.drawn.contents import SECOND
from builders.drawn.programs import (
    BROWSER,
    OFFICE,
    drawn_by_browser,
    drawn_by_office,
    drawn_by_reportlab,
)
from builders.drawn.scores import all_tables, score_of

_FLOOR, _MEAN = 0.94, 0.98
_TABLES = all_tables()
_SECOND = {name: entry for name, entry in _TABLES.items() if name.split("-")[0] in SECOND}


@pytest.mark.parametrize("name", _TABLES)
def test_tables_of_reportlab(name: str) -> None:
    table, style = _TABLES[name]
    score = score_of(drawn_by_reportlab(table, style), table)
    assert score.f1 >= _FLOOR
    assert score.headed
    assert score.found == 1


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_tables_of_libreoffice(tmp_path: Path) -> None:
    drawn = drawn_by_office(_SECOND, tmp_path)
    scores = [score_of(drawn[name], table).f1 for name, (table, _) in _SECOND.items()]
    assert min(scores) >= _FLOOR
    assert sum(scores) >= _MEAN * len(scores)


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
def test_tables_of_chromium(tmp_path: Path) -> None:
    scores = [
        score_of(drawn_by_browser(table, style, tmp_path), table).f1
        for table, style in _SECOND.values()
    ]
    assert min(scores) >= _FLOOR
    assert sum(scores) >= _MEAN * len(scores)
