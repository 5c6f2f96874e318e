"""``reportparse evaluate``."""

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportparse import evaluation
from reportparse.cli.console import (
    add_row,
    error_console,
    output_console,
    plain_table,
    print_table,
)
from reportparse.cli.misses import miss_lines
from reportparse.cli.results import Output, check_output, put_csv, put_text

if TYPE_CHECKING:
    from reportparse.evaluation import Band, Evaluation, RuleScore, Score
    from reportparse.records.base import Record

_PARTS = ("found", "typed", "comparable", "firm", "told", "metadata")
_FIELDS = ("unit", "role", "period", "area")
_NAMED = 5


class ScoreFormat(StrEnum):
    """How scores are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Grouping(StrEnum):
    """What scores are given for."""

    FIELD = "field"
    RULE = "rule"
    KIND = "kind"
    DOCUMENT = "document"


def evaluate(
    out: Annotated[Path, typer.Argument(help="A folder that 'reportparse convert' wrote.")],
    *,
    gold: Annotated[
        Path,
        typer.Option(help="Folder of gold: what a reader found in the documents by hand."),
    ],
    by: Annotated[
        Grouping | None, typer.Option(help="Scores for each field, rule, kind or document.")
    ] = None,
    form: Annotated[ScoreFormat, typer.Option("--format", "-f", help="Table, CSV or JSON.")] = (
        ScoreFormat.TABLE
    ),
    misses: Annotated[
        bool, typer.Option("--misses", "-v", help="List what is missed, wrong or extra.")
    ] = False,
    output: Output = None,
) -> None:
    """Measure the records of a converted folder against gold.

    Where --misses is given, CSV and JSON hold a row for each figure instead of the scores.
    """
    check_output(output, form)
    result = evaluation.evaluate(out, gold)
    match form:
        case ScoreFormat.JSON:
            put_text(json.dumps(_content(result, by, misses=misses), indent=2), output)
        case ScoreFormat.CSV:
            rows = result.rows() if misses else _rows(result, by)
            put_csv(_with_header(rows), output)
        case ScoreFormat.TABLE:
            _print(result, by, misses=misses)
    _tell_missing(result.missing)


def _content(result: "Evaluation", by: Grouping | None, *, misses: bool) -> Any:
    if misses:
        return list(result.rows())
    if by is not None:
        return _dumped(result.by(by.value))
    return {
        "score": result.score.model_dump(mode="json"),
        "fields": _dumped(result.by("field")),
        "calibration": _dumped(result.calibration),
        "told_calibration": _dumped(result.told_calibration),
        "missing": list(result.missing),
    }


def _dumped(records: "Iterable[Record]") -> list[dict[str, Any]]:
    return [record.model_dump(mode="json") for record in records]


def _rows(result: "Evaluation", by: Grouping | None) -> Iterator[dict[str, Any]]:
    """Flat rows: "found.precision" and so on for what stands inside."""
    for record in _dumped([result.score] if by is None else result.by(by.value)):
        flat: dict[str, Any] = {}
        for name, value in record.items():
            inside = value if isinstance(value, dict) else None
            flat |= {name: value} if inside is None else {f"{name}.{k}": inside[k] for k in inside}
        yield flat


def _with_header(rows: Iterable[dict[str, Any]]) -> Iterator[Sequence[object]]:
    """The names of the first row, then the cells of all."""
    for index, row in enumerate(rows):
        if index == 0:
            yield list(row)
        yield list(row.values())


def _print(result: "Evaluation", by: Grouping | None, *, misses: bool) -> None:
    console = output_console()
    if misses:
        for line in miss_lines(result):
            console.print(line, markup=False, soft_wrap=True)
    _print_score(result.score)
    _print_bands(result.calibration, "Records with a measure, by confidence")
    _print_bands(result.told_calibration, "Told judgements, by confidence")
    match by:
        case Grouping.FIELD:
            _print_fields(result)
        case Grouping.RULE:
            _print_rules(result.by("rule"))
        case Grouping.KIND:
            _print_groups(result.by("kind"), "Kind")
        case Grouping.DOCUMENT:
            _print_groups(result.by("document"), "Document")


def _print_score(score: "Score") -> None:
    columns = ("Asked", "Right", "Wrong or extra", "Missed", "Precision", "Recall", "F1")
    table = plain_table(*columns, right=columns[1:])
    for name in _PARTS:
        ratio = getattr(score, name)
        # Without confidence there is no firm record, and nothing to say of them.
        if ratio.right + ratio.wrong + (ratio.missed if name != "firm" else 0):
            shares = map(_share, (ratio.precision, ratio.recall, ratio.f1))
            add_row(table, name, ratio.right, ratio.wrong, ratio.missed, *shares)
    print_table(output_console(), table, title=f"{score.figures} figures")


def _print_bands(bands: "Sequence[Band]", title: str) -> None:
    if not bands:
        return
    columns = ("Confidence", "Records", "Right", "Share", "Mean confidence")
    table = plain_table(*columns, right=columns[1:])
    for band in bands:
        between = f"{band.lower:.1f} to {band.upper:.1f}"
        add_row(table, between, band.of, band.right, _share(band.share), _share(band.confidence))
    print_table(output_console(), table, title=title)


def _print_fields(result: "Evaluation") -> None:
    table = plain_table("Field", "Right", "Of", "Share", right=("Right", "Of", "Share"))
    for one in result.by("field"):
        add_row(table, one.field, one.right, one.of, _share(one.share))
    print_table(output_console(), table, title="Fields of the figures found")


def _print_rules(rules: "Iterable[RuleScore]") -> None:
    """Of the figures that answer the gold, how many are right in the fields that rules decide."""
    columns = ("Rule", "Records", "Found", *_FIELDS, "Comparable")
    table = plain_table(*columns, right=columns[1:], whole=("Rule",))
    for one in rules:
        right = {field.value: count for field, count in one.right.items()}
        counts = [*(right[field] for field in _FIELDS), f"{one.comparable} of {one.linked}"]
        add_row(table, one.rule, one.records, one.found, *(counts if one.figures else ()))
    print_table(output_console(), table, title="Records right, by rule")


def _print_groups(scores: "Iterable[Score]", heading: str) -> None:
    columns = (heading, "Figures", "Found F1", "Typed F1", "Precision", "Recall", "Told F1")
    table = plain_table(*columns, right=columns[1:])
    for one in scores:
        ratios = (one.found.f1, one.typed.f1, one.comparable.precision, one.comparable.recall)
        add_row(table, one.name, one.figures, *map(_share, (*ratios, one.told.f1)))
    print_table(output_console(), table, title="Precision and recall are of what is comparable")


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _tell_missing(paths: Sequence[str]) -> None:
    """Name the documents without output and end with exit code 1, for their figures are missed.

    Raises:
        typer.Exit: There are some.
    """
    if not paths:
        return
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    error_console().print(
        f"Not converted, and counted as missed: {', '.join(paths[:_NAMED])}{more}",
        style="yellow",
        markup=False,
        soft_wrap=True,
    )
    raise typer.Exit(1)
