"""Find the dates that a report mentions and give each its role."""

from collections.abc import Iterator

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.dates import patterns as p
from reportparse.extractors.grades.moments import month_pairs
from reportparse.extractors.grades.sentences import Sentence
from reportparse.extractors.periods import PeriodMention, PeriodReference, Relation, find_periods
from reportparse.extractors.provenance import provenance_of
from reportparse.records import DateMention, DateRole, Inspection, Period, PeriodKind

_HEAD_CHARACTERS = 2500
_LONGEST_QUOTE = 60
_LONGEST_LABEL = 120
_NUMBER_REACH = 4
_DATES = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.RANGE})
_SNAPSHOTS = frozenset({PeriodKind.DAY, PeriodKind.MONTH})


def dates_of(
    document: Document, context: ReportContext, sentence: Sentence, reference: PeriodReference
) -> Iterator[DateMention]:
    """The dates of reports, meetings, inspections, data, deadlines and events in a sentence.

    Periods that only say which figures are meant ("in 2010/11", "in March 2012") are no date
    mentions. A day without a role that its words tell is an ``event``.
    """
    for start, end, period in _periods(sentence.text, reference):
        role = _role(context, sentence, start, end, period)
        if role is None:
            continue
        first, last = sentence.span(start, end)
        text = document.text[first:last]
        yield DateMention(
            role=role,
            period=period,
            text=text,
            provenance=provenance_of(document, *_quoted(sentence, start, end)),
        )


def _periods(text: str, reference: PeriodReference) -> Iterator[tuple[int, int, Period]]:
    """Absolute periods and pairs of months, in order."""
    if not p.MAY_HOLD_DATES.search(text):
        return
    pairs = month_pairs(text)
    found = [(pair.start, pair.end, pair.period) for pair in pairs]
    for mention in find_periods(text, reference):
        if mention.period is not None and _is_printed(mention):
            apart = all(mention.end_char <= s or e <= mention.start_char for s, e, _ in found)
            if apart:
                found.append((mention.start_char, mention.end_char, mention.period))
    yield from sorted(found, key=lambda item: item[0])


def _is_printed(mention: PeriodMention) -> bool:
    period = mention.period
    if mention.relation is not Relation.ABSOLUTE or period is None or period.inferred:
        return False
    return not (mention.start_char < _NUMBER_REACH and p.PARAGRAPH_NUMBER.match(mention.text))


def _quoted(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Span of the date with the words before it that tell its role."""
    first = max(0, start - _LONGEST_QUOTE)
    cut = sentence.text.find(" ", first, start) + 1 if first else 0
    return sentence.span(cut or first, end)


def _role(
    context: ReportContext, sentence: Sentence, start: int, end: int, period: Period
) -> DateRole | None:
    """What the period is the date of; None where it only says which figures are meant."""
    before, after = sentence.text[:start], sentence.text[end:]
    told = next((role for role, pattern in p.BEFORE if pattern.search(before)), None)
    if told is None and p.END_OF.match(sentence.text[start:end]):
        told = DateRole.DATA_AS_AT
    if told in {DateRole.PUBLICATION, DateRole.REPORT_DATE}:
        return told
    if p.NO_DATE.search(before):
        return None
    if p.INSPECTED.search(before) or p.INSPECTED_AFTER.match(after):
        return _inspection_role(context.inspection, period)
    own = _own_role(context, sentence, period)
    if own is not None and told is None:
        return own
    if period.kind not in _DATES:
        return None
    if period.kind is PeriodKind.DAY and told is None and not after.strip(" ."):
        labels = p.LABELS_DATA.search(before) and len(before) < _LONGEST_LABEL
        return DateRole.DATA_AS_AT if labels else DateRole.EVENT
    return _plain_role(context, told, period)


def _plain_role(context: ReportContext, told: DateRole | None, period: Period) -> DateRole | None:
    """The role that the words before the date tell; a day without one is an event."""
    if told is DateRole.DEADLINE:
        later = context.report_date is not None and period.end > context.report_date
        return DateRole.DEADLINE if later else None
    if told is DateRole.DATA_AS_AT:
        return told if period.kind in _SNAPSHOTS else None
    return (told or DateRole.EVENT) if period.kind is PeriodKind.DAY else None


def _inspection_role(inspection: Inspection | None, period: Period) -> DateRole | None:
    """An earlier inspection in an inspection report; any inspection in another report."""
    if inspection is None or inspection.inspected_from is None:
        return DateRole.INSPECTION
    if period.end < inspection.inspected_from:
        return DateRole.PREVIOUS_INSPECTION
    if inspection.published in {period.start, period.end}:
        return DateRole.PUBLICATION
    inside = inspection.inspected_to is None or period.start <= inspection.inspected_to
    return DateRole.INSPECTION if inside else None


def _own_role(context: ReportContext, sentence: Sentence, period: Period) -> DateRole | None:
    """The report's own dates, by its metadata."""
    inspection = context.inspection
    if inspection and inspection.inspected_from == period.start:
        return DateRole.INSPECTION if inspection.inspected_to == period.end else None
    if inspection and inspection.published == period.start == period.end:
        return DateRole.PUBLICATION
    in_head = sentence.span(0, 1)[0] < _HEAD_CHARACTERS
    if in_head and context.report_date == period.start == period.end:
        return DateRole.MEETING_DATE if context.committee else DateRole.REPORT_DATE
    return None
