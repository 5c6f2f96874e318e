"""Libraries that some results need and an installation may lack."""

from importlib import import_module
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
            f"{purpose} needs {library}; install it with:"
            f' python -m pip install "reportparse[{extra}]"'
        ) from error
