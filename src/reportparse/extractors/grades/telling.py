"""Whether a claim tells of another inspection, and of which kind."""

import re
from datetime import date

from reportparse.extractors.context import ReportContext
from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.aspects import find_aspects
from reportparse.extractors.grades.claims import Claim, Form
from reportparse.extractors.grades.events import Event
from reportparse.extractors.grades.memory import Memory
from reportparse.extractors.grades.subjects import SERVICES, Subject
from reportparse.records import Basis, ReportKind

_INSPECTION_KINDS = frozenset(
    {
        ReportKind.OFSTED_INSPECTION,
        ReportKind.OFSTED_MONITORING,
        ReportKind.AREA_SEND_INSPECTION,
    }
)
_THIS_INSPECTION = re.compile(r"\b(?:at|in|during|by|of|on) this (?:\w+ )?inspection\b", re.I)
_NOW = re.compile(r"\b(?:now|currently)\b", re.I)
_UNGRADED = re.compile(r"\b(?:monitoring|focused|assurance) (?:visit|inspection)|\bJTAI\b", re.I)
_ENDED = re.compile(
    r"\b(?:ended|resulted|concluded|finished|led|came out|outcome|result)\b[^.;]*$", re.I
)
_OVERALL = re.compile(r"^\W*overall\b", re.I)
_BARE_FORMS = frozenset({Form.NAMED, Form.ATTRIBUTIVE})


def tells_of_others(context: ReportContext) -> bool:
    """Whether the report is no inspection report, so that every grade in it is told."""
    return context.inspection is None and context.kind not in _INSPECTION_KINDS


def is_told(
    context: ReportContext,
    claim: Claim,
    subject: Subject,
    event: Event,
    text: str,
    memory: Memory,
) -> bool:
    """Whether the claim is of an inspection other than the one that the report itself states."""
    if claim.form in _BARE_FORMS and not (
        event.period or subject.label or memory.listing or _ends_inspection(claim, memory)
    ):
        return False
    if claim.form is Form.NAMED and p.PREVIOUS_NOUN.search(claim.agent) and not memory.listing:
        return False
    if claim.weak and not _is_plain(claim, subject, memory):
        return False
    if tells_of_others(context):
        sure = not claim.weak or (claim.form is Form.LISTED and memory.listing)
        titled = sure and p.INSPECTOR.search(context.title or "") is not None
        told = titled or _by_inspectors(text, memory) or _is_regulated(claim, subject)
        return told and not p.OWN_VIEW.search(text)
    if _THIS_INSPECTION.search(text[: claim.start]):
        return False
    if subject.label:
        return True
    return not claim.present and _is_earlier(context, event)


def _is_regulated(claim: Claim, subject: Subject) -> bool:
    """Whether settings were rated, which nobody but their inspectorate does in these words."""
    return claim.form is Form.PASSIVE and subject.label is not None


def _ends_inspection(claim: Claim, memory: Memory) -> bool:
    """Whether the words say that an inspection spoken of ended so, or graded a named aspect."""
    if find_aspects(claim.tail) and p.INSPECTOR.search(claim.agent):
        return True
    if find_aspects(claim.subject) and memory.by_inspectors:
        return True
    return memory.by_inspectors and _ENDED.search(claim.agent) is not None


def _is_plain(claim: Claim, subject: Subject, memory: Memory) -> bool:
    """Whether a grade without a verb of judging is so plainly of a party that it was given it.

    Settings by count were; aspects and services where judgements were told a moment ago, services
    in the past tense alone ("the fostering service is good").
    """
    if subject.count is not None or (claim.form is Form.LISTED and memory.listing):
        return True
    if subject.label is None and _OVERALL.search(claim.subject):
        return memory.carried
    service = subject.label in SERVICES and not claim.present
    return memory.carried and bool(subject.families or service)


def speaks_of_inspection(text: str) -> bool:
    """Whether ``text`` names inspectors or an inspection of a kind that gives grades."""
    return bool(p.INSPECTOR.search(text)) and not _UNGRADED.search(text)


def basis_of(
    context: ReportContext, claim: Claim, subject: Subject, event: Event, text: str
) -> Basis:
    """``previous`` for what an inspection report tells of an earlier inspection."""
    if tells_of_others(context):
        return Basis.REPORTED
    if subject.label is None:
        return Basis.PREVIOUS
    if claim.form is Form.ATTRIBUTIVE:
        return Basis.PREVIOUS if p.EARLIER.search(claim.agent) else Basis.REPORTED
    standing = subject.count is not None or claim.present or _NOW.search(text[: claim.start])
    return Basis.REPORTED if standing else Basis.PREVIOUS


def _by_inspectors(text: str, memory: Memory) -> bool:
    return bool(p.INSPECTOR.search(text)) or memory.by_inspectors


def _is_earlier(context: ReportContext, event: Event) -> bool:
    """Whether the event lies before the inspection that the report is of."""
    own = _own_start(context)
    told = event.period or event.published
    if told is not None and own is not None:
        return told.end < own
    return event.earlier


def _own_start(context: ReportContext) -> date | None:
    if context.inspection and context.inspection.inspected_from:
        return context.inspection.inspected_from
    return context.report_date
