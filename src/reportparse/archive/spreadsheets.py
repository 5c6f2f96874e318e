"""Text and numbers for spreadsheets: what is text stays text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from reportparse.optional import load_optional

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# Excel and its like take a cell that begins so for a formula, even one read from a CSV file.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_HARMLESS = re.compile(r"[+-]?£?[\d.,]*\d\s?%?|-+")
_SHEET_NAME = 31
_FILTER_BUTTON = 3
_WIDEST = 60
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """``rows`` as CSV with the byte order mark that Excel needs; no text in it is a formula."""
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return buffer.getvalue()


def harmless(value: object) -> object:
    """``value`` with an apostrophe before text that a spreadsheet would take for a formula."""
    if not isinstance(value, str) or not _FORMULA.match(value) or _HARMLESS.fullmatch(value):
        return value
    return f"'{value}"


class Workbook:
    """An Excel workbook of plain sheets.

    Raises:
        MissingLibraryError: openpyxl is not installed.
    """

    def __init__(self) -> None:
        openpyxl = load_optional("openpyxl", extra="xlsx", purpose="a workbook")
        self._styles = load_optional("openpyxl.styles", extra="xlsx", purpose="a workbook")
        self._book = openpyxl.Workbook()
        self._book.remove(self._book.active)

    def add_sheet(self, name: str) -> Any:
        """An empty sheet; characters that Excel does not allow in names become underscores."""
        return self._book.create_sheet(_NOT_IN_SHEET_NAME.sub("_", name)[:_SHEET_NAME])

    def put(self, sheet: Any, place: tuple[int, int], value: object, *, bold: bool = False) -> Any:
        """Put ``value`` at a zero-based row and column; text is never a formula."""
        cell = sheet.cell(place[0] + 1, place[1] + 1)
        if isinstance(value, str):
            cell.value = _ILLEGAL.sub("", value)
            cell.data_type = "s"
            cell.quotePrefix = bool(_FORMULA.match(value))
            cell.alignment = self._styles.Alignment(wrap_text=True, vertical="top")
        else:
            cell.value = value
            cell.alignment = self._styles.Alignment(vertical="top")
        if bold:
            cell.font = self._styles.Font(bold=True)
        return cell

    def finish(self, sheet: Any) -> None:
        """Freeze the first row, let it filter the others, and fit columns to what they hold."""
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
        for cells in sheet.columns:
            longest = max(len(str(cell.value or "")) for cell in cells)
            width = min(longest + _FILTER_BUTTON, _WIDEST)
            sheet.column_dimensions[cells[0].column_letter].width = width

    def data(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        self._book.save(buffer)
        return buffer.getvalue()
