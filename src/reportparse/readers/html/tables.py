"""``table`` elements: rows, spans, header cells, caption, and whether they hold data."""

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from reportparse.readers.grid import SourceCell
from reportparse.readers.html.inline import is_hidden, whole_text

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_LAYOUT_ROLES = frozenset({"presentation", "none"})
_CELL_TAGS = frozenset({"td", "th"})
_MAX_SPAN = 1000
_LONG_CELL = 400


def is_data_table(table: HtmlElement) -> bool:
    """Whether ``table`` holds data: two rows and columns at least, and no layout."""
    if table.get("role") in _LAYOUT_ROLES or table.find(".//table") is not None:
        return False
    rows = [list(cells_of(row)) for row in rows_of(table)]
    if sum(len(row) > 1 for row in rows) < 2:
        return False
    if table.find("caption") is not None or table.find(".//th") is not None:
        return True
    return all(len(whole_text(cell)) <= _LONG_CELL for row in rows for cell in row)


def rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """Rows of ``table`` itself, its foot last, not those of tables inside it."""
    feet = []
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag == "tfoot":
            feet.append(child)
        elif child.tag in _GROUPS:
            yield from (row for row in child if row.tag == "tr")
    for foot in feet:
        yield from (row for row in foot if row.tag == "tr")


def cells_of(row: HtmlElement) -> Iterator[HtmlElement]:
    """Cells of ``row`` that are shown."""
    return (cell for cell in row if cell.tag in _CELL_TAGS and not is_hidden(cell))


def source_rows(table: HtmlElement) -> list[list[SourceCell]]:
    """Cells of ``table`` with their spans, which end with the head, body or foot they are in.

    Places are given when the cells are written.
    """
    rows = list(rows_of(table))
    below = Counter(row.getparent() for row in rows)
    found = []
    for row in rows:
        left = below[row.getparent()]
        below[row.getparent()] -= 1
        found.append(
            [
                SourceCell(
                    whole_text(cell),
                    0,
                    0,
                    min(_span(cell, "rowspan") or left, left),
                    max(1, _span(cell, "colspan")),
                )
                for cell in cells_of(row)
            ]
        )
    return found


def _span(cell: HtmlElement, attribute: str) -> int:
    """The span as a number, 1 where it is none; 0 stands for all rows that follow."""
    value = cell.get(attribute, "1").strip()
    return min(int(value), _MAX_SPAN) if value.isdecimal() and len(value) <= 4 else 1


def caption_of(table: HtmlElement) -> str | None:
    """Text of the caption."""
    caption = table.find("caption")
    return " ".join(whole_text(caption).split()) or None if caption is not None else None


def marked_header_rows(table: HtmlElement) -> int:
    """Rows at the top in ``thead`` or with nothing but ``th``."""
    count = 0
    for row in rows_of(table):
        parent = row.getparent()
        cells = list(cells_of(row))
        in_head = parent is not None and parent.tag == "thead"
        if not in_head and not (cells and all(cell.tag == "th" for cell in cells)):
            break
        count += 1
    return count
