"""Documents for the commands that compare: from reports, or from what was converted before."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportparse import archive
from reportparse.cli.console import error_console

if TYPE_CHECKING:
    from reportparse.records import ParsedDocument

Sources = Annotated[
    list[Path],
    typer.Argument(metavar="SRC...", help="Folders of reports, or folders already converted."),
]


def load_documents(sources: list[Path]) -> Iterator["ParsedDocument"]:
    """Every document of ``sources``: folders of reports, single reports, converted folders.

    Files that cannot be read are counted on standard error and left out.
    """
    for source in sources:
        if (source / "documents").is_dir():
            yield from archive.read_documents(source)
            continue
        with TemporaryDirectory() as out:
            summary = archive.convert_folder(source, Path(out))
            if summary.unread:
                names = ", ".join(result.path for result in summary.unread[:3])
                error_console().print(
                    f"{len(summary.unread)} not read, such as {names}", markup=False, soft_wrap=True
                )
            yield from archive.read_documents(Path(out))
