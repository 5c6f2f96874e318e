"""The inspection and the judgements that an inspection report states."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from reportparse.document import Document, Page, Problem
from reportparse.extractors.grades.phrases import GradePhrase
from reportparse.extractors.inspections.assign import GradedRow, assign_labels
from reportparse.extractors.inspections.families import Family, find_family
from reportparse.extractors.inspections.front_page import FrontPage, read_front_page
from reportparse.extractors.inspections.labels import label_matcher
from reportparse.extractors.inspections.parts import PartFinder
from reportparse.extractors.inspections.rows import find_grade_page, find_text_grades
from reportparse.extractors.inspections.sentences import (
    StatedGrade,
    find_loosely_stated_grades,
    find_send_outcome,
    find_stated_grades,
)
from reportparse.extractors.provenance import provenance_of
from reportparse.records import (
    Basis,
    GradeStatus,
    Inspection,
    Judgement,
    NotGraded,
    Provenance,
    ReportKind,
)
from reportparse.vocabulary import load_frameworks

# A line that ends in a grade written as a label; pages without one have no graded rows.
_GRADE_LINE = re.compile(
    r"(?:^|[\s(])(?:Good|Outstanding|Inadequate|Adequate|Satisfactory|Not judged"
    r"|Requires?(?:\s+[Ii]mprovement)?(?:\s+to)?(?:\s+be)?(?:\s+good)?"
    r"|GOOD|OUTSTANDING|INADEQUATE|ADEQUATE|REQUIRES IMPROVEMENT)\)?[.\s]*(?:$|[\n\t])",
    re.MULTILINE,
)
# Aspects that other aspects of the framework stand for, and why they carry no grade.
_WITHOUT_GRADE: dict[str, tuple[tuple[str, GradeStatus], ...]] = {
    "ilacs_2018": (
        ("in_care", GradeStatus.COMBINED),
        ("care_leavers", GradeStatus.COMBINED),
    ),
    "ilacs_2026": (("overall_effectiveness", GradeStatus.ABOLISHED),),
}
_BOARD = "lscb_effectiveness"


@dataclass(frozen=True, slots=True)
class InspectionFindings:
    """What an inspection report says of its own inspection."""

    kind: ReportKind
    title: str
    inspection: Inspection
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One place that gives an aspect a grade."""

    aspect: str
    part: str | None
    label: str
    phrase: GradePhrase
    provenance: Provenance
    rule_id: str


@dataclass(slots=True)
class _Merged:
    """An aspect with its grade and all the places that print it."""

    first: _Reading
    also_at: list[Provenance] = field(default_factory=list)


def extract_inspection(document: Document) -> InspectionFindings | None:
    """Read ``document`` as an inspection report; None where it is none.

    An inspection report prints the title of a known family on its first pages, and with it the
    dates of its inspection; where these cannot be read, its inspector and its graded rows.
    """
    front = read_front_page(document)
    family = find_family(front.title)
    if family is None or (front.inspected is None and front.lead_inspector is None):
        return None
    readings = list(_readings(document, family))
    if front.inspected is None and not readings:
        return None
    framework = family.framework({reading.aspect for reading in readings})
    merged, problems = _merge(readings)
    expected = _not_graded(framework, merged)
    problems += [_missing_problem(item) for item in expected if _is_missing(item)]
    problems += _front_problems(front, framework)
    inspection = _inspection(front, framework, expected)
    return InspectionFindings(
        kind=family.kind,
        title=front.title,
        inspection=inspection,
        judgements=tuple(_judgement(item, inspection) for item in merged),
        problems=tuple(problems),
    )


def _readings(document: Document, family: Family) -> list[_Reading]:
    """All graded rows and sentences, in order of the text, those of the front page first."""
    if family.id == "area_send":
        outcome = find_send_outcome(document)
        return [_sentence_reading(document, outcome)] if outcome else []
    frameworks = load_frameworks().frameworks
    parts = PartFinder(document) if "slac_2009" in family.frameworks else None
    readings: list[_Reading] = []
    for row in _graded_rows(document, family):
        part = parts.part_at(row.lines[0].start_char) if parts else row.match.part
        readings.append(_row_reading(document, row, part))
    if family.id in ("single_inspection", "safeguarding_board"):
        aspects = {aspect.id for name in family.frameworks for aspect in frameworks[name].aspects}
        readings += _sentences(document, aspects | {_BOARD}, readings)
    return sorted(readings, key=lambda reading: reading.provenance.start_char)


def _sentences(document: Document, aspects: Set[str], rows: list[_Reading]) -> list[_Reading]:
    """Grades in sentences; loosely worded ones for aspects that nothing else grades."""
    stated = list(find_stated_grades(document, aspects))
    graded = {reading.aspect for reading in rows} | {item.aspect for item in stated}
    stated += find_loosely_stated_grades(document, aspects - graded)
    return [_sentence_reading(document, item) for item in stated]


def _graded_rows(document: Document, family: Family) -> list[GradedRow]:
    matcher = label_matcher(family.frameworks)
    if not document.pages:
        return assign_labels(find_text_grades(document), matcher)
    rows: list[GradedRow] = []
    for page in document.pages:
        if _may_have_grades(document, page):
            rows.extend(assign_labels(find_grade_page(document, page), matcher))
    return rows


def _may_have_grades(document: Document, page: Page) -> bool:
    return _GRADE_LINE.search(document.text, page.start_char, page.end_char) is not None


def _row_reading(document: Document, row: GradedRow, part: str | None) -> _Reading:
    start = min(row.lines[0].start_char, row.grade.start_char)
    end = max(row.lines[-1].end_char, row.grade.end_char)
    return _Reading(
        aspect=row.match.aspect,
        part=part,
        label=row.label,
        phrase=row.grade.phrase,
        provenance=provenance_of(document, start, end),
        rule_id="inspection.graded_row",
    )


def _sentence_reading(document: Document, stated: StatedGrade) -> _Reading:
    return _Reading(
        aspect=stated.aspect,
        part=None,
        label=stated.label,
        phrase=stated.phrase,
        provenance=provenance_of(document, stated.start_char, stated.end_char),
        rule_id="inspection.stated_sentence",
    )


def _merge(readings: list[_Reading]) -> tuple[list[_Merged], list[Problem]]:
    """One entry per aspect and grade; a second grade for an aspect is kept and named."""
    merged: dict[tuple[str | None, str, str], _Merged] = {}
    grades: dict[tuple[str | None, str], _Reading] = {}
    problems: list[Problem] = []
    for reading in readings:
        key = (reading.part, reading.aspect, reading.phrase.grade)
        if key in merged:
            merged[key].also_at.append(reading.provenance)
            continue
        merged[key] = _Merged(reading)
        first = grades.setdefault(key[:2], reading)
        if first is not reading:
            problems.append(_contradiction(first, reading))
    return list(merged.values()), problems


def _contradiction(first: _Reading, second: _Reading) -> Problem:
    return Problem(
        "contradiction",
        f"the report grades {first.aspect} as {first.phrase.text!r} on page"
        f" {first.provenance.page} and as {second.phrase.text!r} on page"
        f" {second.provenance.page}; read both and decide",
        second.provenance.page,
    )


def _not_graded(framework: str | None, merged: list[_Merged]) -> list[NotGraded]:
    """Aspects that a reader could expect and that carry no grade."""
    if framework is None:
        return []
    found = {(item.first.part, item.first.aspect): item.first.phrase.grade for item in merged}
    result = [
        NotGraded(aspect=aspect, status=GradeStatus.NOT_JUDGED)
        for (_, aspect), grade in found.items()
        if grade == "not_judged"
    ]
    printed = {aspect for _, aspect in found}
    for aspect in load_frameworks().frameworks[framework].aspects:
        if aspect.id not in printed:
            result.append(NotGraded(aspect=aspect.id, status=GradeStatus.NOT_FOUND))
            printed.add(aspect.id)
    result += [
        NotGraded(aspect=aspect, status=status)
        for aspect, status in _WITHOUT_GRADE.get(framework, ())
    ]
    return result


def _is_missing(item: NotGraded) -> bool:
    return item.status is GradeStatus.NOT_FOUND


def _missing_problem(item: NotGraded) -> Problem:
    return Problem(
        "judgement_not_found",
        f"no grade was found for {item.aspect}, which reports of this framework print;"
        " look for it on the front page",
    )


def _front_problems(front: FrontPage, framework: str | None) -> list[Problem]:
    problems = []
    if framework is None:
        problems.append(
            Problem(
                "framework_unknown",
                "the printed rows fit no known inspection framework; check the front page",
            )
        )
    if front.inspected is None:
        problems.append(
            Problem(
                "inspection_dates_not_found",
                "the dates of the inspection cannot be read; check the front page",
            )
        )
    if front.area is None:
        problems.append(
            Problem(
                "provider_unknown",
                "the title names no known local authority; check the front page",
            )
        )
    return problems


def _inspection(front: FrontPage, framework: str | None, not_graded: list[NotGraded]) -> Inspection:
    first, last = front.inspected or (None, None)
    return Inspection(
        framework=framework,
        provider=front.area.name if front.area else None,
        urn=front.urn,
        inspection_number=front.inspection_number,
        inspected_from=first,
        inspected_to=last,
        published=front.published,
        lead_inspector=front.lead_inspector,
        previous_inspections=front.previous,
        not_graded=tuple(not_graded),
    )


def _judgement(item: _Merged, inspection: Inspection) -> Judgement:
    reading = item.first
    return Judgement(
        provider=inspection.provider,
        framework=inspection.framework,
        aspect=reading.aspect,
        aspect_text=reading.label,
        part=reading.part,
        grade=reading.phrase.grade,
        grade_text=reading.phrase.text,
        grade_number=reading.phrase.number,
        inspected_from=inspection.inspected_from,
        inspected_to=inspection.inspected_to,
        published=inspection.published,
        basis=Basis.STATED,
        rule_id=reading.rule_id,
        provenance=reading.provenance,
        also_at=tuple(item.also_at),
    )
