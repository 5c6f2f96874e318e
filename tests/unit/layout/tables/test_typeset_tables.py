"""Tables set in the styles of statistical publishers, read back and compared with their truth."""

from collections import Counter
from collections.abc import Iterator

import pytest

from builders.adjacency import GridText, Relation, f_measure, relations
from builders.table_pages import PAGES
from reportparse.layout.charts import find_charts
from reportparse.layout.page import PageContent
from reportparse.layout.tables import FoundTable, find_tables
from reportparse.readers.pdf.source import open_pdf, page_contents

# Pages of which a reader without the meaning of the words cannot tell all.
_FLOORS = {
    "side_by_side-none": 0.95,
    "side_by_side-bands": 0.95,
    "numbers_head-typewriter": 0.95,
    "intervals-tight": 0.9,
    "slashed_notes-tight": 0.82,
    "long_table-tight": 0.98,
}
_FLOOR = 0.99


def _cells(page: PageContent, table: FoundTable) -> Iterator[GridText]:
    for cell in table.cells:
        text = " ".join(page.words[index].text for index in cell.words)
        r1, c1 = cell.row + cell.row_span - 1, cell.column + cell.column_span - 1
        yield GridText(cell.row, cell.column, r1, c1, text)


@pytest.mark.parametrize("name", PAGES)
def test_typeset_tables(name: str) -> None:
    sheet = PAGES[name]()
    document = open_pdf(sheet.data())
    got: Counter[Relation] = Counter()
    found = 0
    for page in page_contents(document):
        in_charts = frozenset(i for chart in find_charts(page) if chart.points for i in chart.words)
        for table in find_tables(page, in_charts):
            got += relations(_cells(page, table))
            found += 1
    want: Counter[Relation] = Counter()
    for placement in sheet.tables:
        want += relations(
            GridText(c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1, c.text)
            for c in placement.cells
        )
    assert f_measure(want, got) >= _FLOORS.get(name, _FLOOR)
    assert found == len(sheet.tables) or name in _FLOORS
