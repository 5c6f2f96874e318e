"""Inspections with one outcome that is told in a sentence: interim, assurance, ratings."""

import re

from reportparse.document import Document, normalise
from reportparse.extractors.grades.phrases import GradePhrase
from reportparse.extractors.inspections.sentences import StatedGrade
from reportparse.vocabulary import load_frameworks

# Grade and its words by framework; the first that stands in the text is taken.
_OUTCOMES: dict[str, tuple[tuple[str, str], ...]] = {
    "sccif_interim": (
        ("improved", r"improved (?:in )?effectiveness"),
        ("sustained", r"sustained effectiveness"),
        ("declined", r"declin(?:ed|ing) (?:in )?effectiveness"),
    ),
    "sccif_assurance": (
        ("none", r"(?:did not identify|no) (?:any )?serious (?:or|and) widespread concerns"),
        ("concerns", r"(?<!no )(?:identified )?serious (?:or|and|and/or) widespread concerns"),
    ),
    "sccif_sa_2024": (
        ("consistently_strong", r"consistently strong service delivery"),
        ("inconsistent", r"inconsistent quality of service delivery"),
        ("serious_weaknesses", r"serious (?:or|and|and/or) widespread weaknesses"),
    ),
    "csa_2009": (
        ("performs_excellently", r"performs? excellently"),
        ("performs_well", r"performs? well"),
        ("performs_adequately", r"performs? adequately"),
        ("performs_poorly", r"performs? poorly"),
    ),
}
# A page that says what each outcome means is not the outcome.
_SCALE = re.compile(
    r"\b(?:can be|one of|three|four) (?:the )?(?:following )?(?:outcomes|judgements)"
)


def find_outcome(document: Document, framework: str) -> StatedGrade | None:
    """The outcome of a report of ``framework``: the one whose words stand first in its text."""
    text = normalise(document.text)
    listed = _SCALE.search(text.text)
    end = listed.start() if listed and listed.start() > 400 else len(text.text)
    found = [
        (match.start(), match.end(), grade)
        for grade, pattern in _OUTCOMES[framework]
        if (match := re.compile(pattern, re.IGNORECASE).search(text.text, 0, end))
    ]
    if not found:
        return None
    start, last, grade = min(found)
    aspect = load_frameworks().frameworks[framework].aspects[0]
    raw_start, raw_end = text.to_raw(start, last)
    words = " ".join(document.text[raw_start:raw_end].split())
    return StatedGrade(aspect.id, aspect.label, GradePhrase(grade, words, None), raw_start, raw_end)
