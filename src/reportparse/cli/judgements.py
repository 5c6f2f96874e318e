"""``reportparse judgements``."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportparse.cli.console import output_console, print_table
from reportparse.cli.documents import Documents
from reportparse.cli.options import TableOrCsv
from reportparse.cli.record_tables import judgement_table
from reportparse.cli.results import Output, check_output, put_csv

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


def judgements(
    out: Annotated[Path, typer.Argument(help="A folder that 'reportparse convert' wrote.")],
    *,
    form: Annotated[TableOrCsv, typer.Option("--format", help="Table by report, or CSV.")] = (
        TableOrCsv.TABLE
    ),
    output: Output = None,
) -> None:
    """List the judgements found in a converted folder."""
    check_output(output, form)
    documents = Documents([out])
    if form is TableOrCsv.CSV:
        put_csv(_rows(documents.converted(out)), output)
    else:
        console = output_console()
        total = sum(_print(console, parsed) for parsed in documents.converted(out))
        typer.echo(f"{total} judgement{'' if total == 1 else 's'}")
    documents.finish()


def _rows(documents: "Iterable[ParsedDocument]") -> Iterator[Sequence[object]]:
    yield _COLUMNS
    for parsed in documents:
        for judgement in parsed.judgements():
            yield _row(parsed, judgement)


def _row(parsed: "ParsedDocument", judgement: "Judgement") -> list[object]:
    place = judgement.provenance
    fields = judgement.model_dump(mode="json")
    found = {**fields, "path": parsed.source.path, "page": place.page}
    found["quote"] = " ".join(place.quote.split())
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
