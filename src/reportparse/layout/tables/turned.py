"""Pages whose text is set along the vertical: turned so that it reads from left to right."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportparse.document import BBox, Ruling
from reportparse.layout.page import PageContent, PageWord
from reportparse.layout.tables.model import FoundTable

# Share of the words of a page that are set along the vertical on a turned page.
_MOST = 0.6
_FEWEST_WORDS = 12
# As many words on their side may be a table on an upright page, with this share of others in it.
_FEWEST_PART = 8
_MOST_UPRIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Turn:
    """A quarter turn of a page of ``width`` and ``height``; ``upward`` text runs to its top."""

    width: float
    height: float
    upward: bool

    def box(self, box: BBox) -> BBox:
        """``box`` of the page as it stands on the turned page."""
        x0, top, x1, bottom = box
        if self.upward:
            return self.height - bottom, x0, self.height - top, x1
        return top, self.width - x1, bottom, self.width - x0

    def back(self, box: BBox) -> BBox:
        """``box`` of the turned page as it stands on the page."""
        x0, top, x1, bottom = box
        if self.upward:
            return top, self.height - x1, bottom, self.height - x0
        return self.width - bottom, x0, self.width - top, x1


def turn_of(page: PageContent) -> Turn | None:
    """The turn after which the text of ``page`` is upright; None where most of it is."""
    long = [word for word in page.words if len(word.text) > 1]
    turned = [word for word in long if not word.upright]
    if len(turned) < _FEWEST_WORDS or len(turned) < _MOST * len(long):
        return None
    return Turn(page.width, page.height, is_upward(turned))


def turn_of_part(page: PageContent) -> Turn | None:
    """The turn of the words that stand on their side where most of ``page`` is upright."""
    turned = [word for word in page.words if not word.upright and len(word.text) > 1]
    if len(turned) < _FEWEST_PART:
        return None
    return Turn(page.width, page.height, is_upward(turned))


def stands_on_side(table: FoundTable, page: PageContent) -> bool:
    """Whether hardly any upright word of ``page`` stands inside ``table``."""
    x0, top, x1, bottom = table.bbox
    inside = [
        word.upright
        for word in page.words
        if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
    ]
    return sum(inside) <= _MOST_UPRIGHT * len(inside)


def is_upward(words: Sequence[PageWord]) -> bool:
    """Whether words set along the vertical, in the order of the source, run to the top."""
    steps = [b.top - a.top for a, b in pairwise(words) if abs(b.x0 - a.x0) < a.size]
    return sum(step < 0 for step in steps) >= sum(step > 0 for step in steps)


def turned_page(page: PageContent, turn: Turn) -> PageContent:
    """``page`` with its words and drawings turned; words keep their indices."""
    return replace(
        page,
        width=page.height,
        height=page.width,
        words=turned_words(page.words, turn.box),
        rulings=tuple(Ruling(*turn.box(ruling)) for ruling in page.rulings),
        shades=tuple(turn.box(shade) for shade in page.shades),
        marks=tuple(
            mark._replace(points=tuple(turn.box((x, y, x, y))[:2] for x, y in mark.points))
            for mark in page.marks
        ),
    )


def turned_words(words: Iterable[PageWord], box: Callable[[BBox], BBox]) -> tuple[PageWord, ...]:
    """``words`` in the places that ``box`` gives them; those that were not upright now are."""
    found = []
    for word in words:
        x0, top, x1, bottom = box(word.box)
        upright = not word.upright or len(word.text) == 1
        found.append(word._replace(x0=x0, top=top, x1=x1, bottom=bottom, upright=upright))
    return tuple(found)


def turned_back(table: FoundTable, turn: Turn) -> FoundTable:
    """``table`` of the turned page with its boxes as they stand on the page."""
    return replace(
        table,
        bbox=turn.back(table.bbox),
        cells=tuple(replace(cell, bbox=turn.back(cell.bbox)) for cell in table.cells),
    )
