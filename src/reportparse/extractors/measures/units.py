"""Whether a figure in a unit can be of a measure."""

from reportparse.records import Role, Unit
from reportparse.vocabulary import Indicator

_DURATIONS = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_ALIKE = ({Unit.COUNT, Unit.RATIO}, {Unit.COUNT, Unit.SCORE})


def unit_fit(indicator: Indicator, unit: Unit, role: Role) -> float:
    """How well a figure in ``unit`` fits a measure: 1 fully, 0 not at all.

    A relative change is printed in percent whatever the unit of the measure, most often of a
    number; a difference of percentages in percentage points.
    """
    own = Unit(indicator.unit)
    if role is Role.CHANGE and unit is Unit.PERCENT:
        return 1.0 if own in (Unit.COUNT, Unit.GBP, Unit.PERCENT) else 0.9
    if own == unit or unit is Unit.RANK or (own in _DURATIONS and unit in _DURATIONS):
        return 1.0
    if unit is Unit.PERCENTAGE_POINTS and own is Unit.PERCENT and role is not Role.LEVEL:
        return 0.9
    return 1.0 if {own, unit} in _ALIKE else 0.0
