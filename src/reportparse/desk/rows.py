"""Records with their sheet: a tuple that a notebook shows as a table and turns into a frame."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from reportparse.desk.columns import Sheet
from reportparse.records.frames import pandas_frame, polars_frame
from reportparse.records.html import SHOWN_ROWS, rows_html
from reportparse.vocabulary import Vocabulary, use_vocabulary

if TYPE_CHECKING:
    import pandas
    import polars

Item = TypeVar("Item")
_SHOWN_COLUMNS = 10


class Rows(tuple[Item, ...], Generic[Item]):
    """The items of one sheet in their order.

    Beside what any tuple does, it is one line as text, a table in a notebook, and a flat frame
    with plain column names for pandas or polars.
    """

    _sheet: Sheet[Item]
    _vocabulary: Vocabulary | None

    @classmethod
    def of(
        cls, sheet: Sheet[Item], items: Iterable[Item], vocabulary: Vocabulary | None = None
    ) -> "Rows[Item]":
        """The ``items`` of ``sheet``, named in the words of ``vocabulary``."""
        rows = cls(items)
        rows._sheet, rows._vocabulary = sheet, vocabulary
        return rows

    def to_pandas(self) -> "pandas.DataFrame":
        """A flat data frame, a row for each item.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        return pandas_frame(self.values(), self._sheet.kinds)

    def to_polars(self) -> "polars.DataFrame":
        """A flat polars data frame, a row for each item.

        Raises:
            MissingLibraryError: polars is not installed.
        """
        return polars_frame(self.values(), self._sheet.kinds)

    def values(self) -> dict[str, list[Any]]:
        """Values by column name."""
        with use_vocabulary(self._vocabulary):
            return self._sheet.values(self)

    def __repr__(self) -> str:
        return f"<{len(self):,} {self._sheet.name}>"

    def _repr_html_(self) -> str:
        columns = self._sheet.columns[:_SHOWN_COLUMNS]
        with use_vocabulary(self._vocabulary):
            rows = [[_shown(column.read(item)) for column in columns] for item in self[:SHOWN_ROWS]]
        headings = [column.heading for column in columns]
        return f"<p>{escape(repr(self)[1:-1])}</p>{rows_html(headings, rows, total=len(self))}"


def _shown(value: object) -> object:
    return f"{value:,g}" if isinstance(value, float) and value < 1e6 else value
