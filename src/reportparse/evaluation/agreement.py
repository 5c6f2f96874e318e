"""In which fields a record agrees with the gold."""

import re
from enum import StrEnum

from reportparse.comparison.identity import fold_name
from reportparse.evaluation.gold import GoldFigure, GoldJudgement
from reportparse.evaluation.periods import same_period
from reportparse.records import IndicatorValue, Judgement, Role
from reportparse.vocabulary import active_vocabulary, normal_form
from reportparse.vocabulary.dimensions import fold_value

_WORD = re.compile(r"[a-z]{4,}|\d+")
_STEM = 5


class Field(StrEnum):
    """What can be right or wrong of a figure that was found.

    ``INDICATOR`` and ``BREAKDOWN`` are compared in their normal form. ``INDICATOR_AS_WRITTEN`` is
    the id of the record itself, ``DIMENSIONS`` the names of the dimensions of its breakdown.
    """

    UNIT = "unit"
    ROLE = "role"
    PERIOD = "period"
    AREA = "area"
    INDICATOR = "indicator"
    BREAKDOWN = "breakdown"
    INDICATOR_AS_WRITTEN = "indicator_as_written"
    DIMENSIONS = "dimensions"


class JudgementField(StrEnum):
    """What can be right or wrong of a judgement that was found, beside what it is found by."""

    PROVIDER = "provider"
    DATE = "date"


# What makes a figure fully typed, and what must be right before it may stand in a series.
TYPED = frozenset({Field.UNIT, Field.ROLE, Field.PERIOD, Field.AREA})
COMPARABLE = TYPED | {Field.INDICATOR, Field.BREAKDOWN}


def agreed_fields(gold: GoldFigure, record: IndicatorValue) -> frozenset[Field]:
    """The fields in which a record has the gold's value, or another one accepted for it.

    A breakdown can agree only where the indicator does. For a change, the role agrees only where
    the direction does.
    """
    period = record.period.key if record.period else None
    tests = {
        Field.UNIT: record.unit in gold.choices("unit"),
        Field.ROLE: _same_role(gold, record),
        Field.PERIOD: any(same_period(key, period) for key in gold.choices("period")),
        Field.AREA: _area(record.area) in map(_area, gold.choices("area")),
        Field.INDICATOR_AS_WRITTEN: bool(gold.indicator)
        and record.indicator in gold.choices("indicator"),
        Field.DIMENSIONS: gold.breakdown.keys() == record.breakdown.keys(),
    }
    return frozenset(field for field, agrees in tests.items() if agrees) | _measured(gold, record)


def agreed_in_judgement(gold: GoldJudgement, record: Judgement) -> frozenset[JudgementField]:
    """The fields of a judgement that agree; where the gold tells no date, a date is wrong."""
    days = (record.inspected_from, record.inspected_to)
    keys: set[str | None] = {record.period.key} if record.period else set()
    keys |= {"/".join(day.isoformat() for day in days if day)} if any(days) else set()
    keys |= {record.published.isoformat()} if record.published else set()
    providers = map(_provider, gold.choices("provider"))
    tests = {
        JudgementField.PROVIDER: _provider(record.provider) in providers,
        JudgementField.DATE: any(same_period(gold.when, key) for key in keys or {None}),
    }
    return frozenset(field for field, agrees in tests.items() if agrees)


def is_comparable(record: IndicatorValue | None, agreed: frozenset[Field]) -> bool:
    """Whether all is right that a value in a series stands on, the measure included."""
    return record is not None and record.indicator is not None and agreed >= COMPARABLE


def _same_role(gold: GoldFigure, record: IndicatorValue) -> bool:
    turned = record.role is Role.CHANGE and gold.direction not in {None, record.direction}
    return record.role in gold.choices("role") and not turned


def _area(name: str | None) -> str | None:
    if name is None:
        return None
    known = active_vocabulary().areas.find(name)
    return known.name if known else fold_value(name)


def _provider(name: str | None) -> str | None:
    area = _area(name)
    return fold_name(area) if area else None


def _measured(gold: GoldFigure, record: IndicatorValue) -> frozenset[Field]:
    """Indicator and breakdown, as far as the normal forms agree."""
    found = normal_form(record.indicator, record.breakdown)
    same = [
        want.breakdown
        for indicator in gold.choices("indicator")
        for breakdown in gold.choices("breakdown")
        if (want := normal_form(indicator, breakdown)).indicator == found.indicator
    ]
    if not same:
        return frozenset()
    if any(same_groups(groups, found.breakdown) for groups in same):
        return frozenset({Field.INDICATOR, Field.BREAKDOWN})
    return frozenset({Field.INDICATOR})


def same_groups(want: dict[str, str], found: dict[str, str]) -> bool:
    """Whether two breakdowns in normal form name the same groups.

    For a loose dimension of the vocabulary a word shared with any group found is enough; beside
    it, further groups may be found, for its words may name them.
    """
    loose = {one for one in want if _is_loose(one)}
    fixed = want.keys() - loose
    if any(want[one] != found.get(one) for one in fixed):
        return False
    further = {one for one in found if one not in want and not _is_loose(one)}
    if further and not loose:
        return False
    stems = set[str]().union(*map(_stems, found.values()))
    alike = (want[one] == found.get(one) or _stems(want[one]) & stems for one in loose)
    return all(alike) and (bool(want) or not found)


def _is_loose(dimension: str) -> bool:
    known = active_vocabulary().dimensions.by_id.get(dimension)
    return known is not None and known.loose


def _stems(value: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold_value(value))}
