"""Rows of text and data frames: of a table's cells, and of any flat columns."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from reportparse.document import CellRole
from reportparse.optional import load_optional

if TYPE_CHECKING:
    from reportparse.records.table import TableCell, TableRecord

Column = list[str | None] | list[float | None] | list[int | None]


def rows(table: "TableRecord", *, fill: bool) -> list[list[str]]:
    """Cell texts by row; a merged cell everywhere it covers, or at its first place alone."""
    grid = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        row_span, column_span = (cell.row_span, cell.column_span) if fill else (1, 1)
        for row in range(cell.row, cell.row + row_span):
            for column in range(cell.column, cell.column + column_span):
                grid[row][column] = cell.text
    return grid


def named_rows(table: "TableRecord") -> list[list[str]]:
    """Cell texts by row with the words that name rows and columns wherever they hold.

    A header stands over each column it covers and a stub beside each row; what is merged
    otherwise stands once, so that no figure is counted twice.
    """
    grid = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        row_span = 1 if cell.role is CellRole.BODY else cell.row_span
        column_span = cell.column_span if cell.role is CellRole.HEADER else 1
        for row in range(cell.row, cell.row + row_span):
            for column in range(cell.column, cell.column + column_span):
                grid[row][column] = cell.text
    return grid


class Kind(StrEnum):
    """What the values of a flat column are; any of them may be missing."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"


Columns = Mapping[str, Sequence[Any]]
Kinds = Mapping[str, Kind]

_PANDAS = {
    Kind.TEXT: "object",
    Kind.WHOLE: "Int64",
    Kind.NUMBER: "float64",
    Kind.DATE: "datetime64[s]",
    Kind.FLAG: "boolean",
}
_POLARS = {
    Kind.TEXT: "String",
    Kind.WHOLE: "Int64",
    Kind.NUMBER: "Float64",
    Kind.DATE: "Date",
    Kind.FLAG: "Boolean",
}


def pandas_frame(columns: Columns, kinds: Kinds | None = None) -> Any:
    """Columns by name as a pandas data frame; pandas chooses the types of those without a kind.

    Raises:
        MissingLibraryError: pandas is not installed.
    """
    pandas = load_optional("pandas", extra="pandas", purpose="a pandas data frame")
    types = {name: _PANDAS[kind] for name, kind in (kinds or {}).items()}
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=types.get(name)) for name, values in columns.items()}
    )


def polars_frame(columns: Columns, kinds: Kinds | None = None) -> Any:
    """Columns by name as a polars data frame; see `pandas_frame`.

    Raises:
        MissingLibraryError: polars is not installed.
    """
    polars = load_optional("polars", extra="polars", purpose="a polars data frame")
    types = {name: getattr(polars, _POLARS[kind]) for name, kind in (kinds or {}).items()}
    return polars.DataFrame(dict(columns), schema_overrides=types)


def columns_of(table: "TableRecord", *, numbers: bool) -> dict[str, Column]:
    """Columns of the body by name, stubs among them; what is not printed is None."""
    texts = named_rows(table)
    names = _names(table, texts[: table.n_header_rows])
    body: list[dict[int, TableCell]] = [{} for _ in range(table.n_header_rows, table.n_rows)]
    for cell in table.cells:
        if cell.row >= table.n_header_rows:
            body[cell.row - table.n_header_rows][cell.column] = cell
    columns: dict[str, Column] = {}
    for index, name in enumerate(names):
        cells = [row.get(index) for row in body]
        found = _numbers(cells) if numbers else None
        printed = [row[index] or None for row in texts[table.n_header_rows :]]
        columns[name] = printed if found is None else found
    return columns


def _names(table: "TableRecord", headers: list[list[str]]) -> list[str]:
    """Headers of each column joined, each once; a name that comes again is numbered."""
    names: list[str] = []
    for column in range(table.n_columns):
        parts = dict.fromkeys(row[column] for row in headers if row[column])
        name = unique = ": ".join(parts) or f"column {column + 1}"
        count = 1
        while unique in names:
            count += 1
            unique = f"{name} ({count})"
        names.append(unique)
    return names


def _numbers(cells: list["TableCell | None"]) -> list[float | None] | list[int | None] | None:
    """Values of a column of figures; None where it holds anything else.

    A cell of words that covers several columns names a group of rows and is passed over.
    """
    inside = [cell for cell in cells if cell is not None and not _is_group(cell)]
    figures = [cell for cell in inside if cell.value is not None]
    if not figures or any(cell.value is None and not _is_missing(cell) for cell in inside):
        return None
    values = [None if cell is None else cell.value for cell in cells]
    if all("." not in cell.text for cell in figures):
        return [None if value is None else int(value) for value in values]
    return values


def _is_group(cell: "TableCell") -> bool:
    return cell.column_span > 1 and cell.value is None


def _is_missing(cell: "TableCell") -> bool:
    """Whether a mark stands where a figure would."""
    return cell.state is not None and cell.state not in ("figure", "words")
