"""The review page: records beside the page of their report, to accept, correct or reject."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportparse.review.queue import Item, Queue, build_queue
    from reportparse.review.server import Reviewer, ReviewServer
    from reportparse.review.static import write_static

# Loaded at first use, so that the command line answers ``--help`` at once.
_LAZY = {
    "Item": "queue",
    "Queue": "queue",
    "ReviewServer": "server",
    "Reviewer": "server",
    "build_queue": "queue",
    "write_static": "static",
}

__all__ = ["Item", "Queue", "ReviewServer", "Reviewer", "build_queue", "write_static"]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
