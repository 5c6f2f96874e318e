"""Folding of a text into the terms that tell which measure it names.

"Percentage of children in care with three or more placements" and "looked-after children:
3+ placement moves" fold to the same terms. Folding lower-cases, cuts endings, turns number words
into figures, replaces phrases of the vocabulary by their term and leaves out words that carry no
meaning of their own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from reportparse.document.normalise import normalise
from reportparse.vocabulary import (
    NAMES_THAT_ARE_WORDS,
    load_areas,
    load_plain_words,
    load_terms,
)

_TOKEN = re.compile(r"\{area\}|a\s?\*\s*(?:-|to)\s*[cg]\b|\d[\d,]*(?:\.\d+)?|[a-z]+(?:'s\b)?|\+|#")
_REMARK = re.compile(r",?\s*\b(?:all|none|both|most) of (?:whom|which|these)\b", re.IGNORECASE)
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split())}
_IRREGULAR = {
    "children": "child",
    "childrens": "child",
    "people": "person",
    "lives": "live",
    "homes": "home",
    "mathematics": "maths",
    "leaving": "leave",
    "noted": "note",
    "began": "start",
    "commenced": "start",
    "gcses": "gcse",
    "felt": "feel",
    "became": "become",
    "becoming": "become",
    "entries": "enter",
    "entry": "enter",
    "attainment": "attain",
    "brought": "bring",
    "went": "go",
    "going": "go",
}
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", ""))
_SHORTEST_STEM = 3

_AREA = "{area}"
_AREA_WORDS = ("local authority", "authority", "council", "city", "borough", "county", "district")


# A passage is the context of each of its figures: the last few texts are asked for again.
_FOLDED_TEXTS = 256


@dataclass(frozen=True, slots=True)
class FoldedTerm:
    """A term and its place among the words of the text, counted before any were left out."""

    term: str
    position: int


@dataclass(slots=True)
class _Node:
    term: str | None = None
    children: "dict[str, _Node]" = field(default_factory=dict)


@lru_cache(maxsize=_FOLDED_TEXTS)
def fold(text: str) -> tuple[FoldedTerm, ...]:
    """The terms of ``text`` in order."""
    folded = _replace_phrases(_phrases(), _words(text))
    return tuple(
        FoldedTerm(term, position) for position, term in enumerate(folded) if term not in _LIGHT
    )


def fold_terms(text: str) -> tuple[str, ...]:
    """The bare terms of ``text`` in order."""
    return tuple(folded.term for folded in fold(text))


def measured(label: str) -> str:
    """The label without a remark on all that is counted: "…, all of whom live out of area"."""
    return _REMARK.split(label, maxsplit=1)[0].strip() or label


def _words(text: str) -> list[str]:
    """Cut words of ``text`` without the empty ones, areas as one sign."""
    printed = [match.group() for match in _TOKEN.finditer(normalise(text).text.lower())]
    cut = [_stem(word) for word in _replace_phrases(_areas(), printed)]
    words = [word for word in cut if word not in _EMPTY]
    return [
        word
        for index, word in enumerate(words)
        if word != _AREA or index == 0 or words[index - 1] != _AREA
    ]


def _replace_phrases(root: _Node, words: list[str]) -> list[str]:
    replaced: list[str] = []
    position = 0
    while position < len(words):
        term, length = _longest_phrase(root, words, position)
        replaced.append(term)
        position += length
    return replaced


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    if word.startswith("a") and "*" in word:
        return f"a*{word[-1]}"
    word = word.removesuffix("'s")
    word = _NUMBERS.get(word, _IRREGULAR.get(word, word))
    if not word[0].isalpha():
        return word.replace(",", "")
    for ending, replacement in _ENDINGS:
        stem = word.removesuffix(ending) + replacement
        if word.endswith(ending) and len(stem) >= _SHORTEST_STEM and not word.endswith("ss"):
            return _undouble(stem) if ending in ("ing", "ed") else stem
    return word


def _undouble(stem: str) -> str:
    """One of two equal letters before a cut ending; a silent "e" goes with it."""
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem


# Left out before phrases are looked for, and after; compared as cut words.
_EMPTY_WORDS = (
    "the a an of who whom which that are is was were be been being have has had having their "
    "his her its our they this these those there it will would"
)
_LIGHT_WORDS = (
    "and or in on at to for with by from as among during into within between per than all any "
    "each number percentage proportion percent cent share rate figure total value child "
    "young person # {area} + year period end quarter aged age s"
)
_EMPTY = frozenset(map(_stem, _EMPTY_WORDS.split()))
_LIGHT = frozenset(map(_stem, _LIGHT_WORDS.split()))


def _longest_phrase(root: _Node, words: list[str], start: int) -> tuple[str, int]:
    node = root
    found = words[start], 1
    for index in range(start, len(words)):
        following = node.children.get(words[index])
        if following is None:
            break
        node = following
        if node.term is not None:
            found = node.term, index - start + 1
    return found


@lru_cache(maxsize=1)
def plain_terms() -> frozenset[str]:
    """Terms that beside a measure change nothing: "stood", "recorded", "only"."""
    return frozenset(chain.from_iterable(_words(word) for word in load_plain_words()))


@lru_cache(maxsize=1)
def _phrases() -> _Node:
    root = _Node()
    for term, phrases in load_terms().items():
        for phrase in phrases:
            _add(root, _words(phrase), term)
    return root


@lru_cache(maxsize=1)
def _areas() -> _Node:
    root = _Node()
    for words in _AREA_WORDS:
        _add(root, words.split(), _AREA)
    for area in load_areas().areas:
        if area.kind == "authority":
            for name in (area.name, *area.aliases):
                if name.lower() not in NAMES_THAT_ARE_WORDS:
                    _add(root, _TOKEN.findall(name.lower()), _AREA)
    return root


def _add(root: _Node, words: Iterable[str], term: str) -> None:
    node = root
    for word in words:
        node = node.children.setdefault(word, _Node())
    node.term = term
