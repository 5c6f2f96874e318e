"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

VocabularyFile = Annotated[
    Path | None,
    typer.Option(
        "--vocabulary",
        help="TOML or JSON file with measures, aliases and areas of your own.",
        dir_okay=False,
    ),
]


Converted = Annotated[
    Path, typer.Argument(metavar="OUT", help="A folder that 'reportparse convert' wrote.")
]

SourcesFolder = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        help="Folder of the reports, for links and pictures; the one converted by default.",
        file_okay=False,
    ),
]


class TableOrCsv(StrEnum):
    """How a list is printed: to look at, or all of it as CSV."""

    TABLE = "table"
    CSV = "csv"
