"""How likely a reported judgement is right in provider, aspect, grade and date.

The shares were counted on reports whose judgements two readings had settled, by
``scripts/fit_reported_confidence.py``: by how the grade was told and whether a date was found.
"""

import json
from functools import lru_cache
from importlib.resources import files

from reportparse.records import Judgement

_LISTED = frozenset({"line", "table", "grid"})


def confidence_of(record: Judgement) -> float:
    """The share of records told in the same way that were right."""
    shares = _shares()
    return shares.get(kind_of(record), shares["all"])


def kind_of(record: Judgement) -> str:
    """Whether the grade of ``record`` stands in a list or table, or has a date in a sentence."""
    way = (record.rule_id or "").removeprefix("told_").split("_")[0]
    if way in _LISTED:
        return "listed"
    return "dated" if record.period is not None else "undated"


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    text = files("reportparse.extractors.grades").joinpath("confidence.json").read_text("utf-8")
    shares: dict[str, float] = json.loads(text)["shares"]
    return shares
