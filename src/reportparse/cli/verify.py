"""``reportparse verify``."""

import typer

from reportparse import archive
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.documents import Documents
from reportparse.cli.options import Converted, VocabularyFile


def verify(
    out: Converted,
    *,
    vocabulary: VocabularyFile = None,
) -> None:
    """Check that every record stands where it says it does.

    The quote of a record must be the text at its offsets, and hold its value.
    The exit code is 0 only if all records are borne out.
    """
    console = output_console()
    table = plain_table("File", "Record", "Page", "What is wrong", right=("Page",))
    documents = Documents([out], vocabulary)
    count = 0
    with documents.words():
        for parsed in documents.converted(out):
            count += 1
            for mismatch in archive.verify(parsed):
                add_row(table, mismatch.path, mismatch.record, mismatch.page, mismatch.reason)
    if table.row_count:
        print_table(console, table)
    typer.echo(f"documents read: {count}; records not borne out by their source: {table.row_count}")
    if table.row_count:
        raise typer.Exit(1)
    documents.finish()
