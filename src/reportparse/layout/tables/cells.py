"""Areas of a grid filled with words, before they become a table."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportparse.document import BBox
from reportparse.layout.page import PageWord
from reportparse.layout.tables.grid import Area, Grid
from reportparse.layout.tables.text import TextLine, lines_of
from reportparse.layout.tables.turned import Turn, is_upward, turned_words


@dataclass(slots=True)
class Slot:
    """One area of a grid with its words; ``lines`` in reading order."""

    area: Area
    box: BBox
    words: list[int] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words with spaces between."""
        return " ".join(piece.text for line in self.lines for piece in line.pieces)


def words_inside(words: Sequence[PageWord], box: BBox, *, within: Iterable[int]) -> list[int]:
    """Indices of the words whose centre lies inside ``box``."""
    x0, top, x1, bottom = box
    found = []
    for index in within:
        word = words[index]
        if top <= (word.top + word.bottom) / 2 <= bottom and x0 <= (word.x0 + word.x1) / 2 <= x1:
            found.append(index)
    return found


def fill(grid: Grid, words: Sequence[PageWord], indices: Iterable[int]) -> list[Slot]:
    """Every area of ``grid`` with those words whose centre it holds."""
    slots = [Slot(area, grid.box(area)) for area in grid.areas]
    owner = {
        (r, c): slot
        for slot in slots
        for r in range(slot.area.r0, slot.area.r1 + 1)
        for c in range(slot.area.c0, slot.area.c1 + 1)
    }
    last_row, last_column = len(grid.ys) - 2, len(grid.xs) - 2
    for index in indices:
        word = words[index]
        row = bisect_right(grid.ys, (word.top + word.bottom) / 2) - 1
        column = bisect_right(grid.xs, (word.x0 + word.x1) / 2) - 1
        owner[min(max(row, 0), last_row), min(max(column, 0), last_column)].words.append(index)
    for slot in slots:
        slot.lines = _lines(words, slot.words)
    return slots


def _lines(words: Sequence[PageWord], indices: Sequence[int]) -> list[TextLine]:
    """Lines of a cell, which may be set along the vertical; then they lie as if it were not."""
    own = [words[index] for index in indices]
    if not own or any(word.upright and len(word.text) > 1 for word in own):
        return lines_of(words, indices)
    if all(word.upright for word in own):
        return lines_of(words, indices)
    height = max(word.bottom for word in own)
    turn = Turn(max(word.x1 for word in own), height, is_upward(own))
    turned = dict(zip(indices, turned_words(own, turn.box), strict=True))
    return lines_of(turned, indices)


def without_empty(slots: list[Slot], *, rows: Sequence[int], columns: Sequence[int]) -> list[Slot]:
    """``slots`` renumbered so that only ``rows`` and ``columns``, given in order, remain."""
    kept = []
    for slot in slots:
        area = slot.area
        r0, r1 = bisect_left(rows, area.r0), bisect_right(rows, area.r1) - 1
        c0, c1 = bisect_left(columns, area.c0), bisect_right(columns, area.c1) - 1
        if r0 <= r1 and c0 <= c1:
            kept.append(replace(slot, area=Area(r0, c0, r1, c1)))
    return kept
