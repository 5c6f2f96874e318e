"""What one body cell holds: figures, words, or a named reason why there is no figure."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from string import ascii_uppercase

from reportparse.document.normalise import normalise
from reportparse.extractors.quantities import Quantity, find_quantities
from reportparse.records import CellState, Qualifier, Unit
from reportparse.vocabulary import load_cell_marks


@dataclass(frozen=True, slots=True)
class CellReading:
    """State of a cell, and its figures with offsets into the cell's text as printed.

    ``value`` is the number of a cell that prints one and nothing that alters it. ``is_letter``
    marks a state told by a letter, which means something only where figures stand.
    """

    state: CellState
    quantities: tuple[Quantity, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    value: float | None = None
    is_letter: bool = False

    @property
    def has_figures(self) -> bool:
        """Whether the cell holds figures, final or not."""
        return bool(self.quantities)

    @property
    def unit(self) -> Unit | None:
        """The unit printed with the one figure."""
        if len(self.quantities) != 1 or not self.quantities[0].unit_printed:
            return None
        return self.quantities[0].unit


_BRACKETED = re.compile(r"\[\s?([a-z]{1,12})\s?\]|\(\s?([a-z]{1,12})\s?\)")
_BESIDE = re.compile(
    r"(?P<figure>[^a-z]*\d[\d.,]*\s?%?)\s?(?:\[(?P<square>[a-z]{1,11})\]|\((?P<round>[a-z]{1,11})\)|"
    r"(?P<bare>[a-z]{1,11}))",
    re.IGNORECASE,
)
# "24.6% (15/61)": what a share is worked out from.
_WORKED_FROM = re.compile(r"(?<=\d%)\s?\(\d[\d,]*\s?(?:/|of|out of)\s?\d[\d,]*\)\s*$")
_NUMBER_WORDS = "three|four|five|six|seven|eight|nine|ten|eleven|twenty"
_SMALL_COUNT = re.compile(
    rf"(?:low )?\(?(?:<|≤|<=|less than|fewer than|under|below)\s?(?:\d{{1,2}}|{_NUMBER_WORDS})\)?|"
    rf"(?:\d|10|{_NUMBER_WORDS}) or (?:fewer|less)",
)
_SMALL_SHARE = re.compile(r"(?:<|≤|<=|less than|under|below)\s?(?:0?\.\d+\s?%?|1\s?%)")
_SIGNS = {
    "<": Qualifier.UNDER,
    "≤": Qualifier.AT_MOST,
    "<=": Qualifier.AT_MOST,
    ">": Qualifier.OVER,
    "≥": Qualifier.AT_LEAST,
    ">=": Qualifier.AT_LEAST,
}
_SIGN_BEFORE = re.compile(r"(<=|>=|[<>≤≥])\s?$")
_FIGURE_WORDS = re.compile(
    r"days?|weeks?|months?|years?|hours?|per|cent|percentage|points?|million|thousand|bn|mn|or|of|"
    r"and|about|over|nearly|around|approx\w*|up|down|provisional|prov|revised|children|working"
)
# A unit over a column, which holds noughts but no figure.
_UNIT_OF_NOUGHTS = re.compile(r"\(?(?:£\s?)?'?000'?s?\)?")
# "Year 11", "Week 3": a name, where "11 years" is a figure.
_NAMED_BY_NUMBER = re.compile(r"(?:years?|months?|weeks?|days?|hours?|points?)\s+\d")
_CAPITALS = frozenset(ascii_uppercase)
_UNFINISHED = frozenset({CellState.PROVISIONAL, CellState.REVISED, CellState.ESTIMATED})
_WORD = re.compile(r"[a-z]{2,}")
_ALTERS = re.compile(r"[()▲▼△▽↑↓↗↘→←<>≤≥~±/]|\b(?:up|down)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_cell(text: str) -> CellReading:
    """Read the printed text of a cell.

    A cell is a figure where numbers with their units are all it holds: "344 (24%)" are two, "Q1
    target met" is words. Two bare numbers beside each other are words too, since nothing tells
    which of them stands in the cell; so are ratios and times of day ("3:1").
    """
    cleaned = normalise(text)
    plain = cleaned.text.strip().lower()
    if not plain:
        return CellReading(CellState.EMPTY)
    marked = _mark_alone(cleaned.text.strip())
    if marked is not None:
        return marked
    if _NAMED_BY_NUMBER.match(plain) or _UNIT_OF_NOUGHTS.fullmatch(plain):
        return CellReading(CellState.WORDS)
    words, state = _without_mark(cleaned.text)
    found = find_quantities(words, discard=False)
    if not found or not _is_only(words, found) or _unclear(words, found):
        return CellReading(CellState.WORDS)
    found = [_compared(words, each) for each in found]
    return CellReading(
        state,
        tuple(found),
        tuple(cleaned.to_raw(each.start_char, each.end_char) for each in found),
        value=_value(words, found),
    )


def _mark_alone(text: str) -> CellReading | None:
    """The reading of a cell that holds nothing but a mark ("..", "[c]", "- %", "<5").

    A capital "R" is no mark of a revised figure: it rates something red.
    """
    plain = text.lower()
    if _SMALL_SHARE.fullmatch(plain):
        return CellReading(CellState.LOW)
    if _SMALL_COUNT.fullmatch(plain):
        return CellReading(CellState.SUPPRESSED)
    marks = load_cell_marks()
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed:
        state = marks.bracketed.get(bracketed[1] or bracketed[2])
        return CellReading(CellState(state)) if state else None
    bare = plain.strip("%£ ")
    state = marks.alone.get(plain) or (marks.alone.get(bare) if not bare.isalnum() else None)
    if state is None or (text in _CAPITALS and state in _UNFINISHED):
        return None
    return CellReading(CellState(state), is_letter=len(plain) == 1 and plain.isalpha())


def _without_mark(text: str) -> tuple[str, CellState]:
    """The text before a mark that follows its figure, and the state that the mark gives.

    A fraction in brackets after a share goes too.
    """
    text = _WORKED_FROM.sub("", text)
    found = _BESIDE.fullmatch(text.rstrip())
    if found is None:
        return text, CellState.FIGURE
    mark = (found["square"] or found["round"] or found["bare"]).lower()
    state = load_cell_marks().beside.get(mark)
    if state is None:
        return (found["figure"] if found["square"] else text), CellState.FIGURE
    return found["figure"], CellState(state)


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


def _unclear(text: str, quantities: list[Quantity]) -> bool:
    """Whether two bare numbers stand side by side or as a ratio."""
    return any(
        text[first.end_char : second.start_char].strip() in ("", ":")
        and not (first.unit_printed or second.unit_printed)
        for first, second in pairwise(quantities)
    )


def _compared(text: str, quantity: Quantity) -> Quantity:
    """The quantity with what a sign before it says: ">95%" is over 95."""
    sign = _SIGN_BEFORE.search(text[: quantity.start_char])
    return replace(quantity, qualifier=_SIGNS[sign[1]]) if sign else quantity


def _value(text: str, quantities: list[Quantity]) -> float | None:
    quantity, *others = quantities
    if others or quantity.qualifier is not Qualifier.EXACT:
        return None
    around = f"{text[: quantity.start_char]} {text[quantity.end_char :]}"
    return None if _ALTERS.search(around) else quantity.value
