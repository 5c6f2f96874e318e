"""Lines of a page: words that stand side by side on one baseline, in the order of the source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportparse.document import BBox
from reportparse.layout.page import PageWord

# Words further apart than this, in font sizes, stand in different columns.
_COLUMN_GAP = 2.5
_SAME_LINE_OVERLAP = 0.5
_BOLD_SHARE = 0.8


@dataclass(frozen=True)
class Line:
    """A line of words; ``order`` is the index of its first word in ``PageContent.words``."""

    words: tuple[PageWord, ...]
    order: int

    @cached_property
    def box(self) -> BBox:
        """(x0, top, x1, bottom) around the words."""
        return (
            min(word.x0 for word in self.words),
            min(word.top for word in self.words),
            max(word.x1 for word in self.words),
            max(word.bottom for word in self.words),
        )

    @cached_property
    def text(self) -> str:
        """Words joined by single spaces; a raised mark follows its word without one."""
        return join_words(self.words)

    @cached_property
    def size(self) -> float:
        """Font size of most of the characters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            key = round(word.size, 1)
            sizes[key] = sizes.get(key, 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def bold(self) -> bool:
        """Whether nearly all characters are bold."""
        total = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) >= _BOLD_SHARE * total


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def printed_text(word: PageWord) -> str:
    """Text of a word as it goes into the document: footnote marks as raised digits."""
    return word.text.translate(_SUPERSCRIPTS) if word.raised else word.text


def separator(word: PageWord, following: PageWord) -> str:
    """What stands between two words of a line: nothing before a raised mark."""
    return "" if following.raised and following.x0 - word.x1 < word.size else " "


def join_words(words: Sequence[PageWord]) -> str:
    """Text of ``words`` as it goes into the document."""
    pieces = []
    for index, word in enumerate(words):
        if index:
            pieces.append(separator(words[index - 1], word))
        pieces.append(printed_text(word))
    return "".join(pieces)


def find_lines(words: Iterable[tuple[int, PageWord]]) -> list[Line]:
    """Group ``words``, given with their index on the page, into lines.

    A line goes on while the next word stands to the right on the same baseline and within
    the column gap. Words set along the vertical are left out.
    """
    lines: list[Line] = []
    current: list[PageWord] = []
    order = 0
    for index, word in words:
        if not word.upright:
            continue
        if current and not _continues(current[-1], word):
            lines.append(Line(tuple(current), order))
            current = []
        if not current:
            order = index
        current.append(word)
    if current:
        lines.append(Line(tuple(current), order))
    return lines


def _continues(previous: PageWord, word: PageWord) -> bool:
    overlap = min(previous.bottom, word.bottom) - max(previous.top, word.top)
    height = min(previous.bottom - previous.top, word.bottom - word.top)
    if overlap < _SAME_LINE_OVERLAP * height:
        return False
    gap = word.x0 - previous.x1
    size = max(previous.size, word.size)
    return -size <= gap <= _COLUMN_GAP * size
