"""Places that give an aspect a grade, and the merging of those that repeat it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportparse.document import Document, Problem
from reportparse.extractors.grades.phrases import GradePhrase
from reportparse.extractors.inspections.assign import GradedRow
from reportparse.extractors.inspections.sentences import StatedGrade
from reportparse.extractors.provenance import provenance_of
from reportparse.records import Provenance


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that gives an aspect a grade; ``aspect`` is None where its label is not known.

    ``previous`` is true for the grade of the inspection before.
    """

    aspect: str | None
    part: str | None
    label: str
    phrase: GradePhrase
    provenance: Provenance
    rule_id: str
    previous: bool = False

    @property
    def key(self) -> tuple[str | None, str, bool]:
        """What is judged: readings with one key are of one judgement."""
        return self.part, self.aspect or f"~{self.label.lower()}", self.previous


@dataclass(slots=True)
class Merged:
    """An aspect with its grade and all the places that print it."""

    first: Reading
    also_at: list[Provenance] = field(default_factory=list)


def row_reading(document: Document, row: GradedRow, part: str | None) -> Reading:
    """The reading of a row of label and grade."""
    start = min(row.lines[0].start_char, row.grade.start_char)
    end = max(row.lines[-1].end_char, row.grade.end_char)
    return Reading(
        aspect=row.match.aspect,
        part=part,
        label=row.label,
        phrase=row.grade.phrase,
        provenance=provenance_of(document, start, end),
        rule_id="inspection.graded_row",
    )


def sentence_reading(
    document: Document, stated: StatedGrade, *, rule_id: str = "inspection.stated_sentence"
) -> Reading:
    """The reading of a sentence or heading."""
    return Reading(
        aspect=stated.aspect,
        part=None,
        label=stated.label,
        phrase=stated.phrase,
        provenance=provenance_of(document, stated.start_char, stated.end_char),
        rule_id=rule_id,
    )


def merge_readings(readings: Iterable[Reading]) -> tuple[list[Merged], list[Problem]]:
    """One entry per aspect and grade; a second grade for an aspect is kept and named."""
    merged: dict[tuple[tuple[str | None, str, bool], str], Merged] = {}
    grades: dict[tuple[str | None, str, bool], Reading] = {}
    problems: list[Problem] = []
    for reading in readings:
        key = (reading.key, reading.phrase.grade)
        if key in merged:
            merged[key].also_at.append(reading.provenance)
            continue
        merged[key] = Merged(reading)
        first = grades.setdefault(reading.key, reading)
        if first is not reading:
            problems.append(_contradiction(first, reading))
    return list(merged.values()), problems


def _contradiction(first: Reading, second: Reading) -> Problem:
    return Problem(
        "contradiction",
        f"the report grades {first.aspect or first.label} as {first.phrase.text!r} on page"
        f" {first.provenance.page} and as {second.phrase.text!r} on page"
        f" {second.provenance.page}; read both and decide",
        second.provenance.page,
    )
