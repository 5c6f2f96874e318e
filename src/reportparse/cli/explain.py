"""``reportparse explain``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import reportparse
from reportparse.cli.console import add_row, error_console, output_console, plain_table, print_table
from reportparse.cli.options import VocabularyFile

if TYPE_CHECKING:
    from rich.console import Console

    from reportparse.records import Explanation, FigureNote


class Format(StrEnum):
    """How an explanation is printed."""

    TABLE = "table"
    JSON = "json"


def explain(
    file: Annotated[Path, typer.Argument(help="A PDF, DOCX, HTML or text file.")],
    *,
    at: Annotated[str, typer.Option("--at", help="Words or a figure that the report prints.")],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="Tables to look at, or all as JSON lines.")
    ] = Format.TABLE,
    vocabulary: VocabularyFile = None,
) -> None:
    """Show how the figures at a place of a report were read.

    Lists what was found in each sentence or cell that prints the words: periods, numbers, areas,
    numbers left out and why, the records made, and the measures weighed for each.
    The exit code is 1 where the words are not found.
    """
    found = reportparse.explain(file, at, vocabulary=vocabulary)
    if not found:
        error_console().print(
            f"Error: {file}: {at!r} stands neither in the running text nor in a table;"
            " try fewer words",
            style="red",
            markup=False,
            soft_wrap=True,
        )
        raise typer.Exit(1)
    for explanation in found:
        if form is Format.JSON:
            typer.echo(explanation.model_dump_json())
        else:
            _print(output_console(), explanation)


def _print(console: "Console", explanation: "Explanation") -> None:
    place = f"page {explanation.page}: " if explanation.page else ""
    console.print(f"{place}{explanation.text}", style="bold", markup=False)
    if explanation.spans:
        table = plain_table("Found", "Words", "Read as", "Rule")
        for span in explanation.spans:
            add_row(table, span.kind, span.text, span.meaning, span.rule)
        print_table(console, table)
    for note in explanation.figures:
        _print_figure(console, note)
    for judgement in explanation.judgements:
        grade = f"{judgement.basis} judgement: {judgement.aspect} {judgement.grade}"
        console.print(f"{grade}, by {judgement.rule_id}", markup=False)
    if not explanation.figures and not explanation.judgements:
        console.print("No record was made here.")
    console.print()


def _print_figure(console: "Console", note: "FigureNote") -> None:
    record = note.record
    table = plain_table("", "")
    table.show_header = False
    add_row(table, "Figure", f"{record.value_text} = {record.value:g} {record.unit}, {record.role}")
    add_row(table, "Measure", record.indicator or "none")
    add_row(table, "Named by", record.label)
    if record.period:
        inferred = ", inferred" if record.period.inferred else ""
        add_row(table, "Period", f"{record.period.key}{inferred}")
    add_row(table, "Area", record.area)
    for dimension, value in record.breakdown.items():
        add_row(table, dimension.capitalize(), value)
    add_row(table, "Rule", record.rule_id)
    if record.confidence is not None:
        add_row(table, "Confidence", f"{record.confidence:.2f}")
    add_row(table, "Words", note.words)
    for candidate in note.candidates:
        words = " ".join(candidate.terms)
        left = f", left over: {' '.join(candidate.left_over)}" if candidate.left_over else ""
        add_row(
            table,
            "Weighed",
            f"{candidate.indicator} {candidate.score:g} by {words!r} ({candidate.furthest}){left}",
        )
    for offer in note.offers:
        mark = "chosen" if offer.chosen else "offered"
        add_row(
            table,
            offer.slot.capitalize(),
            f"{offer.value} {mark}, {offer.where}, {offer.rule} {offer.weight:g}",
        )
    print_table(console, table)
