"""Sections from headings: numbers, levels and the text that each heading governs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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


def find_sections(headings: Sequence[Heading], length: int) -> tuple[Section, ...]:
    """Sections of a document ``length`` characters long, in order of their headings.

    Levels follow the weights of the headings present, the heaviest being 1. A section ends
    where the next heading of its level or above begins.
    """
    weights = sorted({heading.weight for heading in headings}, reverse=True)
    levels = {weight: level for level, weight in enumerate(weights, start=1)}
    ends = [length] * len(headings)
    open_sections: list[int] = []
    for index, heading in enumerate(headings):
        while open_sections and headings[open_sections[-1]].weight <= heading.weight:
            ends[open_sections.pop()] = heading.start_char
        open_sections.append(index)
    sections = []
    for heading, end in zip(headings, ends, strict=True):
        number, words = heading_number(" ".join(heading.text.split()))
        sections.append(
            Section(
                number=number,
                heading=words,
                level=levels[heading.weight],
                start_char=heading.start_char,
                heading_end=heading.end_char,
                end_char=end,
                page=heading.page,
            )
        )
    return tuple(sections)
