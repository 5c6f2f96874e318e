"""The words of a grade: "Requires improvement to be good", "Grade 3 (Adequate)", "Not judged".

The grades are those of the scales in ``vocabulary/data/frameworks.json`` that publishers print in
words; which scale a report uses follows from its framework, not from the word.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

# Longest first: "requires improvement to be good" must never be read as "good".
_WORDS: tuple[tuple[str, str], ...] = (
    ("requires_improvement", r"requires?\s+improvement(?:\s+to\s+be\s+good)?"),
    ("requires_improvement", r"requiring\s+improvement(?:\s+to\s+be\s+good)?"),
    ("not_judged", r"not\s+(?:yet\s+)?(?:judged|graded|applicable)"),
    ("outstanding", r"outstanding"),
    ("satisfactory", r"satisfactory"),
    ("inadequate", r"inadequate"),
    ("adequate", r"adequate"),
    ("good", r"good"),
)
_ANY = "|".join(pattern for _, pattern in _WORDS)
_NUMBER = r"[1-4]"
GRADE_PATTERN = (
    rf"(?:grade\s*(?P<number>{_NUMBER})\s*[(:-]?\s*(?P<numbered>{_ANY})\)?"
    rf"|(?P<plain>{_ANY})(?:\s*\(grade\s*(?P<number_after>{_NUMBER})\))?)"
)
"""Named groups: ``plain`` or ``numbered`` for the words, ``number`` or ``number_after``."""

# Words that a grade printed over several lines is made of.
_PARTS = frozenset(
    {
        *("requires", "require", "improvement", "to", "be", "good", "outstanding", "inadequate"),
        *("adequate", "satisfactory", "not", "judged", "graded", "grade"),
        *("1", "2", "3", "4"),
    }
)
_OPENINGS = frozenset(
    {
        *("requires", "require", "good", "outstanding", "inadequate", "adequate"),
        *("satisfactory", "not", "grade"),
    }
)


@dataclass(frozen=True, slots=True)
class GradePhrase:
    """A grade as printed; ``number`` is the printed grade number, None where none is."""

    grade: str
    text: str
    number: int | None


@lru_cache(maxsize=1)
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"{GRADE_PATTERN}[.\s]*", re.IGNORECASE)


def parse_grade(text: str) -> GradePhrase | None:
    """The grade that ``text`` consists of; None where it holds anything else.

    ``text`` is normalised; white space and a full stop around the grade are allowed.
    """
    match = _phrase().fullmatch(text.strip())
    if not match:
        return None
    return phrase_of(match)


def phrase_of(match: re.Match[str]) -> GradePhrase:
    """The grade of a match of a pattern that contains ``GRADE_PATTERN``."""
    words = match["plain"] or match["numbered"]
    number = match["number"] or match["number_after"]
    return GradePhrase(_grade_id(words), words, int(number) if number else None)


def _grade_id(words: str) -> str:
    for grade, pattern in _WORDS:
        if re.fullmatch(pattern, words, re.IGNORECASE):
            return grade
    raise ValueError(words)


def is_grade_part(word: str) -> bool:
    """Whether ``word`` can stand in a grade that is printed over several lines."""
    return word.strip("().:").lower() in _PARTS


def opens_grade(word: str) -> bool:
    """Whether a grade can begin with ``word``, written as a label with a capital."""
    bare = word.strip("().:")
    return bare[:1].isupper() and bare.lower() in _OPENINGS
