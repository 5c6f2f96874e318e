"""Tables that a page end cuts: one table, its repeated header left out."""

from dataclasses import replace

import pytest

from builders import table_contents as contents
from builders.typeset import Content, Sheet, Style
from reportparse.document import Document, FurnitureKind, Table
from reportparse.readers.pdf import read_pdf

_STYLES = {
    "grid": Style(rules="grid", gutter=10),
    "booktabs": Style(rules="booktabs"),
}
_LOW = 640.0
_PER_PAGE = 5


def _cut(content: Content, style: Style, *, caption: str | None, head: bool) -> Document:
    """A document whose table begins low on its first page and goes on at the top of the next."""
    sheet = Sheet()
    sheet.paragraph(6)
    sheet.y = _LOW
    sheet.caption("Table 7. Cases by region")
    first = replace(content, body=content.body[:_PER_PAGE], widths_of=content)
    sheet.table(first, style)
    sheet.turn_page()
    if caption:
        sheet.caption(caption)
    rest = replace(content, body=content.body[_PER_PAGE:], widths_of=content)
    sheet.table(rest if head else replace(rest, head=[]), style)
    sheet.paragraph(6)
    return read_pdf(sheet.data())


def _grid(table: Table) -> list[list[str]]:
    grid = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text
    return grid


_WHOLE = [[*row] for row in (*contents.PLAIN.head, *contents.PLAIN.body)]


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("head", [True, False], ids=["repeated header", "no header"])
def test_table_over_a_page_end_is_one(style: str, *, head: bool) -> None:
    document = _cut(contents.PLAIN, _STYLES[style], caption=None, head=head)
    (table,) = document.tables
    assert _grid(table) == _WHOLE
    assert table.pages == (1, 2)
    assert table.caption == "Table 7. Cases by region"
    assert [cell.page for cell in table.cells if cell.column == 0] == [1] * 6 + [2] * 5
    assert all(document.text[c.start_char : c.end_char] == c.text for c in table.cells)


def test_repeated_caption_and_header_are_furniture() -> None:
    document = _cut(
        contents.PLAIN,
        _STYLES["booktabs"],
        caption="Table 7. Cases by region—Continued",
        head=True,
    )
    (table,) = document.tables
    assert _grid(table) == _WHOLE
    headers = [item.text for item in document.furniture if item.kind is FurnitureKind.HEADER]
    assert headers == ["Table 7. Cases by region—Continued", "Region 2005 2006 2007 2008 2009"]


def test_another_table_with_the_same_columns_stays_apart() -> None:
    sheet = Sheet()
    sheet.paragraph(6)
    sheet.y = _LOW
    style = replace(_STYLES["grid"], bold_head=True)
    first = replace(contents.PLAIN, body=contents.PLAIN.body[:_PER_PAGE])
    sheet.table(first, style)
    sheet.turn_page()
    other = [["District", "2001", "2002", "2003", "2004", "2005"]]
    sheet.table(replace(first, head=other, widths_of=first), style)
    document = read_pdf(sheet.data())
    assert [table.pages for table in document.tables] == [(1,), (2,)]


def test_text_between_parts_keeps_them_apart() -> None:
    sheet = Sheet()
    sheet.paragraph(6)
    sheet.y = _LOW
    sheet.table(replace(contents.PLAIN, body=contents.PLAIN.body[:_PER_PAGE]), _STYLES["grid"])
    sheet.turn_page()
    sheet.paragraph(5)
    sheet.table(contents.PLAIN, _STYLES["grid"])
    assert len(read_pdf(sheet.data()).tables) == 2


def test_cell_over_a_page_end_spans_on() -> None:
    sheet = Sheet()
    sheet.paragraph(6)
    sheet.y = _LOW
    style = _STYLES["grid"]
    sheet.table(replace(contents.MERGED, body=contents.MERGED.body[:3]), style)
    sheet.turn_page()
    rest = [[None, "East", "7", "5"], *contents.MERGED.body[3:]]
    sheet.table(replace(contents.MERGED, body=rest, widths_of=contents.MERGED), style)
    (table,) = read_pdf(sheet.data()).tables
    north = next(cell for cell in table.cells if cell.text == "North")
    assert (north.row, north.row_span, table.n_rows) == (1, 4, 7)
