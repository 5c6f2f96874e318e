"""Finding areas in a text: comparators, England, regions, authorities by any of their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.extractors.areas.patterns import AREAS, NAME
from reportparse.vocabulary import NAMES_THAT_ARE_WORDS, active_vocabulary


@dataclass(frozen=True, slots=True)
class AreaMention:
    """One area named in a text, ``text[start_char:end_char]``.

    ``area`` is the canonical name of an authority, "England" or the id of a group;
    ``is_authority`` tells a single authority from the groups that figures are compared with.
    """

    start_char: int
    end_char: int
    text: str
    area: str
    is_authority: bool


def find_areas(text: str) -> list[AreaMention]:
    """Every area named in ``text``, in order, none overlapping another; the longer name wins.

    ``text`` is cleaned text (see `document.normalise`).
    """
    found: list[AreaMention] = []
    for mention in sorted(_candidates(text), key=lambda mention: -len(mention.text)):
        if all(mention.end_char <= m.start_char or m.end_char <= mention.start_char for m in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start_char)


def _candidates(text: str) -> Iterator[AreaMention]:
    for area, pattern in AREAS.items():
        for match in pattern.finditer(text):
            yield AreaMention(match.start(), match.end(), match.group(), area, is_authority=False)
    for match in NAME.finditer(text):
        yield from _authorities(match)


def _authorities(match: re.Match[str]) -> Iterator[AreaMention]:
    """The longest names of authorities among the words of the match."""
    areas = active_vocabulary().areas
    words = list(re.finditer(r"\S+", match.group()))
    first = 0
    while first < len(words):
        step = 1
        for last in range(len(words), first, -1):
            start, end = words[first].start(), words[last - 1].end()
            name = re.sub(r"'s?$", "", match.group()[start:end])
            area = areas.find(name)
            if area is not None and area.kind == "authority" and _names(name, words[last:]):
                start += match.start()
                yield AreaMention(start, start + len(name), name, area.name, is_authority=True)
                step = last - first
                break
        first += step


def _names(name: str, following: list[re.Match[str]]) -> bool:
    """Whether a name that is also a word is a name: "Reading Borough", not "Reading and maths"."""
    if name.lower() not in NAMES_THAT_ARE_WORDS:
        return True
    return bool(following) and following[0].group() in {"Borough", "Council", "Metropolitan"}
