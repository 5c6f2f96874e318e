"""Sentences of a document's running text, cleaned, with the way back to the text as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import Block, BlockKind, Document, NormalisedText, normalise

_SKIPPED = frozenset({BlockKind.CONTENTS, BlockKind.TITLE})
_MARKS = "•●▪◦\uf000-\uf0ff"
_BOUNDARY = re.compile(
    rf"""(?<=[.!?])["')\]]*\s+(?=["'(\[<{_MARKS}]*[A-Z0-9])"""
    rf"|\s*[{_MARKS}]\s*"
    r"|\s*</?(?:p|ul|ol|li|br|td|tr)\s*/?>\s*"
    r"|(?<=\d\.)(?=[A-Z][a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|nos|st|dr|mr|mrs|ms|vs|para)|^\W*\d{1,3})\.$", re.I
)
_OPEN_END = re.compile(r"[^.!?:;\"')\]\s]\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One cleaned sentence; ``unit`` numbers the paragraphs and cells of the document in order."""

    text: str
    unit: int
    heading: str
    _start: int
    _offset: int
    _clean: NormalisedText

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``Document.text`` for ``text[start:end]``."""
        first, last = self._clean.to_raw(self._start + start, self._start + end)
        return self._offset + first, self._offset + last


def find_sentences(document: Document) -> Iterator[Sentence]:
    """Every sentence of paragraphs, lists, notes and table cells, in order of the text."""
    for unit, (start, end) in enumerate(_units(document)):
        section = document.section_at(start)
        heading = section.heading if section else ""
        clean = normalise(document.text[start:end])
        for first, last in split_sentences(clean.text):
            yield Sentence(clean.text[first:last], unit, heading, first, start, clean)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of cleaned ``text``; bullets and tags also part sentences."""
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _units(document: Document) -> list[tuple[int, int]]:
    """Spans that sentences do not cross; a paragraph that runs over a page break is one."""
    if not document.blocks:
        return [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text)]
    units: list[tuple[int, int]] = []
    for block in document.blocks:
        if block.kind in _SKIPPED:
            continue
        if block.kind is BlockKind.TABLE:
            units.extend(_cells(document, block))
        elif units and _continues(document.text, units[-1], block):
            units[-1] = (units[-1][0], block.end_char)
        else:
            units.append((block.start_char, block.end_char))
    return units


def _cells(document: Document, block: Block) -> list[tuple[int, int]]:
    table = next((table for table in document.tables if table.id == block.table), None)
    if table is None:
        return [(block.start_char, block.end_char)]
    return [(cell.start_char, cell.end_char) for cell in table.cells if cell.text.strip()]


def _continues(text: str, unit: tuple[int, int], block: Block) -> bool:
    """Whether ``block`` goes on with the sentence that ``unit`` leaves open."""
    gap = text[unit[1] : block.start_char]
    opening = text[block.start_char : block.start_char + 1]
    return not gap.strip() and opening.islower() and bool(_OPEN_END.search(text[unit[0] : unit[1]]))
