"""Reports on one school, home or service: who it is, its framework and its rows of grades.

Frameworks that follow one another share most of their labels, so the rows are read once for each
and the framework that they fit best is taken; where two fit alike, the one in force at the time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from reportparse.document import BlockKind, Document
from reportparse.extractors.grades.phrases import grade_reader
from reportparse.extractors.grades.words import FOUR_POINT_SCALES
from reportparse.extractors.inspections.assign import assign_labels
from reportparse.extractors.inspections.families import Family
from reportparse.extractors.inspections.labels import label_matcher
from reportparse.extractors.inspections.readings import Reading, row_reading
from reportparse.extractors.inspections.rows import (
    GradePage,
    PrintedGrade,
    TextLine,
    find_grade_page,
    find_text_grades,
)
from reportparse.extractors.provenance import provenance_of
from reportparse.vocabulary import Framework, active_vocabulary, load_frameworks

_PAGES = 8
_BEFORE = re.compile(
    r"\b(?:previous|last) (?:full )?inspection\b(?! dates?)"
    r"|\bprevious (?:inspection )?(?:grade|judgement)",
    re.IGNORECASE,
)
_THIS = re.compile(r"this inspection:?", re.IGNORECASE)
_LEGEND = re.compile(
    r"\b1 (?:is|=|:|-) ?outstanding.{0,30}\b2 (?:is|=|:|-) ?good"
    r"|\b4 (?:is|=|:|-) ?outstanding|\bgrade 1 is outstanding",
    re.IGNORECASE,
)
_NUMBERED_ROW = re.compile(r"^(\d)\.\d")
_DOMAINS = {"2": "court_disposals", "3": "out_of_court_disposals"}
_YOUTH_JUSTICE = "hmip_yj_2018"


@dataclass(frozen=True, slots=True)
class Fit:
    """A framework with the rows of a report that are its own."""

    framework: Framework
    readings: tuple[Reading, ...]

    @property
    def score(self) -> tuple[int, int]:
        """Rows read, and aspects missed that every report prints (the fewer the better)."""
        found = {reading.key for reading in self.readings if not reading.previous}
        aspects = {aspect for _, aspect, _ in found}
        missed = [a for a in self.framework.aspects if not a.optional and a.id not in aspects]
        return len(found), -len(missed)


def best_fits(document: Document, family: Family, inspected: date | None) -> list[Fit]:
    """The frameworks that the printed rows fit best: one, several that fit alike, or none."""
    known = load_frameworks().frameworks
    fits = [_fit(document, family, known[name]) for name in family.frameworks]
    best = max((fit.score for fit in fits), default=(0, 0))
    if best[0] == 0:
        return []
    alike = [fit for fit in fits if fit.score == best]
    current = [fit for fit in alike if inspected and fit.framework.in_force(inspected)]
    return current if len(current) == 1 else alike


def _fit(document: Document, family: Family, framework: Framework) -> Fit:
    numbered = _numbered_scale(document, family, framework)
    scales = tuple(scale.id for scale in framework.scales)
    if framework.scale.id in FOUR_POINT_SCALES:
        scales = tuple(dict.fromkeys((*scales, *FOUR_POINT_SCALES)))
    reader = grade_reader(scales, numbered=numbered, any_case=family.lower_case)
    matcher = label_matcher((framework.id,))
    readings: list[Reading] = []
    pages = document.pages[:_PAGES]
    found = [find_grade_page(document, page, reader) for page in pages]
    for page in found if pages else [find_text_grades(document, reader)]:
        own, before = _split(page)
        readings += [
            row_reading(document, row, _part(framework, row.lines[0].text))
            for row in assign_labels(own, matcher)
            if row.grade.phrase.grade in _grades(framework, row.match.aspect)
        ]
        readings += [_previous(document, framework, grade, label) for grade, label in before]
    return Fit(framework, tuple(readings))


def _numbered_scale(document: Document, family: Family, framework: Framework) -> str | None:
    """The scale whose bare numbers are grades: only where the report prints what they mean."""
    legend = _LEGEND.search(document.text)
    return family.numbered or (framework.scale.id if legend else None)


def _grades(framework: Framework, aspect: str) -> set[str]:
    return {grade.id for grade in framework.scale_of(aspect).grades} | {"not_judged"}


def _split(page: GradePage) -> tuple[GradePage, list[tuple[PrintedGrade, TextLine]]]:
    """The page without the grades of the inspection before, and those with their lines.

    A row "This inspection:" below "Overall effectiveness  Previous inspection:" gets its label.
    """
    before: list[tuple[PrintedGrade, TextLine]] = []
    lines = list(page.lines)
    for grade in page.grades:
        for index, line in enumerate(page.lines):
            middle = (line.top + line.bottom) / 2
            if not (line.x0 < grade.x0 and grade.top < middle < grade.bottom):
                continue
            if _BEFORE.search(line.text):
                before.append((grade, line))
            elif before and _THIS.fullmatch(line.text):
                label = _BEFORE.sub("", before[-1][1].text).strip(" :")
                lines[index] = replace(line, text=label)
    taken = {id(grade) for grade, _ in before}
    grades = tuple(grade for grade in page.grades if id(grade) not in taken)
    return replace(page, grades=grades, lines=tuple(lines)), before


def _previous(
    document: Document, framework: Framework, grade: PrintedGrade, line: TextLine
) -> Reading:
    start, end = min(line.start_char, grade.start_char), max(line.end_char, grade.end_char)
    return Reading(
        aspect="overall_effectiveness",
        part=None,
        label=line.text,
        phrase=grade.phrase,
        provenance=provenance_of(document, start, end),
        rule_id="inspection.previous_row",
        previous=True,
    )


def _part(framework: Framework, label: str) -> str | None:
    """Youth justice reports give the same standards under two kinds of disposal, by number."""
    match = _NUMBERED_ROW.match(label)
    if framework.id != _YOUTH_JUSTICE or match is None:
        return None
    return _DOMAINS.get(match[1])


_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_NAME_LEAD = re.compile(
    r"^(?:(?:short |full |ungraded )?inspection (?:of|report for|report:?)|.*\bvisit to"
    r"(?: an? (?:good|outstanding) school:?)?|(?:school|inspection) report:?)\s*",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:school|academy|college|nursery|pre-?school|playgroup|centre|childminder|agency"
    r"|fostering|adoption|accommodation|home|training|learning|kindergarten|lodge|house)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:school report|inspection report|ofsted|full inspection|full report|school details"
    r"|(?:inspection report for )?(?:secure )?children['’]s home\b.*|independent fostering agency"
    r"|voluntary adoption agency|(?:mr|mrs|ms|miss|dr|sir|to)\b.*|dear .*|outcome|early years .*"
    r"|information about .*|what is it like .*)$",
    re.IGNORECASE,
)
# Reports on homes leave out their names.
_UNNAMED = {
    "social_care": "Children's home",
    "assurance": "Children's home",
    "interim": "Children's home",
    "supported_accommodation": "Supported accommodation",
}
_AUTHORITY = re.compile(
    r"\b(?i:local authority(?: area)?|registered provider(?: name)?)\s*[:\t\n ]\s*"
    r"(?P<name>[A-Z][\w'’&.-]*(?:[ ](?:and|upon|of|on|the|with|&|[A-Z][\w'’&.-]*)){0,6})",
)
_ADDRESS = re.compile(r",\s|\s\d{1,4}[a-z]?\s[A-Z]|\s(?:URN|Unique)\b")
_URN = re.compile(r"^\s*((?:SC|EY|VC)?\d{6,7})\s*$|\b(SC\d{6})\b", re.MULTILINE)


def provider_name(document: Document, family: Family, urn: str | None) -> str | None:
    """The school, home or service that the report is about, as printed; None if not found."""
    if family.id == "youth_justice":
        area = active_vocabulary().areas.authority_in(document.text[:400])
        return f"{area.name} youth offending service" if area else None
    lines = [line for line in _front_lines(document) if not _GENERIC.match(line)]
    for line in lines:
        name = _NAME_LEAD.sub("", line)
        if name != line and _INSTITUTION.search(name):
            return _ADDRESS.split(name)[0].strip(" .:")
    for line in lines:
        if _INSTITUTION.search(line) and line[:1].isupper() and len(line.split()) <= 9:
            return _ADDRESS.split(line)[0].strip(" .:")
    kind = _UNNAMED.get(family.id)
    return f"{kind} {urn}" if kind and urn else None


def _front_lines(document: Document) -> Iterator[str]:
    end = document.pages[0].end_char if document.pages else 1500
    headings = [b for b in document.blocks if b.kind in _HEADINGS and b.start_char < end]
    for block in headings:
        yield " ".join(document.text[block.start_char : block.end_char].split())
    for line in document.text[: min(end, 1500)].split("\n"):
        if line.strip():
            yield " ".join(line.split())


def organisation_of(document: Document) -> str | None:
    """The authority in whose area, or by whom, the service is run, where the report prints it."""
    areas = active_vocabulary().areas
    for match in _AUTHORITY.finditer(document.text):
        area = areas.find(match["name"]) or areas.authority_in(match["name"])
        if area is not None:
            return area.name
    return None


def urn_on_front(document: Document) -> str | None:
    """A registration number that stands on the first page without a label."""
    match = _URN.search(document.text[:400])
    return match[1] or match[2] if match else None
