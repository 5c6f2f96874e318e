"""Across documents and years: judgement histories and indicator series."""

from typing import TYPE_CHECKING

from reportparse.lazy import lazy_names

if TYPE_CHECKING:
    from reportparse.comparison.histories import history
    from reportparse.comparison.models import (
        Change,
        ClaimCheck,
        Entry,
        History,
        InspectionEvent,
        Place,
        Timeline,
        Verdict,
    )
    from reportparse.comparison.names import indicators_named
    from reportparse.comparison.published import (
        Layout,
        Outcome,
        PublishedCheck,
        check_published,
        read_layout,
    )
    from reportparse.comparison.scales import BY_RANK
    from reportparse.comparison.series import SeriesKind, SeriesRow, Status, compare
    from reportparse.comparison.timeline import history_html

# Loaded at first use, so that the command line answers ``--help`` at once.
_LAZY = {
    "BY_RANK": "scales",
    "Change": "models",
    "ClaimCheck": "models",
    "Entry": "models",
    "History": "models",
    "InspectionEvent": "models",
    "Place": "models",
    "SeriesKind": "series",
    "SeriesRow": "series",
    "Status": "series",
    "Timeline": "models",
    "Verdict": "models",
    "Layout": "published",
    "Outcome": "published",
    "PublishedCheck": "published",
    "check_published": "published",
    "read_layout": "published",
    "compare": "series",
    "history": "histories",
    "history_html": "timeline",
    "indicators_named": "names",
}

__all__ = [
    "BY_RANK",
    "Change",
    "ClaimCheck",
    "Entry",
    "History",
    "InspectionEvent",
    "Layout",
    "Outcome",
    "Place",
    "PublishedCheck",
    "SeriesKind",
    "SeriesRow",
    "Status",
    "Timeline",
    "Verdict",
    "check_published",
    "compare",
    "history",
    "history_html",
    "indicators_named",
    "read_layout",
]

__getattr__ = lazy_names(__name__, _LAZY)
