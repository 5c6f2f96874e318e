"""Options that several commands share."""

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
