"""Libraries that some results need and an installation may lack."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from reportparse.errors import MissingLibraryError


def load_optional(library: str, *, extra: str, purpose: str) -> Any:
    """The module ``library`` of the extra ``extra``.

    Raises:
        MissingLibraryError: It is not installed; the message says how to.
    """
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            f"{purpose} needs {library}; install it with: {install_command(extra)}"
        ) from error


def install_command(extra: str) -> str:
    """What to type to add an extra to the installation that is running.

    pipx and uv keep a tool in an environment of its own, which the user's ``pip`` does not reach.
    """
    wanted = f'"reportparse[{extra}]"'
    environment = Path(sys.prefix)
    if (environment / "pipx_metadata.json").is_file():
        return f"pipx runpip {environment.name} install {wanted}"
    if (environment / "uv-receipt.toml").is_file():
        return f'uv pip install --python "{sys.executable}" {wanted}'
    return f"python -m pip install {wanted}"
