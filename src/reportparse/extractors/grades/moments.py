"""When an inspection was, in the sentences that tell of it: periods printed there and then.

Relative wording ("currently", "since the last inspection") dates the report's own figures, not an
inspection, and is left out; bare years and pairs of months, which date inspections often, are in.
"""

import re
from dataclasses import dataclass
from datetime import date

from reportparse.extractors.periods import PeriodReference, Relation, find_periods
from reportparse.extractors.periods.normalise import month_period, range_period, year_period
from reportparse.records import Period, PeriodKind

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join(_MONTHS)
_MONTH_PAIR = re.compile(
    rf"\b(?P<first>{_MONTH})(?: (?P<own>\d{{4}}))? and (?P<last>{_MONTH}) (?P<year>\d{{4}})\b", re.I
)
_DAY_PAIR = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?: (?P<first>{_MONTH}))?(?: (?P<own>\d{{4}}))? and"
    rf" (?P<d2>\d{{1,2}}) (?P<last>{_MONTH}) (?P<year>\d{{4}})\b",
    re.I,
)
_YEAR = re.compile(
    r"(?:\b(?:in|during|of|from|both|and|the|since|our|their|its|a|an) |\((?=\d{4}\)))"
    r"(?P<year>(?:19[89]|20[0-4])\d)(?!\d|s\b|[-/]\d|%)"
)
_ACT = re.compile(
    r"\b(?:Acts?|Regulations?|Order|Guidance)(?:\s\w+)? $|\bthe (?:late|early|mid)[- ]?$"
)
_KINDS = frozenset(
    {
        PeriodKind.DAY,
        PeriodKind.MONTH,
        PeriodKind.QUARTER,
        PeriodKind.CALENDAR_YEAR,
        PeriodKind.RANGE,
    }
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A period printed at ``text[start:end]``."""

    start: int
    end: int
    period: Period


def find_moments(text: str, reference: PeriodReference) -> tuple[Moment, ...]:
    """The absolute periods of cleaned ``text`` that could date an inspection, in order."""
    found = [*_day_pairs(text), *month_pairs(text)]
    for mention in find_periods(text, reference):
        period = mention.period
        if (
            mention.relation is Relation.ABSOLUTE
            and period is not None
            and period.kind in _KINDS
            and not period.inferred
            and text[mention.end_char : mention.end_char + 1] != "s"
        ):
            found.append(Moment(mention.start_char, mention.end_char, period))
    for match in _YEAR.finditer(text):
        year = match["year"]
        found.append(Moment(match.start("year"), match.end(), year_period(int(year), year)))
    kept: list[Moment] = []
    for moment in found:
        apart = all(moment.end <= other.start or other.end <= moment.start for other in kept)
        if apart and not _ACT.search(text[: moment.start]):
            kept.append(moment)
    return tuple(sorted(kept, key=lambda moment: moment.start))


def month_pairs(text: str) -> list[Moment]:
    """The pairs of months joined by "and" in cleaned ``text``."""
    return [_pair(match) for match in _MONTH_PAIR.finditer(text)]


def _day_pairs(text: str) -> list[Moment]:
    """The spans "between 30 January and 10 February 2012", whose first day has no year."""
    pairs = [_days(match) for match in _DAY_PAIR.finditer(text)]
    return [pair for pair in pairs if pair is not None]


def _days(match: re.Match[str]) -> Moment | None:
    year = int(match["year"])
    last_month = match["last"].lower()
    first_month = (match["first"] or last_month).lower()
    try:
        start = date(int(match["own"] or year), _MONTHS.index(first_month) + 1, int(match["d1"]))
        end = date(year, _MONTHS.index(last_month) + 1, int(match["d2"]))
    except ValueError:
        return None
    if start > end:
        return None
    return Moment(match.start(), match.end(), range_period(start, end, match.group()))


def _pair(match: re.Match[str]) -> Moment:
    """Two months joined by "and", which an inspection in two visits prints."""
    first, last = (_MONTHS.index(match[name].lower()) + 1 for name in ("first", "last"))
    year = int(match["year"])
    start = date(int(match["own"] or year), first, 1)
    end = month_period(year, last, "").end
    return Moment(match.start(), match.end(), range_period(start, end, match.group()))
