"""Outcomes as rows, for CSV and data frames."""

from collections.abc import Iterable
from typing import Any

from reportparse.evaluation.agreement import COMPARABLE, Field
from reportparse.evaluation.outcomes import FigureOutcome
from reportparse.optional import load_optional

COLUMNS = (
    *("path", "kind", "page", "status", "wrong", "required", "hard", "typed", "comparable"),
    *("value_text", "label", "indicator", "unit", "role", "period", "area", "breakdown"),
    *("confidence", "rule_id", "quote"),
    *("gold_indicator", "gold_unit", "gold_role", "gold_period", "gold_area", "gold_breakdown"),
)
# Of what a series stands on, in the order in which a reader looks.
_ASKED = tuple(field for field in Field if field in COMPARABLE)


def wrong_fields(outcome: FigureOutcome) -> tuple[Field, ...]:
    """The fields of a figure found in which its record is wrong.

    The breakdown is asked where the measure is right; a wrong measure is named alone.
    """
    if not outcome.found:
        return ()
    measured = Field.INDICATOR in outcome.agreed
    asked = (one for one in _ASKED if measured or one is not Field.BREAKDOWN)
    return tuple(one for one in asked if one not in outcome.agreed)


def status(outcome: FigureOutcome) -> str:
    """``found``, ``missed``, or ``extra`` for a record that answers no figure."""
    if outcome.gold is None:
        return "extra"
    return "missed" if outcome.record is None else "found"


def outcome_row(outcome: FigureOutcome) -> dict[str, Any]:
    """One outcome by the names of `COLUMNS`; what is unknown is None."""
    gold, record = outcome.gold, outcome.record
    place = record.provenance if record else None
    cells: dict[str, Any] = {
        "path": outcome.path,
        "kind": outcome.kind,
        "page": place.page if place else gold.page if gold else None,
        "status": status(outcome),
        "wrong": "; ".join(wrong_fields(outcome)),
        "required": outcome.counts,
        "hard": outcome.hard,
        "typed": outcome.typed,
        "comparable": outcome.comparable,
        "quote": " ".join((place.quote if place else gold.quote if gold else "").split()),
    }
    if record is not None:
        cells |= {
            "value_text": record.value_text,
            "label": record.label,
            "indicator": record.indicator,
            "unit": record.unit.value,
            "role": record.role.value,
            "period": record.period.key if record.period else None,
            "area": record.area,
            "breakdown": _groups(record.breakdown),
            "confidence": record.confidence,
            "rule_id": record.rule_id,
        }
    if gold is not None:
        cells |= {
            "value_text": gold.value_text,
            "label": record.label if record else gold.label,
            "gold_indicator": gold.indicator,
            "gold_unit": gold.unit.value,
            "gold_role": gold.role.value,
            "gold_period": gold.period,
            "gold_area": gold.area,
            "gold_breakdown": _groups(gold.breakdown),
        }
    return {column: cells.get(column) for column in COLUMNS}


def to_pandas(outcomes: Iterable[FigureOutcome]) -> Any:
    """Outcomes as a data frame, one to a row."""
    pandas = load_optional("pandas", extra="pandas", purpose="a pandas data frame")
    return pandas.DataFrame([outcome_row(one) for one in outcomes], columns=list(COLUMNS))


def _groups(breakdown: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in sorted(breakdown.items()))
