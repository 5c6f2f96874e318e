"""Boxes that can be the bars of one chart.

Everything is measured in turned coordinates, so that upright and level bars are read alike:
``low`` and ``high`` run along the line that the bars stand on, ``base`` and ``end`` away from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reportparse.document import BBox
from reportparse.layout.page import Mark, MarkKind

_THICKNESS = (3.0, 130.0)
_SAME = 0.9
_EQUAL = 0.5
_WIDE_GAP = 3.0
_GAP = 1.2

_Foot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turned:
    """A box in turned coordinates."""

    low: float
    high: float
    base: float
    end: float

    @property
    def middle(self) -> float:
        """Half way along the line that the bars stand on."""
        return (self.low + self.high) / 2

    @property
    def length(self) -> float:
        """How far it reaches from the line."""
        return self.end - self.base


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box that may be a bar."""

    place: Turned
    box: BBox
    colour: int


def turned(box: BBox, *, upright: bool) -> Turned:
    """The box seen with the bars standing on a line."""
    x0, top, x1, bottom = box
    return Turned(x0, x1, -bottom, -top) if upright else Turned(top, bottom, x0, x1)


def find_groups(marks: Sequence[Mark], *, upright: bool) -> list[list[Bar]]:
    """Bars of one thickness that stand on one line, with the bars stacked on them.

    Boxes of one length are call-outs or cells, and so are boxes that all touch.
    """
    bars = [
        Bar(turned(mark.box, upright=upright), mark.box, mark.colour)
        for mark in marks
        if mark.kind is MarkKind.BOX
    ]
    fit = [
        bar
        for bar in bars
        if _THICKNESS[0] <= bar.place.high - bar.place.low <= _THICKNESS[1] and bar.place.length > 0
    ]
    fit.sort(key=lambda bar: (bar.place.base, bar.place.low))
    tops = {(round(bar.place.low), round(bar.place.high), round(bar.place.end)) for bar in fit}
    groups: list[list[Bar]] = []
    on_line: list[list[Bar]] = []
    for bar in fit:
        if (round(bar.place.low), round(bar.place.high), round(bar.place.base)) in tops:
            continue  # it stands on another bar
        on_line = [group for group in on_line if bar.place.base - group[0].place.base <= _SAME]
        home = next((group for group in on_line if _belongs(bar, group[0])), None)
        if home is None:
            on_line.append([bar])
            groups.append(on_line[-1])
        else:
            home.append(bar)
    split = [part for group in groups for part in _split(sorted(group, key=_low))]
    standing: dict[_Foot, list[Bar]] = {}
    for bar in fit:
        standing.setdefault(_foot(bar.place.base, bar.place.low), []).append(bar)
    return [
        [*group, *_stacked_on(group, standing)]
        for group in split
        if len(group) > 1 and _is_row(group)
    ]


def _is_row(group: list[Bar]) -> bool:
    """Whether bars stand side by side, apart from each other, and are not all of one length."""
    gaps = [b.place.low - a.place.high for a, b in pairwise(group)]
    apart = sum(gap > _GAP for gap in gaps)
    lengths = [bar.place.length for bar in group]
    coloured = len({bar.colour for bar in group}) > 1
    return (
        min(gaps) >= -_SAME
        and (apart == len(gaps) or (coloured and apart >= 1))
        and max(lengths) - min(lengths) > _EQUAL
    )


def _foot(base: float, low: float) -> _Foot:
    return round(base), round(low)


def _stacked_on(group: list[Bar], standing: Mapping[_Foot, list[Bar]]) -> list[Bar]:
    """Bars of another colour that go on where those of ``group`` end, and so forth."""
    found: list[Bar] = []
    seen = {id(bar) for bar in group}
    ends = list(group)
    while ends:
        following = []
        for end in ends:
            base, low = _foot(end.place.end, end.place.low)
            near = (
                bar
                for row in (base - 1, base, base + 1)
                for column in (low - 1, low, low + 1)
                for bar in standing.get((row, column), ())
            )
            for bar in near:
                if id(bar) not in seen and _goes_on(bar, end):
                    seen.add(id(bar))
                    following.append(bar)
        found.extend(following)
        ends = following
    return found


def _goes_on(bar: Bar, end: Bar) -> bool:
    return (
        abs(bar.place.base - end.place.end) <= _SAME
        and abs(bar.place.low - end.place.low) <= _SAME
        and abs(bar.place.high - end.place.high) <= _SAME
        and bar.colour != end.colour
    )


def _low(bar: Bar) -> float:
    return bar.place.low


def _belongs(bar: Bar, other: Bar) -> bool:
    thickness = other.place.high - other.place.low
    same = abs(bar.place.high - bar.place.low - thickness) <= max(_SAME, 0.03 * thickness)
    return same and abs(bar.place.base - other.place.base) <= _SAME


def _split(group: list[Bar]) -> list[list[Bar]]:
    """Two charts whose bars stand on one line are cut at the wide gap between them."""
    gaps = [b.place.low - a.place.high for a, b in pairwise(group)]
    positive = [gap for gap in gaps if gap > 1.0]
    usual = median(positive) if positive else 0.0
    thickness = group[0].place.high - group[0].place.low
    parts = [[group[0]]]
    for gap, bar in zip(gaps, group[1:], strict=True):
        if gap > max(_WIDE_GAP * usual, thickness):
            parts.append([])
        parts[-1].append(bar)
    return parts
