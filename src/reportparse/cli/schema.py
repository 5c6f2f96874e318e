"""``reportparse schema``."""

from pathlib import Path
from typing import Annotated

import typer

from reportparse import archive


def schema(
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file.", dir_okay=False)
    ] = None,
) -> None:
    """Print the JSON Schema of what parse and convert write."""
    text = archive.schema_text()
    if output is None:
        typer.echo(text, nl=False)
    else:
        archive.write_whole(output, text)
