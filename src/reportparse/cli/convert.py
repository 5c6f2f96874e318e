"""``reportparse convert``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from reportparse import archive
from reportparse.cli.console import add_row, error_console, output_console, plain_table, print_table
from reportparse.cli.options import VocabularyFile

if TYPE_CHECKING:
    from reportparse.archive import ConvertSummary, FileResult

_SHOWN = 20  # files that could not be read, before the rest are left to problems.csv


def convert(
    source: Annotated[Path, typer.Argument(metavar="SRC", help="A folder, or one file.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder for the results.")],
    *,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Processes; all processors by default."),
    ] = None,
    vocabulary: VocabularyFile = None,
) -> None:
    """Read every report below a folder and write its records as JSON.

    Each file gives OUT/documents/<path below SRC>.json.
    All problems are listed in OUT/problems.csv.
    The exit code is 0 only if every file was read.
    """
    with _progress(error_console()) as progress:
        bar = progress.add_task("Reading", total=None)

        def start(total: int) -> None:
            progress.update(bar, total=total)

        def advance(_: "FileResult") -> None:
            progress.advance(bar)

        summary = archive.convert_folder(
            source, out, jobs=jobs, vocabulary=vocabulary, on_start=start, on_result=advance
        )
    _print_summary(output_console(), summary, out)
    if not summary.complete:
        raise typer.Exit(1)


def _progress(console: Console) -> Progress:
    """A progress bar; silent where errors do not go to a terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _print_summary(console: Console, summary: "ConvertSummary", out: Path) -> None:
    if summary.unread:
        table = plain_table("Not read", "Problem", "What to do", whole=("Problem",))
        for result in summary.unread[:_SHOWN]:
            for problem in result.problems:
                add_row(table, result.path, problem.code, problem.message)
        print_table(console, table)
        if len(summary.unread) > _SHOWN:
            rest = len(summary.unread) - _SHOWN
            console.print(f"and {rest} more, listed in {out / 'problems.csv'}", markup=False)
    table = plain_table("", "Count", right=("Count",))
    counts = {
        "Files": summary.files,
        "  read": summary.read,
        "  not read": len(summary.unread),
        "  skipped": summary.skipped,
        "Reports": summary.reports,
        **{kind.capitalize(): count for kind, count in summary.records.items()},
        "Problems": summary.problems.total(),
        **{f"  {code}": count for code, count in sorted(summary.problems.items())},
    }
    for name, count in counts.items():
        add_row(table, name, count)
    print_table(console, table)
    if not summary.files:
        error_console().print("No file to read was found.", style="yellow")
    typer.echo(summary.line())
