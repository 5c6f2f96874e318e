"""Legends: small samples of a colour, each with words at its right, or all at their left."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportparse.document import BBox
from reportparse.layout.charts.labels import Label, around, join
from reportparse.layout.page import Mark, MarkKind

_SAMPLE = (2.5, 26.0)
_SAMPLE_LINE = (5.0, 45.0)
_SQUARE = 4.0
_BESIDE = 16.0
# Figures and names of one entry stand at most this far apart.
_ENTRY_GAP = 48.0
_NEAR = 110.0
_CLOSE = 32.0
# Justified words of one name, in font sizes.
_WORD_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: its colour and the labels beside the sample."""

    colour: int
    sample: BBox
    labels: tuple[Label, ...]
    is_right: bool = True

    @property
    def box(self) -> BBox:
        """The sample and its name."""
        return around([self.sample, self.name.box])

    @property
    def name(self) -> Label:
        """The words beside the sample."""
        first = self.labels[0]
        close = [first]
        for label in self.labels[1:]:
            gap = label.box[0] - close[-1].box[2]
            if gap > _WORD_GAP * first.size or label.value is not None:
                break
            close.append(label)
        return join(close) or first


def find_entries(marks: Iterable[Mark], labels: Sequence[Label]) -> list[Entry]:
    """Every sample of the page that has a label beside it."""
    samples = [(mark.colour, mark.box) for mark in marks if _is_sample(mark)]
    if not samples:
        return []
    beside = by_height(labels, lambda label: label.box)
    level = by_height([box for _, box in samples], lambda box: box)
    entries = []
    for colour, box in samples:
        height = int((box[1] + box[3]) / 2)
        own = beside.get(height, [])
        if not own:
            continue
        others = [other for other in level.get(height, []) if other != box]
        right, left = _right_of(box, own, others), _left_of(box, own)
        if right:
            entries.append(Entry(colour, box, tuple(right)))
        if left:
            entries.append(Entry(colour, box, tuple(left), is_right=False))
    return entries


_Item = TypeVar("_Item")


def by_height(items: Iterable[_Item], box_of: Callable[[_Item], BBox]) -> dict[int, list[_Item]]:
    """``items`` by each whole point of height that they cover, from the top of the page."""
    found: dict[int, list[_Item]] = {}
    for item in items:
        _, top, _, bottom = box_of(item)
        for height in range(int(top), int(bottom) + 1):
            found.setdefault(height, []).append(item)
    return found


def near(entries: Iterable[Entry], box: BBox, colours: Iterable[int]) -> list[Entry]:
    """The entries for ``colours`` around or in the plot ``box``, the nearest of each colour.

    None where a colour has no entry: the last bar may be of another colour, and the legend that
    of another chart. A plot of one colour needs no legend: one further off is not its own.
    """
    wanted = set(colours)
    reach = _NEAR if len(wanted) > 1 else _CLOSE
    ordered = sorted(entries, key=lambda entry: _distance(entry.sample, box))
    for side in (True, False):
        found: dict[int, Entry] = {}
        for entry in ordered:
            fits = entry.is_right is side and _distance(entry.sample, box) <= reach
            if fits and entry.colour in wanted:
                found.setdefault(entry.colour, entry)
        if len(found) == len(wanted):
            return list(found.values())
    return []


def _distance(a: BBox, b: BBox) -> float:
    """The wider of the gaps across and down between two boxes; 0 where they meet."""
    return max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3], 0.0)


def without_names(labels: Sequence[Label], entries: Iterable[Entry]) -> list[Label]:
    """The labels that are not the name of an entry."""
    named = {index for entry in entries for index in entry.name.words}
    return [label for label in labels if not named.intersection(label.words)]


def _is_sample(mark: Mark) -> bool:
    x0, top, x1, bottom = mark.box
    width, height = x1 - x0, bottom - top
    if mark.kind is MarkKind.LINE:
        return height < 1.0 and _SAMPLE_LINE[0] <= width <= _SAMPLE_LINE[1]
    small, large = sorted((width, height))
    return small >= _SAMPLE[0] and large <= _SAMPLE[1] and large <= _SQUARE * small


def _right_of(box: BBox, labels: Sequence[Label], others: Sequence[BBox]) -> list[Label]:
    """Labels on the line of a sample up to the next sample or a wide gap."""
    middle = (box[1] + box[3]) / 2
    row = [
        label
        for label in labels
        if label.box[1] <= middle <= label.box[3] and label.box[0] >= box[2] - 1.0
    ]
    stops = [other[0] for other in others if other[0] > box[2] and other[1] <= middle <= other[3]]
    found: list[Label] = []
    edge, gap = box[2], _BESIDE
    for label in sorted(row, key=lambda label: label.box[0]):
        if label.box[0] - edge > gap or any(edge <= stop <= label.box[0] for stop in stops):
            break
        found.append(label)
        edge, gap = label.box[2], _ENTRY_GAP
    return found


def _left_of(box: BBox, labels: Sequence[Label]) -> list[Label]:
    """The one label that ends just before a sample."""
    middle = (box[1] + box[3]) / 2
    found = [
        label
        for label in labels
        if label.box[1] <= middle <= label.box[3] and 0.0 <= box[0] - label.box[2] <= _BESIDE
    ]
    return found if len(found) == 1 and found[0].value is None else []
