"""The record of one figure of a table or chart."""

import re

from reportparse.extractors.choose.frame import Frame
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.naming import NamedFigure
from reportparse.extractors.quantities import Quantity
from reportparse.records import (
    Direction,
    IndicatorValue,
    Period,
    Provenance,
    Role,
    Unit,
)
from reportparse.vocabulary import active_vocabulary

# "(185)": a change downwards, as accounts print it.
_IN_BRACKETS = re.compile(r"\(\s*£?[\d,.]+\s*[%mk]?\s*\)")
_DOWN = ("▼", "↓", "down", "−")


def figure_record(
    quantity: Quantity,
    named: NamedFigure,
    context: ReportContext,
    *,
    text: str,
    rule_id: str,
    provenance: Provenance,
) -> Frame:
    """The record of one figure printed as ``text``, with what it was chosen from.

    Its period stands elsewhere than at the figure, in a header or a caption.
    """
    change = named.role is Role.CHANGE
    value = quantity.value * named.scale
    record = IndicatorValue(
        indicator=named.indicator,
        label=named.label,
        value=abs(value) if change else value,
        value_text=text,
        unit=named.unit,
        of=_counted(named.indicator) if named.unit is Unit.COUNT else None,
        qualifier=quantity.qualifier,
        role=named.role,
        direction=_direction(quantity, provenance.quote) if change else None,
        period=_inferred(named.period),
        baseline=_inferred(named.baseline),
        area=named.area or context.organisation,
        breakdown=named.breakdown,
        rule_id=rule_id,
        provenance=provenance,
    )
    return Frame(record, named.own, named.candidates, named.evidence)


def _counted(indicator: str | None) -> str | None:
    measure = active_vocabulary().indicators.by_id.get(indicator) if indicator else None
    return measure.of.replace("_", " ") if measure and measure.of else None


def _direction(quantity: Quantity, text: str) -> Direction:
    lowered = text.lower()
    if quantity.value == 0:
        return Direction.NONE
    owed = _IN_BRACKETS.fullmatch(text.strip()) is not None
    down = owed or quantity.value < 0 or any(sign in lowered for sign in _DOWN)
    return Direction.DOWN if down else Direction.UP


def _inferred(period: Period | None) -> Period | None:
    """A cell's period always stands elsewhere than at the figure."""
    return period.model_copy(update={"inferred": True}) if period else None
