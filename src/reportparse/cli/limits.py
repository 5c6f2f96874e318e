"""Long results on a screen: a summary, and how to narrow it, unless all is asked for."""

from collections import Counter
from typing import Annotated

import typer

from reportparse.cli.console import add_row, output_console, plain_table, print_table

MOST_ROWS = 200
_SUMMED = 20

PrintAll = Annotated[
    bool, typer.Option("--all", help=f"Print tables of more than {MOST_ROWS} rows in full.")
]


def print_summary(what: str, by: str, counts: Counter[str], narrow: str) -> None:
    """Counts of rows instead of the rows, largest first, and how to see them.

    Args:
        what: The rows, in the plural.
        by: Heading of what they are counted by.
        counts: Rows by name.
        narrow: Options that leave fewer rows.
    """
    table = plain_table(by, "Rows", right=("Rows",))
    for name, count in counts.most_common(_SUMMED):
        add_row(table, name, f"{count:,}")
    print_table(output_console(), table)
    rest = len(counts) - _SUMMED
    if rest > 0:
        typer.echo(f"and {rest:,} more")
    typer.echo(
        f"{counts.total():,} {what}. Narrow them with {narrow}, write them all with"
        " --format csv --output FILE, or print them with --all."
    )
