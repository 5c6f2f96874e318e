"""What a report says of itself: title, organisation, committee, author, date, kind."""

from reportparse.extractors.metadata.extract import extract_metadata

__all__ = ["extract_metadata"]
