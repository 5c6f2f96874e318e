"""Figures of the running text: sentences, bullets, call-outs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from reportparse.document import Document, NormalisedText, normalise
from reportparse.extractors.areas import find_areas
from reportparse.extractors.choose.choose import choose
from reportparse.extractors.choose.frame import Frame
from reportparse.extractors.context import ReportContext
from reportparse.extractors.evidence.model import Slot
from reportparse.extractors.indicators.passages import Passage, find_passages
from reportparse.extractors.measures.breakdowns import breakdown_of
from reportparse.extractors.measures.groups import subject_of, subject_of_text
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.periods.normalise import as_academic
from reportparse.extractors.pipeline import read_paragraph
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.relations.patterns import (
    GOES_ON,
    PART_OF_BEFORE,
    PLAN_HEAD,
)
from reportparse.extractors.segments.headings import heading_period, read_heading
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.records import Direction, IndicatorValue, Period, PeriodKind, Qualifier, Role, Unit
from reportparse.vocabulary import active_vocabulary

_MAY_HOLD_FIGURE = re.compile(
    r"\d|(?:\b(?:operates?|has|have|had|is|was|are|were|runs?|commissions?|from|to|and|only)\s|^\W*)"
    r"one\b|\bno\s+(?:looked|child|young|pupil|care|perm|fixed|adopt|further|other|such)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|half|thirds?|quarters?|fifths?|tenths?|none|zero|nil)\b",
    re.IGNORECASE,
)
_BETTER = re.compile(r"\)?(?: [\w'-]+){0,3}? (better|worse)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_WORDS_BEFORE, _WORDS_AFTER = 6, 8
_EDUCATION = {"cla_education", "education_all"}
_DAYS = {PeriodKind.DAY, PeriodKind.MONTH}
# How much the period weighs that a figure's own clause names.
_NAMED_NEAR = 0.9


@dataclass(slots=True)
class _Walk:
    """Where the reading of a document stands."""

    document: Document
    context: ReportContext
    reference: PeriodReference
    heading: str = ""
    heading_period: Period | None = None
    heading_words: str = ""
    heading_area: str | None = None
    parents: dict[int, Surroundings] = field(default_factory=dict)
    questions: dict[str, Surroundings] = field(default_factory=dict)
    previous: str = ""
    since_figures: int = 0
    last: Surroundings | None = None
    latest: Period | None = None
    named: dict[tuple[float, Unit], Figure] = field(default_factory=dict)
    subject: str | None = None
    organisation: str | None = None
    unit: Unit = Unit.COUNT
    records: list[Frame] = field(default_factory=list)


def extract_narrative_indicators(
    document: Document, context: ReportContext, reference: PeriodReference
) -> list[Frame]:
    """Every figure of the running text, in order; tables and chart labels are left out."""
    subject = subject_of(context.title) or subject_of_text(document.text)
    organisation = context.organisation or _area_of_title(context.title)
    walk = _Walk(document, context, reference, subject=subject, organisation=organisation)
    for passage in find_passages(document):
        _read_passage(walk, passage)
    return walk.records


def _area_of_title(title: str | None) -> str | None:
    """The area that a report of no one authority is about: "Children's homes in England"."""
    named = {mention.area for mention in find_areas(title or "")}
    return named.pop() if len(named) == 1 else None


def _read_passage(walk: _Walk, passage: Passage) -> None:
    words = normalise(walk.document.text[passage.start_char : passage.end_char])
    if passage.is_heading or heading_period(words.text.strip(), walk.reference):
        _start_heading(walk, words.text.strip())
        walk.parents.clear()
        walk.unit = Unit.COUNT
        return
    around = _surroundings(walk, passage, words.text)
    if _MAY_HOLD_FIGURE.search(words.text):
        for sentence in read_paragraph(words.text, around):
            for figure in sentence.figures:
                walk.records.append(_record(walk, passage, words, sentence, figure, around))
                _keep_latest(walk, figure)
            walk.previous = sentence.text
            walk.since_figures = around.since_figures
        walk.unit = around.unit
        walk.last = around if around.figures else walk.last
    _leave(walk, passage, words.text, around)
    if passage.number and words.text.rstrip().endswith("?"):
        period = around.period or around.anchor
        walk.questions[passage.number] = replace(around, head=words.text, period=period)


def _keep_latest(walk: _Walk, figure: Figure) -> None:
    """Keep the latest day at which the report's own numbers are said to stand.

    An inspection report names days of many matters, none of which dates its other numbers.
    """
    measure, period = figure.measure, figure.period
    if measure is None or period is None or walk.context.inspection is not None:
        return
    named = choose(figure.evidence, Slot.PERIOD)
    near = named is not None and named.weight >= _NAMED_NEAR
    own = near and figure.role is Role.LEVEL and not figure.comparator
    stock = measure.indicator.is_stock and period.kind in _DAYS
    if own and stock and (walk.latest is None or period.end > walk.latest.end):
        walk.latest = period


def _start_heading(walk: _Walk, text: str) -> None:
    """Take up a heading: what stands under it is about something else.

    One that only names an area or a date goes on with what was told before.
    """
    named = read_heading(text, walk.reference)
    if named.period is not None and named.period.start == walk.reference.present:
        named = replace(named, period=None)
    walk.heading_area = named.area
    if named.words or not (named.area or named.period):
        walk.heading, walk.heading_words = text, named.words
        walk.heading_period = named.period
        walk.previous, walk.last = "", None
    elif named.period is not None:
        walk.heading_period = named.period


def _surroundings(walk: _Walk, passage: Passage, text: str) -> Surroundings:
    """What the passage inherits: from the head of its list, its heading and the report.

    An item that opens with "Of these" is headed by the item before it; a paragraph that opens
    with "This is" goes on with the one before it.
    """
    around = Surroundings(
        walk.reference,
        organisation=walk.organisation,
        heading=walk.heading,
        unit=walk.unit,
        is_plan=bool(PLAN_HEAD.search(walk.heading)),
        subject=walk.subject,
        title=walk.context.title or "",
        heading_period=walk.heading_period,
        heading_words=walk.heading_words,
        area=walk.heading_area,
        latest=walk.latest,
        named=walk.named,
    )
    if walk.last is not None:
        around.figures, around.same_paragraph = walk.last.figures, False
        around.since_figures = walk.since_figures
        around.before, around.paragraph = walk.previous, walk.last.paragraph
        if walk.context.inspection is None:
            around.earlier = walk.last.period or walk.last.earlier
    parent = _parent(walk, passage)
    question = walk.questions.get(passage.number or "")
    if question is not None and "?" not in text:
        parent = question
    if passage.level and PART_OF_BEFORE.match(text):
        parent = walk.parents.get(passage.level, parent)
    if parent is not None:
        around = replace(parent, in_list=True)
        around.is_plan = around.is_plan or bool(PLAN_HEAD.search(parent.head))
    elif passage.level:
        sibling = walk.parents.get(passage.level)
        around.point = sibling.point if sibling else None
        around.in_list = True
    elif walk.last is not None and GOES_ON.match(text):
        last = walk.last
        around.label, around.of, around.period = last.label, last.of, last.period
        around.point, around.anchor, around.pair = last.point, last.anchor, last.pair
    around.head_label = around.head_label or ""
    return around


def _parent(walk: _Walk, passage: Passage) -> Surroundings | None:
    levels = [level for level in walk.parents if level < passage.level]
    return walk.parents[max(levels)] if levels else None


def _leave(walk: _Walk, passage: Passage, text: str, around: Surroundings) -> None:
    """Keep what the items below this passage inherit."""
    for level in [level for level in walk.parents if level >= passage.level]:
        del walk.parents[level]
    opens_list = text.rstrip().endswith(":")
    if passage.level == 0 and not opens_list:
        return
    head = replace(around, head=f"{around.head} {text}".strip(), in_list=True)
    named = _named_by_head(text)
    if around.label:
        head.head_label = around.label
    elif named:
        head.head_label = f"{around.head_label} {named}".strip()
    head.head_of = around.of or around.head_of
    if not opens_list:
        head.head_label = around.label or around.head_label
    if head.period is None and around.anchor is not None and opens_list:
        head.period = around.anchor
    walk.parents[passage.level] = head


def _named_by_head(text: str) -> str:
    """The measure that a list head names: "The proportion of children entitled to …:"."""
    words = text.strip().rstrip(":").strip()
    if (
        re.search(r"\b(?:last|past|year|month|number|these|this)\b", words)
        and len(words.split()) < 7
    ):
        return ""
    return re.sub(r"^(?:The|Of|In)\s+", "", words) if len(words.split()) <= 25 else ""


def _record(
    walk: _Walk,
    passage: Passage,
    words: NormalisedText,
    sentence: Sentence,
    figure: Figure,
    around: Surroundings,
) -> Frame:
    quantity = figure.quantity
    start, end = _raw(passage, words, sentence, quantity.start_char, quantity.end_char)
    quote = _raw(passage, words, sentence, *_quote(sentence, figure))
    context = " ".join((around.head, sentence.text, walk.heading))
    indicator = figure.measure.indicator.id if figure.measure else None
    record = IndicatorValue(
        indicator=indicator,
        label=figure.label or walk.heading,
        value=_size(figure),
        value_text=walk.document.text[start:end],
        unit=figure.unit,
        of=figure.of,
        qualifier=_qualifier(figure),
        role=figure.role,
        direction=_direction(sentence, figure, indicator),
        period=_period(figure.period, indicator),
        baseline=_period(figure.baseline, indicator),
        area=figure.area,
        breakdown=_breakdown(figure, context, indicator),
        rule_id="narrative." + "+".join(_rules(figure)),
        provenance=provenance_of(walk.document, *quote),
    )
    return Frame(record, figure.own, tuple(figure.candidates), tuple(figure.evidence))


def _size(figure: Figure) -> float:
    """The value; a change is without its sign, which ``direction`` says, but for scores."""
    value = figure.quantity.value
    return abs(value) if figure.role is Role.CHANGE and figure.unit is not Unit.SCORE else value


def _rules(figure: Figure) -> Iterator[str]:
    """The rules that decided: of the number, its role, its period, its measure."""
    yield figure.quantity.rule_id
    yield from figure.rules
    period = choose(figure.evidence, Slot.PERIOD)
    if period is not None and figure.twin is None:
        yield period.rule_id
    if figure.measure is not None:
        yield f"measure_{figure.measure.rule_id}"


def _breakdown(figure: Figure, context: str, indicator: str | None) -> dict[str, str]:
    """What narrows a figure: its own words before those of the figure that it goes on with."""
    words = figure.groups or figure.label
    found = breakdown_of(words, context, indicator=indicator)
    return found | breakdown_of(figure.own, indicator=indicator)


def _direction(sentence: Sentence, figure: Figure, indicator: str | None) -> Direction | None:
    """The direction of a change; "better" is up or down by what is good for the measure."""
    judged = _BETTER.match(sentence.text[figure.end :])
    measure = active_vocabulary().indicators.by_id.get(indicator or "")
    if figure.direction is None or judged is None or measure is None:
        return figure.direction
    if measure.polarity == "neutral":
        return figure.direction
    better = judged[1].lower() == "better"
    up = better == (measure.polarity == "higher_better")
    return Direction.UP if up else Direction.DOWN


def _qualifier(figure: Figure) -> Qualifier:
    if "lower_bound" in figure.rules:
        return Qualifier.AT_LEAST
    return Qualifier.AT_MOST if "upper_bound" in figure.rules else figure.quantity.qualifier


def _period(period: Period | None, indicator: str | None) -> Period | None:
    if period is None or indicator is None:
        return period
    measure = active_vocabulary().indicators.by_id.get(indicator)
    return as_academic(period) if measure and measure.theme in _EDUCATION else period


def _raw(
    passage: Passage, words: NormalisedText, sentence: Sentence, start: int, end: int
) -> tuple[int, int]:
    """Offsets in the document of a span of the sentence."""
    first, last = words.to_raw(sentence.offset + start, sentence.offset + end)
    return passage.start_char + first, passage.start_char + last


def _quote(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """The clause around a figure: some words before it and after it, within its sentence."""
    first, last = figure.quantity.start_char, figure.quantity.end_char
    before = sentence.text[:first].rsplit(None, _WORDS_BEFORE)
    start = 0
    if len(before) >= _WORDS_BEFORE:
        skipped = len(before[0]) if len(before) > _WORDS_BEFORE else 0
        start = first - len(sentence.text[skipped:first].lstrip())
    after = islice(_WORD.finditer(sentence.text, last), _WORDS_AFTER)
    return start, max((match.end() for match in after), default=last)
