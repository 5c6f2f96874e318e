"""Indicator values: one record per printed figure that measures something."""

from enum import StrEnum

from pydantic import Field

from reportparse.records.base import shorten
from reportparse.records.origin import OriginRecord
from reportparse.records.period import Period
from reportparse.records.provenance import Provenance

# Confidence from which a record is firm, and stands in comparisons unless all are asked for.
FIRM = 0.9


class Unit(StrEnum):
    """Base units; a value in pounds is in pounds, never in thousands or millions."""

    COUNT = "count"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    PER_10000 = "per_10000"
    PER_1000 = "per_1000"
    PER_100000 = "per_100000"
    GBP = "gbp"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    SCORE = "score"
    RANK = "rank"
    RATIO = "ratio"


class Qualifier(StrEnum):
    """How exact a printed figure claims to be."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Role(StrEnum):
    """What a figure does: a measured level, a difference, a target or a forecast."""

    LEVEL = "level"
    CHANGE = "change"
    TARGET = "target"
    FORECAST = "forecast"


class Direction(StrEnum):
    """Which way a change went."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class IndicatorValue(OriginRecord):
    """One printed figure with its meaning; field meanings stand in the record contract.

    ``value`` is in the base unit, ``value_text`` as printed, and ``quote`` of the provenance
    contains ``value_text``. ``fact_id`` joins the places that print the same figure.
    ``confidence`` is the estimated probability, 0 to 1, that value, unit, role, period, area,
    measure and breakdown are all right; a record at `FIRM` and over is firm.
    """

    indicator: str | None
    label: str
    value: float
    value_text: str
    unit: Unit
    of: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    role: Role = Role.LEVEL
    direction: Direction | None = None
    period: Period | None = None
    baseline: Period | None = None
    area: str | None = None
    breakdown: dict[str, str] = Field(default_factory=dict)
    fact_id: str | None = None
    rule_id: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    provenance: Provenance

    def __repr__(self) -> str:
        measure = self.indicator or shorten(self.label, 60)
        parts = (
            f"{self.value_text} {self.unit}",
            self.role if self.role is not Role.LEVEL else None,
            self.area,
            self.period.key if self.period else "no period",
            f"page {self.provenance.page}" if self.provenance.page else None,
        )
        return f"<IndicatorValue {measure}: {', '.join(part for part in parts if part)}>"
