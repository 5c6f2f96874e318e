"""Tables of a report on a narrow screen: wide ones in parts, each with its stubs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportparse.cli.fitting import GAP, fit_widths, fold, least_width

if TYPE_CHECKING:
    from reportparse.records import TableRecord

_LONGEST_WORD = 16
_LONG_TEXT, _LONG_TEXT_WIDTH = 40, 22
_STUB_SHARE = 0.6


def print_table_record(console: Console, table: "TableRecord") -> None:
    """Print one table under its id, place and caption."""
    headers = table.to_rows(fill=True)[: table.n_header_rows]
    body = table.to_rows()[table.n_header_rows :]
    console.print(Text(_title(table), style="bold"))
    lines = [*headers, *body]
    for columns in column_parts(table, lines, console.width):
        view = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_header=bool(headers))
        texts = [[row[column] for row in lines] for column in columns]
        wanted = [max(map(len, each), default=1) for each in texts]
        widths = fit_widths([_least(each) for each in texts], wanted, console.width)
        for column, width in zip(columns, widths, strict=True):
            names = dict.fromkeys(row[column] for row in headers if row[column])
            right = column >= table.n_stub_columns and _is_numeric(table, column)
            view.add_column(
                Text(fold("\n".join(names), width)),
                justify="right" if right else "left",
                width=width,
            )
        for row in body:
            cells = zip(columns, widths, strict=True)
            view.add_row(*(Text(fold(row[column], width)) for column, width in cells))
        console.print(view)


def _title(table: "TableRecord") -> str:
    pages = ", ".join(map(str, table.pages))
    place = f", page{'s' if table.pages[1:] else ''} {pages}" if pages else ""
    caption = f": {table.caption}" if table.caption else ""
    return f"{table.id}{place}{caption}"


def column_parts(
    table: "TableRecord", rows: Sequence[Sequence[str]], width: int
) -> Iterator[list[int]]:
    """The columns of ``table`` in parts whose words fit ``width``; stubs lead each part.

    Where the stubs would take most of the width, the innermost alone leads the later parts.
    """
    texts = [[row[column] for row in rows] for column in range(table.n_columns)]
    part = list(range(table.n_stub_columns))
    lead = part
    if sum(_least(texts[column]) + GAP for column in part) > _STUB_SHARE * width:
        lead = part[-1:]
    for column in range(table.n_stub_columns, table.n_columns):
        used = sum(_need(texts[each]) + GAP for each in (*part, column))
        if used > width and part and part[-1] >= table.n_stub_columns:
            yield part
            part = list(lead)
        part = [*part, column]
    yield part


def _need(texts: Sequence[str]) -> int:
    """Width at which a column breaks no word, and long texts do not run down the page."""
    is_long = any(len(text) > _LONG_TEXT for text in texts)
    return max(_least(texts), _LONG_TEXT_WIDTH if is_long else 1)


def _least(texts: Sequence[str]) -> int:
    return least_width(texts, limit=_LONGEST_WORD)


def _is_numeric(table: "TableRecord", column: int) -> bool:
    states = [cell.state for cell in table.cells if cell.column == column and cell.state]
    return bool(states) and sum(state == "words" for state in states) * 2 < len(states)
