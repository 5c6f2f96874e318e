"""Where the commands print, and the tables they share."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportparse.cli.fitting import fit_widths, fold, least_width


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
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in columns:
        justify = "right" if heading in right else "left"
        table.add_column(heading, justify=justify, no_wrap=heading in whole)  # type: ignore[arg-type]
    return table


def print_table(console: Console, table: Table, *, title: str | None = None) -> None:
    """Print ``table`` below its title, its columns fitted to the screen and no word cut."""
    if title:
        console.print(Text(fold(title, console.width), style="bold"), soft_wrap=True)
    columns = [[str(cell) for cell in column.cells] for column in table.columns]
    texts = [
        [str(column.header), *cells] if table.show_header else cells
        for column, cells in zip(table.columns, columns, strict=True)
    ]
    pieces = [least_width(cells) for cells in texts]
    wanted = [max(map(len, cells), default=1) for cells in texts]
    least = [
        want if column.no_wrap else piece
        for column, want, piece in zip(table.columns, wanted, pieces, strict=True)
    ]
    if sum(fit_widths(least, least, console.width)) < sum(least):
        least = pieces
    widths = fit_widths(least, wanted, console.width)
    fitted = Table(box=table.box, pad_edge=False, show_header=table.show_header)
    for column, width in zip(table.columns, widths, strict=True):
        fitted.add_column(fold(str(column.header), width), justify=column.justify, width=width)
    for row in zip(*columns, strict=True):
        fitted.add_row(*(Text(fold(text, width)) for text, width in zip(row, widths, strict=True)))
    console.print(fitted)


def add_row(table: Table, *cells: object) -> None:
    """Add ``cells`` as they are: brackets and colons in file names are not markup."""
    table.add_row(*(Text("" if cell is None else str(cell)) for cell in cells))
