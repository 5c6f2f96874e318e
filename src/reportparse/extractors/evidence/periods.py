"""Which period belongs to which figure of a sentence.

A period before the figures of its clause governs them ("In 2013/14, 91% of … and 86% of …"); one
after a figure belongs to the nearest ("64% in 2008"); one after "since", "than in" or "compared
with" is what a change is measured from. A figure left without one takes it from the figure it
stands beside, then from the words before the sentence.
"""

import re
from itertools import pairwise

from reportparse.extractors.choose.choose import choose
from reportparse.extractors.evidence.context_periods import periods_above
from reportparse.extractors.evidence.model import Evidence, Slot
from reportparse.extractors.evidence.placed_periods import NEAR, Placed, place_periods
from reportparse.extractors.measures.wording import Cue
from reportparse.extractors.periods import PeriodMention, Relation, resolve_mention
from reportparse.extractors.periods.normalise import (
    as_inferred,
    shifted,
)
from reportparse.extractors.periods.ranges import pair_of
from reportparse.extractors.relations.patterns import (
    COMPARES,
    FROM_ONLY,
    HARD_CLAUSE,
    LISTED,
    RANGES,
)
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.records import Period, PeriodKind, Role

_Offer = tuple[str, float, Period | None]
# An offer above this weight stands at the figure itself.
_OWN = 0.9
_SEMICOLON = re.compile(r";\s")
_YEARS = {PeriodKind.CALENDAR_YEAR, PeriodKind.SPLIT_YEAR}


_YEAR_BEFORE = re.compile(r"\bthe year before|\b(?:previous|preceding|prior) year")


def resolve_periods(sentence: Sentence, around: Surroundings) -> None:
    """Give every period of the sentence its value, each relative one by the one before it."""
    anchor = around.anchor
    own = False
    for index, mention in enumerate(sentence.periods):
        before = anchor if own else _year_before(mention, around, anchor)
        if mention.relation is Relation.SAME_LAST_YEAR and _parted(sentence, index):
            before = around.reference.covered or before
        period = _resolve(mention, around, before)
        if period is None:
            continue
        sentence.resolved[index] = period
        bracket = sentence.bracket(mention.start_char)
        aside = bracket and any(bracket[0] < f.start < bracket[1] for f in sentence.figures)
        again = mention.relation in {Relation.SAME, Relation.SAME_LAST_YEAR}
        if not again and not aside:
            anchor, own = period, True
    around.anchor = anchor


def _parted(sentence: Sentence, index: int) -> bool:
    """Whether a semicolon stands between a period and the one before it, or none stands before."""
    if index == 0:
        return True
    start = sentence.periods[index - 1].end_char
    return bool(_SEMICOLON.search(sentence.text[start : sentence.periods[index].start_char]))


def _year_before(
    mention: PeriodMention, around: Surroundings, anchor: Period | None
) -> Period | None:
    """What "the year before" comes before in a report on one year, unless its sentence says."""
    year = around.reference.report_year
    return year if year is not None and _YEAR_BEFORE.search(mention.text) else anchor


def _resolve(mention: PeriodMention, around: Surroundings, anchor: Period | None) -> Period | None:
    if mention.rule_id == "trailing":
        anchor = around.point if around.point is not None else None
    return resolve_mention(mention, around.reference, anchor)


def offer_periods(sentence: Sentence, around: Surroundings) -> None:
    """Offer periods and baselines for the figures of the sentence, and choose of them.

    A figure may take the period of the one it stands beside, so that levels are chosen in order,
    and changes after the levels that they are measured between.
    """
    placed = place_periods(sentence, around)
    for role in (Role.LEVEL, Role.CHANGE):
        for index, figure in enumerate(sentence.figures):
            if (figure.role is Role.CHANGE) == (role is Role.CHANGE) and figure.period is None:
                figure.evidence += _offers(sentence, index, placed, around)
                chosen = choose(figure.evidence, Slot.PERIOD)
                figure.period = chosen.value if chosen else None
                baseline = choose(figure.evidence, Slot.BASELINE)
                figure.baseline = figure.baseline or (baseline.value if baseline else None)
    _undate_one_of_pairs(sentence, placed)
    for figure in sentence.figures:
        if figure.twin is not None:
            figure.period = figure.twin.period
            figure.baseline = figure.baseline or figure.twin.baseline


def _offers(sentence: Sentence, index: int, placed: Placed, around: Surroundings) -> list[Evidence]:
    """The periods that the sentence and the words above it offer for one figure."""
    figure = sentence.figures[index]
    change = figure.role is Role.CHANGE
    offered = (
        _change_offers(sentence, index, placed)
        if change
        else _level_offers(sentence, index, placed)
    )
    evidence = [
        Evidence(Slot.PERIOD, period, Cue.OWN if weight > _OWN else Cue.SENTENCE, rule_id, weight)
        for rule_id, weight, period in offered
        if period is not None
    ]
    evidence += periods_above(sentence, figure, around)
    if change:
        baseline = _baseline(sentence, index, placed) or placed.since
        if baseline is None and around.period is not None:
            baseline = _level_before(sentence, index, around.period)
            if baseline is not None:
                evidence.append(
                    Evidence(Slot.PERIOD, around.period, Cue.BEFORE, "change_since_before", 0.95)
                )
        if baseline is not None:
            evidence.append(Evidence(Slot.BASELINE, baseline, Cue.OWN, "compared", 0.9))
    return evidence


def _level_offers(sentence: Sentence, index: int, placed: Placed) -> list[_Offer]:
    figure = sentence.figures[index]
    return [
        ("period_in_bracket", 1.0, placed.bracketed.get(index)),
        ("period_after", 0.98, placed.trails.get(index)),
        ("period_compared", 0.96, _bracketed_versus(sentence, index, placed)),
        ("period_of_next", 0.94, _from_right(sentence, index, placed, close=True)),
        ("period_opens", 0.92, _lead(figure, placed)),
        ("period_of_list", 0.86, _from_right(sentence, index, placed)),
        ("period_of_previous", _beside(sentence, index), _from_left(sentence, index)),
        ("period_of_sentence", 0.76, _any_right(sentence, index, placed)),
        ("period_of_same", 0.74, figure.again.period if figure.again else None),
    ]


def _beside(sentence: Sentence, index: int) -> float:
    """How far the period of the figure before reaches: less far over a semicolon."""
    if index == 0:
        return 0.0
    gap = sentence.between(sentence.figures[index - 1].end, sentence.figures[index].start)
    return 0.46 if _SEMICOLON.search(gap) else 0.84


def _change_offers(sentence: Sentence, index: int, placed: Placed) -> list[_Offer]:
    own = placed.trails.get(index)
    ends = (pair_of(own) if own else None) or _compared(sentence, index)
    figure = sentence.figures[index]
    if ends:
        figure.baseline = ends[0]
        return [("change_between", 1.0, ends[1])]
    lead = None if placed.since else _lead(figure, placed)
    offers = [
        ("period_after", 0.98, own),
        ("period_opens", 0.92, lead),
        ("period_of_previous", 0.84, _from_left(sentence, index)),
    ]
    if not any(period for _, _, period in offers) and _baseline(sentence, index, placed) is None:
        offers.append(("period_of_sentence", 0.45, _any_right(sentence, index, placed)))
    return offers


def _level_before(sentence: Sentence, index: int, latest: Period) -> Period | None:
    """The period of the level that a change is measured from, where its sentence opens with it.

    "A year earlier there were 124, which makes this a rise of 14%", after the level of today.
    """
    levels = [figure for figure in sentence.figures if figure.role is Role.LEVEL]
    own = [figure for figure in levels if figure.twin is None and not figure.comparator]
    if len(own) != 1 or sentence.figures.index(own[0]) > index or own[0].period is None:
        return None
    return own[0].period if own[0].period.end < latest.start else None


def _undate_one_of_pairs(sentence: Sentence, placed: Placed) -> None:
    """Two levels between which a measure moved were not both seen at one date.

    The one that has its date beside it keeps it, else the one moved to.
    """
    for index, (first, last) in enumerate(pairwise(sentence.figures)):
        if first.partner is not last or first.period is None or last.period is None:
            continue
        same = first.period.key == last.period.key and first.area == last.area
        if not same or RANGES.search(sentence.between(0, first.start)):
            continue
        moved_to_last = bool(FROM_ONLY.search(sentence.between(0, first.start)))
        earlier, later = (index, index + 1) if moved_to_last else (index + 1, index)
        dated = placed.trails.keys() | placed.bracketed.keys()
        undated = later if earlier in dated and later not in dated else earlier
        sentence.figures[undated].period = None


def _lead(figure: Figure, placed: Placed) -> Period | None:
    found = [period for offset, period in placed.leads if offset < figure.start]
    return found[-1] if found else None


def _bracketed_versus(sentence: Sentence, index: int, placed: Placed) -> Period | None:
    """Period of "has gone up since 2008 (96.1)" and "than a year before, when it was 637"."""
    if index == 0:
        return placed.versus.get(-1) if _opens_bracket(sentence, index) else None
    before = sentence.figures[index - 1]
    period = placed.versus.get(sentence.figures.index(before.twin or before))
    if period is None:
        return None
    gap = sentence.between(sentence.figures[index - 1].end, sentence.figures[index].start)
    if _opens_bracket(sentence, index) or ", when" in gap:
        return period
    return None


def _opens_bracket(sentence: Sentence, index: int) -> bool:
    return sentence.between(0, sentence.figures[index].start).rstrip().endswith("(")


def _from_right(
    sentence: Sentence, index: int, placed: Placed, *, close: bool = False
) -> Period | None:
    """Period of the next figure where the two are listed: "1 manager and 3 staff in 2010"."""
    if index + 1 >= len(sentence.figures) or index + 1 not in placed.trails:
        return None
    gap = sentence.between(sentence.figures[index].end, sentence.figures[index + 1].start)
    if close and (len(gap.split()) > 3 or "and" not in gap.split()):
        return None
    return placed.trails[index + 1] if LISTED.match(gap) else None


def _from_left(sentence: Sentence, index: int) -> Period | None:
    outside = not sentence.in_bracket(sentence.figures[index])
    earlier = [f for f in sentence.figures[:index] if not (outside and sentence.in_bracket(f))]
    if not earlier:
        return None
    before = earlier[-1]
    if sentence.figures[index].comparator:
        return _main_period(sentence, index)
    gap = sentence.between(before.end, sentence.figures[index].start)
    if FROM_ONLY.search(gap) and before.period is not None:
        if before.period.kind in _YEARS and before.role is not Role.CHANGE:
            return as_inferred(shifted(before.period, -1, before.period.text))
        return before.baseline
    return before.period


def _main_period(sentence: Sentence, index: int) -> Period | None:
    """Period of the nearest figure before that is not itself only compared with: "from 6.9"."""
    for figure in reversed(sentence.figures[:index]):
        before = sentence.between(figure.start - NEAR, figure.start)
        if figure.twin is None and ("pair" in figure.rules or not FROM_ONLY.search(before)):
            return figure.period
    return None


def _any_right(sentence: Sentence, index: int, placed: Placed) -> Period | None:
    """The only period of the sentence, where it stands after a later figure."""
    if len(placed.trails) == 1 and not placed.leads and not placed.versus:
        ((owner, period),) = placed.trails.items()
        gap = sentence.between(sentence.figures[index].end, sentence.figures[owner].start)
        if owner > index and not HARD_CLAUSE.search(gap) and not COMPARES.search(gap):
            return period
    return None


def _compared(sentence: Sentence, index: int) -> tuple[Period, Period] | None:
    """Periods of the comparison that a change sums up: "a 50% fall, from 106 in … to 54 in …"."""
    pair = [figure for figure in sentence.figures if "pair" in figure.rules and not figure.twin]
    if len(pair) != 2 or pair[0].period is None or pair[1].period is None:
        return None
    first, last = sorted((pair[0].period, pair[1].period), key=lambda period: period.start)
    return first, last


def _baseline(sentence: Sentence, index: int, placed: Placed) -> Period | None:
    """What a change is measured from: after "since" or "than in", or of the figure after "from"."""
    for later in range(index, len(sentence.figures)):
        if later > index:
            gap = sentence.between(sentence.figures[later - 1].end, sentence.figures[later].start)
            if FROM_ONLY.search(gap):
                return placed.trails.get(later)
            twin = sentence.figures[later].twin is not None
            if not (twin or sentence.figures[later].role is Role.CHANGE):
                return None
        if later in placed.versus:
            return placed.versus[later]
    return None
