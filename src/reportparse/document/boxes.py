"""Word boxes of one page in flat arrays: 28 bytes a word, so that long files stay small."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

BBox = tuple[float, float, float, float]


class Word(NamedTuple):
    """One printed word: where it stands in ``Document.text`` and on its page.

    ``box`` is (x0, top, x1, bottom) in points from the top left; ``size`` the font size in points.
    """

    start_char: int
    end_char: int
    box: BBox
    size: float


class WordBoxes:
    """The words of one page in text order, found by character offset."""

    __slots__ = ("_boxes", "_ends", "_sizes", "_starts")

    def __init__(self) -> None:
        self._starts = array("i")
        self._ends = array("i")
        self._boxes = array("f")
        self._sizes = array("f")

    def append(self, start_char: int, end_char: int, box: BBox, size: float) -> None:
        """Add the next word of the text; see `Word`."""
        self._starts.append(start_char)
        self._ends.append(end_char)
        self._boxes.extend(box)
        self._sizes.append(size)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Word]:
        return (self._word(index) for index in range(len(self)))

    def _word(self, index: int) -> Word:
        x0, top, x1, bottom = self._boxes[4 * index : 4 * index + 4]
        return Word(
            self._starts[index], self._ends[index], (x0, top, x1, bottom), self._sizes[index]
        )

    def between(self, start_char: int, end_char: int) -> list[Word]:
        """Words that overlap the half-open span; empty where none does."""
        first = bisect_right(self._ends, start_char)
        last = bisect_left(self._starts, end_char)
        return [self._word(index) for index in range(first, last)]


def union(boxes: Iterable[BBox]) -> BBox | None:
    """Smallest box that holds all ``boxes``, rounded to a tenth of a point; None for none."""
    found = list(boxes)
    if not found:
        return None
    x0s, tops, x1s, bottoms = zip(*found, strict=True)
    return round(min(x0s), 1), round(min(tops), 1), round(max(x1s), 1), round(max(bottoms), 1)
