"""Tables of a page: drawn, aligned, and what is no table."""

from builders.pages import make_document, make_page, text_line
from reportparse.document import Ruling
from reportparse.layout.page import PageContent, PageWord
from reportparse.layout.tables import FoundTable, find_tables

_ROWS = (
    ("Area", "2015", "2016"),
    ("Leeds", "1,290", "1,240"),
    ("England", "69,540", "70,440"),
    ("Hull", "660", "655"),
)
_LEFTS = (80.0, 260.0, 400.0)


def _lines() -> list[list[PageWord]]:
    return [
        [
            word
            for text, x in zip(row, _LEFTS, strict=True)
            for word in text_line(text, x=x, top=top)
        ]
        for row, top in zip(_ROWS, (200.0, 220.0, 240.0, 260.0), strict=True)
    ]


def _rulings() -> list[Ruling]:
    level = [Ruling(72.0, y, 520.0, y) for y in (195.0, 215.0, 235.0, 255.0, 275.0)]
    upright = [Ruling(x, 195.0, x, 275.0) for x in (72.0, 250.0, 390.0, 520.0)]
    return level + upright


def _grid(page: PageContent, table: FoundTable) -> list[list[str]]:
    grid = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = " ".join(page.words[index].text for index in cell.words)
    return grid


def test_ruled_table() -> None:
    page = make_page(_lines(), rulings=_rulings())
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in _ROWS]
    assert (table.n_header_rows, table.n_stub_columns) == (1, 1)
    assert table.method == "ruled"


def test_table_that_only_white_space_draws() -> None:
    page = make_page(_lines())
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in _ROWS]
    assert table.method == "aligned"


def test_prose_is_no_table() -> None:
    lines = [
        text_line("The number of children looked after rose again in the year to March.", top=100),
        text_line("Most of them live with foster carers, and a few in residential homes.", top=114),
        text_line("Numbers are expected to fall as more families are helped early on.", top=128),
    ]
    assert find_tables(make_page(lines)) == ()


def test_bullets_are_no_table() -> None:
    lines = [
        text_line(f"• {count} children live with parents", top=100 + 16 * count)
        for count in range(2, 9)
    ]
    assert find_tables(make_page(lines)) == ()


def test_table_of_a_document_has_its_caption_and_places() -> None:
    caption = text_line("Table 1: Children looked after at 31 March", top=170)
    document = make_document(make_page([caption, *_lines()], rulings=_rulings()))
    (table,) = document.tables
    assert table.caption == "Table 1: Children looked after at 31 March"
    cell = next(cell for cell in table.cells if (cell.row, cell.column) == (1, 2))
    assert document.text[cell.start_char : cell.end_char] == "1,240"
    assert cell.page == 1
