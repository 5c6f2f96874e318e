"""A grade that stands alone: "Requires improvement to be good", "Grade 3 (Adequate)", "Good 2".

Which words are grades follows from the scales of the frameworks that a report may be of.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportparse.extractors.grades.words import (
    FOUR_POINT,
    NOT_JUDGED,
    grade_of,
    numbers_of,
    pattern_of,
    words_of,
)

_NUMBER = r"[1-4]"


def grade_pattern(words: tuple[tuple[str, str], ...]) -> str:
    """Pattern of a grade of ``words``, with or without its number.

    Named groups: ``plain`` or ``numbered`` for the words, ``number`` or ``number_after``.
    """
    some = pattern_of(words)
    return (
        rf"(?:grade\s*(?P<number>{_NUMBER})\s*[(:-]?\s*(?P<numbered>{some})\)?"
        rf"|(?P<plain>{some})(?:\s*\(grade\s*(?P<number_after>{_NUMBER})\))?)"
    )


GRADE_PATTERN = grade_pattern((*FOUR_POINT, NOT_JUDGED))


@dataclass(frozen=True, slots=True)
class GradePhrase:
    """A grade as printed; ``number`` is the printed grade number, None where none is."""

    grade: str
    text: str
    number: int | None


class GradeReader:
    """Reads the grades of some scales where they stand as labels of their own.

    Args:
        words: Grade ids and the patterns of their words.
        numbers: Grades that are printed as a number alone, by number; none by default.
        any_case: Whether grades are also printed without a capital.
    """

    def __init__(
        self,
        words: tuple[tuple[str, str], ...],
        numbers: dict[int, str] | None = None,
        *,
        any_case: bool = False,
    ) -> None:
        self._words = words
        self._any_case = any_case
        self._numbers = numbers or {}
        self._pattern = re.compile(
            rf"{grade_pattern(words)}(?P<digit>\s+{_NUMBER})?[.\s]*", re.IGNORECASE
        )
        letters = re.findall(r"[a-z]+", re.sub(r"\\s", " ", pattern_of(words)))
        self._parts = frozenset({*letters, *_FORMS, "grade", "1", "2", "3", "4"})
        firsts = (re.match(r"[a-z]+", pattern) for _, pattern in words)
        self._openings = frozenset({m.group() for m in firsts if m} | {*_REQUIRE, "grade"})

    def parse(self, text: str) -> GradePhrase | None:
        """The grade that ``text`` consists of; None where it holds anything else.

        ``text`` is normalised; white space and a full stop around the grade are allowed.
        """
        stripped = text.strip()
        match = self._pattern.fullmatch(stripped)
        if match:
            return _phrase_of(match, self._words, match["digit"])
        alone = _ALONE.fullmatch(stripped)
        number = int(alone["number"]) if alone else 0
        if number in self._numbers:
            return GradePhrase(self._numbers[number], str(number), number)
        return None

    def is_part(self, word: str) -> bool:
        """Whether ``word`` can stand in a grade that is printed over several lines."""
        return word.strip("().:").lower() in self._parts

    def opens(self, word: str) -> bool:
        """Whether a grade can begin with ``word``, written as a label with a capital."""
        bare = word.strip("().:")
        if bare.isdigit():
            return int(bare) in self._numbers
        return (self._any_case or bare[:1].isupper()) and bare.lower() in self._openings


_ALONE = re.compile(rf"(?:grade\s*:?\s*)?(?P<number>{_NUMBER})\.?", re.IGNORECASE)
_REQUIRE = ("requires", "require", "required", "requiring", "requirement", "requirements")
_FORMS = (*_REQUIRE, "improvement", "improvements", "to", "be", "good", "not", "judged", "graded")


@lru_cache(maxsize=32)
def grade_reader(
    scales: tuple[str, ...] = (), *, numbered: str | None = None, any_case: bool = False
) -> GradeReader:
    """A reader for the grades of ``scales``, those of four points by default.

    ``numbered`` is the id of the scale whose numbers stand for its grades; for ``any_case`` see
    `GradeReader`.
    """
    words = words_of(scales) if scales else (*FOUR_POINT, NOT_JUDGED)
    return GradeReader(words, numbers_of(numbered) if numbered else None, any_case=any_case)


def parse_grade(text: str) -> GradePhrase | None:
    """The grade of the four points that ``text`` consists of; see `GradeReader.parse`."""
    return grade_reader().parse(text)


def phrase_of(match: re.Match[str]) -> GradePhrase:
    """The grade of a match of a pattern that contains ``GRADE_PATTERN``."""
    return _phrase_of(match, (*FOUR_POINT, NOT_JUDGED), None)


def _phrase_of(
    match: re.Match[str], words: tuple[tuple[str, str], ...], digit: str | None
) -> GradePhrase:
    text = match["plain"] or match["numbered"]
    number = match["number"] or match["number_after"] or digit
    return GradePhrase(grade_of(text, words), text, int(number) if number else None)
