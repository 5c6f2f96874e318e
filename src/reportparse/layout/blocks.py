"""Blocks of body text: lines that belong together, and what each block is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.document import BBox, BlockKind
from reportparse.document.boxes import union
from reportparse.layout.lines import Line
from reportparse.layout.wording import NumberedText, parse_bare_number, parse_letter, parse_number

_BULLET = re.compile(r"(?P<number>[•▪▫◆❖➢→✓☐☒●○■□◦‣·*]|[-–](?=\s)|o(?=\s))\s*")
# A number that stands alone on its line, before the words it numbers.
_LONE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,5}\.?|\d{1,3}[.)]|\((?:\d{1,3}|[a-z])\)")
_CAPTION = re.compile(
    r"(?:table|graph|figure|chart|fig\.)\s+(?:(?-i:[A-Z]{0,2})[-.]?\d+[a-z]?\b|(?-i:[A-Z])(?=\s*(?:[.:)–—-]|$)))",
    re.IGNORECASE,
)
_CAPTION_LEAD = re.compile(rf"(?:{_CAPTION.pattern})\s?[.:–—-]", re.IGNORECASE)
_CALL_OUT = re.compile(r"[£~<>+-]?\d")
_FOOTNOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?:\s|$)|\d{1,2}(?:\s|$)")
_CONTENTS_HEADING = re.compile(r"(?:table of )?contents|index", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:.*[\s.…])?\d{1,3}")
_LEADER = re.compile(r"\.{4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$")
_CONTENTS_HEAD = 8
_CONTENTS_ENTRIES = 3
_SENTENCE_END = re.compile(r"[.;:,?!]['’\"”)]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")

_PARAGRAPH_GAP = 0.6
_INDENT = 0.9
_SIZE_CHANGE = 0.8
_HEADING_SIZE = 1.12
_HEADING_LENGTH = 160
_TITLE_SIZE = 1.5
_FOOTNOTE_SIZE = 0.93
_FOOTNOTE_TOP = 0.55
_SENTENCE_WORDS = 4


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Lines of one block with the block's kind, printed number and left edge in points."""

    kind: BlockKind
    lines: tuple[Line, ...]
    number: str | None = None
    indent: float = 0.0

    @property
    def order(self) -> int:
        """Index on the page of the first word."""
        return self.lines[0].order

    @property
    def unfinished(self) -> bool:
        """Whether the text breaks off in mid-sentence, to go on in the next block or page."""
        running = self.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        return running and not _SENTENCE_END.search(self.lines[-1].text)

    @property
    def continues(self) -> bool:
        """Whether the text can go on from an unfinished block before it."""
        first = self.lines[0].text[0]
        plain = self.kind is BlockKind.PARAGRAPH and self.number is None
        return plain and (first.islower() or first.isdigit() or first in "(£‘“'\"")

    @property
    def box(self) -> BBox:
        """(x0, top, x1, bottom) around the lines."""
        return union(line.box for line in self.lines) or (0.0, 0.0, 0.0, 0.0)


def find_blocks(lines: Sequence[Line], *, body_size: float, page_height: float) -> list[LineBlock]:
    """Group ``lines`` into blocks and say what each is.

    Args:
        lines: Body lines of one page in reading order.
        body_size: Font size of running text in the document, in points.
        page_height: In points; footnotes stand in the lower half.
    """
    groups: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and groups and not _breaks(groups[-1], previous, line):
            groups[-1].append(line)
        else:
            groups.append([line])
        previous = line
    return [_block(tuple(group), body_size, page_height) for group in groups]


def _breaks(group: list[Line], previous: Line, line: Line) -> bool:
    """Whether ``line`` starts a new block after ``previous``."""
    size = max(previous.size, line.size)
    if len(group) == 1 and _LONE_NUMBER.fullmatch(previous.text):
        return not _belongs_to_number(previous, line)
    gap = line.box[1] - previous.box[3]
    if gap > _PARAGRAPH_GAP * size or line.box[1] < previous.box[1] - size / 2:
        return True
    if abs(line.box[1] - previous.box[1]) < size / 2:
        return True  # side by side: another column
    if min(previous.size, line.size) < _SIZE_CHANGE * size or previous.bold != line.bold:
        return True
    if _BULLET.match(line.text) or _starts_numbered(line, group):
        return True
    if _CAPTION_LEAD.match(line.text):
        return True
    return _is_indented(group, line, size) and bool(_SENTENCE_END.search(previous.text))


def _belongs_to_number(number: Line, line: Line) -> bool:
    """Whether ``line`` holds the words of a number set alone: beside it or just below."""
    if _number(line.text) or _BULLET.match(line.text) or len(line.words) < _SENTENCE_WORDS:
        return False
    size = max(number.size, line.size)
    drop = line.box[1] - number.box[1]
    return -size / 2 < drop < 2 * size and line.box[0] >= number.box[0] - size / 2


def _number(text: str) -> str | None:
    """The printed number or letter that opens ``text``."""
    found = parse_number(text) or _short_bare_number(text) or parse_letter(text)
    return found.number if found else None


def _short_bare_number(text: str) -> NumberedText | None:
    """A number of one or two digits without a stop before a word: "3 The arrangements"."""
    found = parse_bare_number(text)
    return found if found and len(found.number) < 3 and text[found.start].isalpha() else None


def _starts_numbered(line: Line, group: list[Line]) -> bool:
    number = _number(line.text)
    if number is None:
        return False
    first = _number(group[0].text)
    # A figure that wraps to the start of a line ("... of whom / 12 live") is no paragraph number:
    # numbers either carry a stop or stand where the block's own number stands.
    stopped = "." in number or ")" in number
    aligned = abs(line.box[0] - group[0].box[0]) < line.size * _INDENT
    return stopped and aligned if not first else aligned and stopped


def _is_indented(group: list[Line], line: Line, size: float) -> bool:
    left = group[1].box[0] if len(group) > 1 else group[0].box[0]
    return abs(line.box[0] - left) > _INDENT * size and line.box[0] != group[0].box[0]


def _block(lines: tuple[Line, ...], body_size: float, page_height: float) -> LineBlock:
    first = lines[0]
    text = " ".join(line.text for line in lines)
    bullet = _BULLET.match(first.text)
    if bullet:
        return LineBlock(BlockKind.LIST_ITEM, lines, bullet["number"], first.box[0])
    if _is_footnote(first, body_size, page_height):
        return LineBlock(BlockKind.FOOTNOTE, lines)
    number = _number(text)
    if _CAPTION.match(text) and len(text) < _HEADING_LENGTH:
        return LineBlock(BlockKind.CAPTION, lines)
    if _is_heading(lines, text, body_size):
        kind = BlockKind.TITLE if first.size >= _TITLE_SIZE * body_size else BlockKind.HEADING
        return LineBlock(kind, lines, number)
    return LineBlock(BlockKind.PARAGRAPH, lines, number, first.box[0])


def _is_footnote(first: Line, body_size: float, page_height: float) -> bool:
    return (
        first.box[1] > _FOOTNOTE_TOP * page_height
        and first.size <= _FOOTNOTE_SIZE * body_size
        and bool(_FOOTNOTE.match(first.text))
    )


def _is_heading(lines: tuple[Line, ...], text: str, body_size: float) -> bool:
    if len(text) > _HEADING_LENGTH or not any(char.isalpha() for char in text):
        return False
    if _CALL_OUT.match(text) and _number(text) is None:
        return False
    large = all(line.size >= _HEADING_SIZE * body_size for line in lines)
    bold = all(line.bold for line in lines)
    if not large and (not bold or _SENTENCE_END.search(text)):
        return False
    return large or len(lines) <= 3


def is_contents_page(lines: Sequence[Line]) -> bool:
    """Whether the page is a list of contents: headed so, or full of dotted leaders."""
    headed = any(_CONTENTS_HEADING.fullmatch(line.text) for line in lines[:_CONTENTS_HEAD])
    numbered = sum(bool(_CONTENTS.fullmatch(line.text)) for line in lines)
    leaders = sum(bool(_LEADER.search(line.text)) for line in lines)
    if headed:
        return numbered >= _CONTENTS_ENTRIES
    return leaders >= _CONTENTS_ENTRIES and 2 * leaders >= len(lines)


def reading_order(blocks: list[LineBlock]) -> list[LineBlock]:
    """Blocks in reading order: as the source has them unless that runs up the page.

    Word processors write pages in reading order. Where a program did not, blocks that stand
    above one another are put in order from the top.
    """
    wrong = sum(_overlaps(a.box, b.box) and b.box[3] <= a.box[1] for a, b in pairwise(blocks))
    if wrong == 0 or len(blocks) < 2:
        return blocks
    ordered: list[LineBlock] = []
    for block in blocks:
        place = len(ordered)
        while (
            place
            and _overlaps(ordered[place - 1].box, block.box)
            and (block.box[3] <= ordered[place - 1].box[1] + 1.0)
        ):
            place -= 1
        ordered.insert(place, block)
    return ordered


def _overlaps(a: BBox, b: BBox) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 0
