"""Judgements in tables of aspects one way and inspections the other, whatever their headings say.

A grade counts only as a cell of its own, in a row or column that names a judged aspect. When the
inspection was is read from the headers, the row and the caption. Tables of the council's own view
(self-assessments, targets) and keys to the grades tell of no inspection.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import Cell, Document, Table, normalise
from reportparse.extractors.context import ReportContext
from reportparse.extractors.grades.aspects import JudgedAspect, find_aspects, resolve_aspects
from reportparse.extractors.grades.moments import find_moments
from reportparse.extractors.grades.phrases import GradePhrase, GradeReader
from reportparse.extractors.grades.words import FOUR_POINT
from reportparse.extractors.inspections.labels import label_matcher
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.periods.normalise import year_period
from reportparse.extractors.provenance import provenance_of
from reportparse.records import Basis, Judgement, Period, PeriodKind, TableReference

FRAMEWORKS = ("ilacs_2023", "ilacs_2018", "sif_2013")
_YEAR = re.compile(r"\b(20[0-4]\d)\b(?!\s?[-/]\s?\d)")
_OWN_VIEW = re.compile(
    r"\b(?:self[- ]?(?:assess|evaluat|judge)\w*|SEF|target|aim|ambition|expected|predicted"
    r"|forecast|our (?:view|judgement|grade)|audit\w*|moderat\w+)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_QUOTE = 300
_EXACT = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.RANGE})


@dataclass(frozen=True, slots=True)
class _Graded:
    """A cell that is a grade, the words that name what was judged, and those that date it."""

    cell: Cell
    phrase: GradePhrase
    named_by: Cell
    around: tuple[str, ...]


def tell_grid(
    document: Document, context: ReportContext, reference: PeriodReference, table: Table
) -> Iterator[Judgement]:
    """The judgements of other inspections that ``table`` lists by aspect."""
    graded = list(_graded(table))
    if len(graded) >= _FEWEST and not _OWN_VIEW.search(table.caption or ""):
        for found in graded:
            yield from _records(document, context, reference, table, found)


def _graded(table: Table) -> Iterator[_Graded]:
    """Every cell that is a grade, in a row or else a column that names an aspect."""
    reader = GradeReader(FOUR_POINT, any_case=True)
    for cell in table.cells:
        phrase = reader.parse(_clean(cell.text))
        if phrase is None:
            continue
        row = [other for other in table.cells if _beside(other, cell)]
        column = [other for other in table.cells if _above(table, other, cell)]
        named_by = next((one for one in (*row, *column) if find_aspects(_clean(one.text))), None)
        around = tuple(_clean(one.text) for one in (*reversed(column), *row))
        if named_by is not None and not any(_OWN_VIEW.search(text) for text in around):
            yield _Graded(cell, phrase, named_by, (*around, table.caption or ""))


def _clean(text: str) -> str:
    return normalise(text).text.strip()


def _beside(other: Cell, cell: Cell) -> bool:
    """Whether ``other`` stands in the row of ``cell``, left of it."""
    same = other.row <= cell.row < other.row + other.row_span
    return same and other.column + other.column_span <= cell.column


def _above(table: Table, other: Cell, cell: Cell) -> bool:
    """Whether ``other`` is a header of the column of ``cell``."""
    same = other.column <= cell.column < other.column + other.column_span
    return same and other.row < max(table.n_header_rows, 1) and other.row < cell.row


def _records(
    document: Document,
    context: ReportContext,
    reference: PeriodReference,
    table: Table,
    found: _Graded,
) -> Iterator[Judgement]:
    period = _period(found.around, reference)
    dated = period if period is not None and period.kind in _EXACT else None
    label = _clean(found.named_by.text)
    start, end = found.cell.start_char, found.cell.end_char
    if found.named_by.start_char < start and end - found.named_by.start_char <= _LONGEST_QUOTE:
        start = found.named_by.start_char
    place = TableReference(id=table.id, row=found.cell.row, column=found.cell.column)
    provenance = provenance_of(document, start, end).model_copy(update={"table": place})
    for judged in _aspects(label, period):
        yield Judgement(
            provider=context.organisation,
            framework=None,
            aspect=judged.aspect,
            aspect_text=label,
            part=judged.part,
            grade=found.phrase.grade,
            grade_text=found.phrase.text,
            grade_number=found.phrase.number,
            period=period,
            inspected_from=dated.start if dated else None,
            inspected_to=dated.end if dated else None,
            basis=Basis.REPORTED,
            rule_id="told_grid",
            provenance=provenance,
        )


def _period(texts: tuple[str, ...], reference: PeriodReference) -> Period | None:
    """When the inspection was: the nearest date, or else the nearest year alone ("Grade 2021")."""
    for text in texts:
        moments = find_moments(text, reference)
        if moments:
            return moments[0].period
    for text in texts:
        year = _YEAR.search(text)
        if year:
            return year_period(int(year[1]), year[1])
    return None


def _aspects(label: str, period: Period | None) -> tuple[JudgedAspect, ...]:
    """What was judged: by the official label of a framework, or else by its words and the time."""
    official = label_matcher(FRAMEWORKS).match(label)
    if official is not None:
        return (JudgedAspect(official.aspect),)
    when = period.start + (period.end - period.start) / 2 if period else None
    families = tuple(dict.fromkeys(mention.family for mention in find_aspects(label)))
    return resolve_aspects(families, when)
