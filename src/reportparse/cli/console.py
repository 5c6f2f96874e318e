"""Where the commands print, and the tables they share."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text


def output_console() -> Console:
    """Console for results; plain text without colour where it is not a terminal."""
    return Console(highlight=False, emoji=False)


def error_console() -> Console:
    """Console for errors and progress."""
    return Console(stderr=True, highlight=False, emoji=False)


def plain_table(*columns: str, right: tuple[str, ...] = (), whole: tuple[str, ...] = ()) -> Table:
    """An empty table with one style for all commands.

    Args:
        columns: Headings.
        right: Headings of the columns that are set flush right.
        whole: Headings of the columns that keep their cells on one line where others can wrap.
    """
    table = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for heading in columns:
        table.add_column(
            heading,
            justify="right" if heading in right else "left",
            overflow="fold",
            no_wrap=heading in whole,
        )
    return table


def print_table(console: Console, table: Table, *, title: str | None = None) -> None:
    """Print ``table`` below its title."""
    if title:
        console.print(Text(title, style="bold"), soft_wrap=True)
    console.print(table)


def add_row(table: Table, *cells: object) -> None:
    """Add ``cells`` as they are: brackets and colons in file names are not markup."""
    table.add_row(*(Text("" if cell is None else str(cell)) for cell in cells))
