"""``reportparse tables``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import reportparse
from reportparse import archive
from reportparse.cli.console import output_console
from reportparse.cli.options import VocabularyFile
from reportparse.cli.table_view import print_table_record

if TYPE_CHECKING:
    from reportparse.records import ParsedDocument


def tables(
    file: Annotated[Path, typer.Argument(help="A PDF, DOCX, HTML or text file.")],
    *,
    show: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            file_okay=False,
            help="Draw what was found over the pages of a PDF, as PNG files in DIR.",
        ),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(metavar="DIR", file_okay=False, help="Write each table as CSV into DIR."),
    ] = None,
    xlsx: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="Write a workbook, a sheet each."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the records as JSON.")] = False,
    vocabulary: VocabularyFile = None,
) -> None:
    """List and export the tables of one report.

    Prints each table with its page and caption, unless told to write files.
    """
    parsed = reportparse.parse(file, vocabulary=vocabulary)
    written: list[Path] = []
    if show is not None:
        written += archive.write_table_pictures(parsed, file, show)
    if csv is not None:
        written += archive.write_tables_csv(parsed, csv)
    if xlsx is not None:
        archive.write_tables_xlsx(parsed, xlsx)
        written.append(xlsx)
    if as_json:
        records = [table.model_dump(mode="json") for table in parsed.tables()]
        typer.echo(json.dumps(records, indent=2, ensure_ascii=False))
    elif written:
        for path in written:
            typer.echo(path)
    else:
        _print(parsed)


def _print(parsed: "ParsedDocument") -> None:
    console = output_console()
    found = list(parsed.tables())
    for table in found:
        print_table_record(console, table)
    typer.echo(f"{len(found)} table{'' if len(found) == 1 else 's'}")
