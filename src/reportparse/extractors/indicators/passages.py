"""The running text of a document in passages: paragraphs, list items, call-outs, prose in cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import Block, BlockKind, Document

_PROSE = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
_HEADINGS = {BlockKind.HEADING, BlockKind.TITLE}
_BARE_FIGURE = re.compile(
    r"\s*(?:(?:over|around|about|nearly|up to)\s)?[£]?\d[\d,.]*\s?(?:%|k|m|bn|million|weeks?|"
    r"days?|months?|per cent|st|nd|rd|th)?"
    r"(?:\s*(?:to|➜|→|-)\s*[£]?\d[\d,.]*\s?(?:%|m|k|weeks?|days?)?)?\s*$"
    r"|\s*(?:zero|none|one|two|three|four|five|six|seven|eight|nine|ten)\s*$",
    re.IGNORECASE,
)
_NUMBERS_ONLY = re.compile(r"^[\s\d.,%£+/-]+$")
_BULLET_LEAD = re.compile(r"\s*[-•▪●*–]?\s*")
_SPACE_LEAD = re.compile(r"\s*")
_AFTER_NUMBER = re.compile(r"[.)]?\s*")
_MARK = re.compile(r"\s*(?:[-•▪●◦*–o■□]|\(?[a-z\d]{1,3}[.)])\s+")
_INNER_BREAK = re.compile(r"\s*(?:</?(?:p|ul|ol|li|br)\b[^>]*>\s*)+[•▪●]?\s*|\s[•▪●]\s")
_AXIS = re.compile(r"(?:(?<!\S)\d[\d.,]*%?\s+){4,}")
_CELL_WORDS = 14
_SET_IN = 12.0
_HAS_UNIT = re.compile(r"[£%]|\d(?:m|k|bn)\b|\d,\d{3}|\d\.\d|weeks?|days?|months?|million|per cent")
_KEY = re.compile(r"\b(?:target|within|tolerance|below|above|on track|off track)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|remains?|rated|moved|turned|went)\b")
_KEY_COLOURS = 2
_CAPTION_WORDS = 14
_LARGER = 1.4


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text read as one; ``text[start_char:end_char]`` without its bullet or number.

    ``level`` is 0 for a paragraph and the depth of a list item; headings are passed on so that
    what follows knows them. ``number`` is the number printed before it.
    """

    start_char: int
    end_char: int
    level: int = 0
    is_heading: bool = False
    number: str | None = None


def find_passages(document: Document) -> Iterator[Passage]:
    """Passages in order of the text; chart labels and data cells are left out."""
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CONTENTS]
    head: Block | None = None
    index = 0
    while index < len(blocks):
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        index += 1
        head = _list_head(document, block, head)
        if block.kind is BlockKind.TABLE:
            yield from _prose_cells(document, block)
        elif following is not None and _is_callout(document, block, following):
            yield Passage(block.start_char, following.end_char)
            index += 1
        elif block.kind in _HEADINGS:
            yield Passage(block.start_char, block.end_char, is_heading=True)
        elif block.number and _is_answer(document, block):
            yield Passage(_after_mark(document, block), block.end_char, number=block.number)
        elif block.kind in _PROSE and (cells := _call_out_cells(document, block)):
            yield from cells
        elif block.kind in _PROSE and _is_prose(document, block):
            start = _after_mark(document, block)
            level = block.level if block.kind is BlockKind.LIST_ITEM else 0
            if head is not None and block is not head:
                level = head.level + 1
            if level == 0 and _INNER_BREAK.search(document.text, start, block.end_char):
                yield from _bulleted(document, start, block.end_char)
            else:
                yield Passage(start, block.end_char, level=level, number=block.number)


def is_bare_figure(text: str) -> bool:
    """Whether ``text`` is a figure and no more, as call-outs set it."""
    return bool(_BARE_FIGURE.match(text))


def _list_head(document: Document, block: Block, head: Block | None) -> Block | None:
    """The list item whose paragraphs, set in under it, ``block`` is one of, or ``block`` itself."""
    if block.kind is BlockKind.LIST_ITEM:
        opens = document.text[block.start_char : block.end_char].rstrip().endswith(":")
        return block if opens else None
    if block.kind is not BlockKind.PARAGRAPH or head is None or not (block.bbox and head.bbox):
        return None
    return head if block.bbox[0] > head.bbox[0] + _SET_IN else None


def _is_answer(document: Document, block: Block) -> bool:
    """Whether a numbered figure alone answers a question that was asked before it."""
    text = document.text[_after_mark(document, block) : block.end_char]
    return is_bare_figure(text) and "?" in document.text[: block.start_char]


def _is_callout(document: Document, block: Block, following: Block) -> bool:
    """Whether a figure set alone is explained by the block after it."""
    if following.kind not in _PROSE or block.page != following.page:
        return False
    text = document.text[block.start_char : block.end_char]
    words = document.text[following.start_char : following.end_char]
    if not _BARE_FIGURE.match(text) or len(words.split()) <= 2:
        return False
    return words[:1].islower() or _captions(document, (block, following))


def _captions(document: Document, blocks: tuple[Block, Block]) -> bool:
    """Whether a block that starts with a capital is the caption of the figure before it.

    A bare number may be that of a paragraph: it must be set in larger type than its caption.
    """
    text, words = (document.text[each.start_char : each.end_char].strip() for each in blocks)
    if len(words.split()) > _CAPTION_WORDS or words.endswith((".", ":", ";", ",")):
        return False
    if not words[:1].isalpha() or _MARK.match(words):
        return False
    sizes = [_size(document, each) for each in blocks]
    return bool(_HAS_UNIT.search(text)) or sizes[0] >= _LARGER * sizes[1] > 0


def _size(document: Document, block: Block) -> float:
    """The largest font of a block; 0 where the source gives no sizes."""
    page = document.page_at(block.start_char)
    words = page.words.between(block.start_char, block.end_char) if page else []
    return max((word.size for word in words), default=0.0)


def _call_out_cells(document: Document, block: Block) -> list[Passage]:
    """The cells of a row of call-outs, each a figure over its words; empty for any other row."""
    text = document.text[block.start_char : block.end_char]
    cells: list[Passage] = []
    start = block.start_char
    for cell in text.split("\t"):
        figure, _, words = cell.strip().partition("\n")
        if cell.strip():
            if not _BARE_FIGURE.match(figure) or not words.strip()[:1].isalpha():
                return []
            cells.append(Passage(start, start + len(cell)))
        start += len(cell) + 1
    return cells if len(cells) > 1 else []


def _is_prose(document: Document, block: Block) -> bool:
    text = document.text[_after_mark(document, block) : block.end_char]
    if _is_key(text):
        return False
    if _is_row(text) or _NUMBERS_ONLY.match(text) or _AXIS.search(text):
        return "<p>" in text or "• " in text
    return len(text.split()) > (1 if block.kind is BlockKind.LIST_ITEM else 2)


def _is_key(text: str) -> bool:
    """Whether a line explains the colours of ratings: "Green target met  Amber within 10%"."""
    lowered = text.lower()
    colours = sum(colour in lowered for colour in ("green", "amber", "red", "grey", "blue"))
    return colours >= _KEY_COLOURS and not _VERB.search(lowered) and bool(_KEY.search(lowered))


def _is_row(text: str) -> bool:
    """Whether tabs set the words out as the row of a table, not as an indent or after a number."""
    tabs = sum(line.strip().count("\t") for line in text.splitlines())
    return tabs > 1 or (tabs == 1 and len(text.split()) < _CELL_WORDS)


def _after_mark(document: Document, block: Block) -> int:
    """Where the words of a block start, after its bullet and its printed number."""
    text = document.text[block.start_char : block.end_char]
    if block.number:
        for lead in (_BULLET_LEAD.match(text), _SPACE_LEAD.match(text)):
            if lead and text.startswith(block.number, lead.end()):
                after = _AFTER_NUMBER.match(text, lead.end() + len(block.number))
                return block.start_char + (after.end() if after else 0)
    match = _MARK.match(text) if block.kind is BlockKind.LIST_ITEM else None
    return block.start_char + (match.end() if match else 0)


def _prose_cells(document: Document, block: Block) -> Iterator[Passage]:
    """Cells of a table that hold sentences, which are read as such."""
    table = next((table for table in document.tables if table.id == block.table), None)
    if table is None:
        return
    for cell in table.cells:
        if len(cell.text.split()) >= _CELL_WORDS and ". " in f"{cell.text} ":
            yield from _bulleted(document, cell.start_char, cell.end_char)


def _bulleted(document: Document, start: int, end: int) -> Iterator[Passage]:
    """A run of text cut at the bullets and tags inside it."""
    text = document.text[start:end]
    position = 0
    for match in _INNER_BREAK.finditer(text):
        if text[position : match.start()].strip():
            yield Passage(start + position, start + match.start())
        position = match.end()
    if text[position:].strip():
        yield Passage(start + position, end)
