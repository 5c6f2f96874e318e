"""Inspection reports of frameworks that the vocabulary does not hold: rows as they are printed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportparse.document import Document
from reportparse.extractors.grades.phrases import grade_reader
from reportparse.extractors.inspections.front_page import FrontPage
from reportparse.extractors.inspections.labels import fold_label
from reportparse.extractors.inspections.readings import Reading
from reportparse.extractors.inspections.rows import (
    GradePage,
    PrintedGrade,
    TextLine,
    find_grade_page,
    find_text_grades,
)
from reportparse.extractors.provenance import provenance_of
from reportparse.vocabulary import load_frameworks

_PAGES = 4
_LONGEST_LABEL = 160
_ABOVE = 30.0
_SCALES = ("of4_ri", "of4_adequate", "of4_satisfactory", "reportcard5_2025")
_INSPECTION = re.compile(r"\b(?:re-?)?inspections?\b|\binspectorate\b|\breview of\b", re.IGNORECASE)
_INSPECTORS = re.compile(
    r"\binspectors?\b|\binspectorate\b|\bofsted\b|\bcare quality commission\b", re.IGNORECASE
)
_NO_LABEL = re.compile(r"\b(?:previous|last) inspection\b|^(?:judgements?|grades?)$", re.IGNORECASE)


def is_inspection(front: FrontPage) -> bool:
    """Whether the front page is that of some inspection report."""
    return bool(
        front.inspected
        and _INSPECTION.search(front.title)
        and _INSPECTORS.search(front.text.text)
        and not (front.is_paper or front.is_council_page)
    )


def printed_rows(document: Document) -> Iterator[Reading]:
    """Every grade that stands apart with the label beside or above it, in order."""
    reader = grade_reader(_SCALES)
    pages = [find_grade_page(document, page, reader) for page in document.pages[:_PAGES]]
    for page in pages or [find_text_grades(document, reader)]:
        for grade in page.grades:
            lines = _label(page, grade)
            label = " ".join(line.text for line in lines)
            if lines and len(label) <= _LONGEST_LABEL and not _NO_LABEL.search(label):
                yield _reading(document, grade, lines, label)


def _label(page: GradePage, grade: PrintedGrade) -> list[TextLine]:
    """The lines in the grade's own row, left of it; failing that the last one above it."""
    beside = [
        line
        for line in page.lines
        if line.x0 < grade.x0 and grade.top < (line.top + line.bottom) / 2 < grade.bottom
    ]
    if beside:
        return beside
    above = [line for line in page.lines if 0 <= grade.top - line.bottom < _ABOVE]
    return above[-1:]


def _reading(document: Document, grade: PrintedGrade, lines: list[TextLine], label: str) -> Reading:
    start = min(grade.start_char, *(line.start_char for line in lines))
    end = max(grade.end_char, *(line.end_char for line in lines))
    return Reading(
        aspect=_aspects().get(fold_label(label)),
        part=None,
        label=label,
        phrase=grade.phrase,
        provenance=provenance_of(document, start, end),
        rule_id="inspection.unknown_row",
    )


@lru_cache(maxsize=1)
def _aspects() -> dict[str, str]:
    """Aspect ids by label, of the labels that mean one aspect in every framework."""
    ids: dict[str, set[str]] = {}
    for framework in load_frameworks().frameworks.values():
        for aspect in framework.aspects:
            for label in (aspect.label, *aspect.aliases):
                ids.setdefault(fold_label(label), set()).add(aspect.id)
    return {label: next(iter(found)) for label, found in ids.items() if len(found) == 1}
