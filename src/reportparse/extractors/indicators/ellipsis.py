"""The measure of figures whose own label names none: "it stood at 64%", "England 60", "target 95".

Such a figure is of the measure told before it, in the same sentence or the one before. What a
label leaves out may also stand on the other side of the figure: "we look after 431 children".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportparse.extractors.indicators.linking import (
    Wording,
    holds_terms,
    in_unit,
    link_wording,
    names_part_only,
    names_people_only,
    populations,
)
from reportparse.extractors.indicators.others import is_examined
from reportparse.extractors.measures.breakdowns import breakdown_of
from reportparse.extractors.measures.terms import names_nothing
from reportparse.extractors.relations import Figure, Sentence
from reportparse.records import Unit
from reportparse.vocabulary import active_vocabulary

# The measure of how many a group are, and of which share of it a part is.
_SIZES = {
    ("looked_after", Unit.COUNT): "cla_count",
    ("looked_after", Unit.PERCENT): "cla_share_pct",
    ("care_leavers", Unit.COUNT): "care_leavers_count",
}
# "the national level of 77% for all children": not of the group told before.
_OF_ALL = re.compile(
    r"\)?\s*(?:of|for|among|in|across)?\s*(?:all|other) (?:children|pupils|young people|learners)\b"
    r"(?! (?:who are |being )?(?:looked[- ]after|in (?:our |the )?care))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its measure and the words that name it, those taken over included."""

    figure: Figure
    measure: str | None
    words: str


@dataclass(slots=True)
class MeasuresBefore:
    """The measures of the figures read so far under one heading, by sentence.

    ``sentence`` are those of the sentence at hand, ``previous`` those of the one before it, with
    ``text`` its words. ``subject`` is the group of people that the report is about.
    """

    sentence: list[Told] = field(default_factory=list)
    previous: list[Told] = field(default_factory=list)
    text: str = ""
    heading: str = ""
    subject: str | None = None

    def next_sentence(self, text: str) -> None:
        """Leave the sentence at hand, whose words are ``text``."""
        self.previous, self.sentence, self.text = self.sentence, [], text

    def start(self, heading: str) -> None:
        """Forget all: what follows ``heading`` is about something else."""
        self.sentence, self.previous, self.text, self.heading = [], [], "", heading

    def read(self, sentence: Sentence, figure: Figure, wording: Wording) -> Told:
        """The measure that a figure is of, remembered for those after it.

        None for the size of an audit.
        """
        quantity = figure.quantity
        if is_examined(sentence.text, quantity.start_char, quantity.end_char):
            return Told(figure, None, figure.label)
        told = self._told(sentence, figure, wording)
        if told.measure is not None and _OF_ALL.match(sentence.text[figure.end :]):
            told = replace(told, measure=_of_all_children(told.measure))
        if told.measure is not None:
            self.sentence.append(told)
        return told

    def _told(self, sentence: Sentence, figure: Figure, wording: Wording) -> Told:
        clause = _clause(sentence, figure)
        is_empty = names_nothing(figure.label)
        routes: list[Callable[[], Told]] = []
        if figure.unit is Unit.PERCENT and names_people_only(figure.label):
            if not names_nothing(clause) and not names_people_only(clause):
                routes.append(lambda: self._link(clause, wording, figure))
            elif self.sentence:
                routes.append(lambda: self._carried(figure))
        if is_empty or figure.label not in sentence.text:
            if not names_nothing(clause):
                label = clause if is_empty else figure.label
                routes.append(lambda: self._link(label, wording, figure))
            routes.append(lambda: self._carried(figure))
            routes.append(lambda: self._link(sentence.text[: figure.start], wording, figure))
            routes.append(lambda: self._link(self.text, None, figure))
            if figure.unit is not Unit.COUNT:
                routes.append(lambda: self._link(self.heading, None, figure))
        if holds_terms(figure.label):
            routes.append(lambda: self._link(figure.label, wording, figure))
        routes.append(lambda: self._part(figure, clause, wording))
        found = (route() for route in routes)
        return next((told for told in found if told.measure), Told(figure, None, figure.label))

    def _link(self, label: str, wording: Wording | None, figure: Figure) -> Told:
        """The measure that ``label`` names; ``wording`` holds what may complete it."""
        wording = wording or Wording("", subject=self.subject)
        if label != wording.label:
            wording = replace(wording, label=label, follows=False)
        found = link_wording(wording, figure.unit, role=figure.role)
        return Told(figure, found, label)

    def _carried(self, figure: Figure) -> Told:
        """The nearest measure before that is given in the unit of the figure, or has a sibling."""
        for told in (self.sentence, self.previous):
            alike = [each for each in reversed(told) if _alike(each.figure, figure)]
            for each in (*alike, *told[-1:]):
                found = in_unit(each.measure, figure.unit, figure.role) if each.measure else None
                if found is not None:
                    return Told(figure, found, f"{each.words}, {figure.label}")
            if told:
                return Told(figure, None, figure.label)
        return Told(figure, None, figure.label)

    def _part(self, figure: Figure, clause: str, wording: Wording) -> Told:
        """The size of a part of the group that the text is about: "27% are aged 16 or 17"."""
        words = clause if names_nothing(figure.label) else figure.label
        named = populations(wording.around)
        # Of two groups named around it, such as children in care and care leavers, neither is it.
        group = self.subject or (next(iter(named)) if len(named) == 1 else None)
        base = _SIZES.get((group, figure.unit)) if group else None
        if base is None or not names_part_only(words) or not breakdown_of(words, indicator=base):
            return Told(figure, None, figure.label)
        return Told(figure, base, words)


def _of_all_children(indicator: str) -> str | None:
    """The measure that gives for all children what ``indicator`` gives for those looked after."""
    measures = active_vocabulary().indicators.by_id
    if dict(measures[indicator].implies).get("population") != "looked_after":
        return indicator
    other = indicator.removeprefix("cla_")
    return other if other in measures and other != indicator else None


def _alike(first: Figure, second: Figure) -> bool:
    """Whether two figures may be of one measure by their units."""
    points = {Unit.PERCENT, Unit.PERCENTAGE_POINTS}
    return first.unit is second.unit or {first.unit, second.unit} == points


def _clause(sentence: Sentence, figure: Figure) -> str:
    """The words between the figure before and the one after, past what only restates the figure."""
    others = [other for other in sentence.figures if other.twin is not figure]
    ends = [other.end for other in others if other.end <= figure.start]
    starts = [other.start for other in others if other.start >= figure.end]
    before = sentence.text[max(ends, default=0) : figure.start]
    return f"{before} {sentence.text[figure.end : min(starts, default=len(sentence.text))]}"
