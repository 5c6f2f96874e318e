"""The workbook: sheets to filter and print, with real numbers, dates and links."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from math import ceil
from typing import Any

from reportparse.desk.columns import Column, Sheet
from reportparse.desk.query import Source
from reportparse.optional import load_optional
from reportparse.records import Unit
from reportparse.records.frames import Kind

_ROWS = 1_048_575  # below the head; what a sheet of Excel holds
_LINKS = 65_000  # what Excel opens without repair
_TEXT = 32_767  # characters of a cell
_LINE = 15.0  # points
_MOST_LINES = 4
_DRIVE = re.compile(r"file:///[A-Za-z]:")
_FORMULA = ("=", "+", "-", "@")
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook of the same records has the same bytes
_HEAD = {
    "bold": True,
    "text_wrap": True,
    "valign": "top",
    "bg_color": "#DCE6F1",
    "bottom": 1,
}


def workbook_bytes(source: Source, sheets: Iterable[Sheet[Any]]) -> bytes:
    """The file; a sheet too long for Excel goes on in another.

    Raises:
        MissingLibraryError: XlsxWriter is not installed.
    """
    xlsxwriter = load_optional("xlsxwriter", extra="xlsx", purpose="a workbook")
    buffer = io.BytesIO()
    book = _Book(xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False}))
    made = list(sheets)
    for sheet in made:
        rows = iter(sheet.rows(source.documents))
        for number in range(1, _ROWS):
            part = list(islice(rows, _ROWS))
            if not part and number > 1:
                break
            book.add(sheet, part, number)
    book.add_guide(made)
    book.close()
    return buffer.getvalue()


class _Book:
    """A workbook being made; formats are shared among cells."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        book.set_properties({"created": _MADE})

    def close(self) -> None:
        self._book.close()

    def add(self, sheet: Sheet[Any], rows: list[tuple[object, ...]], number: int) -> None:
        """One sheet: head, rows, filters, and how it prints."""
        title = sheet.title if number == 1 else f"{sheet.title} {number}"
        page = self._book.add_worksheet(title)
        self._put_head(page, sheet)
        page.set_row(0, 2 * _LINE)
        units = next((i for i, one in enumerate(sheet.columns) if one.name == "unit_id"), None)
        links = 0
        for index, row in enumerate(rows, start=1):
            unit = row[units] if units is not None else None
            for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                if column.name == "link" and value and links < _LINKS:
                    page.write_url(
                        index, place, _address(str(value)), self._link(), _link_words(row, sheet)
                    )
                    links += 1
                elif value is not None and value != "":
                    self._put(page, (index, place), column, value, unit)
            page.set_row(index, _LINE * _lines(sheet, row))
        _set_up(page, sheet, len(rows))

    def add_guide(self, sheets: Iterable[Sheet[Any]]) -> None:
        """A last sheet that says what each sheet and column holds."""
        page = self._book.add_worksheet("Guide")
        for place, (head, width) in enumerate(
            (("Sheet", 14), ("Column", 20), ("What it holds", 100))
        ):
            page.write_string(0, place, head, self.format(**_HEAD))
            page.set_column(place, place, width)
        for index, row in enumerate(_guide_rows(sheets), start=1):
            for place, text in enumerate(row):
                page.write_string(index, place, text, self.format(text_wrap=True, valign="top"))
        page.freeze_panes(1, 0)

    def format(self, **wanted: object) -> Any:
        """The format with these properties, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(wanted)
        return self._formats[key]

    def _link(self) -> Any:
        return self.format(font_color="#0563C1", underline=1, valign="top")

    def _put_head(self, page: Any, sheet: Sheet[Any]) -> None:
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, column.heading, self.format(**_HEAD))
            page.set_column(place, place, max(column.width, len(column.heading.split()[0]) + 4))

    def _put(
        self,
        page: Any,
        place: tuple[int, int],
        column: Column[Any],
        value: Any,
        unit: object,
    ) -> None:
        if isinstance(value, date):
            page.write_datetime(*place, value, self.format(num_format="dd mmm yyyy", valign="top"))
        elif isinstance(value, bool):
            page.write_string(
                *place, "yes" if value else "no", self.format(valign="top", align="left", indent=1)
            )
        elif isinstance(value, int | float):
            shape = number_format(value, unit) if column.is_figure else _plain_format(column, value)
            size = value / 100 if column.is_figure and unit == Unit.PERCENT else value
            page.write_number(*place, size, self.format(num_format=shape, valign="top"))
        else:
            text = str(value)[:_TEXT]
            quoted = {"quote_prefix": True} if text.lstrip().startswith(_FORMULA) else {}
            page.write_string(
                *place,
                text,
                self.format(text_wrap=True, valign="top", align="left", indent=1, **quoted),
            )


def _lines(sheet: Sheet[Any], row: tuple[object, ...]) -> int:
    """Lines that the longest text of a row needs, up to a limit."""
    needed = (
        ceil(len(value) * 1.05 / column.width)
        for column, value in zip(sheet.columns[: _printed(sheet)], row, strict=False)
        if isinstance(value, str) and column.name != "link"
    )
    return min(max(needed, default=1), _MOST_LINES)


def number_format(value: float, unit: object) -> str:
    """How Excel shows a figure of a unit, with as many decimals as it has, up to two."""
    decimals = min(len(f"{value:.6f}".rstrip("0").partition(".")[2]), 2)
    digits = f".{'0' * decimals}" if decimals else ""
    if unit == Unit.PERCENT:
        return f"0{digits}%"
    if unit == Unit.GBP:
        return f'"£"#,##0{digits}'
    return f"#,##0{digits}"


def _plain_format(column: Column[Any], value: float) -> str:
    return "0" if column.kind is Kind.WHOLE else "0.00" if value <= 1 else "0.0"


def _address(location: str) -> str:
    """``location`` as XlsxWriter keeps it: it takes ``file:`` to lead to a drive of Windows."""
    return location if _DRIVE.match(location) else location.replace("file:", "FILE:", 1)


def _link_words(row: tuple[object, ...], sheet: Sheet[Any]) -> str:
    names = [column.name for column in sheet.columns]
    page = row[names.index("page")] if "page" in names else None
    return f"page {page}" if page else "open"


def _guide_rows(sheets: Iterable[Sheet[Any]]) -> Iterator[tuple[str, str, str]]:
    for sheet in sheets:
        yield sheet.title, "", sheet.note
        for column in sheet.columns:
            yield sheet.title, column.heading, column.note


def _set_up(page: Any, sheet: Sheet[Any], count: int) -> None:
    """Frozen head, filters, and print set-up: landscape, as wide as a page, the head on each."""
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, count, len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.print_area(0, 0, max(count, 1), _printed(sheet) - 1)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&F, &A&RPage &P of &N")


def _printed(sheet: Sheet[Any]) -> int:
    """How many columns are printed: those that a person reads first, up to the quote."""
    names = [column.name for column in sheet.columns]
    return names.index("quote") + 1 if "quote" in names else min(len(names), 11)
