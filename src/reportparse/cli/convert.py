"""``reportparse convert``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportparse import archive
from reportparse.cli.console import (
    add_row,
    error_console,
    output_console,
    plain_table,
    print_table,
)
from reportparse.cli.options import VocabularyFile
from reportparse.cli.progress import LogForm, progress_watch

if TYPE_CHECKING:
    from reportparse.archive import ConvertSummary

_SHOWN = 20  # files that could not be read, before the rest are left to problems.csv
_INTERRUPTED = 130  # as a shell has it for a command ended by Ctrl-C
_MEGABYTE = 1024**2


def convert(
    source: Annotated[Path, typer.Argument(metavar="SRC", help="A folder, or one file.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder for the results.")],
    *,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Processes; all processors by default."),
    ] = None,
    vocabulary: VocabularyFile = None,
    force: Annotated[bool, typer.Option("--force", help="Read every file again.")] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Also read again what could not be read.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove documents whose sources are gone.")
    ] = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, help="Seconds that one file may take.")
    ] = 300.0,
    memory_limit: Annotated[
        int, typer.Option("--memory-limit", min=200, help="MB that one file may take.")
    ] = 2048,
    log: Annotated[
        LogForm, typer.Option("--log", help="Progress as text, or as JSON for programs.")
    ] = LogForm.TEXT,
) -> None:
    """Read every report below a folder and write its records as JSON.

    Each file gives OUT/documents/<path below SRC>.json.
    All problems are listed in OUT/problems.csv.
    A second run reads only what is new or changed.
    The exit code is 0 only if every file was read.
    """
    limits = archive.Limits(time_limit, memory_limit * _MEGABYTE)
    options = archive.ConvertOptions(force=force, retry=retry, prune=prune, limits=limits)
    try:
        with progress_watch(log) as watch:
            summary = archive.convert_folder(
                source, out, jobs=jobs, vocabulary=vocabulary, options=options, watch=watch
            )
    except KeyboardInterrupt as interrupt:
        if not isinstance(interrupt, archive.ConversionInterrupted):
            raise
        _print_summary(output_console(), interrupt.summary, out)
        anew = " (--force begins anew)" if force else ""
        error_console().print(
            f"Interrupted. Run the same command again to go on{anew}.",
            style="yellow",
            soft_wrap=True,
        )
        raise typer.Exit(_INTERRUPTED) from interrupt
    _print_summary(output_console(), summary, out)
    if not summary.complete:
        raise typer.Exit(1)


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
    _print_gone(console, summary)
    if not summary.files:
        error_console().print("No file to read was found.", style="yellow")
    typer.echo(summary.line())


def _print_gone(console: Console, summary: "ConvertSummary") -> None:
    """Name the documents whose sources are gone."""
    if not summary.gone:
        return
    what = "were removed" if summary.pruned else "stand; --prune removes them"
    console.print(f"Sources are gone, and their documents {what}:", soft_wrap=True)
    for name in summary.gone[:_SHOWN]:
        console.print(f"  {name}", markup=False, soft_wrap=True)
    if len(summary.gone) > _SHOWN:
        console.print(f"  and {len(summary.gone) - _SHOWN} more")
    console.print()
