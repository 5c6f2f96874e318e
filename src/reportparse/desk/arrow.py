"""A sheet as an Arrow table, from which Parquet files and DuckDB tables are made."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reportparse.desk.columns import Sheet
from reportparse.optional import load_optional
from reportparse.records.frames import Kind

# What pandas reads a column as; without it, whole numbers with gaps become floats.
_PANDAS = {
    Kind.TEXT: "object",
    Kind.WHOLE: "Int64",
    Kind.NUMBER: "float64",
    Kind.DATE: "date32[day][pyarrow]",
    Kind.FLAG: "boolean",
}
_PANDAS_KIND = {Kind.TEXT: "unicode", Kind.FLAG: "bool", Kind.DATE: "date"}


def arrow_table(sheet: Sheet[Any], values: Mapping[str, Sequence[Any]], *, extra: str) -> Any:
    """The values of a sheet with the type and the note of each column.

    Args:
        sheet: Its columns.
        values: By column name.
        extra: The extra that brings pyarrow for what is being done.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    arrow = load_optional("pyarrow", extra=extra, purpose="a typed table")
    types = {
        Kind.TEXT: arrow.string(),
        Kind.WHOLE: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.DATE: arrow.date32(),
        Kind.FLAG: arrow.bool_(),
    }
    fields = [
        arrow.field(column.name, types[column.kind], metadata={"note": column.note})
        for column in sheet.columns
    ]
    schema = arrow.schema(fields, metadata={"note": sheet.note, "pandas": _pandas(sheet)})
    return arrow.table(dict(values), schema=schema)


def _pandas(sheet: Sheet[Any]) -> str:
    columns = [
        {
            "name": column.name,
            "field_name": column.name,
            "pandas_type": _PANDAS_KIND.get(column.kind, _PANDAS[column.kind].lower()),
            "numpy_type": _PANDAS[column.kind],
            "metadata": None,
        }
        for column in sheet.columns
    ]
    described = {"index_columns": [], "column_indexes": [], "columns": columns}
    return json.dumps(described | {"pandas_version": "2.2.0"})
