"""Words of a region grouped into lines, and lines cut into pieces at wide gaps and at rulings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportparse.document import BBox
from reportparse.layout.page import PageWord

Words = Sequence[PageWord] | Mapping[int, PageWord]

# Gap between two words, in font sizes, above which they belong to different columns.
WIDE_GAP = 0.9
_VALUE_GAP = 0.55
_SIGNS = frozenset("$£€¥")
_SAME_BASELINE = 0.38
_DESCENT = 0.22

_LEADER_ENDS = frozenset("._…")
_LEADER = re.compile(r"(?:\.{3,}|…+|_{3,})$")
_NOTE_MARK = re.compile(r"^\(?\d{1,2}/$")
_VALUE = re.compile(
    r"""^[(\[<>~≤≥±+\-–—−‐$£€¥]*\s?(?:
        \d[\d,.:/\s]*(?:[-–—]\s?[-–−]?\d[\d,.]*)?(?:\s?[%‰])?(?:\s?(?:bn|m|k|million|billion|thousand|days|weeks|pp))?
        |[.]\d+%?
        )[)\]*†‡§%a-e]*(?:\s?[perc]|\s?\[[perc]\]|\s?[↑↓→←↔▲▼◄►])?(?:\s?\([^()]{1,12}\))?$""",
    re.VERBOSE,
)
_MISSING = re.compile(
    r"^(?:[-–—−‐:*…x†.]{1,4}|n/?\.?[aks]\.?/?|[↑↓→←↔▲▼◄►]{1,2}|\([a-zA-Z*]{1,2}\)|\[[a-z]\]|nil|none)$",
    re.IGNORECASE,
)

_PERIOD = re.compile(r"^(?:19|20)\d\d(?:[-–/]\d{2,4})?[a-z*†‡]{0,2}$")


def is_value(text: str) -> bool:
    """Whether ``text`` is what a data cell holds: a figure with its signs, or a missing mark."""
    if _NOTE_MARK.match(text):
        return False
    return bool(_VALUE.match(text)) or bool(_MISSING.match(text))


def is_period(text: str) -> bool:
    """Whether ``text`` is a year or a span of years, as column headers are."""
    return bool(_PERIOD.match(text))


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words of one line, ``words`` as indices into ``PageContent.words``."""

    words: tuple[int, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    size: float
    bold: bool

    @property
    def box(self) -> BBox:
        """(x0, top, x1, bottom)."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def n_words(self) -> int:
        """How many words it has; the dots of a leader are none."""
        return sum([word.isalnum() or any(map(str.isalnum, word)) for word in self.text.split()])

    @property
    def value(self) -> bool:
        """Whether the piece reads as the content of a data cell."""
        return is_value(self.text)


@dataclass(frozen=True, slots=True)
class TextLine:
    """The pieces on one baseline, from left to right."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    baseline: float

    @property
    def x0(self) -> float:
        """Left end of the first piece."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """Right end of the last piece."""
        return self.pieces[-1].x1

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top


def lines_of(
    words: Words,
    indices: Iterable[int],
    *,
    cuts: Sequence[BBox] = (),
    gap: float = WIDE_GAP,
) -> list[TextLine]:
    """Lines of the given words from top to bottom.

    Args:
        words: Words by index.
        indices: The words to group.
        cuts: Upright rulings (x, top, x, bottom); no piece crosses one.
        gap: Widest gap inside a piece, in font sizes.
    """
    groups: list[tuple[float, list[int]]] = []
    for baseline, index in sorted((_baseline(words, index), index) for index in indices):
        size = max(words[index].size, 4.0)
        if groups and baseline - groups[-1][0] <= _SAME_BASELINE * size:
            groups[-1][1].append(index)
        else:
            groups.append((baseline, [index]))
    return [_line(words, members, baseline, cuts, gap) for baseline, members in groups]


def _baseline(words: Words, index: int) -> float:
    """Height of the line the word stands on; a raised mark stands on its neighbour's."""
    word = words[index]
    if word.raised and index > 0:
        before = words[index - 1]
        if abs(before.x1 - word.x0) < word.size and before.top - 2 <= word.top < before.bottom:
            word = before
    return word.bottom - _DESCENT * (word.bottom - word.top)


def _line(
    words: Words,
    members: list[int],
    baseline: float,
    cuts: Sequence[BBox],
    gap: float,
) -> TextLine:
    members.sort(key=lambda index: words[index].x0)
    runs: list[list[int]] = [[members[0]]]
    for index in members[1:]:
        before, word = words[runs[-1][-1]], words[index]
        if _is_wide(before, word, gap) or (cuts and _is_cut(before, word, cuts)):
            runs.append([index])
        else:
            runs[-1].append(index)
    pieces = tuple(piece_of(words, run) for run in runs)
    return TextLine(
        pieces,
        min(piece.top for piece in pieces),
        max(piece.bottom for piece in pieces),
        baseline,
    )


def _is_wide(before: PageWord, word: PageWord, gap: float) -> bool:
    """Whether two neighbours of a line stand too far apart for one cell; figures need less."""
    between = word.x0 - before.x1
    size = max(word.size, before.size, 4.0)
    if between > gap * size:
        return before.text not in _SIGNS or between > 6 * size
    if before.text[-1] in _LEADER_ENDS and _LEADER.search(before.text) and is_value(word.text):
        return True
    if between <= _VALUE_GAP * size:
        return False
    return is_value(before.text) and is_value(word.text)


def _is_cut(before: PageWord, word: PageWord, cuts: Sequence[BBox]) -> bool:
    """Whether an upright ruling stands between two neighbours of a line."""
    middle = (word.top + word.bottom) / 2
    left, right = (before.x0 + before.x1) / 2, (word.x0 + word.x1) / 2
    return any(left < cut[0] < right and cut[1] <= middle <= cut[3] for cut in cuts)


def piece_of(words: Words, run: Sequence[int]) -> Piece:
    """One piece of the given words, which stand from left to right."""
    found = [words[index] for index in run]
    plain = [word.text for word in found if not word.raised]
    return Piece(
        tuple(run),
        found[0].x0,
        min([word.top for word in found]),
        max([word.x1 for word in found]),
        max([word.bottom for word in found]),
        " ".join(plain) if plain else found[0].text,
        max([word.size for word in found]),
        all(word.bold for word in found),
    )
