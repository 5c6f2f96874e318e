"""From the words of a quantity to its value."""

import re
from fractions import Fraction

from reportparse.extractors.quantities.patterns import SCALES, WORD_VALUES, ZERO_WORDS

_FRACTION_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def number_of(words: str) -> float:
    """The value of a number in figures or words: "1,290", "Seventy-four", "two hundred and six".

    Raises:
        ValueError: ``words`` is no number.
    """
    cleaned = words.replace(",", "").strip().lower()
    if re.fullmatch(r"\d*\.?\d+", cleaned):
        return float(cleaned)
    if cleaned in ZERO_WORDS:
        return 0.0
    total = 0
    for word in re.split(r"[\s-]+", cleaned):
        if word == "and":
            continue
        if word == "hundred":
            total = (total or 1) * SCALES[word]
        elif word in WORD_VALUES:
            total += WORD_VALUES[word]
        else:
            raise ValueError(f"{words!r} is not a number")
    return float(total)


def scaled(words: str, scale: str | None) -> float:
    """The value of a number with "k", "million" or the like after it, without rounding error."""
    value = number_of(words)
    if not scale:
        return value
    return float(Fraction(str(value)) * SCALES[scale.lower()])


def fraction_of(words: str) -> float:
    """Percentage of "two thirds", "three quarters", "half"; thirds to one decimal."""
    if words.lower() == "half":
        return 50.0
    first, second = re.split(r"[- ]", words.lower(), maxsplit=1)
    count = 1 if first == "a" else WORD_VALUES[first]
    return round(100 * count / _FRACTION_PARTS[second.rstrip("s")], 1)
