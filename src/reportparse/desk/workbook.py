"""The workbook: sheets to filter and print, with real numbers, dates and links."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from textwrap import wrap
from typing import Any

from reportparse.desk.columns import Column, Sheet
from reportparse.desk.number_format import Shape, number_format
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
        names = [column.name for column in sheet.columns]
        links = 0
        for index, row in enumerate(rows, start=1):
            shape = Shape.of(dict(zip(names, row, strict=True)))
            for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                if column.name == "link" and value and links < _LINKS:
                    page.write_url(
                        index, place, _address(str(value)), self._link(), _link_words(row, sheet)
                    )
                    links += 1
                elif value is not None and value != "":
                    self._put(page, (index, place), column, value, shape)
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
        count = 0
        for count, row in enumerate(_guide_rows(sheets), start=1):
            style = {} if row[1] else {"bold": True, "top": 1}
            for place, text in enumerate(row):
                shown = self.format(text_wrap=True, valign="top", **style)
                page.write_string(count, place, text, shown)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, count, 2)
        _print_set_up(page)

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
            side = {"align": "right"} if _is_right(column) else {"align": "left", "indent": 1}
            page.write_string(0, place, column.heading, self.format(**_HEAD, **side))
            longest = max(map(len, column.heading.split()))
            page.set_column(place, place, max(column.width, longest + 5))  # room for the filter

    def _put(
        self,
        page: Any,
        place: tuple[int, int],
        column: Column[Any],
        value: Any,
        shape: Shape,
    ) -> None:
        if isinstance(value, date):
            page.write_datetime(*place, value, self.format(num_format="dd mmm yyyy", valign="top"))
        elif isinstance(value, bool):
            page.write_string(
                *place, "yes" if value else "no", self.format(valign="top", align="left", indent=1)
            )
        elif isinstance(value, int | float):
            is_share = column.is_figure and shape.unit == Unit.PERCENT
            shown = number_format(value, shape) if column.is_figure else _plain(column, value)
            size = value / 100 if is_share else value
            page.write_number(*place, size, self.format(num_format=shown, valign="top"))
        else:
            text = str(value)[:_TEXT]
            style = {"quote_prefix": True} if text.lstrip().startswith(_FORMULA) else {}
            if column.name == "measure" and shape.is_unlinked:
                style["italic"] = True
            shown = self.format(text_wrap=True, valign="top", align="left", indent=1, **style)
            page.write_string(*place, text, shown)


def _lines(sheet: Sheet[Any], row: tuple[object, ...]) -> int:
    """Lines that the longest text of a row needs, up to a limit."""
    needed = (
        len(wrap(value, column.width - 1))
        for column, value in zip(sheet.columns[: sheet.n_printed], row, strict=False)
        if isinstance(value, str) and column.name != "link" and len(value) >= column.width
    )
    return min(max(needed, default=1), _MOST_LINES)


def _plain(column: Column[Any], value: float) -> str:
    return "0" if column.kind is Kind.WHOLE else "0.00" if value <= 1 else "0.0"


def _is_right(column: Column[Any]) -> bool:
    return column.kind in (Kind.WHOLE, Kind.NUMBER, Kind.DATE)


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
    """Frozen head, filters, and what is printed."""
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, count, len(sheet.columns) - 1)
    page.print_area(0, 0, max(count, 1), sheet.n_printed - 1)
    _print_set_up(page)


def _print_set_up(page: Any) -> None:
    """Landscape A4, as wide as the page, with the head, the sheet and the number on each."""
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&F, &A&RPage &P of &N")
