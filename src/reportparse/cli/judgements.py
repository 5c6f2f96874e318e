"""``reportparse judgements``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportparse import desk
from reportparse.cli.console import output_console, print_table
from reportparse.cli.documents import Documents
from reportparse.cli.limits import MOST_ROWS, PrintAll, print_summary
from reportparse.cli.options import Converted, TableOrCsv, VocabularyFile
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
    out: Converted,
    *,
    provider: Annotated[
        str | None, typer.Option(help="A provider, by any of its names or its URN.")
    ] = None,
    form: Annotated[
        TableOrCsv, typer.Option("--format", "-f", help="Table by report, or CSV.")
    ] = TableOrCsv.TABLE,
    output: Output = None,
    every: PrintAll = False,
    vocabulary: VocabularyFile = None,
) -> None:
    """List the judgements found in a converted folder."""
    check_output(output, form)
    documents = Documents([out], vocabulary)
    with documents.words():
        found = [desk.only_provider(parsed, provider) for parsed in documents.converted(out)]
    if form is TableOrCsv.CSV:
        put_csv(_rows(found), output)
    else:
        _print_all(found, every=every)
    documents.finish()


def _print_all(found: "Sequence[ParsedDocument]", *, every: bool) -> None:
    counts = Counter(one.provider or "not named" for parsed in found for one in parsed.judgements())
    if counts.total() > MOST_ROWS and not every:
        print_summary("judgements", "Provider", counts, "--provider")
        return
    console = output_console()
    total = sum(_print(console, parsed) for parsed in found)
    typer.echo(f"{total} judgement{'' if total == 1 else 's'}")


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
