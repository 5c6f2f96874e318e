"""What the reading of a paragraph works on: sentences with their figures, periods and areas."""

import re
from dataclasses import dataclass, field
from typing import Any

from reportparse.extractors.areas import AreaMention
from reportparse.extractors.measures.linking import Candidate
from reportparse.extractors.periods import PeriodMention, PeriodReference
from reportparse.extractors.quantities import Quantity
from reportparse.records import Direction, Period, Role, Unit

_CLAUSE_BREAK = re.compile(
    r"[;:.]\s|,\s(?:and|but|while|whilst|whereas|with|which|who)\s|\s(?:while|whilst|whereas|but)\s"
)
FIGURE = "\ue000"
PERIOD = "\ue001"
AREA = "\ue002"


@dataclass(slots=True, eq=False)
class Figure:
    """A quantity that measures something, with what was read for it so far.

    ``twin`` is the figure it restates in another unit: "344 (24%)", "1,600 or 12%"; ``partner``
    the other level of a comparison; ``again`` the earlier figure that it repeats: "of the 372".
    ``comparator`` is true where the figure is of another area than the report's own.
    """

    quantity: Quantity
    unit: Unit
    role: Role = Role.LEVEL
    direction: Direction | None = None
    period: Period | None = None
    baseline: Period | None = None
    area: str | None = None
    comparator: bool = False
    label: str = ""
    of: str | None = None
    twin: "Figure | None" = None
    partner: "Figure | None" = None
    again: "Figure | None" = None
    rules: list[str] = field(default_factory=list)
    own: str = ""
    groups: str = ""
    is_part: bool = False
    candidates: list[Candidate] = field(default_factory=list)
    measure: Candidate | None = None
    evidence: list[Any] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the figure with its qualifier starts in the sentence."""
        return self.quantity.phrase_start

    @property
    def end(self) -> int:
        """Where the figure with its unit ends in the sentence."""
        return self.quantity.phrase_end


@dataclass(slots=True)
class Sentence:
    """One sentence; offsets of its parts count from its own start, ``offset`` from the paragraph.

    ``mask`` is the text with every figure, period and area written as a run of one sign, so that
    rules can be stated over "from F in P to F in P" with the offsets of the text.
    """

    text: str
    offset: int
    figures: list[Figure]
    periods: list[PeriodMention]
    areas: list[AreaMention]
    mask: str = ""
    resolved: dict[int, Period] = field(default_factory=dict)

    def build_mask(self) -> None:
        """Write the mask from the parts found; a figure wins over a period, that over an area."""
        signs = list(self.text)
        for area in self.areas:
            signs[area.start_char : area.end_char] = AREA * (area.end_char - area.start_char)
        for period in self.periods:
            width = period.end_char - period.start_char
            signs[period.start_char : period.end_char] = PERIOD * width
        for figure in self.figures:
            signs[figure.start : figure.end] = FIGURE * (figure.end - figure.start)
        self.mask = "".join(signs)

    def clause(self, figure: Figure) -> str:
        """The words around a figure up to the next clause, or to a figure that says another thing.

        A figure that restates another, or is compared with it, shares its clause.
        """
        own = [f for f in self.figures if f is figure or f in (figure.twin, figure.partner)]
        if figure.comparator:
            own += [f for f in self.figures if f.start < figure.start and not f.comparator][-1:]
        own += [f for f in self.figures if f.twin in own]
        first, last = min(f.start for f in own), max(f.end for f in own)
        others = [f for f in self.figures if f not in own]
        start = max((f.end for f in others if f.end <= first), default=0)
        end = min((f.start for f in others if f.start >= last), default=len(self.text))
        breaks = [found.end() for found in _CLAUSE_BREAK.finditer(self.mask, start, first)]
        stop = _CLAUSE_BREAK.search(self.mask, last, end)
        return self.text[max([start, *breaks]) : stop.start() if stop else end]

    def bracket(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the brackets around an offset; None where it stands outside any."""
        start = self.text.rfind("(", 0, offset)
        if start < 0 or ")" in self.text[start:offset]:
            return None
        end = self.text.find(")", offset)
        return (start, len(self.text) if end < 0 else end)

    def in_bracket(self, figure: Figure) -> bool:
        """Whether a figure stands in brackets and says another thing than the one before them."""
        return figure.twin is None and self.bracket(figure.start) is not None

    def between(self, start: int, end: int) -> str:
        """The mask between two offsets."""
        return self.mask[max(start, 0) : max(end, 0)]


@dataclass(slots=True)
class Surroundings:
    """What a sentence inherits from the words before it.

    ``head`` is the list head or the sentence above a bullet; ``pair`` the first and last period of
    the comparison read before, for "over the same period". ``since_figures`` counts
    the sentences without any since ``figures`` were read. ``named`` are the levels of the report
    so far of which the measure is known, by value and unit, the latest of each.
    """

    reference: PeriodReference
    organisation: str | None = None
    heading: str = ""
    head: str = ""
    head_label: str = ""
    head_of: str | None = None
    in_list: bool = False
    period: Period | None = None
    anchor: Period | None = None
    point: Period | None = None
    pair: tuple[Period, Period] | None = None
    unit: Unit = Unit.COUNT
    label: str = ""
    of: str | None = None
    area: str | None = None
    is_plan: bool = False
    subject: str | None = None
    title: str = ""
    before: str = ""
    paragraph: str = ""
    same_paragraph: bool = True
    opened: Period | None = None
    age: int = 0
    earlier: Period | None = None
    latest: Period | None = None
    heading_period: Period | None = None
    heading_words: str = ""
    figures: list[Figure] = field(default_factory=list)
    since_figures: int = 0
    named: dict[tuple[float, Unit], Figure] = field(default_factory=dict)
