"""Reporting periods: days, months, quarters, calendar and split years, ranges, relative wording."""

from reportparse.extractors.periods.component import find_periods, parse_period, resolve_mention
from reportparse.extractors.periods.model import PeriodMention, PeriodReference, Relation

__all__ = [
    "PeriodMention",
    "PeriodReference",
    "Relation",
    "find_periods",
    "parse_period",
    "resolve_mention",
]
