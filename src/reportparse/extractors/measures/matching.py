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

from reportparse.extractors.measures.terms import fold_terms
from reportparse.vocabulary import Indicator, Indicators

# Codes of national sets that reports print beside a measure or instead of it: "NI 62".
_PRINTED_CODE = re.compile(r"(?:NI|PAF|BV)\s?[A-Z]?\d")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a measure; ``weak`` wordings need the theme beside them."""

    indicator: Indicator
    terms: tuple[str, ...]
    weak: bool


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
