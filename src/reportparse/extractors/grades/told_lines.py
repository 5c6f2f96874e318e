"""Judgements of lines that are no sentences, where inspectors are spoken of around them."""

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.claims import may_hold_claims
from reportparse.extractors.grades.events import Event
from reportparse.extractors.grades.lines import LineGrade, find_line_grades
from reportparse.extractors.grades.memory import Memory
from reportparse.extractors.grades.sentences import Sentence
from reportparse.extractors.provenance import provenance_of
from reportparse.records import Basis, Judgement, PeriodKind

BEFORE = "_before"
"""Ends the rule ids of grades of the inspection before, which no date may part from the last."""

_DATED = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.RANGE})


def tell_line(
    document: Document, context: ReportContext, sentence: Sentence, memory: Memory
) -> list[Judgement]:
    """The judgements of ``sentence``, if it is a line of labels and grades; else none."""
    text = sentence.text
    around = f"{context.title or ''}\n{sentence.heading}"
    if p.OWN_VIEW.search(around) or not may_hold_claims(text):
        return []
    if not (memory.by_inspectors or memory.listing or p.INSPECTOR.search(f"{around}\n{text}")):
        return []
    return [_record(document, context, sentence, one, memory) for one in find_line_grades(text)]


def _record(
    document: Document,
    context: ReportContext,
    sentence: Sentence,
    graded: LineGrade,
    memory: Memory,
) -> Judgement:
    apart = graded.earlier or graded.name is not None
    event = Event() if apart else memory.recent_event or Event()
    dated = event.period if event.period and event.period.kind in _DATED else None
    published = event.published
    if published is not None and published.kind is not PeriodKind.DAY:
        published = None
    return Judgement(
        provider=graded.name or context.organisation,
        framework=None,
        aspect=graded.aspect,
        aspect_text=graded.label,
        part=graded.part,
        grade=graded.grade,
        grade_text=graded.grade_text,
        grade_number=graded.number,
        period=event.period or event.published,
        inspected_from=dated.start if dated else None,
        inspected_to=dated.end if dated else None,
        published=published.start if published else None,
        basis=Basis.REPORTED,
        rule_id=f"told_line{BEFORE if graded.earlier else ''}",
        provenance=provenance_of(document, *sentence.span(graded.start, graded.end)),
    )
