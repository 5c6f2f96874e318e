"""Sharing the lines of a page out among its grades."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportparse.extractors.inspections.labels import AspectMatch, LabelMatcher
from reportparse.extractors.inspections.rows import GradePage, PrintedGrade, TextLine

_MAX_LABEL_LINES = 6
_MAX_DISTANCE = 60.0
_DISTANCE_WEIGHT = 0.01


@dataclass(frozen=True, slots=True)
class GradedRow:
    """A grade with the label it belongs to."""

    grade: PrintedGrade
    lines: tuple[TextLine, ...]
    label: str
    match: AspectMatch


def assign_labels(page: GradePage, matcher: LabelMatcher) -> list[GradedRow]:
    """Pair each grade with the run of lines that names a known aspect and stands nearest.

    Rows keep their order: a later grade never takes an earlier label. A grade without a known
    label near it is left out.
    """
    columns = _by_column(page.grades)
    rows: list[GradedRow] = []
    for grades in columns:
        rows.extend(_assign_column(page, grades, matcher))
    return sorted(rows, key=lambda row: row.grade.top)


def _by_column(grades: Sequence[PrintedGrade]) -> list[list[PrintedGrade]]:
    """Grades that share a left edge within a few points, in order from the top."""
    columns: list[list[PrintedGrade]] = []
    for grade in grades:
        for column in columns:
            if abs(column[0].x0 - grade.x0) < 40.0:
                column.append(grade)
                break
        else:
            columns.append([grade])
    return columns


def _assign_column(
    page: GradePage, grades: Sequence[PrintedGrade], matcher: LabelMatcher
) -> list[GradedRow]:
    """Best in-order pairing of grades and labels, by dynamic programming over the lines."""
    candidates = [_candidates(page, grade, matcher) for grade in grades]
    # best[k] is (score, rows) of the pairings that use only the first k lines.
    best: list[tuple[float, tuple[GradedRow, ...]]] = [(0.0, ())] * (len(page.lines) + 1)
    for grade_candidates in candidates:
        step = list(best)
        for score, first, last, row in grade_candidates:
            total = best[first][0] + score
            if total > step[last][0]:
                step[last] = (total, (*best[first][1], row))
        for index in range(1, len(step)):
            if step[index - 1][0] > step[index][0]:
                step[index] = step[index - 1]
        best = step
    return list(best[-1][1])


def _candidates(
    page: GradePage, grade: PrintedGrade, matcher: LabelMatcher
) -> list[tuple[float, int, int, GradedRow]]:
    """Runs of lines that could label ``grade``: (score, first line, end line, row)."""
    found = []
    beside = {index for index, line in enumerate(page.lines) if _is_beside(line, grade)}
    for first, line in enumerate(page.lines):
        if _distance(line.top, line.bottom, grade) > _MAX_DISTANCE:
            continue
        for last in range(first + 1, min(first + _MAX_LABEL_LINES, len(page.lines)) + 1):
            run = page.lines[first:last]
            if _crosses_rule(run, page.rules):
                break
            if beside and beside.isdisjoint(range(first, last)):
                continue
            label = " ".join(part.text for part in run)
            match = matcher.match(label)
            if match is None:
                continue
            distance = _distance(run[0].top, run[-1].bottom, grade)
            if distance > _MAX_DISTANCE:
                continue
            score = match.score - _DISTANCE_WEIGHT * distance
            score -= _DISTANCE_WEIGHT * 2 * _rules_between(run, grade, page.rules) * 12.0
            if score > 0:
                found.append((score, first, last, GradedRow(grade, run, label, match)))
    return found


def _is_beside(line: TextLine, grade: PrintedGrade) -> bool:
    """Whether a line stands in the grade's own row, left of it: then it is part of the label."""
    middle = (line.top + line.bottom) / 2
    return line.x0 < grade.x0 and grade.top < middle < grade.bottom


def _distance(top: float, bottom: float, grade: PrintedGrade) -> float:
    """Vertical distance in points; 0 where the two overlap."""
    return max(grade.top - bottom, top - grade.bottom, 0.0)


def _crosses_rule(run: Sequence[TextLine], rules: Sequence[float]) -> bool:
    top = (run[0].top + run[0].bottom) / 2
    bottom = (run[-1].top + run[-1].bottom) / 2
    return any(top < rule < bottom for rule in rules)


def _rules_between(run: Sequence[TextLine], grade: PrintedGrade, rules: Sequence[float]) -> int:
    """How many rulings separate a label from a grade."""
    label_middle = (run[0].top + run[-1].bottom) / 2
    grade_middle = (grade.top + grade.bottom) / 2
    low, high = sorted((label_middle, grade_middle))
    return sum(low < rule < high for rule in rules)
