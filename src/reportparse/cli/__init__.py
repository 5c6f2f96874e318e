"""The command ``reportparse``: options, printing and exit codes; the work is done elsewhere."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from reportparse._version import __version__
from reportparse.cli.compare import compare
from reportparse.cli.config import ConfiguredGroup
from reportparse.cli.console import error_console
from reportparse.cli.convert import convert
from reportparse.cli.evaluate import evaluate
from reportparse.cli.examples import examples_of
from reportparse.cli.explain import explain
from reportparse.cli.export import export
from reportparse.cli.history import history
from reportparse.cli.indicators import indicators
from reportparse.cli.judgements import judgements
from reportparse.cli.parse import parse
from reportparse.cli.review import review
from reportparse.cli.schema import schema
from reportparse.cli.status import problems, status
from reportparse.cli.tables import tables
from reportparse.cli.verify import verify
from reportparse.errors import OutputInUseError, ReportParseError, RunStoppedError

__all__ = ["app", "main"]

app = typer.Typer(
    name="reportparse",
    no_args_is_help=True,
    cls=ConfiguredGroup,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (
    *(parse, convert, status, problems, tables, judgements, history, compare),
    *(export, review, indicators, explain, evaluate, schema, verify),
)
for _command in _COMMANDS:
    app.command(epilog=examples_of(_command.__name__))(_command)


def _show_version(*, value: bool) -> None:
    if value:
        typer.echo(f"reportparse {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Read children's services reports into typed records.

    Reads PDF, DOCX, HTML and text. Every record names its page and its words.
    """


def main() -> None:
    """Run the command; an expected error is one line, and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="reportparse")
    except ReportParseError as error:
        error_console().print(f"Error: {error}", style="red", markup=False, soft_wrap=True)
        sys.exit(_exit_code(error))


def _exit_code(error: ReportParseError) -> int:
    """What a script can tell an error by (docs/cli.md)."""
    if isinstance(error, OutputInUseError):
        return 4
    return 3 if isinstance(error, RunStoppedError) else 1
