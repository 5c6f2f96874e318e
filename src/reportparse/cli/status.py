"""``reportparse status`` and ``reportparse problems``: what a folder of results holds."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse import archive
from reportparse.cli.console import add_row, output_console, plain_table, print_table
from reportparse.cli.options import TableOrCsv
from reportparse.cli.results import Output, check_output, put_csv

_Converted = Annotated[Path, typer.Argument(help="A folder that 'reportparse convert' wrote.")]
_WORDS = {
    "running": "a run is at work",
    "finished": "the last run finished",
    "interrupted": "the last run was interrupted; run convert again to go on",
    "stopped": "the last run stopped since the disk failed; run convert again to go on",
    "killed": "the last run was killed, or its disk failed; run convert again to go on",
}


def status(out: _Converted) -> None:
    """Tell how far a conversion is, what was read, and the problems by their codes.

    The exit code is 0 only if the last run finished and every file was read.
    """
    found = archive.read_status(out)
    table = plain_table("", "Count", right=("Count",))
    counts = {
        "Files found": found.files,
        "  read": found.read,
        "  not read": found.failed,
        "  waiting": found.waiting,
        "Kept, though read badly since": found.kept,
        "Reports": found.reports,
        "Problems": found.problems.total(),
        **{f"  {code}": count for code, count in sorted(found.problems.items())},
    }
    for name, count in counts.items():
        add_row(table, name, count)
    console = output_console()
    print_table(console, table)
    ended = f", ended {found.ended}" if found.ended else ""
    console.print(f"{found.source}: began {found.began}{ended}", markup=False, soft_wrap=True)
    typer.echo(_WORDS[found.state])
    if found.state != "finished" or found.failed or found.kept:
        raise typer.Exit(1)


def problems(
    out: _Converted,
    *,
    code: Annotated[str | None, typer.Option("--code", help="Only problems of this code.")] = None,
    form: Annotated[TableOrCsv, typer.Option("--format", "-f", help="Table, or CSV.")] = (
        TableOrCsv.TABLE
    ),
    output: Output = None,
) -> None:
    """List what could not be read, file by file."""
    check_output(output, form)
    if form is TableOrCsv.CSV:
        put_csv(_rows(out, code), output)
        return
    table = plain_table("File", "Page", "Problem", "What to do", whole=("Problem",))
    count = 0
    for path, found in archive.read_problems(out, code=code):
        for problem in found:
            add_row(table, path, problem.page, problem.code, problem.message)
            count += 1
    if count:
        print_table(output_console(), table)
    typer.echo(f"{count} problem{'' if count == 1 else 's'}")


def _rows(out: Path, code: str | None) -> Iterator[Sequence[object]]:
    yield "path", "code", "message", "page"
    for path, found in archive.read_problems(out, code=code):
        for problem in found:
            yield path, problem.code, problem.message, problem.page
