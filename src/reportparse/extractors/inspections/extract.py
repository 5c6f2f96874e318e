"""The inspection and the judgements that an inspection report states."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date

from reportparse.document import Document, Page, Problem
from reportparse.extractors.grades.phrases import grade_reader
from reportparse.extractors.inspections.assign import GradedRow, assign_labels
from reportparse.extractors.inspections.catalogue import find_family
from reportparse.extractors.inspections.families import Family, Layout
from reportparse.extractors.inspections.front_page import FrontPage, read_front_page
from reportparse.extractors.inspections.gaps import (
    front_problems,
    is_missing,
    missing_problem,
    not_graded_aspects,
)
from reportparse.extractors.inspections.headings import find_graded_headings
from reportparse.extractors.inspections.labels import label_matcher
from reportparse.extractors.inspections.letters import (
    letter_date,
    statement_of_action,
    title_of,
    visited,
)
from reportparse.extractors.inspections.outcomes import find_outcome
from reportparse.extractors.inspections.parts import PartFinder
from reportparse.extractors.inspections.providers import (
    best_fits,
    organisation_of,
    provider_name,
    urn_on_front,
)
from reportparse.extractors.inspections.readings import (
    Merged,
    Reading,
    merge_readings,
    row_reading,
    sentence_reading,
)
from reportparse.extractors.inspections.rows import find_grade_page, find_text_grades
from reportparse.extractors.inspections.sentences import (
    find_loosely_stated_grades,
    find_send_outcome,
    find_stated_grades,
)
from reportparse.extractors.inspections.unknown import is_inspection, printed_rows
from reportparse.records import (
    Basis,
    Inspection,
    Judgement,
    NotGraded,
    Period,
    ReportKind,
)
from reportparse.vocabulary import active_vocabulary, load_frameworks

# A line that ends in a grade written as a label; pages without one have no graded rows.
_GRADE_LINE = re.compile(
    r"(?:^|[\s(])(?:Good|Outstanding|Inadequate|Adequate|Satisfactory|Not judged"
    r"|Requires?(?:\s+[Ii]mprovement)?(?:\s+to)?(?:\s+be)?(?:\s+good)?"
    r"|GOOD|OUTSTANDING|INADEQUATE|ADEQUATE|REQUIRES IMPROVEMENT)\)?[.\s]*(?:$|[\n\t])",
    re.MULTILINE,
)
_BOARD = "lscb_effectiveness"
# The family whose chapters are headed by aspect and grade.
_HEADED = "local_authority_services"
_OUTCOMES = frozenset({"interim", "assurance", "supported_accommodation", "annual_rating"})


@dataclass(frozen=True, slots=True)
class InspectionFindings:
    """What an inspection report says of its own inspection.

    ``organisation`` is the authority, where the provider is a school, home or service of its area;
    ``report_date`` the date of a letter.
    """

    kind: ReportKind
    title: str
    inspection: Inspection
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...] = ()
    organisation: str | None = None
    report_date: date | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """The grades of a report and their framework; ``graded`` is false for letters in words."""

    kind: ReportKind
    title: str
    framework: str | None
    readings: tuple[Reading, ...]
    graded: bool = True


def extract_inspection(document: Document) -> InspectionFindings | None:
    """Read ``document`` as an inspection report; None where it is none.

    An inspection report prints the title of a known family on its first pages, and with it the
    dates of its inspection; where these cannot be read, its inspector and its graded rows. One
    whose title or rows fit no framework of the vocabulary gives its rows as they are printed.
    """
    front = read_front_page(document)
    family = find_family(front)
    if family is not None:
        front = _completed(document, front, family)
    read = _known(document, front, family) if family else None
    if read is None or (read.framework is None and not read.readings):
        read = _unknown(document, front) or read
    if read is None:
        return None
    merged, problems = merge_readings(read.readings)
    own = [item for item in merged if not item.first.previous]
    expected = not_graded_aspects(read.framework, own) if read.graded else []
    problems += [missing_problem(item) for item in expected if is_missing(item)]
    problems += front_problems(
        front,
        read.framework,
        graded=bool(read.readings),
        dated=family is None or family.dated,
    )
    inspection = _inspection(front, read.framework, expected)
    return InspectionFindings(
        kind=read.kind,
        title=read.title,
        inspection=inspection,
        judgements=tuple(_judgement(item, inspection, front.period) for item in merged),
        problems=tuple(problems),
        organisation=front.organisation,
        report_date=front.published or letter_date(document) if family else front.published,
    )


def _completed(document: Document, front: FrontPage, family: Family) -> FrontPage:
    """``front`` with what reports of its family print elsewhere."""
    if family.layout is Layout.PROVIDER or family.id.startswith("school_"):
        urn = front.urn or urn_on_front(document)
        name = provider_name(document, family, urn)
        organisation = organisation_of(document)
        if family.id == "youth_justice" and front.area:
            organisation = front.area.name
        title = front.title
        if name and name in title:
            title = title[: title.index(name) + len(name)]
        front = replace(front, title=title, urn=urn, provider=name, organisation=organisation)
    elif not family.dated:
        front = replace(front, title=title_of(front.text.text, family) or front.title)
    if family.layout is Layout.LETTER:
        title = title_of(front.text.text, family)
        area = active_vocabulary().areas.authority_in(title)
        organisation = area.name if area else front.organisation
        name = front.provider or organisation
        inspected = front.inspected or visited(front.text.text)
        front = replace(
            front,
            title=title,
            area=area,
            provider=name,
            organisation=organisation,
            inspected=inspected,
        )
    return front


def _known(document: Document, front: FrontPage, family: Family) -> _Read | None:
    """The grades of a report of ``family``; None without dates, or inspector and rows."""
    if not family.dated:
        return _read(document, front, family)
    if front.inspected is None and front.lead_inspector is None:
        return None
    read = _read(document, front, family)
    undated = front.inspected is None and (read is None or not read.readings)
    return None if undated else read


def _read(document: Document, front: FrontPage, family: Family) -> _Read | None:
    """The grades of a report of ``family``."""
    match family.layout:
        case Layout.LETTER:
            return _letter(document, front, family)
        case Layout.PROVIDER:
            return _provider(document, front, family)
    readings = _readings(document, family)
    framework = family.framework({reading.aspect or "" for reading in readings})
    return _Read(family.kind, front.title, framework, tuple(readings))


def _letter(document: Document, front: FrontPage, family: Family) -> _Read:
    named = (name for name, pattern in family.words if pattern.search(document.text))
    framework = next(named, None if family.words or not family.frameworks else family.frameworks[0])
    statement = statement_of_action(document) if framework == "send_2016" else None
    readings = (statement,) if statement else ()
    return _Read(family.kind, front.title, framework, readings, graded=False)


def _provider(document: Document, front: FrontPage, family: Family) -> _Read | None:
    if family.id in _OUTCOMES:
        outcome = find_outcome(document, family.frameworks[0])
        readings = (sentence_reading(document, outcome),) if outcome else ()
        return _Read(family.kind, front.title, family.frameworks[0], readings)
    fits = best_fits(document, family, front.inspected[0] if front.inspected else None)
    if not fits:
        return None
    framework = fits[0].framework.id if len(fits) == 1 else None
    return _Read(family.kind, front.title, framework, fits[0].readings)


def _unknown(document: Document, front: FrontPage) -> _Read | None:
    if not is_inspection(front):
        return None
    readings = tuple(printed_rows(document))
    by_ofsted = re.search(r"\bofsted\b", document.text, re.IGNORECASE)
    kind = ReportKind.OFSTED_INSPECTION if by_ofsted else ReportKind.OTHER
    return _Read(kind, front.title, None, readings) if readings else None


def _readings(document: Document, family: Family) -> list[Reading]:
    """All graded rows and sentences, in order of the text, those of the front page first."""
    if family.layout is Layout.OUTCOME:
        outcome = find_send_outcome(document)
        return [sentence_reading(document, outcome)] if outcome else []
    if family.id in _OUTCOMES:
        outcome = find_outcome(document, family.frameworks[0])
        return [sentence_reading(document, outcome)] if outcome else []
    frameworks = load_frameworks().frameworks
    parts = PartFinder(document) if "slac_2009" in family.frameworks else None
    readings: list[Reading] = []
    for row in _graded_rows(document, family):
        part = parts.part_at(row.lines[0].start_char) if parts else row.match.part
        readings.append(row_reading(document, row, part))
    if family.id == _HEADED:
        matcher = label_matcher(family.frameworks)
        readings += [
            sentence_reading(document, stated, rule_id="inspection.heading")
            for stated in find_graded_headings(document, matcher)
        ]
    if family.id in ("single_inspection", "safeguarding_board"):
        aspects = {aspect.id for name in family.frameworks for aspect in frameworks[name].aspects}
        readings += _sentences(document, aspects | {_BOARD}, readings)
    return sorted(readings, key=lambda reading: reading.provenance.start_char)


def _sentences(document: Document, aspects: Set[str], rows: list[Reading]) -> list[Reading]:
    """Grades in sentences; loosely worded ones for aspects that nothing else grades."""
    stated = list(find_stated_grades(document, aspects))
    graded = {reading.aspect for reading in rows} | {item.aspect for item in stated}
    stated += find_loosely_stated_grades(document, aspects - graded)
    return [sentence_reading(document, item) for item in stated]


def _graded_rows(document: Document, family: Family) -> list[GradedRow]:
    matcher = label_matcher(family.frameworks)
    scales = (family.numbered,) if family.numbered else ()
    reader = grade_reader(scales, numbered=family.numbered)
    if not document.pages:
        return assign_labels(find_text_grades(document, reader), matcher)
    rows: list[GradedRow] = []
    for page in document.pages:
        if family.numbered or _may_have_grades(document, page):
            rows.extend(assign_labels(find_grade_page(document, page, reader), matcher))
    return rows


def _may_have_grades(document: Document, page: Page) -> bool:
    return _GRADE_LINE.search(document.text, page.start_char, page.end_char) is not None


def _inspection(front: FrontPage, framework: str | None, not_graded: list[NotGraded]) -> Inspection:
    first, last = front.inspected or (None, None)
    return Inspection(
        framework=framework,
        provider=front.provider or (front.area.name if front.area else None),
        urn=front.urn,
        inspection_number=front.inspection_number,
        inspected_from=first,
        inspected_to=last,
        published=front.published,
        lead_inspector=front.lead_inspector,
        previous_inspections=front.previous,
        not_graded=tuple(not_graded),
    )


def _judgement(item: Merged, inspection: Inspection, period: Period | None) -> Judgement:
    reading = item.first
    before = inspection.previous_inspections[0] if inspection.previous_inspections else None
    if reading.previous:
        dates = {
            "inspected_from": before.from_ if before else None,
            "inspected_to": before.to if before else None,
        }
    else:
        dates = {
            "inspected_from": inspection.inspected_from,
            "inspected_to": inspection.inspected_to,
            "published": inspection.published,
        }
    return Judgement(
        provider=inspection.provider,
        framework=None if reading.previous else inspection.framework,
        aspect=reading.aspect,
        aspect_text=reading.label,
        part=reading.part,
        grade=reading.phrase.grade,
        grade_text=reading.phrase.text,
        grade_number=reading.phrase.number,
        period=None if reading.previous else period,
        basis=Basis.PREVIOUS if reading.previous else Basis.STATED,
        rule_id=reading.rule_id,
        provenance=reading.provenance,
        also_at=tuple(item.also_at),
        **dates,
    )
