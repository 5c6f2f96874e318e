"""The normal form of what is measured, so that one fact recorded in two ways is seen as one.

"In-house foster placements: 196" and "196 of the children looked after live with our own foster
carers" are one fact. Which measures narrow others, and which groups a measure implies, are data
(``narrows`` and ``implied_groups`` of ``data/indicators.json``).

Source:
    The record contract, section "The normal form of what is measured".
"""

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

from reportparse.vocabulary.active import active_vocabulary
from reportparse.vocabulary.dimensions import fold_value
from reportparse.vocabulary.user import Vocabulary

_AGE_WORDS = re.compile(r"\b(?:aged|ages?|years?|old|olds)\b")
_AGE_RANGE = re.compile(r"(\d+)\s+(?:(?:to|and)\s+)?(\d+)")
_AGE_OPEN = re.compile(r"(\d+)\s*(?:plus|\+|(?:and|or) (?:over|above|older))|over (\d+)")


class Measured(NamedTuple):
    """What a figure measures: the widest measure, and the groups that narrow it."""

    indicator: str | None
    breakdown: dict[str, str]


def normal_form(
    indicator: str | None,
    breakdown: Mapping[str, str],
    *,
    vocabulary: Vocabulary | None = None,
) -> Measured:
    """The normal form of a measure and its breakdown.

    The measure is the widest that the given one only narrows, with the group in the breakdown;
    the values of dimensions are canonical; groups that the measure implies are left out.

    Args:
        indicator: Id of a measure; one that the vocabulary does not know stays as it is.
        breakdown: Values by dimension, as ids or as any wording of the vocabulary.
        vocabulary: Measures and dimensions to go by; those in use by default.
    """
    known = vocabulary or active_vocabulary()
    groups = {
        dimension: canonical_value(dimension, value, vocabulary=known)
        for dimension, value in breakdown.items()
    }
    measure = known.indicators.by_id.get(indicator or "")
    if measure is not None and measure.narrows is not None:
        indicator = measure.narrows.indicator
        groups |= measure.narrows.breakdown
    for implied in known.indicators.implied_groups:
        value = groups.get(implied.dimension)
        if value is None or implied.value not in {None, value}:
            continue
        if any(fnmatchcase(indicator or "", pattern) for pattern in implied.measures):
            del groups[implied.dimension]
    return Measured(indicator, groups)


def widened(indicator: str | None, breakdown: Mapping[str, str]) -> str | None:
    """The measure of a figure whose own groups are others than those the measure is narrowed to.

    "Foster carers of the council: 341" in a table of where children live names those in foster
    care, but is of the children in care who live with the council's own carers.
    """
    measure = active_vocabulary().indicators.by_id.get(indicator or "")
    if measure is None or measure.narrows is None:
        return indicator
    differs = any(
        _is_another(dimension, breakdown.get(dimension), own)
        for dimension, own in measure.narrows.breakdown.items()
    )
    return measure.narrows.indicator if differs else indicator


def _is_another(dimension: str, value: str | None, own: str) -> bool:
    """Whether a value is one of the dimension's own list, and not the one given."""
    listed = active_vocabulary().dimensions.by_id.get(dimension)
    found = listed.by_wording.get(fold_value(value)) if listed and value else None
    return found is not None and found != own


def canonical_value(dimension: str, value: str, *, vocabulary: Vocabulary | None = None) -> str:
    """The id of a value of a dimension; a printed age band as "5-10" or "16_plus".

    What neither the dimension's list nor the age bands know is folded: small letters, and spaces
    for dashes and underscores.
    """
    known = vocabulary or active_vocabulary()
    listed = known.dimensions.by_id.get(dimension)
    found = listed.by_wording.get(fold_value(value)) if listed else None
    if found is not None:
        return found
    return _age_band(value) if dimension == "age" else fold_value(value)


def _age_band(value: str) -> str:
    folded = fold_value(value)
    words = _AGE_WORDS.sub(" ", folded).strip()
    if match := _AGE_RANGE.fullmatch(words):
        return f"{match[1]}-{match[2]}"
    if match := _AGE_OPEN.fullmatch(words):
        return f"{match[1] or match[2]}_plus"
    return folded
