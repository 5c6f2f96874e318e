"""Agenda packs: one file that holds an agenda, minutes and many reports."""

from reportparse.extractors.packs.borders import Part, PartKind, find_parts
from reportparse.extractors.packs.naming import Surrounding

__all__ = ["Part", "PartKind", "Surrounding", "find_parts"]
