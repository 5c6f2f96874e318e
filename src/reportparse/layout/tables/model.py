"""Tables as found on one page, before their text has a place in the document."""

from dataclasses import dataclass

from reportparse.document import BBox


@dataclass(frozen=True, slots=True)
class FoundCell:
    """One cell; ``words`` are indices into ``PageContent.words`` in reading order."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[int, ...]
    bbox: BBox


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on one page; ``method`` names the finder ("ruled", "aligned"), for inspection."""

    bbox: BBox
    n_rows: int
    n_columns: int
    n_header_rows: int
    n_stub_columns: int
    cells: tuple[FoundCell, ...]
    method: str
