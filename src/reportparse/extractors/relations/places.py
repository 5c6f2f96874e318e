"""Which area each figure of a sentence is of."""

import re

from reportparse.extractors.areas import AreaMention
from reportparse.extractors.relations.model import Figure, Sentence, Surroundings
from reportparse.extractors.relations.patterns import (
    AREA_THEN_FIGURE,
    AUTHORITY_LEAD,
    FIGURE_THEN_AREA,
)
from reportparse.records import Unit

_COUNTED = frozenset({Unit.COUNT, Unit.GBP})
_IN_PLACE = re.compile(r"\s+(?:in|for|across)(?:\s+the)?\s+|\s*\(")

_COMPARED = re.compile(r"\b(?:compared|against|versus)\b")


def assign_areas(sentence: Sentence, around: Surroundings) -> None:
    """Set ``area`` and ``comparator`` of the figures; the report's own area where none is named."""
    for mention in sentence.areas:
        figure = _claimed(sentence, mention, around)
        if figure is not None and figure.area is None:
            figure.area = mention.area
            figure.comparator = mention.area != around.organisation
            figure.rules.append("area")
    for figure in sentence.figures:
        if figure.area is None and figure.twin is not None and figure.twin.area:
            figure.area, figure.comparator = figure.twin.area, figure.twin.comparator
        if figure.area is None:
            figure.area = around.area or around.organisation


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
    """The figure after another authority that opens the clause and states it."""
    if not after or not _free(after[0]):
        return None
    if not AUTHORITY_LEAD.search(sentence.mask[: mention.start_char]):
        return None
    gap = sentence.between(mention.end_char, after[0].start)
    stated = any(sign in gap for sign in ("=", " had ", " has ", ":", "(", " at ", " was ", " is "))
    return after[0] if stated and len(gap) < 40 and AREA_THEN_FIGURE.match(gap) else None
