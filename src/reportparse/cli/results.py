"""Where the result of a command goes: standard output, or a file that is written whole."""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse import archive
from reportparse.archive.spreadsheets import csv_text
from reportparse.errors import OutputError

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write the result to this file.", dir_okay=False),
]


def check_output(output: Path | None, form: str) -> None:
    """Refuse at once what could not be written once everything has been read.

    Raises:
        typer.BadParameter: Tables for the screen are to go to a file, or a workbook is not.
        OutputError: There is no folder for the file.
    """
    if output is None:
        if form == "xlsx":
            raise typer.BadParameter("a workbook needs a file; name one with --output")
        return
    if form == "table":
        raise typer.BadParameter(
            "--output takes what is for programs; name it with --format, such as --format csv"
        )
    if not output.parent.is_dir():
        raise OutputError(f"{output}: there is no folder {output.parent}; make it first")


def put_text(text: str, output: Path | None) -> None:
    """Print ``text``, or write it to ``output``; either ends in a line break."""
    if output is None:
        typer.echo(text.removesuffix("\n"))
    else:
        archive.write_whole(output, text.removesuffix("\n") + "\n")


def put_csv(rows: Iterable[Sequence[object]], output: Path | None) -> None:
    """Print ``rows`` as CSV for programs, or write them to ``output`` for spreadsheets."""
    if output is None:
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
    else:
        archive.write_whole(output, csv_text(rows))
