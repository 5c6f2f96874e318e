"""Judgements that an inspection report states in a sentence instead of a row."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from reportparse.document import BlockKind, Document, normalise
from reportparse.extractors.grades.phrases import GRADE_PATTERN, GradePhrase, phrase_of

_Sentence = tuple[str, re.Pattern[str]]

_VERB = r"(?:is|are|was|were|has been|have been)"
_SERVICES = r"children'?s (?:social care )?services"
# A place is no clause: what was judged before, or would be, is not what is judged.
_CLAUSE = r"\b(?:was|were|been|had|has|previous(?:ly)?|if|likely|not)\b"
_PLACE = rf"(?:\s+(?:in|for|at)\s+(?:(?!{_CLAUSE})[\w\s,'&.-]){{2,90}}?)?"
_JUDGED = rf"(?:{_VERB}\s+)?(?:judged\s+(?:to be\s+)?|that (?:it|they) (?:is |are )?)?(?:to be\s+)?"
# The sentence ends, or a line without a full stop does and a new one begins with a capital.
_END = r"(?=\s*(?:[.;:,]|$|because\b)|\s+(?-i:[A-Z\d]))"
_NAMED = r"(?:[\w'&-]+ ){0,7}?"
_BOARD = rf"(?:{_NAMED}safeguarding children'?s? (?:partnership )?board(?: ?\(\w+\))?|LSCB)"
_CARE_LEAVERS = r"(?:for|about)(?: the experiences? and progress of)? care leavers"

# (aspect, opening of the sentence up to its grade). The opening starts a block of text.
_OPENINGS: tuple[tuple[str, str], ...] = (
    (
        "overall_effectiveness",
        rf"the overall judge?ment{_PLACE} is\s+(?:that\s+)?(?:{_SERVICES}{_PLACE}\s+)?{_JUDGED}",
    ),
    ("overall_effectiveness", rf"{_SERVICES}{_PLACE}\s+{_JUDGED}"),
    ("adoption", rf"the graded judge?ment for adoption(?: performance)? {_JUDGED}"),
    ("care_leavers", rf"the graded judge?ment {_CARE_LEAVERS} {_JUDGED}"),
    ("lscb_effectiveness", rf"(?:the )?(?:effectiveness of (?:the )?)?{_BOARD}\s+{_JUDGED}"),
)
# Openings that count only on the first pages, in the present tense, and for an aspect that no
# other place grades: reports also speak so of parts of a service.
_NOW = r"(?:is|are|remains?)"
_NOW_JUDGED = rf"(?:{_NOW}\s+)?(?:(?:judged|rated|graded)\s+)?(?:as\s+|to be\s+)?"
_LOOSE_OPENINGS: tuple[tuple[str, str], ...] = (
    (
        "overall_effectiveness",
        rf"(?:the )?overall (?:judge?ment|effectiveness)[^.;]{{0,120}}?"
        rf"(?::\s*|\b{_NOW}\s+)(?:that\s+[^.;]{{0,80}}?{_NOW}\s+)?{_NOW_JUDGED}",
    ),
    (
        "overall_effectiveness",
        rf"(?:[\w',&-]+ ){{0,7}}?(?:{_SERVICES}|services for children){_PLACE}\s+{_NOW_JUDGED}",
    ),
    ("lscb_effectiveness", rf"(?:the )?(?:effectiveness of (?:the )?)?{_BOARD}\s+{_NOW_JUDGED}"),
)
_LOOSE_END = r"(?=\W|$)"


def _compiled(openings: Sequence[tuple[str, str]], end: str) -> tuple[_Sentence, ...]:
    return tuple(
        (aspect, re.compile(rf"{opening}[\"']?{GRADE_PATTERN}[\"']?{end}", re.IGNORECASE))
        for aspect, opening in openings
    )


_SENTENCES = _compiled(_OPENINGS, _END)
_LOOSE_SENTENCES = _compiled(_LOOSE_OPENINGS, _LOOSE_END)
# Only the first words of a block state a grade.
_HEAD_CHARACTERS = 260
_FIRST_PAGES = 4
_NOT_SENTENCES = frozenset({BlockKind.TABLE, BlockKind.CONTENTS, BlockKind.FOOTNOTE})
_BROKEN = re.compile(r"\b(?:is|are|requires?|improvement|to|be|area)\s*\Z")
_OUTCOMES: tuple[tuple[str, str], ...] = (
    ("send_positive_experiences", r"typically lead to positive experiences and outcomes"),
    ("send_inconsistent_experiences", r"lead to inconsistent experiences and outcomes"),
    ("send_systemic_failings", r"widespread (?:and/or|and|or) systemic failings"),
)
_OUTCOME = re.compile("|".join(f"({pattern})" for _, pattern in _OUTCOMES), re.IGNORECASE)
_OUTCOME_HEADING = re.compile(r"inspection outcome", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """A grade stated in a sentence: aspect, label and grade as printed, and its span."""

    aspect: str
    label: str
    phrase: GradePhrase
    start_char: int
    end_char: int


def find_stated_grades(document: Document, aspects: Set[str]) -> Iterator[StatedGrade]:
    """Sentences at the start of a block that state the grade of one of ``aspects``."""
    return _find(document, _units(document), _of(aspects, _SENTENCES))


def find_loosely_stated_grades(document: Document, aspects: Set[str]) -> Iterator[StatedGrade]:
    """The first sentence for each of ``aspects`` in a wording that only the first pages make sure.

    For aspects that neither a row nor `find_stated_grades` gives.
    """
    pages = document.pages[:_FIRST_PAGES]
    end = pages[-1].end_char if pages else len(document.text)
    units = [unit for unit in _units(document) if unit[0] < end]
    left = set(aspects)
    for stated in _find(document, units, _of(aspects, _LOOSE_SENTENCES)):
        if stated.aspect in left:
            left.remove(stated.aspect)
            yield stated


def _of(aspects: Set[str], sentences: Sequence[_Sentence]) -> list[_Sentence]:
    return [(aspect, pattern) for aspect, pattern in sentences if aspect in aspects]


def _find(
    document: Document, units: Sequence[tuple[int, int]], patterns: Sequence[_Sentence]
) -> Iterator[StatedGrade]:
    for unit, following in zip(units, [*units[1:], None], strict=True):
        stated = _statement(document, unit, patterns)
        if stated is None and following is not None and _breaks_off(document, unit):
            stated = _statement(document, (unit[0], following[1]), patterns)
        if stated is not None:
            yield stated


def _units(document: Document) -> list[tuple[int, int]]:
    """Spans that can open with a statement: blocks of text and cells of tables, in order."""
    blocks = [
        (block.start_char, block.end_char)
        for block in document.blocks
        if block.kind not in _NOT_SENTENCES
    ]
    cells = [(cell.start_char, cell.end_char) for table in document.tables for cell in table.cells]
    return sorted(blocks + cells)


def _breaks_off(document: Document, unit: tuple[int, int]) -> bool:
    """Whether a unit ends before its grade: a line cut in two by the layout."""
    return bool(_BROKEN.search(document.text, *unit))


def _statement(
    document: Document,
    unit: tuple[int, int],
    patterns: Sequence[_Sentence],
) -> StatedGrade | None:
    offset = unit[0]
    text = normalise(document.text[offset : min(unit[1], offset + _HEAD_CHARACTERS)])
    for aspect, pattern in patterns:
        match = pattern.match(text.text)
        if match:
            start, end = text.to_raw(match.start(), match.end())
            label = text.text[: match.start("plain" if match["plain"] else "numbered")]
            return StatedGrade(
                aspect, label.strip(), phrase_of(match), offset + start, offset + end
            )
    return None


def find_send_outcome(document: Document) -> StatedGrade | None:
    """The outcome under "Inspection outcome"; None where none of the three is printed there."""
    heading = _OUTCOME_HEADING.search(document.text)
    start = heading.end() if heading else 0
    text = normalise(document.text[start : start + 900])
    match = _OUTCOME.search(text.text)
    if not match:
        return None
    grade = _OUTCOMES[(match.lastindex or 1) - 1][0]
    raw_start, raw_end = text.to_raw(*match.span())
    return StatedGrade(
        "area_send_outcome",
        "Inspection outcome",
        GradePhrase(grade, match.group(), None),
        start + raw_start,
        start + raw_end,
    )
