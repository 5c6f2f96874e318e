"""``reportparse parse``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import reportparse
from reportparse import archive
from reportparse.cli.console import error_console, output_console, print_table
from reportparse.cli.limits import MOST_ROWS, PrintAll
from reportparse.cli.options import VocabularyFile
from reportparse.cli.record_tables import (
    indicator_table,
    judgement_table,
    problem_table,
    source_table,
)
from reportparse.cli.results import Output, check_output

if TYPE_CHECKING:
    from reportparse.records import ParsedDocument


class Format(StrEnum):
    """How a parsed document is printed."""

    JSON = "json"
    TABLE = "table"


def parse(
    file: Annotated[Path, typer.Argument(help="A PDF, DOCX, HTML or text file.")],
    *,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="All as JSON, or tables to look at: tables on a terminal by default.",
        ),
    ] = None,
    output: Output = None,
    every: PrintAll = False,
    vocabulary: VocabularyFile = None,
) -> None:
    """Read one report and print its records."""
    check_output(output, Format.JSON)
    parsed = reportparse.parse(file, vocabulary=vocabulary)
    text = parsed.model_dump_json(by_alias=True, indent=2) + "\n"
    if output is not None:
        archive.write_whole(output, text)
    if form is None:
        form = Format.TABLE if output is None and sys.stdout.isatty() else Format.JSON
    if form is Format.TABLE:
        _print_tables(parsed, every=every)
    elif output is None:
        typer.echo(text, nl=False)
    if form is Format.JSON:
        _print_problems(parsed)


def _print_tables(parsed: "ParsedDocument", *, every: bool) -> None:
    console = output_console()
    print_table(console, source_table(parsed))
    for report in parsed.reports:
        if report.judgements:
            print_table(console, judgement_table(report), title="Judgements")
        if report.indicators:
            most = None if every else MOST_ROWS
            print_table(console, indicator_table(report, most=most), title="Indicators")
            rest = len(report.indicators) - MOST_ROWS
            if rest > 0 and not every:
                console.print(f"and {rest:,} more indicators; --all prints them")
    if parsed.problems:
        print_table(console, problem_table(parsed))


def _print_problems(parsed: "ParsedDocument") -> None:
    console = error_console()
    for problem in parsed.problems:
        place = f", page {problem.page}" if problem.page else ""
        console.print(
            f"{parsed.source.path}{place}: {problem.message} ({problem.code})",
            style="yellow",
            markup=False,
            soft_wrap=True,
        )
