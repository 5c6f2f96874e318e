"""``reportparse history``."""

import csv
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportparse import comparison
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.documents import Sources, load_documents

if TYPE_CHECKING:
    from rich.table import Table

    from reportparse.comparison import History, PublishedCheck

_COLUMNS = (
    *("provider", "theme", "aspect", "part", "framework", "framework_inferred", "grade", "basis"),
    *("when", "inspected_from", "inspected_to", "published", "change", "note"),
    *("path", "page", "quote", "told_in"),
)


class HistoryFormat(StrEnum):
    """How a history is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


def history(
    sources: Sources,
    *,
    provider: Annotated[
        str | None, typer.Option(help="An authority, by any of its names or its URN.")
    ] = None,
    form: Annotated[
        HistoryFormat, typer.Option("--format", help="Tables, JSON, CSV, or a page with a picture.")
    ] = HistoryFormat.TABLE,
    against: Annotated[
        Path | None, typer.Option(metavar="CSV", help="A published list to compare with instead.")
    ] = None,
    columns: Annotated[
        Path | None, typer.Option(metavar="TOML", help="The columns of that list.")
    ] = None,
) -> None:
    """Show each provider's judgements over the years and what changed.

    Judgements that papers tell of are checked against the inspection reports at hand.
    """
    found = comparison.history(load_documents(sources), provider=provider)
    if against is not None:
        layout = comparison.read_layout(columns) if columns else comparison.Layout()
        _print_published(comparison.check_published(found, against, layout, provider=provider))
        return
    match form:
        case HistoryFormat.JSON:
            typer.echo(found.model_dump_json(indent=2))
        case HistoryFormat.HTML:
            typer.echo(comparison.history_html(found))
        case HistoryFormat.CSV:
            _write_csv(found)
        case HistoryFormat.TABLE:
            _print(output_console(), found)


def _print_published(checks: "tuple[PublishedCheck, ...]") -> None:
    table = plain_table("Provider", "Inspected", "Field", "Outcome", "List", "Reports")
    for check in checks:
        if check.outcome != "agrees":
            outcome = check.outcome.replace("_", " ")
            listed, found = check.published, check.found
            add_row(
                table, check.provider, check.inspected_from, check.field, outcome, listed, found
            )
    print_table(output_console(), table)
    counts = Counter(check.outcome.replace("_", " ") for check in checks)
    typer.echo(", ".join(f"{count} {name}" for name, count in sorted(counts.items())))


def _write_csv(found: "History") -> None:
    writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in found.timelines:
        for entry in row.entries:
            place, *others = entry.places
            fields = {
                **entry.model_dump(mode="json", exclude={"places"}),
                **place.model_dump(mode="json"),
                "provider": row.provider,
                "theme": row.theme,
                "told_in": "; ".join(str(other.path) for other in others),
            }
            writer.writerow(fields)


def _print(console: Console, found: "History") -> None:
    if not found.timelines and not found.checks:
        typer.echo("No judgements found.")
        return
    print_table(console, _inspections(found), title="Inspections")
    for provider in dict.fromkeys(row.provider for row in found.timelines):
        table = plain_table("Theme", "When", "Framework", "Grade", "Change", "Told in", whole=())
        for row in found.timelines:
            for entry in row.entries if row.provider == provider else ():
                change = f"{entry.change} ({entry.note})" if entry.note else entry.change
                told = "" if len(entry.places) == 1 else f"{len(entry.places)} places"
                basis = told if entry.basis == "stated" else f"{entry.basis}; {told}".strip("; ")
                cells = (row.theme, entry.when, entry.framework, entry.grade, change, basis)
                add_row(table, *(str(cell or "").replace("_", " ") for cell in cells))
        print_table(console, table, title=provider)
    if found.checks:
        print_table(console, _checks(found), title="Told by others")


def _inspections(found: "History") -> "Table":
    table = plain_table("Provider", "Inspected", "Published", "Lag, days", "Gap, months", "")
    for event in found.inspections:
        add_row(
            table,
            event.provider,
            event.inspected_from,
            event.published,
            event.lag_days,
            event.gap_months,
            "re-inspection" if event.re_inspection else "",
        )
    return table


def _checks(found: "History") -> "Table":
    table = plain_table("Provider", "Told", "Verdict", "Quote")
    for check in found.checks:
        counted = f"{check.count} {check.grade}" if check.count else check.grade
        told = (check.aspect, counted, check.when)
        verdict = (check.verdict, check.reason)
        add_row(
            table,
            check.provider,
            ", ".join(str(part).replace("_", " ") for part in told if part),
            ": ".join(str(part).replace("_", " ") for part in verdict if part),
            check.claim.quote,
        )
    return table
