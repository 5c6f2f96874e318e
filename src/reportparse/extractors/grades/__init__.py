"""Grades in words, and the judgements of other inspections that running text tells of."""

from reportparse.extractors.grades.component import extract_told_judgements

__all__ = ["extract_told_judgements"]
