"""Labels of graded rows: which aspect of which framework a printed label names."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from reportparse.vocabulary import Aspect, load_frameworks

_ROW_NUMBER = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})?[.)]?\s+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
# "Overall effectiveness  Previous inspection:  Good / This inspection:  Good"
_WHICH = re.compile(r"\b(?:previous|this) inspection\b:?")
_PUNCTUATION = re.compile(r"[^\w\s]")
_SPACES = re.compile(r"\s+")
# Words that reports add to or leave out of a label.
_FILLER = re.compile(r"\b(?:the|of|for|and|on|in|who|their|its)\b")
_SIMILAR = 0.86
# Words that labels of any aspect may carry: they do not tell one aspect from another.
_GENERIC = frozenset(
    {"experience", "progress", "judgement", "graded", "grade", "effectiveness", "performance"}
    | {"service", "child", "children"}
)
_PLURAL = re.compile(r"(?<=[^s])s$")
_SAME_WORDS = 0.9
_MOST_WORDS = 0.8
_ENOUGH_WORDS = 4


@dataclass(frozen=True, slots=True)
class AspectMatch:
    """An aspect id and part, and how alike its label and the printed one are, 0 to 1."""

    aspect: str
    part: str | None
    score: float


def fold_label(text: str) -> str:
    """A label without row number, punctuation and case, to compare with others."""
    folded = _PUNCTUATION.sub(
        " ", _ROW_NUMBER.sub(" ", _WHICH.sub(" ", text.lower()).replace("'", ""))
    )
    return _SPACES.sub(" ", folded).strip()


class LabelMatcher:
    """Finds the aspects of some frameworks by their printed labels."""

    def __init__(self, frameworks: tuple[str, ...]) -> None:
        known = load_frameworks().frameworks
        self._labels: dict[str, tuple[str, str | None]] = {}
        self._words: dict[tuple[str, ...], dict[str, str | None]] = {}
        aspects = [aspect for identity in frameworks for aspect in known[identity].aspects]
        for aspect in aspects:
            self._add(aspect)
        for aspect in aspects:
            named = self._words.setdefault(_telling(fold_label(aspect.label)), {})
            named.setdefault(aspect.id, aspect.part)
        self._cache: dict[str, AspectMatch | None] = {}

    def _add(self, aspect: Aspect) -> None:
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
        return best or self._match_words(_telling(folded))

    def _match_words(self, words: tuple[str, ...]) -> AspectMatch | None:
        """The only aspect whose label has the telling words of another, in whatever order.

        "Leadership, governance and management", "Care leavers". A long label may also lack a
        word or have one more.
        """
        if words and words in self._words:
            return _sole(self._words[words], _SAME_WORDS)
        if len(words) < _ENOUGH_WORDS:
            return None
        near: dict[str, str | None] = {}
        for known, aspects in self._words.items():
            shared = len(set(words) & set(known))
            likeness = 2 * shared / (len(words) + len(known))
            if len(known) >= _ENOUGH_WORDS and likeness >= _MOST_WORDS:
                near |= aspects
        return _sole(near, _MOST_WORDS)


def similarity(first: str, second: str) -> float:
    """Likeness of two folded labels, 0 to 1; "in care" and "care leavers" must stay apart."""
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    words_a, words_b = set(_content(first)), set(_content(second))
    missing = len(words_a ^ words_b)
    return ratio - 0.04 * missing


def _sole(aspects: dict[str, str | None], score: float) -> AspectMatch | None:
    return AspectMatch(*next(iter(aspects.items())), score) if len(aspects) == 1 else None


def _telling(folded: str) -> tuple[str, ...]:
    """The words of a label that tell it from others, sorted, in the singular."""
    return tuple(
        sorted(_PLURAL.sub("", word) for word in _content(folded) if not _is_generic(word))
    )


def _is_generic(word: str) -> bool:
    return _PLURAL.sub("", word) in _GENERIC


def _content(folded: str) -> list[str]:
    return _FILLER.sub(" ", folded).split()


@lru_cache(maxsize=32)
def label_matcher(frameworks: tuple[str, ...]) -> LabelMatcher:
    """A matcher for the aspects of ``frameworks``, given by id; an earlier one wins a tie."""
    return LabelMatcher(frameworks)
