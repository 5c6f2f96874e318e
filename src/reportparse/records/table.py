"""Tables as records."""

from enum import StrEnum
from typing import TYPE_CHECKING

from reportparse.document import CellRole
from reportparse.records import frames
from reportparse.records.base import Record, shorten
from reportparse.records.html import table_html
from reportparse.records.indicator import Unit
from reportparse.records.origin import OriginRecord
from reportparse.records.period import Period
from reportparse.records.provenance import Provenance

if TYPE_CHECKING:
    import pandas
    import polars


class CellState(StrEnum):
    """What a body cell prints: a figure, words, or a named reason why there is no plain figure.

    A cell without a figure is never zero. ``LOW`` rounds to zero; ``PROVISIONAL``, ``REVISED`` and
    ``ESTIMATED`` are figures with such a mark, or the mark alone.
    """

    FIGURE = "figure"
    WORDS = "words"
    EMPTY = "empty"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    LOW = "low"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    ESTIMATED = "estimated"


class AxisKind(StrEnum):
    """What the columns, or the rows, of a table stand for."""

    PERIODS = "periods"
    AREAS = "areas"
    UNITS = "units"
    LABELS = "labels"


class TableCell(Record):
    """One printed cell, zero-based; a merged cell is one entry with its spans.

    ``state`` is told for body cells. ``value`` is the number of a cell that prints one and nothing
    that alters it, in the unit printed with it: None for "344 (24%)", ">95%", "▼ 3" and "(12)".
    ``period``, ``unit`` and ``is_total`` are what a header or stub gives to its column or row;
    the ``unit`` of a body cell is the one printed in it.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str
    role: CellRole
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    state: CellState | None = None
    value: float | None = None
    unit: Unit | None = None
    period: Period | None = None
    is_total: bool = False


class TableRecord(OriginRecord):
    """A data table; empty cells may be left out of ``cells``.

    ``columns_hold`` is what the headers over the body name, ``rows_hold`` what the stubs name;
    None where they name nothing or no one kind of thing.
    """

    id: str
    caption: str | None
    n_header_rows: int
    n_stub_columns: int
    n_rows: int
    n_columns: int
    cells: tuple[TableCell, ...]
    provenance: Provenance
    pages: tuple[int, ...] = ()
    columns_hold: AxisKind | None = None
    rows_hold: AxisKind | None = None

    def __repr__(self) -> str:
        place = f", page {self.provenance.page}" if self.provenance.page else ""
        caption = f": {shorten(self.caption, 80)}" if self.caption else ""
        return f"<TableRecord {self.id}, {self.n_rows} × {self.n_columns}{place}{caption}>"

    def _repr_html_(self) -> str:
        return table_html(self)

    def to_rows(self, *, fill: bool = False) -> list[list[str]]:
        """Cell texts by row, ``n_columns`` wide.

        Args:
            fill: Whether a merged cell's text stands at every place it covers, or at its first
                place alone with the others blank.
        """
        return frames.rows(self, fill=fill)

    def to_pandas(self, *, numbers: bool = True) -> "pandas.DataFrame":
        """The body as a data frame, its columns named by the headers over them.

        Args:
            numbers: Whether a column that holds figures and marks for missing ones alone becomes
                numbers, the marks missing values. Without it every column is text as printed.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        return frames.pandas_frame(frames.columns_of(self, numbers=numbers))

    def to_polars(self, *, numbers: bool = True) -> "polars.DataFrame":
        """The body as a polars data frame; see `to_pandas`.

        Raises:
            MissingLibraryError: polars is not installed.
        """
        return frames.polars_frame(frames.columns_of(self, numbers=numbers))
