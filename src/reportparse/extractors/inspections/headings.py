"""Grades in the headings of chapters: "The experiences and progress of children in care: good"."""

import re
from collections.abc import Iterator

from reportparse.document import BlockKind, Document, normalise
from reportparse.extractors.grades.phrases import GRADE_PATTERN, parse_grade
from reportparse.extractors.inspections.labels import LabelMatcher
from reportparse.extractors.inspections.sentences import StatedGrade

_LONGEST = 200
_SURE = 0.9
_KINDS = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.PARAGRAPH})
_GRADED = re.compile(
    rf"(?P<label>[^:]{{8,180}}?)(?:\s+(?:is|are))?\s*[:-]\s*{GRADE_PATTERN}\s*\.?", re.IGNORECASE
)


def find_graded_headings(document: Document, matcher: LabelMatcher) -> Iterator[StatedGrade]:
    """Blocks that consist of the label of an aspect, a colon and a grade."""
    for block in document.blocks:
        if block.kind not in _KINDS or block.end_char - block.start_char > _LONGEST:
            continue
        text = normalise(document.text[block.start_char : block.end_char])
        match = _GRADED.fullmatch(text.text.strip())
        if match is None or not match["plain"] or not match["label"][0].isupper():
            continue
        named = matcher.match(match["label"])
        if named is None or named.score < _SURE:
            continue
        phrase = parse_grade(match["plain"])
        if phrase is not None:
            label = match["label"].strip()
            yield StatedGrade(named.aspect, label, phrase, block.start_char, block.end_char)
