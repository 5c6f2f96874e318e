"""Sections from headings: numbers, levels and the text that each heading governs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportparse.document import Section

_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z])\.?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found; a larger ``weight`` stands above a smaller one in the outline."""

    text: str
    start_char: int
    end_char: int
    weight: float
    page: int | None = None


def heading_number(text: str) -> tuple[str | None, str]:
    """Split "3.1 Children's placements" into its number and its words."""
    match = _NUMBER.match(text)
    if not match:
        return None, text.strip()
    return match["number"], text[match.end() :].strip()


class OutlineHeading(NamedTuple):
    """A heading with its printed number, its words and its 1-based level."""

    number: str | None
    words: str
    level: int
    start_char: int
    end_char: int
    page: int | None = None


def find_sections(headings: Sequence[Heading], length: int) -> tuple[Section, ...]:
    """Sections of a document ``length`` characters long, in order of their headings.

    Levels follow the weights of the headings present, the heaviest being 1.
    """
    weights = sorted({heading.weight for heading in headings}, reverse=True)
    levels = {weight: level for level, weight in enumerate(weights, start=1)}
    return sections_of(
        [
            OutlineHeading(
                *heading_number(" ".join(heading.text.split())),
                levels[heading.weight],
                heading.start_char,
                heading.end_char,
                heading.page,
            )
            for heading in headings
        ],
        length,
    )


def sections_of(headings: Sequence[OutlineHeading], length: int) -> tuple[Section, ...]:
    """Sections of a document ``length`` characters long, in the order of their headings.

    A section ends where the next heading of its level or above begins.
    """
    ends = [length] * len(headings)
    waiting: list[int] = []
    for index, heading in enumerate(headings):
        while waiting and headings[waiting[-1]].level >= heading.level:
            ends[waiting.pop()] = heading.start_char
        waiting.append(index)
    return tuple(
        Section(
            number=heading.number.strip(".()") if heading.number else None,
            heading=heading.words,
            level=heading.level,
            start_char=heading.start_char,
            heading_end=heading.end_char,
            end_char=end,
            page=heading.page,
        )
        for heading, end in zip(headings, ends, strict=True)
    )
