"""Where a record was read: the page, the box and the words."""

from reportparse.records.base import Record


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
