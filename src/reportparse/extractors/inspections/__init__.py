"""Inspection reports: front page, framework, and the judgements that they state."""

from reportparse.extractors.inspections.extract import InspectionFindings, extract_inspection

__all__ = ["InspectionFindings", "extract_inspection"]
