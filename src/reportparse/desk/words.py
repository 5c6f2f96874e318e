"""Ids of records in the words that a person reads."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from reportparse.records import Period, PeriodKind, Unit
from reportparse.vocabulary import Scale, active_vocabulary, load_frameworks

_UNITS = {
    Unit.COUNT: "number",
    Unit.PERCENT: "per cent",
    Unit.PERCENTAGE_POINTS: "percentage points",
    Unit.PER_10000: "per 10,000",
    Unit.PER_1000: "per 1,000",
    Unit.PER_100000: "per 100,000",
    Unit.GBP: "pounds",
    Unit.DAYS: "days",
    Unit.WEEKS: "weeks",
    Unit.MONTHS: "months",
    Unit.YEARS: "years",
    Unit.SCORE: "score",
    Unit.RANK: "rank",
    Unit.RATIO: "ratio",
}
_BASES = {
    "stated": "This inspection report",
    "reported": "Reported by another report",
    "previous": "An earlier inspection",
}
_FINANCIAL_START = 4


def plain(identity: str | None) -> str | None:
    """An id as words: ``statistical_neighbours`` as "Statistical neighbours"."""
    if not identity:
        return None
    words = identity.replace("_", " ")
    return words[0].upper() + words[1:]


def measure_words(identity: str | None, label: str) -> str:
    """The name of a measure; the printed label where the figure is linked to none."""
    known = active_vocabulary().indicators.by_id.get(identity or "")
    return known.name if known else " ".join(label.split())


def unit_words(unit: str, of: str | None = None) -> str:
    """A unit as it follows a number; a count is of what it counts where that is printed."""
    return of if of and unit == Unit.COUNT else _UNITS[Unit(unit)]


def group_words(breakdown: Mapping[str, str]) -> str | None:
    """The part of its measure that a figure is about, as "Age: 10 to 15; Sex: Female"."""
    dimensions = active_vocabulary().dimensions.by_id
    names = []
    for dimension, value in sorted(breakdown.items()):
        known = dimensions.get(dimension)
        values = known.values if known else ()
        name = next((one.name for one in values if one.id == value), value.replace("_", " "))
        names.append(f"{plain(dimension)}: {name}")
    return "; ".join(names) or None


def area_words(area: str | None) -> str | None:
    """The name of an area; a group id in words."""
    return plain(area) if area and area.islower() else area


def period_words(period: Period | None) -> str | None:
    """A period as a person writes it."""
    if period is None:
        return None
    match period.kind:
        case PeriodKind.DAY:
            return day_words(period.start)
        case PeriodKind.MONTH:
            return f"{period.start:%B %Y}"
        case PeriodKind.CALENDAR_YEAR:
            return period.key
        case PeriodKind.SPLIT_YEAR:
            financial = period.start.month == _FINANCIAL_START
            return f"{period.key} ({'financial' if financial else 'academic'} year)"
        case PeriodKind.QUARTER:
            return f"{period.start:%B} to {period.end:%B %Y}"
        case PeriodKind.RANGE:
            return _range_words(period.start, period.end)


def _range_words(start: date, end: date) -> str:
    """A range in days, or in months where it is of whole ones."""
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        first = f"{start:%B}" if start.year == end.year else f"{start:%B %Y}"
        return f"{first} to {end:%B %Y}"
    return day_words(start, end)


def day_words(first: date, last: date | None = None) -> str:
    """A day, or the first and the last of several, as a person writes them."""
    if last is None or first == last:
        return f"{first.day} {first:%B %Y}"
    return f"{day_words(first)} to {day_words(last)}"


def framework_words(framework: str | None) -> str | None:
    """The name of an inspection framework."""
    known = load_frameworks().frameworks.get(framework or "")
    return known.name if known else plain(framework)


def aspect_words(aspect: str | None, framework: str | None, printed: str | None) -> str | None:
    """The name of an aspect in its framework; the printed words where it has no id."""
    if aspect is None:
        return " ".join(printed.split()) if printed else None
    known = load_frameworks().frameworks.get(framework or "")
    found = known.aspect(aspect) if known else None
    return found.label if found else _aspect_labels().get(aspect) or plain(aspect)


def grade_words(grade: str, framework: str | None) -> str:
    """The name of a grade on the scale of its framework."""
    frameworks = load_frameworks()
    known = frameworks.frameworks.get(framework or "")
    scales = known.scales if known else tuple(frameworks.scales.values())
    return _grade_label(grade, scales) or plain(grade) or grade


def basis_words(basis: str) -> str:
    """Whose judgement a record is."""
    return _BASES[basis]


def _grade_label(grade: str, scales: Iterable[Scale]) -> str | None:
    return next((one.label for scale in scales for one in scale.grades if one.id == grade), None)


@lru_cache(maxsize=1)
def _aspect_labels() -> dict[str, str]:
    """A label for each aspect id, of the newest framework that judges it."""
    return {
        aspect.id: aspect.label
        for framework in load_frameworks().frameworks.values()
        for aspect in framework.aspects
    }
