"""Across documents and years: judgement histories."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportparse.compare.histories import history
    from reportparse.compare.models import (
        Change,
        ClaimCheck,
        Entry,
        History,
        InspectionEvent,
        Place,
        Timeline,
        Verdict,
    )
    from reportparse.compare.timeline import history_html

# Loaded at first use, so that the command line answers ``--help`` at once.
_LAZY = {
    "Change": "models",
    "ClaimCheck": "models",
    "Entry": "models",
    "History": "models",
    "InspectionEvent": "models",
    "Place": "models",
    "Timeline": "models",
    "Verdict": "models",
    "history": "histories",
    "history_html": "timeline",
}

__all__ = [
    "Change",
    "ClaimCheck",
    "Entry",
    "History",
    "InspectionEvent",
    "Place",
    "Timeline",
    "Verdict",
    "history",
    "history_html",
]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
