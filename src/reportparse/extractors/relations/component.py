"""Reading the figures of a paragraph: which period, area, role, unit and wording belong to each."""

import re

from reportparse.extractors.areas import AreaMention
from reportparse.extractors.choose.choose import choose
from reportparse.extractors.choose.measure import choose_measure
from reportparse.extractors.evidence.measures import name_measures
from reportparse.extractors.evidence.model import Slot
from reportparse.extractors.evidence.periods import offer_periods, resolve_periods
from reportparse.extractors.measures.wording import Cue
from reportparse.extractors.periods import PeriodMention, Relation
from reportparse.extractors.periods.normalise import as_inferred
from reportparse.extractors.periods.ranges import is_point
from reportparse.extractors.quantities import Quantity
from reportparse.extractors.relations.figures import choose_figures
from reportparse.extractors.relations.labels import assign_labels
from reportparse.extractors.relations.pairs import read_pairs
from reportparse.extractors.relations.patterns import ANAPHORA, FROM_ONLY, VERSUS
from reportparse.extractors.relations.places import assign_areas
from reportparse.extractors.relations.roles import (
    assign_roles,
    assign_units,
    mark_future,
    mark_twins,
)
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.records import Period, PeriodKind, Role, Unit

# "A list of open cases was taken on 31 August 2015."
_OF_DATA = re.compile(
    r"\b(?:lists?|snapshots?|counts?|census|extracts?|data|figures|statistics|numbers|position)\b",
    re.IGNORECASE,
)
_LONGEST_YEAR = 366
# A period within so many characters of its sentence's start governs what follows.
_OPENS = 24
# So much of a paragraph is remembered.
_PARAGRAPH = 1200


def read_sentence(
    sentence_text: tuple[str, int],
    quantities: list[Quantity],
    periods: list[PeriodMention],
    areas: list[AreaMention],
    around: Surroundings,
) -> Sentence:
    """Read one sentence; ``around`` is brought up to date for the next one.

    All offsets count from the start of the sentence. ``sentence_text`` is its text and its offset
    in the paragraph.
    """
    text, offset = sentence_text
    figures = choose_figures(text, quantities, in_list=around.in_list)
    sentence = Sentence(text, offset, figures, periods, areas)
    sentence.build_mask()
    resolve_periods(sentence, around)
    if figures:
        mark_twins(sentence)
        assign_areas(sentence, around)
        read_pairs(sentence, around)
        assign_roles(sentence, around)
        assign_units(sentence, around)
        name_measures(sentence, around)
        for figure in sentence.figures:
            figure.measure = choose_measure(figure.candidates, figure.unit)
        offer_periods(sentence, around)
        mark_future(sentence, around)
        assign_labels(sentence, around)
    _carry(sentence, around)
    return sentence


def _carry(sentence: Sentence, around: Surroundings) -> None:
    """Leave behind what the next sentence may refer to."""
    around.paragraph = f"{around.paragraph} {sentence.text}"[-_PARAGRAPH:]
    if around.opened is None and sentence.periods and 0 in sentence.resolved:
        lead = sentence.periods[0]
        if lead.start_char <= _OPENS and lead.relation is not Relation.SAME:
            around.opened = sentence.resolved[0]
    around.before = sentence.text
    day = _day_of_data(sentence)
    if day is not None:
        around.period = around.point = day
        around.age = 0
    around.since_figures += 1
    if sentence.figures:
        around.figures, around.since_figures = sentence.figures, 0
        around.same_paragraph = True
        _keep_named(sentence, around)
    levels = [figure for figure in sentence.figures if figure.role is Role.LEVEL]
    own = [
        figure
        for figure in levels
        if not _is_baseline(sentence, figure.twin or figure) and not sentence.in_bracket(figure)
    ]
    _carry_period(own, around)
    dated = [figure.period for figure in own if figure.period is not None]
    if dated:
        _carry_pair(dated, around)
    main = next((figure for figure in own if not figure.comparator and figure.twin is None), None)
    if main is not None and not (ANAPHORA.match(sentence.text) and around.label):
        around.label, around.of = main.label, main.of
    if levels and levels[0].unit is not Unit.COUNT:
        around.unit = levels[0].unit
    elif levels:
        around.unit = next((f.unit for f in levels if f.unit is not Unit.COUNT), around.unit)


def _keep_named(sentence: Sentence, around: Surroundings) -> None:
    """Keep the report's own levels whose measure is known, for "of the 372"."""
    for figure in sentence.figures:
        if figure.measure is not None and figure.role is Role.LEVEL and not figure.comparator:
            around.named[figure.quantity.value, figure.unit] = figure


def _carry_period(own: list[Figure], around: Surroundings) -> None:
    """Leave behind the latest period that the sentence itself gives to one of its levels."""
    said = [figure.period for figure in own if figure.period is not None and _is_said(figure)]
    around.age += 1
    if said:
        latest = max(said, key=lambda period: period.end)
        pooled = (latest.end - latest.start).days > _LONGEST_YEAR
        if (
            around.period is None
            or not around.in_list
            or (latest.end >= around.period.end and not pooled)
        ):
            around.period, around.age = latest, 0
        if is_point(latest) and latest.kind is PeriodKind.DAY:
            around.point = latest


def _day_of_data(sentence: Sentence) -> Period | None:
    """The day at which a sentence without figures says that the numbers to come were taken."""
    if sentence.figures or len(sentence.resolved) != 1 or not _OF_DATA.search(sentence.text):
        return None
    day = next(iter(sentence.resolved.values()))
    return as_inferred(day) if day.kind is PeriodKind.DAY else None


def _is_said(figure: Figure) -> bool:
    """Whether the period of a figure stands in its own sentence."""
    chosen = choose(figure.evidence, Slot.PERIOD)
    return chosen is None or chosen.cue in {Cue.OWN, Cue.SENTENCE}


def _carry_pair(dated: list[Period], around: Surroundings) -> None:
    first, last = dated[0], dated[-1]
    if first.key != last.key and first.start < last.start:
        around.pair = (first, last)
    elif around.pair is not None and last.start > around.pair[1].start:
        around.pair = (around.pair[1], last)
    elif around.pair is None:
        around.pair = (last, first) if last.start < first.start else (first, last)


def _is_baseline(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure is only what another one is compared with."""
    before = sentence.mask[max(0, figure.start - 40) : figure.start]
    return bool((FROM_ONLY.search(before) and "pair" not in figure.rules) or VERSUS.search(before))
