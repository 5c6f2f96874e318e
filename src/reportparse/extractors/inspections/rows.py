"""Rows of labels and grades on a page, read by geometry.

A grade stands in a column of its own, apart from its label by a gap, or alone under or over it.
Labels and grades may both wrap over lines, and the grade may stand at the top, middle or bottom
of its row. So grades are found first, then the lines of text near them are shared out: each grade
takes the run of lines that best makes a known aspect and stands nearest. No grade is ever taken
by its place in the list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.document import Document, Page
from reportparse.document.boxes import Word
from reportparse.document.normalise import normalise
from reportparse.extractors.grades.phrases import (
    GradePhrase,
    GradeReader,
    grade_reader,
)

_SAME_ROW = 0.5
# A grade keeps at least this distance, in font sizes, from the label to its left.
_GRADE_GAP = 0.7
_COLUMN_TOLERANCE = 12.0
_CONTINUATION_GAP = 1.2


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words side by side on a page or in a line of text, with their span and edges in points."""

    text: str
    start_char: int
    end_char: int
    x0: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedGrade:
    """A grade that stands as a label of its own, with where it is printed."""

    phrase: GradePhrase
    start_char: int
    end_char: int
    x0: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class GradePage:
    """The grades of one page and the lines of text that can label them, from the top.

    ``rules`` are the heights of horizontal rulings; a label never runs across one.
    """

    grades: tuple[PrintedGrade, ...]
    lines: tuple[TextLine, ...]
    rules: tuple[float, ...]


def find_grade_page(document: Document, page: Page, reader: GradeReader | None = None) -> GradePage:
    """Grades and possible labels of ``page``; no grades where none stands apart.

    ``reader`` knows the words of the grades, those of the four points by default.
    """
    reader = reader or grade_reader()
    rows = _visual_rows(list(page.words))
    grades: list[PrintedGrade] = []
    lines: list[TextLine] = []
    pending: list[Word] = []
    for row in rows:
        label, grade = _split_row(document, row, reader)
        if grade and pending and _continues(document, pending, grade, reader):
            pending.extend(grade)
            grade = []
        elif grade and not reader.opens(document.text[grade[0].start_char : grade[0].end_char]):
            label, grade = row, []
        if grade and pending:
            _close(document, pending, grades, lines, reader)
            pending = []
        if grade:
            pending = grade
        if label:
            lines.append(_line(document, label))
    if pending:
        _close(document, pending, grades, lines, reader)
    rules = sorted(
        ruling.top
        for ruling in page.rulings
        if ruling.top == ruling.bottom and ruling.x1 - ruling.x0 > page.width / 8
    )
    lines.sort(key=lambda line: line.top)
    return GradePage(tuple(grades), tuple(lines), tuple(rules))


def _visual_rows(words: list[Word]) -> list[list[Word]]:
    """Words in rows from the top, each from the left, whatever the order of the source."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box[1], word.box[0])):
        for row in reversed(rows[-4:]):
            top, bottom = row[0].box[1], row[0].box[3]
            overlap = min(bottom, word.box[3]) - max(top, word.box[1])
            if overlap > _SAME_ROW * min(bottom - top, word.box[3] - word.box[1]):
                row.append(word)
                break
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.box[0]) for row in rows]


def _split_row(
    document: Document, row: list[Word], reader: GradeReader
) -> tuple[list[Word], list[Word]]:
    """Divide a row into label words and the words of a grade at its right end."""
    texts = [document.text[word.start_char : word.end_char] for word in row]
    first = len(row)
    while first and reader.is_part(texts[first - 1]):
        first -= 1
    for index in range(first, len(row)):
        if index == 0 or _gap(row, index) >= _GRADE_GAP * row[index].size:
            return row[:index], row[index:]
    return row, []


def _gap(row: list[Word], index: int) -> float:
    return row[index].box[0] - row[index - 1].box[2]


def _continues(
    document: Document, pending: list[Word], grade: list[Word], reader: GradeReader
) -> bool:
    """Whether ``grade`` goes on with the grade begun in the row above it."""
    height = pending[-1].box[3] - pending[-1].box[1]
    if grade[0].box[1] - pending[-1].box[3] > _CONTINUATION_GAP * height:
        return False
    if abs(grade[0].box[0] - pending[0].box[0]) > _COLUMN_TOLERANCE:
        return False
    joined = reader.parse(_text(document, [*pending, *grade]))
    if joined is None:
        # "Requires improvement" over "to be": complete only with the row after.
        start = _text(document, [*pending, *grade]).lower()
        return "requires improvement to be good".startswith(start)
    return len(joined.text) > len(_text(document, pending))


def _close(
    document: Document,
    pending: list[Word],
    grades: list[PrintedGrade],
    lines: list[TextLine],
    reader: GradeReader,
) -> None:
    """Add the finished words as a grade, or as a line where they make none."""
    phrase = reader.parse(_text(document, pending))
    line = _line(document, pending)
    if phrase is None or not reader.opens(line.text.split()[0]):
        lines.append(line)
        return
    grades.append(
        PrintedGrade(
            phrase,
            pending[0].start_char,
            pending[-1].end_char,
            pending[0].box[0],
            min(word.box[1] for word in pending),
            max(word.box[3] for word in pending),
        )
    )


def _text(document: Document, words: Sequence[Word]) -> str:
    joined = " ".join(document.text[word.start_char : word.end_char] for word in words)
    return normalise(joined).text.strip()


def _line(document: Document, words: Sequence[Word]) -> TextLine:
    return TextLine(
        _text(document, words),
        min(word.start_char for word in words),
        max(word.end_char for word in words),
        words[0].box[0],
        min(word.box[1] for word in words),
        max(word.box[3] for word in words),
    )


_LINE_HEIGHT = 12.0
_TAB = re.compile(r"\t+")
_INLINE_GRADE = re.compile(r"(?<=[\w.])\s+(?=Grade\s+[1-4]\s+\()")
# "2.1 Adoption performance Good": text without boxes may set a grade behind its label.
_CLOSING_GRADE = re.compile(
    r"(?<=[a-z,])\s+(?=(?:Outstanding|Good|Adequate|Satisfactory|Inadequate"
    r"|Requires improvement(?: to be good)?)\s*$)"
)
_LONGEST_ROW = 140


def find_text_grades(document: Document, reader: GradeReader | None = None) -> GradePage:
    """Grades and labels of a document without boxes, as if each line stood below the last.

    A grade is a line of its own, the last cell of a row of tabs, or "Grade 3 (Adequate)" or a
    capitalised grade at the end of its label.
    """
    reader = reader or grade_reader()
    grades: list[PrintedGrade] = []
    lines: list[TextLine] = []
    offset = 0
    height = 0.0
    for raw in document.text.split("\n"):
        top, bottom = height, height + _LINE_HEIGHT
        for start, end in _cells(raw):
            text = normalise(raw[start:end]).text.strip()
            phrase = reader.parse(text) if text and reader.opens(text.split()[0]) else None
            span = (offset + start, offset + end)
            if phrase:
                grades.append(PrintedGrade(phrase, *span, float(start), top, bottom))
            elif text:
                lines.append(TextLine(text, *span, float(start), top, bottom))
        offset += len(raw) + 1
        height += _LINE_HEIGHT if raw.strip() else _LINE_HEIGHT / 3
    return GradePage(tuple(grades), tuple(lines), ())


def _cells(raw: str) -> list[tuple[int, int]]:
    """Spans of the non-empty cells of a line, cut at tabs and before an inline grade."""
    cuts = [0, len(raw)]
    closing = (_CLOSING_GRADE,) if len(raw) <= _LONGEST_ROW else ()
    for pattern in (_TAB, _INLINE_GRADE, *closing):
        for match in pattern.finditer(raw):
            cuts.extend(match.span())
    cuts.sort()
    spans = []
    for start, end in pairwise(cuts):
        text = raw[start:end]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            spans.append((start + lead, start + len(text.rstrip())))
    return spans
