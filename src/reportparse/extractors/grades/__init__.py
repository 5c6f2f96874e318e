"""Grades in words, and the judgements of other inspections that running text tells of."""

from reportparse.extractors.grades.component import ToldJudgements

__all__ = ["ToldJudgements"]
