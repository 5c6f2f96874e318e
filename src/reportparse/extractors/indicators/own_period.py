"""The period of a figure that states none, in a report that covers a year or a quarter.

"983 reviews were held" in an annual report of 2013/14 is of that year; "318 households are
approved" in the same report is of its last day. Which of the two holds is known from the measure
where it is linked, and else from the tense.
"""

import re

from reportparse.extractors.periods import PeriodReference, find_periods
from reportparse.extractors.periods.normalise import as_inferred, day_period
from reportparse.extractors.relations import Figure
from reportparse.extractors.relations.patterns import PRESENT
from reportparse.records import Period, PeriodKind, Role
from reportparse.vocabulary import Indicator

_FLOWS = frozenset({"financial_year", "academic_year", "rolling_12m", "quarter", "calendar_year"})
_SNAPSHOT = "snapshot"
_AT_THE_END = re.compile(
    r"\b(?:at|by) (?:the )?(?:(?:year|quarter|period)[- ]end|end of (?:the )?(?:year|quarter))\b"
    r"|\b(?:ended|closed) the (?:year|quarter)\b",
    re.IGNORECASE,
)
# "At a glance: 31 March 2021", "Our children (as at 30 June 2018)".
_DATED_HEADING = re.compile(
    r"(?!(?:figure|table|chart|appendix)\b)[^\d:(]{3,60}(?:[:(–-]|\bat\b)\s?(?:as )?(?:at )?"
    r"(?P<date>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+ (?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_AROUND = 60


def period_of_report(
    figure: Figure, sentence: str, measure: Indicator | None, reference: PeriodReference
) -> Period | None:
    """The figure's own period, or else the one that the report covers; None where it covers none.

    Figures of other areas keep to what is printed: they are often of earlier years. So do targets
    and forecasts, which look ahead.
    """
    covered = reference.covered
    if covered is None or figure.comparator or figure.role not in {Role.LEVEL, Role.CHANGE}:
        return figure.period
    if figure.period is not None and not _is_data_date(figure.period, reference):
        return figure.period
    if _is_stock(figure, sentence, measure, default=figure.period is not None):
        return as_inferred(reference.data_as_at or day_period(covered.end, covered.text))
    return as_inferred(covered)


def period_of_measure(measure: Indicator | None, reference: PeriodReference) -> Period | None:
    """The period of an undated figure of a table or call-out, by what it measures.

    What happens in the course of a year is of the period covered, all else of the date that the
    report says its figures stand at.
    """
    stated = reference.data_as_at if reference.data_is_stated else None
    period_type = measure.period_type if measure else None
    if period_type in _FLOWS:
        return reference.covered or stated
    covered = reference.covered
    if period_type == _SNAPSHOT and covered is not None:
        return stated or day_period(covered.end, covered.text)
    return stated or covered


def heading_period(heading: str, reference: PeriodReference) -> Period | None:
    """The day or month that a heading gives to what stands under it."""
    match = _DATED_HEADING.fullmatch(heading)
    found = find_periods(match["date"], reference) if match else []
    period = found[0].period if len(found) == 1 else None
    return period if period and period.kind in {PeriodKind.DAY, PeriodKind.MONTH} else None


def period_of_heading(
    figure: Figure, period: Period | None, over: Period | None, reference: PeriodReference
) -> Period | None:
    """The period of the heading for a figure that has no more than the report's own."""
    if over is None or figure.comparator or figure.role not in {Role.LEVEL, Role.CHANGE}:
        return period
    stated = figure.period is not None and not _is_data_date(figure.period, reference)
    return period if stated else as_inferred(over)


def _is_data_date(period: Period, reference: PeriodReference) -> bool:
    """Whether a period is no more than the date that the report says its figures stand at."""
    stated = reference.data_as_at if reference.data_is_stated else None
    return period.inferred and stated is not None and period.key == stated.key


def _is_stock(figure: Figure, sentence: str, measure: Indicator | None, *, default: bool) -> bool:
    """Whether a figure stands at a day; ``default`` where neither measure nor wording tells."""
    if _AT_THE_END.search(sentence):
        return True
    period_type = measure.period_type if measure else None
    if period_type == _SNAPSHOT:
        return True
    if period_type in _FLOWS:
        return False
    clause = sentence[max(0, figure.start - _AROUND) : figure.end + _AROUND]
    return default or bool(PRESENT.search(clause))
