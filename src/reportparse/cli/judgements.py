"""``reportparse judgements``."""

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportparse import archive
from reportparse.cli.console import output_console, print_table
from reportparse.cli.record_tables import judgement_table

if TYPE_CHECKING:
    from reportparse.records import Judgement, ParsedDocument, Report

_COLUMNS = (
    "path",
    "provider",
    "framework",
    "part",
    "aspect",
    "grade",
    "grade_text",
    "inspected_from",
    "inspected_to",
    "published",
    "basis",
    "page",
    "quote",
)


class Format(StrEnum):
    """How judgements are printed."""

    TABLE = "table"
    CSV = "csv"


def judgements(
    out: Annotated[Path, typer.Argument(help="A folder that 'reportparse convert' wrote.")],
    *,
    form: Annotated[Format, typer.Option("--format", help="Table by report, or CSV.")] = (
        Format.TABLE
    ),
) -> None:
    """List the judgements found in a converted folder."""
    documents = archive.read_documents(out)
    if form is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for parsed in documents:
            for judgement in parsed.judgements():
                writer.writerow(_row(parsed, judgement))
        return
    console = output_console()
    total = sum(_print(console, parsed) for parsed in documents)
    typer.echo(f"{total} judgements")


def _row(parsed: "ParsedDocument", judgement: "Judgement") -> list[object]:
    place = judgement.provenance
    fields = judgement.model_dump(mode="json")
    found = {**fields, "path": parsed.source.path, "page": place.page, "quote": place.quote}
    return [found[column] for column in _COLUMNS]


def _print(console: Console, parsed: "ParsedDocument") -> int:
    printed = 0
    for report in parsed.reports:
        if report.judgements:
            print_table(console, judgement_table(report), title=_title(parsed, report))
            printed += len(report.judgements)
    return printed


def _title(parsed: "ParsedDocument", report: "Report") -> str:
    inspection = report.inspection
    about = [report.organisation, inspection.framework if inspection else None]
    return f"{parsed.source.path}: {', '.join(part for part in about if part) or report.kind}"
