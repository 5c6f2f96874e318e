"""``reportparse history``."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportparse import comparison
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.documents import Documents, Sources
from reportparse.cli.limits import MOST_ROWS, PrintAll, print_summary
from reportparse.cli.options import VocabularyFile
from reportparse.cli.results import Output, check_output, put_csv, put_text
from reportparse.errors import OutputError

if TYPE_CHECKING:
    from rich.table import Table

    from reportparse.comparison import Entry, History, PublishedCheck, Timeline

_COLUMNS = (
    *("provider", "theme", "aspect", "part", "framework", "framework_inferred", "grade", "basis"),
    *("when", "inspected_from", "inspected_to", "published", "change", "note"),
    *("path", "page", "quote", "told_in"),
)


_PUBLISHED_COLUMNS = ("provider", "inspected_from", "field", "outcome", "published", "found")
_QUOTE = 90


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
        str | None, typer.Option(help="A provider, by any of its names or its URN.")
    ] = None,
    form: Annotated[
        HistoryFormat,
        typer.Option("--format", "-f", help="Tables, JSON, CSV, or a page with a picture."),
    ] = HistoryFormat.TABLE,
    against: Annotated[
        Path | None, typer.Option(metavar="CSV", help="A published list to compare with instead.")
    ] = None,
    columns: Annotated[
        Path | None, typer.Option(metavar="TOML", help="The columns of that list.")
    ] = None,
    output: Output = None,
    every: PrintAll = False,
    vocabulary: VocabularyFile = None,
) -> None:
    """Show each provider's judgements over the years and what changed.

    Judgements that papers report are checked against the inspection reports at hand.
    """
    check_output(output, form)
    documents = Documents(sources, vocabulary)
    with documents.words():
        found = comparison.history(documents, provider=provider)
    if not (found.timelines or found.checks or found.inspections):
        documents.tell_nothing_found("judgements", provider)
    if against is not None:
        layout = comparison.read_layout(columns) if columns else comparison.Layout()
        checks = comparison.check_published(found, against, layout, provider=provider)
        _put_published(checks, form, output)
    elif (
        form is HistoryFormat.TABLE
        and not every
        and len(counts := _counts(found)) > 1
        and (counts.total() > MOST_ROWS)
    ):
        print_summary("grades and claims", "Provider", counts, "--provider")
    else:
        _put_history(found, form, output)
    documents.finish()


def _counts(found: "History") -> Counter[str]:
    """Lines of a history by provider."""
    counts: Counter[str] = Counter()
    for row in found.timelines:
        counts[row.provider] += len(row.entries)
    counts.update(check.provider or "not named" for check in found.checks)
    return counts


def _put_history(found: "History", form: HistoryFormat, output: Path | None) -> None:
    match form:
        case HistoryFormat.JSON:
            put_text(found.model_dump_json(indent=2), output)
        case HistoryFormat.HTML:
            put_text(comparison.history_html(found), output)
        case HistoryFormat.CSV:
            put_csv(_rows(found), output)
        case HistoryFormat.TABLE:
            _print(output_console(), found)


def _put_published(
    checks: "tuple[PublishedCheck, ...]", form: HistoryFormat, output: Path | None
) -> None:
    records = [check.model_dump(mode="json") for check in checks]
    match form:
        case HistoryFormat.JSON:
            put_text(json.dumps(records, indent=2), output)
        case HistoryFormat.CSV:
            lines = ([record[column] for column in _PUBLISHED_COLUMNS] for record in records)
            put_csv([_PUBLISHED_COLUMNS, *lines], output)
        case HistoryFormat.HTML:
            raise OutputError("a comparison with a list has no picture; use table, csv or json")
        case HistoryFormat.TABLE:
            _print_outcomes(output_console(), checks)


def _print_outcomes(console: Console, checks: "tuple[PublishedCheck, ...]") -> None:
    """What differs or is lacking, one table for each outcome, and the sums."""
    for outcome in dict.fromkeys(check.outcome for check in checks):
        if outcome == "agrees":
            continue
        table = plain_table("Provider", "Inspected", "Field", "List", "Reports")
        for check in checks:
            if check.outcome == outcome:
                fields = (check.provider, check.inspected_from, check.field)
                add_row(table, *map(_words, (*fields, check.published, check.found)))
        print_table(console, table, title=_words(outcome).capitalize())
    counts = Counter(_words(check.outcome) for check in checks)
    typer.echo(", ".join(f"{count} {name}" for name, count in sorted(counts.items())))


def _words(value: object) -> str:
    return "" if value is None else str(value).replace("_", " ")


def _rows(found: "History") -> Iterator[Sequence[object]]:
    yield _COLUMNS
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
            yield [fields[column] for column in _COLUMNS]


def _print(console: Console, found: "History") -> None:
    if found.inspections:
        print_table(console, _inspections(found), title="Inspections")
    for provider in dict.fromkeys(row.provider for row in found.timelines):
        rows = [row for row in found.timelines if row.provider == provider]
        running = [row for row in rows if len(row.entries) > 1]
        single = [row for row in rows if len(row.entries) == 1]
        if running:
            print_table(console, _timelines(running), title=provider)
        if single:
            title = f"{provider}: judged once" if running else provider
            print_table(console, _judged_once(single), title=title)
    if found.checks:
        print_table(console, _checks(found), title="Reported by other reports")


def _inspections(found: "History") -> "Table":
    several = len({event.provider for event in found.inspections}) > 1
    table = plain_table(
        *(("Provider",) if several else ()),
        *("Inspected", "Framework", "Lag, days", "Gap, months", "Note"),
        right=("Lag, days", "Gap, months"),
        whole=("Inspected",),
    )
    for event in found.inspections:
        mark = "re-inspection" if event.re_inspection else ""
        add_row(
            table,
            *((event.provider,) if several else ()),
            *(event.when, event.framework, event.lag_days),
            *(event.gap_months, mark if event.graded else "no grades"),
        )
    return table


def _timelines(rows: "list[Timeline]") -> "Table":
    """A line with the theme's name, and its grades below it."""
    headings = ("Theme, when", "Framework", "Grade", "Change", "Report")
    table = plain_table(*headings, whole=("Framework", "Grade"))
    for row in rows:
        add_row(table, f"{_theme(row)}:")
        for entry in row.entries:
            add_row(
                table,
                *(entry.when, entry.framework, _grade(entry, row)),
                *(_change(entry), _report(entry)),
            )
    return table


def _change(entry: "Entry") -> str:
    if entry.change == "first":
        return ""
    if entry.note == comparison.BY_RANK:
        return _words(f"{entry.change}, by rank")
    return _words(f"{entry.change}: {entry.note}" if entry.note else entry.change)


def _judged_once(rows: "list[Timeline]") -> "Table":
    table = plain_table("Aspect", "When", "Framework", "Grade", "Report", whole=("When", "Grade"))
    for row in rows:
        entry = row.entries[0]
        cells = (_theme(row), entry.when, entry.framework, _grade(entry, row), _report(entry))
        add_row(table, *cells)
    return table


def _theme(row: "Timeline") -> str:
    name = "help_and_protection" if row.theme == "help_protection" else row.theme
    return _words(name.replace("/", ": "))


def _grade(entry: "Entry", row: "Timeline") -> str:
    """The grade, and the part of the inspection where the theme does not name it."""
    part = entry.part if entry.part and entry.part not in row.theme else None
    return _words(f"{entry.grade} ({part})" if part else entry.grade)


def _report(entry: "Entry") -> str:
    """The report that prints the grade, and how many more do; whose words it is, if not its own."""
    path = Path(entry.places[0].path or "").name
    more = f", and {len(entry.places) - 1} more" if entry.places[1:] else ""
    own = "" if entry.basis == "stated" else f"{entry.basis}: "
    return f"{own}{path}{more}"


def _checks(found: "History") -> "Table":
    table = plain_table("When", "Judgement reported", "Verdict", "Quote", whole=("When",))
    for check in found.checks:
        counted = f"{check.count} {check.grade}" if check.count else check.grade
        aspect = "" if check.aspect in {None, "overall_effectiveness"} else f", {check.aspect}"
        reason = "" if check.verdict == "confirmed" else f": {check.reason}"
        judgement = _words(f"{check.provider}{aspect}: {counted}")
        quote = textwrap.shorten(check.claim.quote, _QUOTE, placeholder=" …")
        add_row(table, check.when, judgement, _words(f"{check.verdict}{reason}"), quote)
    return table
