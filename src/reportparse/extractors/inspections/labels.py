"""Labels of graded rows: which aspect of which framework a printed label names."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from reportparse.vocabulary import Framework, load_frameworks

_ROW_NUMBER = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})?[.)]?\s+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PUNCTUATION = re.compile(r"[^\w\s]")
_SPACES = re.compile(r"\s+")
# Words that reports add to or leave out of a label.
_FILLER = re.compile(r"\b(?:the|of|for|and|on|in|who|their|its)\b")
_SIMILAR = 0.86


@dataclass(frozen=True, slots=True)
class AspectMatch:
    """An aspect id and part, and how alike its label and the printed one are, 0 to 1."""

    aspect: str
    part: str | None
    score: float


def fold_label(text: str) -> str:
    """A label without row number, punctuation and case, to compare with others."""
    folded = _PUNCTUATION.sub(" ", _ROW_NUMBER.sub(" ", text.lower().replace("'", "")))
    return _SPACES.sub(" ", folded).strip()


class LabelMatcher:
    """Finds the aspects of some frameworks by their printed labels."""

    def __init__(self, frameworks: tuple[str, ...]) -> None:
        known = load_frameworks().frameworks
        self._labels: dict[str, tuple[str, str | None]] = {}
        for identity in frameworks:
            self._add(known[identity])
        self._cache: dict[str, AspectMatch | None] = {}

    def _add(self, framework: Framework) -> None:
        for aspect in framework.aspects:
            for label in (aspect.label, *aspect.aliases):
                self._labels.setdefault(fold_label(label), (aspect.id, aspect.part))

    def match(self, text: str) -> AspectMatch | None:
        """The aspect whose label is most like ``text``; None where none is alike enough."""
        folded = fold_label(text)
        if folded not in self._cache:
            self._cache[folded] = self._match(folded)
        return self._cache[folded]

    def _match(self, folded: str) -> AspectMatch | None:
        if not folded:
            return None
        exact = self._labels.get(folded)
        if exact:
            return AspectMatch(*exact, 1.0)
        best: AspectMatch | None = None
        for label, (aspect, part) in self._labels.items():
            if not 0.7 < len(folded) / len(label) < 1.4:
                continue
            score = similarity(folded, label)
            if score >= _SIMILAR and (best is None or score > best.score):
                best = AspectMatch(aspect, part, score)
        return best


def similarity(first: str, second: str) -> float:
    """Likeness of two folded labels, 0 to 1; "in care" and "care leavers" must stay apart."""
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    words_a, words_b = set(_content(first)), set(_content(second))
    missing = len(words_a ^ words_b)
    return ratio - 0.04 * missing


def _content(folded: str) -> list[str]:
    return _FILLER.sub(" ", folded).split()


@lru_cache(maxsize=32)
def label_matcher(frameworks: tuple[str, ...]) -> LabelMatcher:
    """A matcher for the aspects of ``frameworks``, given by id; an earlier one wins a tie."""
    return LabelMatcher(frameworks)
