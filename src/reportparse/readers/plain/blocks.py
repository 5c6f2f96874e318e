"""What each line of a plain text is: heading, paragraph, list item, caption or footnote."""

import re
from typing import NamedTuple

from reportparse.document import BlockKind
from reportparse.layout.wording import (
    NumberedText,
    ends_sentence,
    is_caption,
    is_heading_wording,
    number_depth,
    parse_bare_number,
    parse_bullet,
    parse_footnote_mark,
    parse_letter,
    parse_number,
)
from reportparse.readers.plain.lines import TextLine

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?|-\s*\d{1,4}\s*-", re.IGNORECASE)
_CONTINUES = re.compile(r"[a-z(£&]|\d[\d,.]*%?\s+[a-z]")
_UNFINISHED_CHARS = 40
_FULL_LINE_CHARS = 120
_BARE_NUMBER_STEP = 3


class Opening(NamedTuple):
    """How a line opens: the kind of block it starts, its number, and where its words begin."""

    kind: BlockKind
    number: str | None
    words: str
    depth: int = 0


def opening_of(line: TextLine, *, last_number: int = 0) -> Opening:
    """The kind of block that ``line`` starts if it starts one.

    ``last_number`` is the whole number of the paragraph before; "31 The arrangements" is a
    numbered paragraph only where it follows on.
    """
    text = line.text
    bullet = parse_bullet(text)
    if bullet and not text.startswith("*" * 2):
        inner = parse_number(text[bullet.start :])
        if inner is None:
            return Opening(BlockKind.LIST_ITEM, bullet.number, text[bullet.start :])
        words = text[bullet.start + inner.start :]
        return Opening(BlockKind.PARAGRAPH, inner.number, words, number_depth(inner.number))
    if is_caption(text):
        return Opening(BlockKind.CAPTION, None, text)
    number = parse_number(text) or _next_bare_number(text, last_number)
    if number:
        words = text[number.start :]
        return Opening(BlockKind.PARAGRAPH, number.number, words, number_depth(number.number))
    letter = parse_letter(text)
    if letter:
        return Opening(BlockKind.LIST_ITEM, letter.number, text[letter.start :])
    mark = parse_footnote_mark(text)
    if mark:
        return Opening(BlockKind.FOOTNOTE, mark.number, text[mark.start :])
    return Opening(BlockKind.PARAGRAPH, None, text)


def _next_bare_number(text: str, last_number: int) -> NumberedText | None:
    bare = parse_bare_number(text)
    if bare and 0 < int(bare.number) - last_number <= _BARE_NUMBER_STEP:
        return bare
    return None


def is_page_number(line: TextLine) -> bool:
    """Whether the line holds a page number and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(line.text))


def starts_block(opening: Opening) -> bool:
    """Whether a line with this opening always starts a block of its own."""
    return opening.kind is not BlockKind.PARAGRAPH or opening.number is not None


def wraps_on(previous: TextLine, line: TextLine) -> bool:
    """Whether ``line`` goes on with the block that ``previous`` stands in, no blank between."""
    return not (len(previous.text) >= _FULL_LINE_CHARS and ends_sentence(previous.text)) or (
        line.indent > previous.indent
    )


def resumes(before: str, text: str) -> bool:
    """Whether ``text`` goes on with the sentence that ``before`` broke off at a page end."""
    return (
        len(before) >= _UNFINISHED_CHARS
        and not ends_sentence(before)
        and bool(_CONTINUES.match(text))
    )


def is_heading(
    opening: Opening, line: TextLine, before: TextLine | None, following: TextLine | None
) -> bool:
    """Whether ``line`` is a heading by its words and by standing alone.

    ``before`` and ``following`` are the lines next to it, blank or not; None at the ends.
    """
    if following is None or not is_heading_wording(opening.words):
        return False
    if opening.number is None and before is not None and not before.is_blank:
        return False
    if following.is_blank or following.has_tab:
        return True
    if opening.number is None:
        return False
    next_opening = opening_of(following)
    if starts_block(next_opening):
        return next_opening.depth != opening.depth
    return len(following.text) > len(line.text) and following.text[:1].isupper()
