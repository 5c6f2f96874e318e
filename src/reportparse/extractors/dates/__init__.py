"""Dates that a report mentions and what each is the date of."""

from reportparse.extractors.dates.component import extract_dates

__all__ = ["extract_dates"]
