"""Inspection reports: front page, framework, and the judgements that they state."""
