"""Dates that a report mentions and what each is the date of."""

from reportparse.extractors.dates.component import dates_of

__all__ = ["dates_of"]
