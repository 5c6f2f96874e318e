"""Labels of a page: words close beside each other on one line, as charts print them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.document import BBox
from reportparse.layout.page import PageWord

# Words further apart than this, in font sizes, are different labels.
_GAP = 0.55
_SAME_LINE = 0.4
_TIGHT = 0.45
_EXPLAINED = 0.6
_MEETING = 3.0
_SET_OFF = 0.25
# Some programs give every font the size 1 and scale the page instead.
_SIZE_OF_HEIGHT = 0.7
_VALUE = re.compile(
    r"(?P<sign>[-–−])?[£€]?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?"
    r"(?:%|m|k|bn|million|per cent|weeks?|days?|months?|years?)?(?:\s?\(\d[\d.,]*%?\))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[£(]?\d[\d,.]*[%)]*")


@dataclass(frozen=True, slots=True)
class Label:
    """A run of words: their indices on the page, text, box and font size.

    ``upright`` is false for words set at a slant, as names under narrow bars are.
    """

    words: tuple[int, ...]
    text: str
    box: BBox
    size: float
    bold: bool = False
    upright: bool = True

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the box."""
        return ((self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2)

    @property
    def value(self) -> float | None:
        """The number that is all the label holds, with its unit; None for words."""
        match = _VALUE.fullmatch(self.text)
        if match is None:
            return None
        number = float(match["number"].replace(",", ""))
        return -number if match["sign"] else number

    @property
    def step(self) -> float:
        """The least difference that the printed digits can show."""
        match = _VALUE.fullmatch(self.text)
        decimals = len(match["number"].partition(".")[2]) if match else 0
        return float(10.0**-decimals)


def find_labels(words: Sequence[PageWord]) -> list[Label]:
    """The labels of a page: the upright from the top, left to right, then those at a slant."""
    upright = [(index, word) for index, word in enumerate(words) if word.upright]
    upright.sort(key=lambda item: item[1].top + item[1].bottom)
    labels: list[Label] = []
    row: list[tuple[int, PageWord]] = []
    for item in upright:
        if row and _middle(item[1]) - _middle(row[0][1]) > _SAME_LINE * _size(item[1]):
            labels.extend(_cut(row))
            row = []
        row.append(item)
    labels.extend(_cut(row))
    return labels + _slanted(words)


def join(labels: Iterable[Label]) -> Label | None:
    """Labels as one, in the order given; None for none."""
    found = list(labels)
    if not found:
        return None
    return Label(
        tuple(index for label in found for index in label.words),
        " ".join(label.text for label in found),
        around(label.box for label in found),
        found[0].size,
    )


def split_value(label: Label) -> tuple[Label | None, Label | None]:
    """The figure at the start or the end of a label, and the words beside it.

    The box is that of the whole label for both.
    """
    words = label.text.split()
    n = len(words)
    cuts = [(0, n)] if label.value is not None else [(n - 1, n), (n - 2, n), (0, 1), (0, 2)]
    for start, end in cuts:
        text = " ".join(words[max(start, 0) : end]).strip("(),:;")
        if start < 0 or end > n or not _VALUE.fullmatch(text):
            continue
        value = Label(label.words[start:end], text, label.box, label.size)
        rest = label.words[:start] + label.words[end:]
        name = " ".join(words[:start] + words[end:])
        return value, Label(rest, name, label.box, label.size) if rest else None
    return None, label


def with_next_lines(label: Label, labels: Sequence[Label]) -> Label:
    """The label with the lines that are set tight under it and over the same width."""
    found = [label]
    for other in labels:
        last = found[-1]
        below = -0.5 * last.size <= other.box[1] - last.box[3] <= _TIGHT * last.size
        lower = other.box[1] > last.box[1] + 0.5 * last.size
        beside = min(last.box[2], other.box[2]) - max(last.box[0], other.box[0]) > 0
        if below and lower and beside and other.value is None and not other.text.isdigit():
            found.append(other)
    return join(found) or label


def explains(used: Iterable[Label], labels: Sequence[Label], box: BBox) -> bool:
    """Whether most labels in ``box`` have a place in the chart: else it is a table or a page."""
    known = {index for label in used for index in label.words}
    inside = [
        label
        for label in labels
        if box[0] <= label.centre[0] <= box[2] and box[1] <= label.centre[1] <= box[3]
    ]
    explained = sum(bool(known.intersection(label.words)) for label in inside)
    return explained >= _EXPLAINED * len(inside)


def around(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around one box or more."""
    found = list(boxes)
    return (
        min(box[0] for box in found),
        min(box[1] for box in found),
        max(box[2] for box in found),
        max(box[3] for box in found),
    )


def _slanted(words: Sequence[PageWord]) -> list[Label]:
    """Runs of words at a slant that the source sets as one line."""
    runs: list[list[tuple[int, PageWord]]] = []
    for index, word in enumerate(words):
        if word.upright:
            continue
        last = runs[-1][-1] if runs else None
        follows = last is not None and index == last[0] + 1 and not last[1].line_break
        if last is None or not follows or not _meet(last[1].box, word.box):
            runs.append([])
        runs[-1].append((index, word))
    return [_label(run, upright=False) for run in runs]


def _meet(a: BBox, b: BBox) -> bool:
    return (
        min(a[2], b[2]) - max(a[0], b[0]) > -_MEETING
        and min(a[3], b[3]) - max(a[1], b[1]) > -_MEETING
    )


def slanted_under(
    labels: Sequence[Label], places: Sequence[float], drop: tuple[float, float]
) -> dict[int, Label]:
    """Slanted labels under ``places`` of the x axis: one for each, all set off alike.

    ``drop`` is the stretch of the page in which they start.
    """
    pitch = min((b - a for a, b in pairwise(places)), default=0.0)
    reach = (places[0] - 2 * pitch, places[-1] + 2 * pitch)
    found = sorted(
        (
            label
            for label in labels
            if drop[0] <= label.box[1] <= drop[1] and reach[0] <= label.centre[0] <= reach[1]
        ),
        key=lambda label: label.box[2],
    )
    if len(found) != len(places) or len(places) < 2:
        return {}
    for edge in (2, 0):
        offsets = [label.box[edge] - x for label, x in zip(found, places, strict=True)]
        if max(offsets) - min(offsets) <= _SET_OFF * pitch and abs(offsets[0]) < 1.5 * pitch:
            return dict(enumerate(found))
    return {}


def _size(word: PageWord) -> float:
    return max(word.size, _SIZE_OF_HEIGHT * (word.bottom - word.top))


def _middle(word: PageWord) -> float:
    return (word.top + word.bottom) / 2


def _cut(row: list[tuple[int, PageWord]]) -> list[Label]:
    """The labels of one line; two numbers without a unit between them are never one label."""
    runs: list[list[tuple[int, PageWord]]] = []
    for index, word in sorted(row, key=lambda item: item[1].x0):
        last = runs[-1][-1][1] if runs else None
        beside = last is not None and word.x0 - last.x1 <= _GAP * max(_size(word), _size(last))
        if last is None or not beside or _both_numbers(last, word):
            runs.append([])
        runs[-1].append((index, word))
    return [_label(run) for run in runs]


def _label(run: list[tuple[int, PageWord]], *, upright: bool = True) -> Label:
    return Label(
        tuple(index for index, _ in run),
        " ".join(word.text for _, word in run),
        around(word.box for _, word in run),
        _size(run[0][1]),
        bold=all(word.bold for _, word in run),
        upright=upright,
    )


def _both_numbers(last: PageWord, word: PageWord) -> bool:
    numbers = _NUMBER.fullmatch(last.text) and _NUMBER.fullmatch(word.text)
    return bool(numbers) and not word.text.startswith("(")
