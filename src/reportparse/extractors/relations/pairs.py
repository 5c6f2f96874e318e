"""Comparisons of two levels: "from 64% in 2008 to 84% in 2011", "reduced to 8 from 38"."""

import re
from itertools import chain

from reportparse.extractors.periods import Relation
from reportparse.extractors.periods.normalise import as_inferred, day_period, shifted
from reportparse.extractors.periods.ranges import pair_of
from reportparse.extractors.relations.patterns import (
    ARROW,
    BETWEEN_VALUES,
    FROM_TO,
    RANGE_OF_VALUES,
    TO_FROM,
)
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.records import Period, PeriodKind, Role, Unit

_NEAR = 30
_YEARS = {PeriodKind.CALENDAR_YEAR, PeriodKind.SPLIT_YEAR}


def read_pairs(sentence: Sentence, around: Surroundings) -> None:
    """Mark the two levels of every comparison, share their unit and give both a period."""
    last: tuple[Period, Period] | None = None
    for pattern in (FROM_TO, TO_FROM, ARROW):
        for match in pattern.finditer(sentence.mask):
            first = _figure_at(sentence, match.start("f1"))
            second = _figure_at(sentence, match.start("f2"))
            if first is None or second is None or "pair" in first.rules + second.rules:
                continue
            _share(first, second)
            last = _periods(sentence, match, (first, second), around, last) or last
    ranges = (BETWEEN_VALUES.finditer(sentence.mask), RANGE_OF_VALUES.finditer(sentence.mask))
    for match in chain.from_iterable(ranges):
        _bounds(_figure_at(sentence, match.start("f1")), _figure_at(sentence, match.start("f2")))
    if last:
        around.pair = last


def _figure_at(sentence: Sentence, offset: int) -> Figure | None:
    return next((figure for figure in sentence.figures if figure.start == offset), None)


def _share(first: Figure, second: Figure) -> None:
    first.partner, second.partner = second, first
    for figure in (first, second):
        figure.role, figure.direction = Role.LEVEL, None
        figure.rules.append("pair")
    if first.unit is Unit.COUNT and not first.quantity.unit_printed:
        first.unit = second.unit
    elif second.unit is Unit.COUNT and not second.quantity.unit_printed:
        second.unit = first.unit


def _bounds(first: Figure | None, second: Figure | None) -> None:
    if first is None or second is None:
        return
    if first.unit is Unit.COUNT:
        first.unit = second.unit
    first.rules.append("lower_bound")
    second.rules.append("upper_bound")


def _periods(
    sentence: Sentence,
    match: re.Match[str],
    figures: tuple[Figure, Figure],
    around: Surroundings,
    last: tuple[Period, Period] | None,
) -> tuple[Period, Period] | None:
    """Periods of the two levels, set on them where none stands beside the figures."""
    first, second = figures
    own = (_own(sentence, first), _own(sentence, second))
    if own[0] and own[1]:
        return own[0], own[1]
    if own[1] and not own[0]:
        ends = pair_of(own[1]) if not _stands_alone(own[1]) else None
        if ends is None and own[1].kind in _YEARS:
            ends = (as_inferred(shifted(own[1], -1, own[1].text)), own[1])
        return _set(figures, ends)
    if own[0]:
        return None
    governing = _governing(sentence, match)
    ends = governing or _same_period(sentence, around, last) or _parallel(sentence, around, last)
    return _set(figures, ends)


def _stands_alone(period: Period) -> bool:
    """Whether a range is one reporting period ("April to December 2014"), not two ends."""
    return period.kind in {PeriodKind.RANGE, PeriodKind.QUARTER} and not period.inferred


def _set(
    figures: tuple[Figure, Figure], ends: tuple[Period, Period] | None
) -> tuple[Period, Period] | None:
    if ends is None:
        return None
    figures[0].period, figures[1].period = ends
    return ends


def _own(sentence: Sentence, figure: Figure) -> Period | None:
    """The period that stands right after the figure, before the next one and any clause break."""
    following = [other.start for other in sentence.figures if other.start > figure.start]
    limit = min(following, default=len(sentence.text))
    twin = next((other for other in sentence.figures if other.twin is figure), None)
    if twin is not None:
        following = [other.start for other in sentence.figures if other.start > twin.start]
        limit = min(following, default=len(sentence.text))
    for index, mention in enumerate(sentence.periods):
        if figure.end <= mention.start_char < limit and mention.relation is Relation.ABSOLUTE:
            gap = sentence.between(figure.end, mention.start_char)
            if not re.search(r"[;:]|, (?!\w+ \d)|\bsince\b|\bthan\b|\bby summer\b", gap):
                return sentence.resolved.get(index)
        if figure.end <= mention.start_char < limit and mention.rule_id in {"now", "before"}:
            return sentence.resolved.get(index)
    before = [m for m in enumerate(sentence.periods) if m[1].end_char <= figure.start]
    if before and before[-1][1].rule_id == "now":
        near = figure.start - before[-1][1].end_char < _NEAR
        return sentence.resolved.get(before[-1][0]) if near else None
    return None


def _governing(sentence: Sentence, match: re.Match[str]) -> tuple[Period, Period] | None:
    """Both ends of a range in the sentence: "Between June 2011 and December 2014 … "."""
    for index, mention in enumerate(sentence.periods):
        period = sentence.resolved.get(index)
        if period is None:
            continue
        if mention.relation is Relation.ABSOLUTE:
            ends = pair_of(period)
            if ends and ("-" not in mention.text or " and " in mention.text):
                return ends
        elif mention.rule_id == "trailing" and period.kind in {PeriodKind.RANGE}:
            return _ends_of_trailing(period)
        elif mention.rule_id == "before" and mention.text.lower().startswith("in a"):
            return None
    return None


def _ends_of_trailing(period: Period) -> tuple[Period, Period] | None:
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    if months < 11:
        return None
    last = as_inferred(day_period(period.end, period.text))
    return shifted(last, -max(1, round(months / 12)), period.text), last


def _same_period(
    sentence: Sentence, around: Surroundings, last: tuple[Period, Period] | None
) -> tuple[Period, Period] | None:
    if not any(mention.relation is Relation.SAME for mention in sentence.periods):
        return None
    pair = last or around.pair
    return (as_inferred(pair[0]), as_inferred(pair[1])) if pair else None


def _parallel(
    sentence: Sentence, around: Surroundings, last: tuple[Period, Period] | None
) -> tuple[Period, Period] | None:
    """Periods of the comparison before, in this sentence or, if this has none, the one before."""
    pair = last or (around.pair if not sentence.periods else None)
    return (as_inferred(pair[0]), as_inferred(pair[1])) if pair else None
