"""Lines of a page: words that stand side by side on one baseline, in the order of the source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportparse.document import BBox
from reportparse.layout.page import PageWord

# Words further apart than this, in font sizes, stand in different columns.
_COLUMN_GAP = 2.5
_SAME_LINE_OVERLAP = 0.5
_BOLD_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; ``order`` is the index of its first word in ``PageContent.words``.

    ``box`` is (x0, top, x1, bottom) around the words; ``size`` the font size of most characters;
    ``bold`` is true where nearly all characters are.
    """

    words: tuple[PageWord, ...]
    order: int
    text: str
    box: BBox
    size: float
    bold: bool


def line_of(words: Sequence[PageWord], order: int) -> Line:
    """The line that ``words`` make, the first of which stands at index ``order``."""
    x0s, tops, x1s, bottoms = zip(*[word.box for word in words], strict=True)
    return Line(
        words=tuple(words),
        order=order,
        text=join_words(words),
        box=(min(x0s), min(tops), max(x1s), max(bottoms)),
        size=_size(words),
        bold=_is_bold(words),
    )


def _size(words: Sequence[PageWord]) -> float:
    """The size, to a tenth of a point, of most characters; the larger of two as frequent."""
    if len({word.size for word in words}) == 1:
        return round(words[0].size, 1)
    sizes: dict[float, int] = {}
    for word in words:
        key = round(word.size, 1)
        sizes[key] = sizes.get(key, 0) + len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _is_bold(words: Sequence[PageWord]) -> bool:
    bold = sum([len(word.text) for word in words if word.bold])
    return bold > 0 and bold >= _BOLD_SHARE * sum([len(word.text) for word in words])


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def printed_text(word: PageWord) -> str:
    """Text of a word as it goes into the document: footnote marks as raised digits."""
    return word.text.translate(_SUPERSCRIPTS) if word.raised else word.text


def separator(word: PageWord, following: PageWord) -> str:
    """What stands between two words of a line: nothing before a raised mark."""
    return "" if following.raised and following.x0 - word.x1 < word.size else " "


def join_words(words: Sequence[PageWord]) -> str:
    """Text of ``words`` as it goes into the document."""
    if not any(word.raised for word in words):
        return " ".join([word.text for word in words])
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
            lines.append(line_of(current, order))
            current = []
        if not current:
            order = index
        current.append(word)
    if current:
        lines.append(line_of(current, order))
    return lines


def _continues(previous: PageWord, word: PageWord) -> bool:
    overlap = min(previous.bottom, word.bottom) - max(previous.top, word.top)
    height = min(previous.bottom - previous.top, word.bottom - word.top)
    if overlap < _SAME_LINE_OVERLAP * height:
        return False
    gap = word.x0 - previous.x1
    size = max(previous.size, word.size)
    return -size <= gap <= _COLUMN_GAP * size
