"""HTML tables written out inside plain text, with the places of their cells."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportparse.document import BlockKind
from reportparse.layout.wording import parse_bullet
from reportparse.readers.plain.fields import Field, plain_text

_OPEN = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_PART = re.compile(
    r"<caption\b[^<>]*>(?P<caption>.*?)</caption\s*>|<(?P<row>tr)\b[^<>]*>"
    r"|<(?P<cell>t[hd])\b(?P<attributes>[^<>]*)>(?P<text>.*?)(?=</?t[hdr]\b|</t(?:able|body|head)\b|$)",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(
    r"\t+|(?:</?(?:p|ul|ol|li|div|table|tr|td|th|h[1-6]|br)\b[^<>]*>)|(?<=\s)(?=[•▪●]\s)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?P<axis>row|col)span\s*=\s*[\"']?(?P<count>\d{1,3})", re.IGNORECASE)


class MarkupCell(NamedTuple):
    """A cell of a written-out table; ``is_header`` for ``th``."""

    field: Field
    row_span: int
    column_span: int
    is_header: bool


class MarkupTable(NamedTuple):
    """A table written out in HTML: where it stands, its caption and its rows."""

    start_char: int
    end_char: int
    caption: str | None
    rows: tuple[tuple[MarkupCell, ...], ...]

    @property
    def n_header_rows(self) -> int:
        """Rows at the top that hold nothing but ``th``."""
        return next(
            (
                index
                for index, row in enumerate(self.rows)
                if not all(cell.is_header for cell in row)
            ),
            len(self.rows),
        )


def find_pieces(text: str, start: int, end: int) -> Iterator[tuple[BlockKind, int, int]]:
    """Paragraphs and list items of running text, parted by tabs, block tags and bullets."""
    edges = [match.span() for match in _BREAK.finditer(text, start, end)]
    starts = [start, *(edge_end for _, edge_end in edges)]
    ends = [*(edge_start for edge_start, _ in edges), end]
    for piece_start, piece_end in zip(starts, ends, strict=True):
        raw = text[piece_start:piece_end]
        words = raw.strip()
        if plain_text(words):
            begin = piece_start + len(raw) - len(raw.lstrip())
            kind = BlockKind.LIST_ITEM if parse_bullet(words) else BlockKind.PARAGRAPH
            yield kind, begin, begin + len(words)


def find_markup_tables(text: str, start: int, end: int) -> Iterator[MarkupTable]:
    """Tables written out between the offsets ``start`` and ``end`` of ``text``."""
    position = start
    while opening := _OPEN.search(text, position, end):
        closing = _CLOSE.search(text, opening.end(), end)
        if closing is None:
            return
        position = closing.end()
        caption, rows = _parts(text, opening.end(), closing.start())
        yield MarkupTable(opening.start(), position, caption, rows)


def _parts(
    text: str, start: int, end: int
) -> tuple[str | None, tuple[tuple[MarkupCell, ...], ...]]:
    caption = None
    rows: list[list[MarkupCell]] = [[]]
    for part in _PART.finditer(text, start, end):
        if part["row"]:
            rows.append([])
        elif part["cell"]:
            rows[-1].append(_cell(part))
        else:
            caption = plain_text(part["caption"]) or None
    return caption, tuple(tuple(row) for row in rows if row)


def _cell(part: re.Match[str]) -> MarkupCell:
    spans = {
        found["axis"].lower(): int(found["count"]) for found in _SPAN.finditer(part["attributes"])
    }
    raw = part["text"]
    start = part.start("text") + len(raw) - len(raw.lstrip())
    field = Field(plain_text(raw), start, start + len(raw.strip()))
    return MarkupCell(
        field,
        max(1, spans.get("row", 1)),
        max(1, spans.get("col", 1)),
        part["cell"].lower() == "th",
    )
