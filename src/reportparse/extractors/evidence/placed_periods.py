"""What each period of a sentence does there: it leads, trails, stands in brackets or compares."""

import re
from dataclasses import dataclass, field

from reportparse.extractors.periods import PeriodMention
from reportparse.extractors.periods.relative import since
from reportparse.extractors.relations.patterns import (
    CLAUSE,
    FROM_OR_THAN,
    HARD_CLAUSE,
    LEAD,
    PERIOD_OF_FIGURE,
    SINCE,
    VERSUS,
    VERSUS_ON,
)
from reportparse.extractors.segments.model import Sentence, Surroundings
from reportparse.records import Period, Role

NEAR = 30


# Between a period and the figure that it names in brackets: "(2018: 20.1; 2017 - 17.5)".
_NAMES_NEXT = re.compile(r"\s*(?:[:=-]|was|were|it was)?\s*$")


@dataclass(slots=True)
class Placed:
    """The periods of a sentence by what they do; figures are named by their index."""

    leads: list[tuple[int, Period]] = field(default_factory=list)
    trails: dict[int, Period] = field(default_factory=dict)
    versus: dict[int, Period] = field(default_factory=dict)
    bracketed: dict[int, Period] = field(default_factory=dict)
    since: Period | None = None


def place_periods(sentence: Sentence, around: Surroundings) -> Placed:
    """What each period of the sentence does there, by its place among the figures."""
    placed = Placed()
    for index, mention in enumerate(sentence.periods):
        period = sentence.resolved.get(index)
        if period is None:
            continue
        if _place_in_bracket(sentence, mention, period, placed):
            continue
        left = _figure_before(sentence, mention.start_char)
        if mention.rule_id == "now" and left is not None and around.in_list and around.period:
            continue  # "became homeless and are now living in": the list is dated by its head
        before = sentence.mask[max(0, mention.start_char - NEAR) : mention.start_char]
        named = _named_by(sentence, mention)
        if named is not None:
            placed.bracketed[named] = period
            continue
        compares = bool(SINCE.search(before)) and mention.rule_id != "since_last_inspection"
        changed = left is not None and sentence.figures[left].role is Role.CHANGE
        on = VERSUS_ON.search(before) or mention.text.startswith("on the ")
        if compares or VERSUS.search(before) or (changed and on):
            placed.versus[-1 if left is None else left] = period
            if left is None:
                _lead_versus(placed, mention, period, around if compares else None)
        elif left is None or _leads(sentence, mention, left, placed) or left in placed.trails:
            placed.leads.append((mention.start_char, period))
        else:
            placed.trails[left] = period
    return placed


def _named_by(sentence: Sentence, mention: PeriodMention) -> int | None:
    """The figure that a period names: "the 2013 figure of 40"."""
    following = [f for f in sentence.figures if f.start >= mention.end_char]
    if not following:
        return None
    found = PERIOD_OF_FIGURE.match(sentence.between(mention.end_char, following[0].start))
    before = sentence.mask[max(0, mention.start_char - NEAR) : mention.start_char]
    compares = mention.text.startswith("from ") or FROM_OR_THAN.search(before)
    if found is None or not (found["noun"] or compares):
        return None
    return sentence.figures.index(following[0])


def _place_in_bracket(
    sentence: Sentence, mention: PeriodMention, period: Period, placed: Placed
) -> bool:
    """Whether a period shares its brackets with a figure, which alone it then dates.

    "86 concerns (2012/13: 54)", "34 approvals (46 in 2012/13)".
    """
    bracket = sentence.bracket(mention.start_char)
    if bracket is None or SINCE.search(sentence.text[: mention.start_char]):
        return False
    inside = [
        index
        for index, figure in enumerate(sentence.figures)
        if bracket[0] < figure.start < bracket[1] and figure.twin is None
    ]
    if not inside or "pair" in sentence.figures[inside[0]].rules:
        return False
    before = [index for index in inside if sentence.figures[index].end <= mention.start_char]
    following = [index for index in inside if sentence.figures[index].start >= mention.end_char]
    if following:
        gap = sentence.text[mention.end_char : sentence.figures[following[0]].start]
        before = [] if _NAMES_NEXT.match(gap) else before
        inside = following
    placed.bracketed[before[-1] if before else inside[0]] = period
    return True


def _lead_versus(
    placed: Placed, mention: PeriodMention, period: Period, around: Surroundings | None
) -> None:
    """Keep a period compared with that opens its sentence; after "since" it runs up to now."""
    if around is None:
        placed.leads += [] if placed.leads else [(mention.end_char, period)]
        return
    placed.since = period
    running = since(period, around.reference)
    if running is not None:
        placed.leads.append((mention.end_char, running))


def _figure_before(sentence: Sentence, offset: int) -> int | None:
    """The last figure before an offset; for one that only restates another, that other."""
    found = [figure for figure in sentence.figures if figure.end <= offset]
    if not found:
        return None
    return sentence.figures.index(found[-1].twin or found[-1])


def _leads(sentence: Sentence, mention: PeriodMention, left: int, placed: Placed) -> bool:
    """Whether a period between two figures opens the clause of the second."""
    following_figures = [f for f in sentence.figures if f.start >= mention.end_char]
    if not following_figures:
        return False
    start = max(f.end for f in sentence.figures if f.end <= mention.start_char)
    gap = sentence.between(start, mention.start_char)
    breaks = list(CLAUSE.finditer(gap))
    if not breaks or not LEAD.match(gap[breaks[-1].end() :]):
        return False
    following = sentence.between(mention.end_char, following_figures[0].start)
    close = len(following.split()) <= 4
    return left in placed.trails or bool(HARD_CLAUSE.search(gap)) or close
