"""What a reader gives: one frozen ``Document``, whatever the format of the source.

``Document.text`` is the body as printed, in reading order; nothing in it is cleaned. Blocks,
sections, cells and words point into it by half-open offsets. Lines of one block are joined by
a newline, blocks by two; the cells of a table row are joined by a tab and its rows by a newline.
A chart is written in the same way: a line for each category or series with its figures.
Running headers, footers, page numbers, watermarks and page stamps are kept in ``furniture``,
outside the text.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reportparse.document.boxes import BBox, Word, WordBoxes, union

__all__ = ["BBox", "Word"]


class BlockKind(StrEnum):
    """What a block of body text is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE = "table"
    CHART = "chart"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"


class FurnitureKind(StrEnum):
    """What stands on a page and belongs to no report's body."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    WATERMARK = "watermark"
    STAMP = "stamp"


class CellRole(StrEnum):
    """What a table cell does."""

    HEADER = "header"
    STUB = "stub"
    BODY = "body"


class Ruling(NamedTuple):
    """A straight line drawn on a page, in points from the top left.

    A ruling is horizontal where ``top == bottom`` and vertical where ``x0 == x1``.
    """

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: 1-based ``number``, size in points, span in the text, and what was drawn on it.

    ``shades`` are filled boxes: row bands, header fills and call-outs. ``recognised`` tells how
    sure the words are, 0 to 1, where they were recognised from an image of the page.
    """

    number: int
    width: float
    height: float
    start_char: int
    end_char: int
    words: WordBoxes = field(default_factory=WordBoxes)
    rulings: tuple[Ruling, ...] = ()
    shades: tuple[BBox, ...] = ()
    recognised: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of body text with one purpose.

    ``number`` is the printed paragraph, section or list number ("3.1.2", "a)"), or the bullet.
    ``level`` is 1-based: the depth of a heading or of a nested list item; 0 for other blocks.
    ``table`` is the id of the table for a block of kind ``TABLE``. ``page`` is None where the
    format has no pages.
    """

    kind: BlockKind
    start_char: int
    end_char: int
    page: int | None = None
    bbox: BBox | None = None
    number: str | None = None
    level: int = 0
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that stands on a page but outside the body."""

    kind: FurnitureKind
    text: str
    page: int | None = None
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it up to the next heading of its level or above.

    ``start_char`` to ``end_char`` runs over heading and body; ``heading_end`` ends the heading.
    """

    number: str | None
    heading: str
    level: int
    start_char: int
    heading_end: int
    end_char: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell; ``text`` is its words with line breaks as spaces.

    ``start_char`` and ``end_char`` hold its place in ``Document.text``.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    role: CellRole
    start_char: int
    end_char: int
    page: int | None = None
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; one over a page break is one table that names all its ``pages``."""

    id: str
    caption: str | None
    n_header_rows: int
    n_stub_columns: int
    n_rows: int
    n_columns: int
    cells: tuple[Cell, ...]
    start_char: int
    end_char: int
    pages: tuple[int, ...] = ()
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One figure printed in a chart: its span in the text, and what it is a figure of.

    ``category`` is its place on the axis or its slice, ``series`` its line or the colour of its
    bar in the legend; empty where the chart prints none.
    """

    start_char: int
    end_char: int
    category: str
    series: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart whose printed figures are paired with their marks beyond doubt."""

    id: str
    title: str | None
    points: tuple[ChartPoint, ...]
    start_char: int
    end_char: int
    page: int | None = None
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, in words a user can act on."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself outside its pages; often left over from another file."""

    title: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source file as read; see the module docstring for the text."""

    text: str
    media_type: str
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str | None = None
    properties: Properties = field(default_factory=Properties)

    def page_at(self, offset: int) -> Page | None:
        """The page that holds the character at ``offset``; None where there are no pages."""
        index = bisect_right(self.pages, offset, key=lambda page: page.start_char) - 1
        return self.pages[max(index, 0)] if self.pages else None

    def section_at(self, offset: int) -> Section | None:
        """The innermost section around ``offset``."""
        found = None
        for section in self.sections:
            if section.start_char > offset:
                break
            if offset < section.end_char:
                found = section
        return found

    def bbox_of(self, start_char: int, end_char: int) -> BBox | None:
        """Box around the words of the span on the page where it starts; None without boxes."""
        page = self.page_at(start_char)
        if page is None:
            return None
        words = page.words.between(start_char, min(end_char, page.end_char))
        return union(word.box for word in words)
