"""``reportparse indicators``."""

from typing import Annotated

import typer

from reportparse import archive, comparison
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.options import TableOrCsv, VocabularyFile
from reportparse.cli.results import Output, check_output, put_csv


def indicators(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="Words of its names.")
    ] = None,
    *,
    form: Annotated[
        TableOrCsv, typer.Option("--format", "-f", help="Table, or CSV.")
    ] = TableOrCsv.TABLE,
    output: Output = None,
    vocabulary: VocabularyFile = None,
) -> None:
    """List the indicators by id, name and unit: all, or those named by some words."""
    check_output(output, form)
    with archive.words_of([], vocabulary):
        found = comparison.indicators_named(" ".join(words or ()))
    rows = [(one.id, one.name, one.unit, one.theme) for one in found]
    if form is TableOrCsv.CSV:
        put_csv([("id", "name", "unit", "theme"), *rows], output)
        return
    table = plain_table("Id", "Name", "Unit", whole=("Id", "Unit"))
    for identity, name, unit, _ in rows:
        add_row(table, identity, name, unit)
    if rows:
        print_table(output_console(), table)
    typer.echo(f"{len(rows)} indicator{'' if len(rows) == 1 else 's'}")
