"""Indicator values of a report: figures of its running text and of its tables."""

from reportparse.extractors.indicators.extract import extract_indicators

__all__ = ["extract_indicators"]
