"""reportparse: typed, sourced records from council children's services reports."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportparse._version import __version__

if TYPE_CHECKING:
    from reportparse.comparison import compare, history
    from reportparse.explaining import explain
    from reportparse.parsing import parse

# Loaded at first use, so that ``import reportparse`` and ``--help`` answer at once.
_LAZY = {
    "compare": "reportparse.comparison",
    "explain": "reportparse.explaining",
    "history": "reportparse.comparison",
    "parse": "reportparse.parsing",
}

__all__ = ["__version__", "compare", "explain", "history", "parse"]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
