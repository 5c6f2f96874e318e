"""Frameworks and grade scales, indicators, dimensions and areas, as package data with loaders.

The data are facts compiled from published reports; where a published source later proved them
wrong the correction stands in the data with a ``note``.
"""

from reportparse.vocabulary.active import active_vocabulary, use_vocabulary
from reportparse.vocabulary.areas import NAMES_THAT_ARE_WORDS, Area, Areas, load_areas
from reportparse.vocabulary.cell_marks import CellMarks, load_cell_marks
from reportparse.vocabulary.dimensions import (
    Dimension,
    Dimensions,
    DimensionValue,
    load_dimensions,
)
from reportparse.vocabulary.frameworks import (
    Aspect,
    Framework,
    Frameworks,
    Grade,
    Scale,
    load_frameworks,
)
from reportparse.vocabulary.indicators import (
    AmbiguousAlias,
    Indicator,
    Indicators,
    Theme,
    load_indicators,
)
from reportparse.vocabulary.normal_form import (
    Measured,
    canonical_value,
    normal_form,
    widened,
)
from reportparse.vocabulary.terms import load_plain_words, load_terms
from reportparse.vocabulary.user import Vocabulary, default_vocabulary, load_vocabulary

__all__ = [
    "NAMES_THAT_ARE_WORDS",
    "AmbiguousAlias",
    "Area",
    "Areas",
    "Aspect",
    "CellMarks",
    "Dimension",
    "DimensionValue",
    "Dimensions",
    "Framework",
    "Frameworks",
    "Grade",
    "Indicator",
    "Indicators",
    "Measured",
    "Scale",
    "Theme",
    "Vocabulary",
    "active_vocabulary",
    "canonical_value",
    "default_vocabulary",
    "load_areas",
    "load_cell_marks",
    "load_dimensions",
    "load_frameworks",
    "load_indicators",
    "load_plain_words",
    "load_terms",
    "load_vocabulary",
    "normal_form",
    "use_vocabulary",
    "widened",
]
