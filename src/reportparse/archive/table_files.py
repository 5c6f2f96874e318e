"""The tables of a document as CSV files and as an Excel workbook."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportparse.archive.outputs import write_bytes_whole, write_whole
from reportparse.archive.spreadsheets import Workbook, csv_text
from reportparse.document import CellRole
from reportparse.records import ParsedDocument, TableCell, TableRecord, Unit
from reportparse.records.frames import named_rows

_INDEX = "Tables"
_INDEX_COLUMNS = ("file", "table", "page", "caption", "rows", "columns")
_DECIMALS = re.compile(r"\d\.(\d+)")
_WIDEST = 60
_NARROWEST = 8


def write_tables_csv(parsed: ParsedDocument, folder: Path) -> list[Path]:
    """Write each table to a file of its own, and a list of them to ``<name>-tables.csv``.

    Cells are text as printed; headers and stubs stand at every column and row they name. An
    apostrophe stands before text that a spreadsheet would take for a formula.

    Raises:
        OutputError: A file cannot be written.
    """
    stem = _stem(parsed)
    tables = list(parsed.tables())
    paths = []
    for table in tables:
        path = folder / f"{stem}-{table.id}.csv"
        write_whole(path, csv_text(named_rows(table)))
        paths.append(path)
    index = folder / f"{stem}-tables.csv"
    write_whole(index, csv_text(_index(parsed, tables)))
    return [index, *paths]


def write_tables_xlsx(parsed: ParsedDocument, path: Path) -> None:
    """Write a workbook with a sheet for each table and a first sheet that lists them.

    Cells with a plain value are numbers, shown as printed; all else is text.

    Raises:
        MissingLibraryError: openpyxl is not installed.
        OutputError: The file cannot be written.
    """
    book = Workbook()
    tables = list(parsed.tables())
    index = book.add_sheet(_INDEX)
    _put_rows(book, index, _index(parsed, tables), n_bold=1)
    index.freeze_panes = "A2"
    for table in tables:
        _add_table(book, table)
    write_bytes_whole(path, book.data())


def _stem(parsed: ParsedDocument) -> str:
    return Path(parsed.source.path or "report").stem


def _index(parsed: ParsedDocument, tables: Sequence[TableRecord]) -> list[Sequence[object]]:
    name = Path(parsed.source.path).name if parsed.source.path else ""
    rows: list[Sequence[object]] = [_INDEX_COLUMNS]
    for table in tables:
        pages = ", ".join(map(str, table.pages))
        page = int(pages) if pages.isdigit() else pages
        rows.append((name, table.id, page, table.caption or "", table.n_rows, table.n_columns))
    return rows


def _add_table(book: Workbook, table: TableRecord) -> None:
    sheet = book.add_sheet(table.id)
    _put_rows(book, sheet, named_rows(table), n_bold=table.n_header_rows)
    for cell in table.cells:
        if cell.role is CellRole.BODY and cell.value is not None:
            number = int(cell.value) if cell.value.is_integer() else cell.value
            put = book.put(sheet, (cell.row, cell.column), number)
            put.number_format = _number_format(cell)
    sheet.freeze_panes = sheet.cell(table.n_header_rows + 1, table.n_stub_columns + 1).coordinate


def _put_rows(book: Workbook, sheet: Any, rows: Sequence[Sequence[object]], *, n_bold: int) -> None:
    widths: dict[int, int] = {}
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            widths[column] = max(widths.get(column, _NARROWEST), len(str(value)) + 2)
            if value != "":
                book.put(sheet, (row, column), value, bold=row < n_bold)
    for column, width in widths.items():
        letter = sheet.cell(1, column + 1).column_letter
        sheet.column_dimensions[letter].width = min(width, _WIDEST)


def _number_format(cell: TableCell) -> str:
    """The format that shows the number as the cell prints it."""
    decimals = _DECIMALS.search(cell.text)
    digits = ("#,##0" if "," in cell.text else "0") + (
        f".{'0' * len(decimals[1])}" if decimals else ""
    )
    if cell.unit is Unit.PERCENT and "%" in cell.text:
        return f'{digits}"%"'
    if cell.unit is Unit.GBP:
        return f'"£"{digits}' if cell.text.rstrip()[-1].isdigit() else '"£"#,##0'
    return digits if cell.text.rstrip()[-1].isdigit() else "General"
