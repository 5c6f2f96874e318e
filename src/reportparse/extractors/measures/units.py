"""Whether a figure in a unit can be of a measure."""

from reportparse.records import Role, Unit
from reportparse.vocabulary import Indicator

_DURATIONS = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_ALIKE = ({Unit.COUNT, Unit.RATIO}, {Unit.COUNT, Unit.SCORE})


def fits_unit(indicator: Indicator, unit: Unit, role: Role) -> bool:
    """Whether a figure in ``unit`` may be of a measure.

    A relative change is printed in percent whatever the unit of the measure; a difference of
    percentages in percentage points.
    """
    own = Unit(indicator.unit)
    if role is Role.CHANGE and unit is Unit.PERCENT:
        return True
    if own == unit or unit is Unit.RANK or (own in _DURATIONS and unit in _DURATIONS):
        return True
    if unit is Unit.PERCENTAGE_POINTS and own is Unit.PERCENT:
        return role is not Role.LEVEL
    return {own, unit} in _ALIKE
