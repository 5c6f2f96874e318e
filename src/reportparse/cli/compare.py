"""``reportparse compare``."""

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportparse import archive, comparison
from reportparse.archive.spreadsheets import Workbook
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.documents import Documents, Sources
from reportparse.cli.limits import MOST_ROWS, PrintAll, print_summary
from reportparse.cli.options import VocabularyFile
from reportparse.cli.results import Output, check_output, put_csv, put_text

if TYPE_CHECKING:
    from rich.table import Table

    from reportparse.comparison import SeriesRow

_COLUMNS = (
    *("indicator", "label", "breakdown", "area", "comparator", "role", "direction", "baseline"),
    *("kind", "period", "start", "end"),
    *("unit", "value", "value_text", "qualifier", "status", "report", "page", "quote", "also_in"),
)


class SeriesFormat(StrEnum):
    """How series are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


def compare(
    sources: Sources,
    *,
    indicator: Annotated[str | None, typer.Option(help="Id of one indicator.")] = None,
    area: Annotated[str | None, typer.Option(help="One authority, by any of its names.")] = None,
    form: Annotated[
        SeriesFormat, typer.Option("--format", "-f", help="Table, CSV, JSON, or a workbook.")
    ] = SeriesFormat.TABLE,
    output: Output = None,
    every: PrintAll = False,
    vocabulary: VocabularyFile = None,
) -> None:
    """Lay indicator values out as series, one row per fact.

    The same value from two reports is one row; two values for one period are both shown.
    """
    check_output(output, form)
    documents = Documents(sources, vocabulary)
    with documents.words():
        rows = comparison.compare(documents, indicator=indicator, area=area)
    if not rows:
        documents.tell_nothing_found("values", indicator, area)
    match form:
        case SeriesFormat.JSON:
            put_text(json.dumps([row.model_dump(mode="json") for row in rows], indent=2), output)
        case SeriesFormat.CSV:
            put_csv([_COLUMNS, *map(_cells, rows)], output)
        case SeriesFormat.XLSX:
            assert output is not None  # checked before
            _write_workbook(rows, output)
        case SeriesFormat.TABLE:
            if len(rows) > MOST_ROWS and not every:
                counts = Counter(row.indicator or "no measure" for row in rows)
                print_summary("values", "Indicator", counts, "--indicator and --area")
            else:
                _print(rows, area)
    documents.finish()


def _cells(row: "SeriesRow") -> list[object]:
    first, *others = row.sources
    fields: dict[str, Any] = {
        **row.model_dump(mode="json"),
        "start": row.start,
        "end": row.end,
        "breakdown": "; ".join(f"{name}={value}" for name, value in sorted(row.breakdown.items())),
        "report": first.path,
        "page": first.page,
        "quote": first.quote,
        "also_in": "; ".join(str(other.path) for other in others),
    }
    return [fields[column] for column in _COLUMNS]


def _write_workbook(rows: "tuple[SeriesRow, ...]", output: Path) -> None:
    book = Workbook()
    sheet = book.add_sheet("Series")
    for index, cells in enumerate([_COLUMNS, *map(_cells, rows)]):
        for column, value in enumerate(cells):
            if value not in (None, ""):
                book.put(sheet, (index, column), value, bold=index == 0)
    book.finish(sheet)
    archive.write_bytes_whole(output, book.data())


def _print(rows: "tuple[SeriesRow, ...]", area: str | None) -> None:
    """A table for each series; comparators of an area asked for stand beside its values."""
    console = output_console()
    series: dict[str, list[SeriesRow]] = {}
    for row in rows:
        series.setdefault(_title(row, row.area if area is None else None), []).append(row)
    for title, group in series.items():
        group.sort(key=lambda row: (row.end is None, row.end))
        print_table(console, _table(group), title=title)


def _title(row: "SeriesRow", area: str | None) -> str:
    names = " ".join(value.replace("_", " ") for value in row.breakdown.values())
    measure = " ".join(part for part in (row.indicator or row.label, names) if part)
    since = f" since {row.baseline}" if row.baseline else ""
    role = "" if row.role == "level" else f"{row.role}{since}"
    parts = (measure, area, role, row.unit.replace("_", " "), row.kind.replace("_", " "))
    return ", ".join(part for part in parts if part)


def _table(rows: "list[SeriesRow]") -> "Table":
    """One series; columns that would be empty are left out, so that it fits a narrow screen."""
    several = len({row.area for row in rows}) > 1
    shown = {
        "Area": several,
        "Period": any(row.period for row in rows),
        "Status": any(row.status for row in rows),
        "Page": any(row.sources[0].page for row in rows),
    }
    headings = ("Area", "Period", "Value", "Status", "Report", "Page", "Quote")
    columns = [heading for heading in headings if shown.get(heading, True)]
    table = plain_table(
        *columns, right=("Value", "Page"), whole=("Period", "Value", "Status", "Page")
    )
    for row in rows:
        first = row.sources[0]
        cells = {
            "Area": row.area,
            "Period": row.period,
            "Value": _value(row),
            "Status": row.status,
            "Report": ", ".join(dict.fromkeys(str(place.path) for place in row.sources)),
            "Page": first.page,
            "Quote": first.quote,
        }
        add_row(table, *(cells[heading] for heading in columns))
    return table


def _value(row: "SeriesRow") -> str:
    words = (row.direction or "", "" if row.qualifier == "exact" else row.qualifier, row.value_text)
    return " ".join(word.replace("_", " ") for word in words if word)
