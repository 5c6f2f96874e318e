"""What a person typed, as changes of a record."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from reportparse.desk.corrections import Action, Correction, Reviewed, corrected_fields
from reportparse.errors import PeriodError, ReviewError
from reportparse.extractors.periods import PeriodReference, parse_period
from reportparse.records import IndicatorValue, Period
from reportparse.vocabulary import active_vocabulary

_FIGURE = ("indicator", "value", "unit", "role", "direction", "period", "area", "breakdown")
_GRADE = ("provider", "aspect", "grade", "inspected_to")


def fields_of(record: Reviewed) -> dict[str, str]:
    """The fields that a person can change, as text."""
    names = _FIGURE if isinstance(record, IndicatorValue) else _GRADE
    return {name: _text(getattr(record, name)) for name in names}


def changes_of(record: Reviewed, typed: Mapping[str, str]) -> dict[str, Any]:
    """The fields that differ from the record, as values of a correction.

    Raises:
        ReviewError: A field is unknown, or what was typed is no value of it.
    """
    before = fields_of(record)
    if unknown := sorted(set(typed) - set(before)):
        raise ReviewError(f"there is no field {unknown[0]} to change")
    return {
        name: _READ.get(name, _word)(text.strip(), record)
        for name, text in typed.items()
        if text.strip() != before[name]
    }


def check(record: Reviewed, correction: Correction) -> None:
    """Refuse a correction that makes no record.

    Raises:
        ReviewError: A value does not fit its field; the message names it.
    """
    if correction.action is Action.CORRECT:
        try:
            type(record).model_validate(corrected_fields(record, correction))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise ReviewError(f"{place}: {first['msg']}") from error


def _text(value: object) -> str:
    if isinstance(value, Period):
        return value.key
    if isinstance(value, Mapping):
        return "; ".join(f"{key}={one}" for key, one in sorted(value.items()))
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value)


def _word(text: str, record: Reviewed) -> str | None:
    return text or None


def _measure(text: str, record: Reviewed) -> str | None:
    if text and text not in active_vocabulary().indicators.by_id:
        raise ReviewError(f"indicator: there is no measure {text!r}")
    return text or None


def _number(text: str, record: Reviewed) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError as error:
        raise ReviewError(f"value: {text!r} is no number") from error


def _period(text: str, record: Reviewed) -> dict[str, Any] | None:
    if not text:
        return None
    reference = PeriodReference(report_date=record.origin.report_date)
    try:
        found = parse_period(text, reference=reference)
    except PeriodError as error:
        raise ReviewError(f"period: {error}") from error
    return found.model_dump(mode="json")


def _groups(text: str, record: Reviewed) -> dict[str, str]:
    """``age=10-15; sex=female`` as a breakdown."""
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    known = active_vocabulary().dimensions.by_id
    for name, equals, value in pairs:
        if not equals or name.strip() not in known or not value.strip():
            raise ReviewError(f"breakdown: write it as age=10-15; {name.strip()!r} is no group")
    return {name.strip(): value.strip() for name, _, value in pairs}


_READ: dict[str, Callable[[str, Reviewed], Any]] = {
    "indicator": _measure,
    "value": _number,
    "period": _period,
    "breakdown": _groups,
}
