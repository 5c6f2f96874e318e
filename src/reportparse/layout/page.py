"""What a reader hands to the layout: the words and drawings of one page, before any grouping."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reportparse.document import BBox, Ruling


class PageWord(NamedTuple):
    """One word on its page, in points from the top left.

    ``size`` is the font size. ``line_break`` is true where the source ends a line after the
    word; ``upright`` is false for words set along the vertical; ``raised`` marks a footnote mark.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    upright: bool = True
    raised: bool = False
    line_break: bool = False

    @property
    def box(self) -> BBox:
        """(x0, top, x1, bottom)."""
        return self[1:5]


class MarkKind(StrEnum):
    """What a drawn path looks like."""

    BOX = "box"
    LINE = "line"
    AREA = "area"


class Mark(NamedTuple):
    """A coloured path, in points from the top left: what charts are drawn with.

    A ``BOX`` has its two corners for points, a ``LINE`` its knots, an ``AREA`` its outline with
    curves as short straight lines. ``colour`` is 0xRRGGBB.
    """

    kind: MarkKind
    points: tuple[tuple[float, float], ...]
    colour: int

    @property
    def box(self) -> BBox:
        """(x0, top, x1, bottom)."""
        xs = [point[0] for point in self.points]
        ys = [point[1] for point in self.points]
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page as printed: words in the order of the source, rulings, filled boxes, marks.

    ``image_area`` is the share of the page that images cover, 0 to 1. ``recognised`` tells how
    sure the words are, 0 to 1, where they were recognised from its image; ``garbled`` that its text
    layer says nothing readable and was left out.
    """

    number: int
    width: float
    height: float
    words: tuple[PageWord, ...]
    rulings: tuple[Ruling, ...] = ()
    shades: tuple[BBox, ...] = ()
    image_area: float = 0.0
    marks: tuple[Mark, ...] = ()
    recognised: float | None = None
    garbled: bool = False
