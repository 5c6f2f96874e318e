"""What one body cell holds: figures, words, or a named reason why there is no figure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportparse.document.normalise import normalise
from reportparse.extractors.quantities import Quantity, find_quantities


class CellState(StrEnum):
    """What a cell is; the states without a value are never zero and never empty text."""

    FIGURE = "figure"
    WORDS = "words"
    EMPTY = "empty"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True)
class CellReading:
    """State of a cell, and its figures with offsets into the cell's text as printed."""

    state: CellState
    quantities: tuple[Quantity, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


# England's statistical releases: "c" and "*" suppressed, "z" not applicable, "x" and ".." not
# available. A dash is read as not available: some councils print it for nil, some for none.
_MARKS = {
    CellState.SUPPRESSED: {"*", "**", "c", "s", "supp", "suppressed", "#"},
    CellState.NOT_APPLICABLE: {"n/a", "na", "n.a.", "z", ".", "not applicable"},
    CellState.NOT_AVAILABLE: {"-", "--", "x", "u", "..", "...", ":", "tbc", "tba", "no data",
                              "not available", "not yet available", "nya", "not published"},
}  # fmt: skip
_STATES = {mark: state for state, marks in _MARKS.items() for mark in marks}
_SMALL = re.compile(r"\s*(?:<|≤|less than|fewer than|five or fewer|under)\s?\d{1,2}\s*")
_FIGURE_WORDS = re.compile(
    r"days?|weeks?|months?|years?|hours?|per|cent|percentage|points?|million|thousand|bn|mn|or|of|"
    r"and|about|over|nearly|around|approx\w*|up|down|provisional|prov|revised|children|working"
)
# "Year 11", "Week 3": a name, where "11 years" is a figure.
_NAMED_BY_NUMBER = re.compile(r"(?:years?|months?|weeks?|days?|hours?|points?)\s+\d")
_WORD = re.compile(r"[a-z]{2,}")


def read_cell(text: str) -> CellReading:
    """Read the printed text of a cell.

    A cell is a figure where numbers with their units are all it holds: "344 (24%)" are two, "Q1
    target met" is words. Two bare numbers beside each other are words too, since nothing tells
    which of them stands in the cell.
    """
    cleaned = normalise(text)
    plain = cleaned.text.strip().lower()
    if not plain:
        return CellReading(CellState.EMPTY)
    if plain in _STATES:
        return CellReading(_STATES[plain])
    if _SMALL.fullmatch(plain):
        return CellReading(CellState.SUPPRESSED)
    if _NAMED_BY_NUMBER.match(plain):
        return CellReading(CellState.WORDS)
    found = find_quantities(cleaned.text, discard=False)
    if not found or not _is_only(cleaned.text, found) or _side_by_side(cleaned.text, found):
        return CellReading(CellState.WORDS)
    spans = tuple(cleaned.to_raw(each.start_char, each.end_char) for each in found)
    return CellReading(CellState.FIGURE, tuple(found), spans)


def _is_only(text: str, quantities: list[Quantity]) -> bool:
    rest = list(text.lower())
    for quantity in quantities:
        start = min(quantity.start_char, quantity.phrase_start)
        end = max(quantity.end_char, quantity.phrase_end)
        rest[start:end] = " " * (end - start)
    words = _WORD.findall("".join(rest))
    return all(_FIGURE_WORDS.fullmatch(word) for word in words) and not re.search(
        r"[/\d]", "".join(rest)
    )


def _side_by_side(text: str, quantities: list[Quantity]) -> bool:
    return any(
        not text[first.end_char : second.start_char].strip()
        and not (first.unit_printed or second.unit_printed)
        for first, second in pairwise(quantities)
    )
