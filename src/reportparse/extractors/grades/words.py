"""The words of the grades that reports of every kind print, in one place.

Grade ids and labels are those of the vocabulary's scales; "requires improvement" is also printed
as a verb, in other tenses and misspelt.
"""

import re
from functools import lru_cache

from reportparse.vocabulary import Scale, load_frameworks

NOT_JUDGED = ("not_judged", r"not\s+(?:yet\s+)?(?:judged|graded|applicable|inspected)")
# Longest first: "requires improvement to be good" must never be read as "good".
FOUR_POINT: tuple[tuple[str, str], ...] = (
    (
        "requires_improvement",
        r"requir(?:es?|ed|ing|ements?)\s+improvements?(?:\s+to\s+be\s+good)?",
    ),
    ("outstanding", "outstanding"),
    ("inadequate", "unsatisfactory"),
    ("satisfactory", "satisfactory"),
    ("inadequate", "inadequate"),
    ("adequate", "adequate"),
    ("good", "good"),
)
# Worst first, so that "good or outstanding" and "outstanding or good" get one id.
WORST_FIRST = (
    "inadequate",
    "requires_improvement",
    "satisfactory",
    "adequate",
    "good",
    "outstanding",
)
STEMS = ("good", "outstanding", "adequate", "satisfactory", " improvement")
"""One of these stands in every text that holds a grade of four."""

FOUR_POINT_SCALES = ("of4_ri", "of4_adequate", "of4_satisfactory")
_NUMBERED = re.compile(r"\d|\bgrade\b", re.IGNORECASE)


def pattern_of(words: tuple[tuple[str, str], ...]) -> str:
    """One pattern for all of ``words``."""
    return "|".join(pattern for _, pattern in words)


def grade_of(text: str, words: tuple[tuple[str, str], ...] = (*FOUR_POINT, NOT_JUDGED)) -> str:
    """Id of the grade that ``text`` names.

    Raises:
        ValueError: ``text`` is no grade of ``words``.
    """
    for grade, pattern in words:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return grade
    raise ValueError(text)


@lru_cache(maxsize=64)
def words_of(scales: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Ids and patterns of the grades of ``scales``, the longest first."""
    known = load_frameworks().scales
    found: dict[str, str] = {}
    for scale in scales:
        for pattern, grade in _printed(known[scale]):
            found.setdefault(pattern, grade)
    ordered = sorted(found.items(), key=lambda item: -len(item[0]))
    return (*((grade, pattern) for pattern, grade in ordered), NOT_JUDGED)


def _printed(scale: Scale) -> list[tuple[str, str]]:
    worded = {grade for grade, _ in FOUR_POINT}
    if {grade.id for grade in scale.grades} <= worded:
        ids = {grade.id for grade in scale.grades}
        return [(pattern, grade) for grade, pattern in FOUR_POINT if grade in ids]
    return [
        (re.escape(name.lower()).replace(r"\ ", r"\s+"), grade.id)
        for grade in scale.grades
        for name in (grade.label, *grade.aliases)
        if not _NUMBERED.search(name)
    ]


def numbers_of(scale: str) -> dict[int, str]:
    """Grade ids of a scale by their official numbers."""
    grades = load_frameworks().scales[scale].grades
    return {grade.number: grade.id for grade in grades if grade.number is not None}
