"""Finding the vocabulary's wordings in folded text, all at once.

Every alias and keyword of the vocabulary is one pattern of terms. A text is folded once; each
of its terms looks up the patterns whose rarest term it is, and only those are compared in full,
so that the cost grows with the text and not with the vocabulary.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportparse.extractors.measures.terms import FoldedTerm, fold_terms
from reportparse.vocabulary import Indicator, Indicators

# A pattern may spread over this many more places than it has terms, per term beyond the first.
_SLACK_PER_TERM = 3
_ORDERED_BONUS = 1.1
_CONTEXT_WEIGHT = 0.5
# Codes of national sets that reports print beside a measure or instead of it: "NI 62".
_PRINTED_CODE = re.compile(r"(?:NI|PAF|BV)\s?[A-Z]?\d")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a measure; ``weak`` wordings need the theme beside them."""

    indicator: Indicator
    terms: tuple[str, ...]
    weak: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found; ``score`` grows with the number and rarity of its terms.

    ``in_label`` are the terms that the label holds, the others stand in the context.
    """

    pattern: Pattern
    score: float
    in_label: frozenset[str]


class Matcher:
    """All wordings of a vocabulary, ready to be looked up."""

    def __init__(self, indicators: Indicators) -> None:
        self.patterns = tuple(_patterns(indicators))
        self.weights = _weights(self.patterns)
        self._by_rarest: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self.patterns:
            rarest = max(pattern.terms, key=lambda term: (self.weights[term], term))
            self._by_rarest[rarest].append(pattern)

    def within(self, terms: frozenset[str]) -> Iterator[Pattern]:
        """Every pattern all of whose terms are among ``terms``."""
        for term in terms:
            for pattern in self._by_rarest.get(term, ()):
                if all(each in terms for each in pattern.terms):
                    yield pattern

    def find(
        self,
        label: Sequence[FoldedTerm],
        context: Sequence[FoldedTerm],
        anywhere: frozenset[str] = frozenset(),
    ) -> list[Match]:
        """Every pattern whose terms stand in the label, or in the context for the rest.

        Terms of the context count half. In the context the terms of one pattern must stand
        close together, but for those that may stand ``anywhere``.
        """
        label_places = _places(label)
        context_places: dict[str, list[int]] = {term: [] for term in anywhere}
        context_places |= _places(context)
        candidates: dict[int, Pattern] = {}
        for term in (*label_places, *context_places):
            for pattern in self._by_rarest.get(term, ()):
                candidates[id(pattern)] = pattern
        matches = (
            self._match(pattern, label_places, context_places, anywhere)
            for pattern in candidates.values()
        )
        return [match for match in matches if match is not None]

    def _match(
        self,
        pattern: Pattern,
        label: dict[str, list[int]],
        context: dict[str, list[int]],
        anywhere: frozenset[str],
    ) -> Match | None:
        in_label = frozenset(term for term in pattern.terms if term in label)
        rest = [term for term in pattern.terms if term not in in_label]
        if any(term not in context for term in rest):
            return None
        near = [term for term in rest if term not in anywhere]
        if len(near) > 1 and not _close(near, context):
            return None
        score = sum(
            self.weights[term] * (1.0 if term in in_label else _CONTEXT_WEIGHT)
            for term in dict.fromkeys(pattern.terms)
        )
        if not rest and _ordered(pattern.terms, label):
            score *= _ORDERED_BONUS
        return Match(pattern, score, in_label)


@lru_cache(maxsize=8)
def matcher_for(indicators: Indicators) -> Matcher:
    """The matcher of a vocabulary, built once."""
    return Matcher(indicators)


def _patterns(indicators: Indicators) -> Iterable[Pattern]:
    for indicator in indicators.indicators:
        seen: set[tuple[str, ...]] = set()
        weak = {fold_terms(alias) for alias in indicator.weak_aliases}
        weak -= {fold_terms(keyword) for keyword in indicator.keywords}
        codes = filter(_PRINTED_CODE.match, indicator.codes)
        for phrase in (*indicator.aliases, *indicator.keywords, *codes):
            terms = fold_terms(phrase)
            if terms and terms not in seen:
                seen.add(terms)
                yield Pattern(indicator, terms, weak=terms in weak)


def _weights(patterns: Sequence[Pattern]) -> dict[str, float]:
    """How telling each term is: the fewer measures it names, the more."""
    owners: dict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        for term in pattern.terms:
            owners[term].add(pattern.indicator.id)
    measures = len({pattern.indicator.id for pattern in patterns})
    return {term: 0.3 + math.log(measures / len(ids)) for term, ids in owners.items()}


def _places(terms: Sequence[FoldedTerm]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for folded in terms:
        places[folded.term].append(folded.position)
    return dict(places)


def _close(terms: Sequence[str], places: dict[str, list[int]]) -> bool:
    """Whether some occurrence of every term stands near the first occurrences of the others."""
    room = len(terms) + _SLACK_PER_TERM * (len(terms) - 1)
    starts = places[terms[0]]
    return any(
        all(any(abs(place - start) <= room for place in places[term]) for term in terms)
        for start in starts
    )


def _ordered(terms: Sequence[str], places: dict[str, list[int]]) -> bool:
    """Whether the terms stand in their order, each the next after the one before."""
    ends = set(places[terms[0]])
    for term in terms[1:]:
        ends = {place for place in places[term] if any(0 < place - end <= 2 for end in ends)}
    return bool(ends)
