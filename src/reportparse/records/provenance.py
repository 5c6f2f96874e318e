"""Where a record was read: the page, the box and the words."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reportparse.records.base import Record

if TYPE_CHECKING:
    from pdfplumber.page import Page


class TableReference(Record):
    """The cell a value was read from; row and column are zero-based."""

    id: str
    row: int
    column: int


class Provenance(Record):
    """The place of a record in its source.

    ``page`` is 1-based, None where the format has no pages. ``bbox`` is (x0, top, x1, bottom) in
    points from the top left of the page. ``quote`` is exactly ``text[start_char:end_char]`` of the
    report's text, so that a user can look and a program can check. ``recognised`` is None where
    the words stand in the file; where they were recognised from an image of the page, it tells how
    sure the words of that page are on average, 0 to 1.
    """

    page: int | None
    bbox: tuple[float, float, float, float] | None
    start_char: int
    end_char: int
    quote: str
    section: str | None = None
    table: TableReference | None = None
    recognised: float | None = None

    def pdfplumber_page(self, path: str | Path) -> "Page":
        """The page of the record in pdfplumber, cropped to its box; pdfplumber is loaded by this.

        Args:
            path: The file that the record was read from.

        Returns:
            A page to look at, search and draw (``page.to_image()``). Its file stays open until
            ``page.pdf.close()``.

        Raises:
            ValueError: The record has no page, as those of Word documents and web pages.
        """
        if self.page is None:
            raise ValueError("the record has no page: its source is no PDF")
        page = import_module("pdfplumber").open(path).pages[self.page - 1]
        if self.bbox is None:
            return page
        left, above = page.bbox[:2]
        x0, top, x1, bottom = self.bbox
        box = (left + x0, above + top, left + x1, above + bottom)
        return page.crop(box, strict=False)
