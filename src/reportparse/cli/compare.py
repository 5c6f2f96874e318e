"""``reportparse compare``."""

import csv
import json
import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportparse import comparison
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.documents import load_documents
from reportparse.errors import OutputError

if TYPE_CHECKING:
    from reportparse.comparison import SeriesRow

_COLUMNS = (
    *("indicator", "label", "breakdown", "area", "comparator", "role", "kind", "period"),
    *("unit", "value", "value_text", "qualifier", "status", "report", "page", "quote", "also_in"),
)


class SeriesFormat(StrEnum):
    """How series are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


def compare(
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="SRC...", help="Folders of reports, or folders already converted."),
    ],
    *,
    indicator: Annotated[str | None, typer.Option(help="Id of one indicator.")] = None,
    area: Annotated[str | None, typer.Option(help="One authority, by any of its names.")] = None,
    form: Annotated[
        SeriesFormat, typer.Option("--format", help="Table, CSV, JSON, or a workbook.")
    ] = SeriesFormat.TABLE,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The workbook to write (xlsx).")
    ] = None,
) -> None:
    """Lay indicator values out as series, one row per fact.

    The same value from two reports is one row; two values for one period are both shown.
    """
    rows = comparison.compare(load_documents(sources), indicator=indicator, area=area)
    match form:
        case SeriesFormat.JSON:
            typer.echo(json.dumps([row.model_dump(mode="json") for row in rows], indent=2))
        case SeriesFormat.CSV:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerows([_COLUMNS, *map(_cells, rows)])
        case SeriesFormat.XLSX:
            _write_workbook(rows, output)
        case SeriesFormat.TABLE:
            _print(rows)


def _cells(row: "SeriesRow") -> list[object]:
    first, *others = row.sources
    fields: dict[str, Any] = {
        **row.model_dump(mode="json"),
        "breakdown": "; ".join(f"{name}={value}" for name, value in sorted(row.breakdown.items())),
        "report": first.path,
        "page": first.page,
        "quote": first.quote,
        "also_in": "; ".join(str(other.path) for other in others),
    }
    return [fields[column] for column in _COLUMNS]


def _write_workbook(rows: "tuple[SeriesRow, ...]", output: Path | None) -> None:
    if output is None:
        raise OutputError("a workbook needs a file; name one with --output")
    try:
        openpyxl = import_module("openpyxl")
    except ModuleNotFoundError as error:
        raise OutputError("workbooks need the extra 'xlsx'; or use --format csv") from error
    book = openpyxl.Workbook()
    for cells in [_COLUMNS, *map(_cells, rows)]:
        book.active.append(list(cells))
    try:
        book.save(output)
    except OSError as error:
        raise OutputError(f"{output}: cannot be written ({error.strerror})") from error


def _print(rows: "tuple[SeriesRow, ...]") -> None:
    if not rows:
        typer.echo("No values found.")
        return
    table = plain_table(
        *(
            "Measure",
            "Area",
            "Kind",
            "Period",
            "Value",
            "Unit",
            "Status",
            "Report",
            "Page",
            "Quote",
        ),
        right=("Value", "Page"),
        whole=("Value",),
    )
    for row in rows:
        names = " ".join(value.replace("_", " ") for value in row.breakdown.values())
        measure = f"{row.indicator or row.label} {names}".strip()
        reports = ", ".join(dict.fromkeys(str(place.path) for place in row.sources))
        first = row.sources[0]
        sign = "" if row.role == "level" else f" ({row.role})"
        add_row(
            table,
            *(measure + sign, row.area, row.kind.replace("_", " "), row.period, row.value_text),
            *(row.unit, row.status, reports, first.page, first.quote),
        )
    print_table(output_console(), table)
