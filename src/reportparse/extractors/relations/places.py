"""Which area each figure of a sentence is of."""

import re

from reportparse.extractors.areas import AreaMention
from reportparse.extractors.relations.patterns import (
    AREA_THEN_FIGURE,
    FIGURE_THEN_AREA,
    rule,
)
from reportparse.extractors.segments.model import AREA, Figure, Sentence, Surroundings
from reportparse.records import Unit

_COUNTED = frozenset({Unit.COUNT, Unit.GBP})
_IN_PLACE = re.compile(r"\s+(?:in|for|across)(?:\s+the)?\s+|\s*\(")

# Between two figures of one area: "65 (2018: 64)", "94, 4.4% up on 90", "107, a 4% rise".
_GOES_ON = rule(
    r"^\s*\(<P>\s*[:=-]?\s*$|^,? (?:(?:an?|the) )?$|^ (?:up|down) (?:on|from)(?: the)? $"
    r"|^,? (?:up|down) (?:by )?$|^,? (?:(?:an?|the) )?(?:up|down) (?:on|from)(?: the)? $"
)
# A group of areas named later in the clause of a figure: "82,170 children in care in England".
_IN_CLAUSE = rule(r"^ [^<f>,;:.()]{0,70}$")
_IN = ("in ", "across ", "nationally", "regionally", "for ", "the region")
_PLACED = re.compile(
    r"\b(?:in|at|from|to|into|outside|near|of|by|with|for) (?:the )?$", re.IGNORECASE
)
_NEXT_TO = re.compile(r"^'?s?\W{0,3}(?:(?:is|was|at|had|has) )?$")
# Between an authority and the figure that it has: no other area, figure or clause between.
_STATES = rule(
    r"^(?:'s)?(?:\s*\(|\s*[:=-]\s*|,?\s(?:(?!\b(?:in|from|and|but|while|who|which|that|where)\b)[^<f><a>;:.()]){0,60}?)"
    r"(?:\b(?:only|just|about|around|the|a|an|at|with|by|of|to|had|has|was|is|were|are|<P>)\W*)*$"
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:compared|against|versus)\b")


def assign_areas(sentence: Sentence, around: Surroundings) -> None:
    """Set ``area`` and ``comparator`` of the figures; the report's own area where none is named."""
    _assign_respectively(sentence, around)
    for mention in sentence.areas:
        figure = _claimed(sentence, mention, around)
        if figure is not None and figure.area is None:
            figure.area = mention.area
            figure.comparator = mention.area != around.organisation
            figure.rules.append("area")
    for index, figure in enumerate(sentence.figures):
        if figure.area is None:
            shared = _shared(sentence, index)
            if shared is not None and shared.area:
                figure.area, figure.comparator = shared.area, shared.comparator
        if figure.area is None and around.area and around.area != around.organisation:
            figure.area, figure.comparator = around.area, True
        if figure.area is None:
            figure.area = around.organisation


def _assign_respectively(sentence: Sentence, around: Surroundings) -> None:
    """Give as many figures as areas their areas in turn: "Slough and Hounslow, at 48 and 45"."""
    if not _RESPECTIVELY.search(sentence.text):
        return
    last = _RESPECTIVELY.search(sentence.text)
    named = [
        each
        for each in sentence.areas
        if each.area != around.organisation and not _has_own_figure(sentence, each)
    ]
    figures = [each for each in sentence.figures if last and each.end <= last.start() + 20]
    for mention, figure in zip(reversed(named), reversed(figures), strict=False):
        figure.area, figure.comparator = mention.area, True
        figure.rules.append("respectively")
        if sum(1 for each in sentence.areas if each.end_char <= mention.start_char) == 0:
            break


def _has_own_figure(sentence: Sentence, mention: AreaMention) -> bool:
    """Whether a figure stands right behind an area: "the national 61.0"."""
    return any(0 <= figure.start - mention.end_char <= 1 for figure in sentence.figures)


def _shared(sentence: Sentence, index: int) -> Figure | None:
    """The figure of whose area this one is: that it restates, or that its bracket follows."""
    figure = sentence.figures[index]
    if figure.twin is not None:
        return figure.twin
    if index == 0:
        return None
    before = sentence.figures[index - 1]
    gap = sentence.between(before.end, figure.start)
    if AREA in gap:
        return None
    return before if _GOES_ON.match(gap) else None


def _claimed(sentence: Sentence, mention: AreaMention, around: Surroundings) -> Figure | None:
    """The figure that an area speaks of: right before it or, after "is", "of" or "(", behind it."""
    before = [
        figure
        for figure in sentence.figures
        if figure.end <= mention.start_char and not _ranks(figure)
    ]
    after = [figure for figure in sentence.figures if figure.start >= mention.end_char][:1]
    after = [figure for figure in after if not _ranks(figure)]
    if mention.is_authority:
        if mention.area == around.organisation:
            return None
        return _share_in_authority(sentence, mention, before) or _claimed_by_authority(
            sentence, mention, after
        )
    for figure in before[-1:]:
        gap = sentence.between(figure.end, mention.start_char)
        if _free(figure) and FIGURE_THEN_AREA.match(gap):
            return figure
    for figure in after:
        gap = sentence.between(mention.end_char, figure.start)
        if _free(figure) and AREA_THEN_FIGURE.match(gap):
            return _compared_in_bracket(sentence, figure) or figure
    for figure in before[-1:]:
        gap = sentence.between(figure.end, mention.start_char)
        if _free(figure) and _IN_CLAUSE.match(gap) and mention.text.lower().startswith(_IN):
            return figure
    return None


def _compared_in_bracket(sentence: Sentence, figure: Figure) -> Figure | None:
    """The second figure of "than in similar areas (6% as compared with 5%)", which is theirs."""
    bracket = sentence.bracket(figure.start)
    following = [other for other in sentence.figures if other.start > figure.start][:1]
    for other in following:
        gap = sentence.text[figure.end : other.start]
        if bracket and other.start < bracket[1] and _COMPARED.search(gap) and _free(other):
            return other
    return None


def _ranks(figure: Figure) -> bool:
    """Whether the area beside the figure is what it is ranked within."""
    return figure.unit is Unit.RANK


def _free(figure: Figure) -> bool:
    return figure.area is None


def _share_in_authority(
    sentence: Sentence, mention: AreaMention, before: list[Figure]
) -> Figure | None:
    """The share or rate right before another authority: "71% in Bradford".

    A number there may count own children who live in that place: "12 in Bradford".
    """
    for figure in before[-1:]:
        gap = sentence.between(figure.end, mention.start_char)
        if _free(figure) and figure.unit not in _COUNTED and _IN_PLACE.fullmatch(gap):
            return figure
    return None


def _claimed_by_authority(
    sentence: Sentence, mention: AreaMention, after: list[Figure]
) -> Figure | None:
    """The figure after another authority that is the subject of its clause.

    "Wokingham had the lowest, with one in 385", "Hartlepool (15.0%)"; but in "of those placed in
    Wokingham, 12 …" it is only where children live.
    """
    if not after or not _free(after[0]):
        return None
    before = sentence.mask[: mention.start_char]
    gap = sentence.between(mention.end_char, after[0].start)
    counted = after[0].unit in _COUNTED
    if _PLACED.search(before) and (counted or not _NEXT_TO.match(gap)):
        return None
    return after[0] if _STATES.match(gap) else None
