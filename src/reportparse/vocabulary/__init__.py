"""Frameworks and grade scales, indicators, dimensions and areas, as package data with loaders.

The data are facts compiled from published reports; where a published source later proved them
wrong the correction stands in the data with a ``note``.
"""

from reportparse.vocabulary.areas import Area, Areas, load_areas
from reportparse.vocabulary.frameworks import (
    Aspect,
    Framework,
    Frameworks,
    Grade,
    Scale,
    load_frameworks,
)

__all__ = [
    "Area",
    "Areas",
    "Aspect",
    "Framework",
    "Frameworks",
    "Grade",
    "Scale",
    "load_areas",
    "load_frameworks",
]
