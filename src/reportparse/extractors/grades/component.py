"""Judgements told by others: grades of other inspections found in a report's running text."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import date

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.aspects import (
    OUTCOMES,
    SIF_FROM,
    JudgedAspect,
    find_aspects,
    resolve_aspects,
)
from reportparse.extractors.grades.claim_events import events_of, of_settings
from reportparse.extractors.grades.claim_subjects import (
    fronted,
    in_service,
    subjects_after,
    subjects_of,
    subjects_of_event,
)
from reportparse.extractors.grades.claims import (
    Claim,
    Form,
    find_claims,
    has_verb,
    may_hold_claims,
)
from reportparse.extractors.grades.confidence import confidence_of
from reportparse.extractors.grades.events import (
    Event,
    find_event,
    named_framework,
)
from reportparse.extractors.grades.memory import Memory, enter, leave
from reportparse.extractors.grades.merging import merged_judgements, periods_overlap
from reportparse.extractors.grades.moments import Moment, find_moments
from reportparse.extractors.grades.sentences import Sentence
from reportparse.extractors.grades.subjects import (
    Subject,
    find_groups,
    is_joint,
)
from reportparse.extractors.grades.telling import (
    basis_of,
    is_told,
    speaks_of_inspection,
    tells_of_others,
)
from reportparse.extractors.grades.told_lines import BEFORE, tell_line
from reportparse.extractors.grades.told_ratings import tell_ratings
from reportparse.extractors.grades.told_tables import Teller, tell_tables
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.reference import printed_reference
from reportparse.records import Judgement, Period, PeriodKind
from reportparse.vocabulary import Areas, active_vocabulary

_DATED_KINDS = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.RANGE})
_NO_ASPECT = frozenset({"serious case reviews"})
_LONGEST_ASPECT_TEXT = 160
_OWN = re.compile(r"\b(?:the|this|your|our) (?:\w+ ){0,2}\w+$|^(?:it|they)$", re.IGNORECASE)
_OF_BOTH = ("safeguarding", "looked_after")
_EITHER_SERVICE = frozenset(
    {"overall", "capacity", "quality_of_provision", "leadership", "governance"}
)


@dataclass(frozen=True, slots=True)
class _Teller:
    """The report that tells: its text, what is known of it, and the areas."""

    document: Document
    context: ReportContext
    areas: Areas
    reference: PeriodReference
    taken: tuple[tuple[int, int], ...]


class ToldJudgements:
    """Judgements of other inspections that the report's sentences, read in order, tell of.

    An inspection report gives ``previous`` records for earlier inspections of the same authority
    and ``reported`` ones for the homes and services it names; any other report gives ``reported``
    ones. Places that ``stated`` judgements were read from are left out. A count of settings under
    two grades ("six were judged good or outstanding") has the grade ``good_or_outstanding``.
    """

    def __init__(
        self, document: Document, context: ReportContext, stated: Iterable[Judgement] = ()
    ) -> None:
        self._teller = _Teller(
            document=document,
            context=context,
            areas=active_vocabulary().areas,
            reference=printed_reference(context),
            taken=tuple(_places(stated)),
        )
        self._memory = Memory()
        self._found: list[Judgement] = []

    def read(self, sentence: Sentence) -> None:
        """Take in the next sentence of the report."""
        memory = enter(self._memory, sentence)
        moments = _moments(self._teller, sentence)
        told = _told(self._teller, sentence, memory, moments)
        if tells_of_others(self._teller.context):
            base = told or (self._found[-1:] if memory.told_age == 1 else [])
            told += _again(self._teller, sentence, base[-1:], moments)
            told += tell_ratings(self._teller.document, self._teller.context, sentence, memory)
        self._found.extend(told)
        event = find_event(sentence.text, moments)
        self._memory = leave(memory, sentence, event=event, told=bool(told))

    def records(self) -> tuple[Judgement, ...]:
        """One record for each judgement told so far, with all its places; tables come last."""
        teller = self._teller
        tables: Iterable[Judgement] = ()
        if tells_of_others(teller.context):
            tables = tell_tables(
                Teller(teller.document, teller.context, teller.areas, teller.reference)
            )
        return tuple(
            record.model_copy(update={"confidence": confidence_of(record)})
            for record in merged_judgements([*self._found, *tables])
        )


def _places(stated: Iterable[Judgement]) -> Iterator[tuple[int, int]]:
    for judgement in stated:
        for place in (judgement.provenance, *judgement.also_at):
            yield place.start_char, place.end_char


def _moments(teller: _Teller, sentence: Sentence) -> tuple[Moment, ...]:
    """Dates in a sentence that may speak of an inspection; others are not looked for."""
    if p.INSPECTOR.search(sentence.text) or may_hold_claims(sentence.text):
        return find_moments(sentence.text, teller.reference)
    return ()


def _told(
    teller: _Teller, sentence: Sentence, memory: Memory, moments: tuple[Moment, ...]
) -> list[Judgement]:
    """The judgements that one sentence tells."""
    text = sentence.text
    others = tells_of_others(teller.context)
    if others and (lines := tell_line(teller.document, teller.context, sentence, memory)):
        return lines
    carried = others and (memory.carried or speaks_of_inspection(text))
    listing = memory.listing or (others and memory.carried and bool(p.LABEL_LINE.match(text)))
    if not may_hold_claims(text) or not (has_verb(text) or carried or listing):
        return []
    found: list[Judgement] = []
    before: tuple[Subject, ...] = ()
    claims = find_claims(text, carried=carried, listing=listing)
    for index, claim in enumerate(claims):
        groups = tuple(find_groups(text[: claim.start])) or memory.recent_groups
        subjects = subjects_of(claim, before, groups, teller.areas)
        if not subjects:
            subjects = subjects_of_event(claim, memory)
        if not subjects and p.DANGLING.match(claim.subject):
            subjects = subjects_after(text[claim.end :], teller.areas)
        if not subjects or _is_taken(teller, sentence, claim):
            continue
        subjects = tuple(in_service(subject, before) for subject in subjects)
        if _shares(claims, index) and any(subject.count for subject in subjects):
            continue
        subjects = tuple(fronted(subject, claim) for subject in subjects)
        before = subjects
        events = events_of(sentence, claims, index, memory, moments)
        spoken = replace(memory, told_age=0) if found else memory
        found.extend(
            record
            for subject in subjects
            for event in (of_settings(event, subject, moments) for event in events)
            if is_told(teller.context, claim, subject, event, text, spoken)
            for record in _records(teller, sentence, claim, subject, event)
        )
    return found


def _again(
    teller: _Teller, sentence: Sentence, base: list[Judgement], moments: tuple[Moment, ...]
) -> list[Judgement]:
    """The judgement of another inspection that came to the same grade as that of ``base``."""
    match = p.SAME.search(sentence.text)
    if match is None or not base:
        return []
    others = [moment for moment in moments if not periods_overlap(moment.period, base[0].period)]
    near = min(others, key=lambda moment: abs(moment.start - match.start()), default=None)
    period = near.period if near else None
    dated = _of_kind(period, _DATED_KINDS)
    return [
        base[0].model_copy(
            update={
                "period": period,
                "inspected_from": dated.start if dated else None,
                "inspected_to": dated.end if dated else None,
                "published": None,
                "framework": None,
                "rule_id": f"told_same{BEFORE}",
                "provenance": provenance_of(teller.document, *sentence.span(*match.span())),
                "also_at": (),
            }
        )
    ]


def _is_taken(teller: _Teller, sentence: Sentence, claim: Claim) -> bool:
    start, end = sentence.span(claim.start, claim.end)
    return any(first < end and start < last for first, last in teller.taken)


def _shares(claims: list[Claim], index: int) -> bool:
    """Whether one noun has several grades: "judgements of good and outstanding"."""
    joined = [c.form is Form.ELLIPTIC and is_joint(c.subject) for c in claims]
    first = claims[index].form is Form.NAMED and any(joined[index + 1 : index + 2])
    return first or (joined[index] and any(c.form is Form.NAMED for c in claims[:index]))


def _records(
    teller: _Teller, sentence: Sentence, claim: Claim, subject: Subject, event: Event
) -> Iterator[Judgement]:
    """The records of one claim about one subject: one for each aspect and service."""
    when = event.when or (teller.context.report_date if tells_of_others(teller.context) else None)
    labels: tuple[str | None, ...] = (subject.label,)
    families = subject.families
    if families == ("adoption",) and subject.label is None and when and when < SIF_FROM:
        labels, families = ("adoption service",), ()
    if subject.label == "adoption service" and when and when >= SIF_FROM and not event.labels:
        labels, families = (None,), ("adoption",)
    elif subject.label is None and event.labels and set(families) <= OUTCOMES | {"overall"}:
        labels = event.labels
    place = sentence.span(min(claim.start, claim.subject_start), max(claim.end, claim.tail_end))
    area = subject.area or teller.context.organisation
    inspection = teller.context.inspection
    if inspection is not None and _is_own(teller.context, subject):
        labels, area = (None,), inspection.provider
    dated = _of_kind(event.period, _DATED_KINDS)
    published = _of_kind(event.published, {PeriodKind.DAY})
    for label in labels:
        for judged in _aspects(label, families, claim, event, when):
            yield Judgement(
                provider=subject.name or (f"{area} {label}" if area and label else area or label),
                framework=None if label else named_framework(sentence.text, event, judged),
                aspect=judged.aspect,
                aspect_text=_aspect_text(claim, subject),
                part=judged.part,
                grade=claim.grade,
                grade_text=claim.grade_text,
                grade_number=claim.number,
                period=event.period or event.published,
                inspected_from=dated.start if dated else None,
                inspected_to=dated.end if dated else None,
                published=published.start if published else None,
                count=subject.count,
                basis=basis_of(teller.context, claim, subject, event, sentence.text),
                rule_id=f"told_{claim.form.value}" + (BEFORE if _is_undated_past(event) else ""),
                provenance=provenance_of(teller.document, *place),
            )


def _is_own(context: ReportContext, subject: Subject) -> bool:
    """Whether "your school", "the home" is the one that the inspection report is about."""
    inspection = context.inspection
    if inspection is None or inspection.provider in {None, context.organisation} or subject.area:
        return False
    return subject.label is None or (subject.count in {None, 1} and bool(_OWN.search(subject.text)))


def _aspects(
    label: str | None,
    families: tuple[str, ...],
    claim: Claim,
    event: Event,
    when: date | None,
) -> tuple[JudgedAspect, ...]:
    if label in _NO_ASPECT:
        return (JudgedAspect(None),)
    named = families or tuple(mention.family for mention in find_aspects(claim.tail))
    if label:
        return resolve_aspects(tuple(family for family in named if family in OUTCOMES), None)
    two_services = when is None or when < SIF_FROM
    if two_services and p.BOTH_PARTS.search(claim.tail):
        named = (*named, *_OF_BOTH)
    if two_services and set(named) <= _EITHER_SERVICE:
        named = (*named, *event.families)
    judged = resolve_aspects(tuple(dict.fromkeys(named)), when)
    if claim.weak:
        return tuple(one for one in judged if one.aspect is not None)
    return judged


def _of_kind(period: Period | None, kinds: Set[PeriodKind]) -> Period | None:
    """``period`` where it is exact enough to give days."""
    return period if period is not None and period.kind in kinds else None


def _aspect_text(claim: Claim, subject: Subject) -> str | None:
    words = subject.text or claim.tail
    return words.strip(" ,;:")[-_LONGEST_ASPECT_TEXT:] or None


def _is_undated_past(event: Event) -> bool:
    """Whether the inspection was one before the last, and no date tells which."""
    return event.earlier and event.period is None and event.published is None
