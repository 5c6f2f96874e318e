"""Writing an archive for spreadsheets, databases and programs."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from reportparse.archive import write_bytes_whole, write_whole
from reportparse.archive.spreadsheets import csv_text
from reportparse.desk.arrow import arrow_table
from reportparse.desk.columns import Sheet
from reportparse.desk.query import Source, write_duckdb
from reportparse.desk.sheets import SHEET_BY_NAME, SHEETS
from reportparse.desk.workbook import workbook_bytes
from reportparse.errors import OutputError, UnknownNameError
from reportparse.optional import load_optional
from reportparse.vocabulary import use_vocabulary

Sheets = tuple[Sheet[Any], ...]


def export(source: Source, target: Path, *, sheets: Iterable[str] = ()) -> Path:
    """Write ``sheets``, all by default, to ``target`` in the format that its ending names.

    Raises:
        OutputError: The ending is unknown, there is no folder for the file, or it cannot be
            written.
        UnknownNameError: There is no such sheet.
        MissingLibraryError: A library that the format needs is not installed.
    """
    wanted = set(sheets)
    if unknown := sorted(wanted - set(SHEET_BY_NAME)):
        raise UnknownNameError("sheet", unknown[0], tuple(SHEET_BY_NAME))
    write = WRITERS.get(target.suffix.lower())
    if write is None:
        raise OutputError(
            f"{target}: the ending says what to write; use one of {', '.join(WRITERS)}"
        )
    if not target.absolute().parent.is_dir():
        raise OutputError(f"{target}: there is no folder {target.parent}; make it first")
    with use_vocabulary(source.vocabulary):
        write(source, target, tuple(one for one in SHEETS if not wanted or one.name in wanted))
    return target


def _workbook(source: Source, target: Path, sheets: Sheets) -> None:
    _refuse_folder(target)
    write_bytes_whole(target, workbook_bytes(source, sheets))


def _duckdb(source: Source, target: Path, sheets: Sheets) -> None:
    _refuse_folder(target)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.duckdb"
        write_duckdb(source, path, sheets)
        write_bytes_whole(target, path.read_bytes())


def _parquet(source: Source, target: Path, sheets: Sheets) -> None:
    arrow = load_optional("pyarrow", extra="parquet", purpose="a Parquet file")
    parquet = load_optional("pyarrow.parquet", extra="parquet", purpose="a Parquet file")
    _make_folder(target)
    for sheet in sheets:
        table = arrow_table(sheet, sheet.values(sheet.items(source.documents)), extra="parquet")
        buffer = arrow.BufferOutputStream()
        parquet.write_table(table, buffer)
        write_bytes_whole(target / f"{sheet.name}.parquet", buffer.getvalue().to_pybytes())


def _csv(source: Source, target: Path, sheets: Sheets) -> None:
    _make_folder(target)
    for sheet in sheets:
        heads = tuple(column.name for column in sheet.columns)
        write_whole(target / f"{sheet.name}.csv", csv_text([heads, *sheet.rows(source.documents)]))


def _make_folder(target: Path) -> None:
    if target.is_file():
        raise OutputError(f"{target}: is a file; name a folder, or remove it")
    target.mkdir(exist_ok=True)


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise OutputError(f"{target}: is a folder; name a file, or remove it")


WRITERS: dict[str, Callable[[Source, Path, Sheets], None]] = {
    ".xlsx": _workbook,
    ".duckdb": _duckdb,
    ".parquet": _parquet,
    ".csv": _csv,
}
