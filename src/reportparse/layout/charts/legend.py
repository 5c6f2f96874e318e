"""Legends: small samples of a colour, each with words at its right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportparse.document import BBox
from reportparse.layout.charts.labels import Label, around, join
from reportparse.layout.page import Mark, MarkKind

_SAMPLE = (2.5, 18.0)
_SAMPLE_LINE = (5.0, 45.0)
_SQUARE = 3.2
_BESIDE = 16.0
# Figures and names of one entry stand at most this far apart.
_ENTRY_GAP = 48.0
_NEAR = 70.0
# Justified words of one name, in font sizes.
_WORD_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: its colour and the labels right of the sample."""

    colour: int
    sample: BBox
    labels: tuple[Label, ...]

    @property
    def box(self) -> BBox:
        """The sample and its labels."""
        return around([self.sample, *(label.box for label in self.labels)])

    @property
    def name(self) -> Label:
        """The words beside the sample."""
        first = self.labels[0]
        close = [first]
        for label in self.labels[1:]:
            if label.box[0] - close[-1].box[2] > _WORD_GAP * first.size:
                break
            close.append(label)
        return join(close) or first


def find_entries(marks: Iterable[Mark], labels: Sequence[Label]) -> list[Entry]:
    """Every sample of the page that has a label beside it."""
    samples = [(mark.colour, mark.box) for mark in marks if _is_sample(mark)]
    entries = []
    for colour, box in samples:
        others = [other for _, other in samples if other != box]
        beside = _right_of(box, labels, others)
        if beside:
            entries.append(Entry(colour, box, tuple(beside)))
    return entries


def near(entries: Iterable[Entry], box: BBox, colours: Iterable[int]) -> list[Entry]:
    """The entries for ``colours`` that stand around or in the plot ``box``; one each."""
    wanted = set(colours)
    found: dict[int, Entry] = {}
    for entry in entries:
        x0, top, x1, bottom = entry.sample
        inside = x1 > box[0] - _NEAR and x0 < box[2] + _NEAR
        inside = inside and bottom > box[1] - _NEAR and top < box[3] + _NEAR
        if inside and entry.colour in wanted and entry.colour not in found:
            found[entry.colour] = entry
    return list(found.values())


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
