"""``reportparse export``."""

from pathlib import Path
from typing import Annotated

import typer

from reportparse import desk
from reportparse.cli.options import Converted, SourcesFolder, VocabularyFile


def export(
    out: Converted,
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TARGET",
            help="What to write: a name that ends in .xlsx, .duckdb, .parquet, .csv.",
        ),
    ],
    *,
    sheet: Annotated[
        list[str] | None,
        typer.Option("--sheet", metavar="NAME", help="Only this sheet; may be given again."),
    ] = None,
    sources: SourcesFolder = None,
    vocabulary: VocabularyFile = None,
) -> None:
    """Write everything that was read to a workbook, a database or a folder of files.

    Sheets are documents, judgements, indicators, series, tables, cells and problems.
    A name that ends in .parquet or .csv becomes a folder with a file for each sheet.
    """
    archive = desk.open_archive(out, sources=sources, vocabulary=vocabulary)
    written = archive.export(target, sheets=tuple(sheet or ()))
    typer.echo(f"{written}: {len(archive.documents)} documents written")
