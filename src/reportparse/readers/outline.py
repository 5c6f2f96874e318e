"""Sections of documents whose headings carry a level: text, HTML and DOCX."""

from collections.abc import Sequence
from typing import NamedTuple

from reportparse.document import Section


class OutlineHeading(NamedTuple):
    """A heading with its printed number, its words and its 1-based level."""

    number: str | None
    words: str
    level: int
    start_char: int
    end_char: int


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
        )
        for heading, end in zip(headings, ends, strict=True)
    )
