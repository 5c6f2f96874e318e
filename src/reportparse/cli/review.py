"""``reportparse review``."""

import getpass
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from reportparse import desk
from reportparse import review as pages
from reportparse.cli.options import Converted, SourcesFolder, VocabularyFile


def review(
    out: Converted,
    *,
    static: Annotated[
        Path | None,
        typer.Option(metavar="DIR", file_okay=False, help="Write the pages as files to read."),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; a free one for 0.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    reviewer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who reviews; your user name by default.")
    ] = None,
    firm: Annotated[bool, typer.Option("--firm", help="Look at firm records too.")] = False,
    sources: SourcesFolder = None,
    vocabulary: VocabularyFile = None,
) -> None:
    """Look at records beside the page of their report, and accept, correct or reject them.

    Serves a page on this computer alone, until you press Ctrl-C.
    What you say is kept in OUT/corrections.jsonl and counts in every export.
    """
    archive = desk.open_archive(out, sources=sources, vocabulary=vocabulary)
    queue = pages.build_queue(archive, every=firm)
    if static is not None:
        typer.echo(f"{pages.write_static(queue, static)}: {len(queue.items)} records written")
        return
    who = pages.Reviewer(reviewer or getpass.getuser(), lambda: datetime.now(UTC))
    with pages.ReviewServer(queue, who, port=port) as server:
        typer.echo(f"{queue.n_open} records to look at: {server.address} (Ctrl-C ends)")
        if browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("Ended.")
