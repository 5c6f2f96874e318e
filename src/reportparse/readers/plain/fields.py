"""Rows of tab-separated fields with their places in the text."""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.readers.plain.lines import TextLine

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")


class Field(NamedTuple):
    """The words between two tabs; an empty field begins and ends at its tab."""

    text: str
    start_char: int
    end_char: int

    def joined(self, following: "Field", *, space: str = " ") -> "Field":
        """The field with the words of ``following`` after its own."""
        if not self.text:
            return following
        return Field(
            f"{self.text}{space}{following.text}".strip(), self.start_char, following.end_char
        )


Row = list[Field]


def plain_text(raw: str) -> str:
    """Words of ``raw`` on one line, HTML tags as spaces and entities as what they stand for."""
    if "<" in raw:
        raw = _TAG.sub(" ", raw)
    if "&" in raw:
        raw = _ENTITY.sub(lambda match: html.unescape(match.group()), raw)
    return " ".join(raw.split())


def split_fields(line: TextLine) -> Row:
    """The fields of ``line``."""
    fields = []
    start = line.start_char
    for raw in line.raw.split("\t"):
        lead = len(raw) - len(raw.lstrip())
        words = raw.strip()
        begin = start + (lead if words else 0)
        fields.append(Field(plain_text(words), begin, begin + len(words)))
        start += len(raw) + 1
    return fields


def filled(row: Sequence[Field]) -> list[int]:
    """Columns of ``row`` that hold words."""
    return [column for column, field in enumerate(row) if field.text]


def has_figures(row: Sequence[Field]) -> bool:
    """Whether a field of ``row`` after the first is a figure."""
    return any(kind_of(field.text) is CellKind.VALUE for field in row[1:])


def empty_field(place: int) -> Field:
    """A field without words at ``place``."""
    return Field("", place, place)


def padded(row: Row, width: int) -> Row:
    """``row`` with empty fields at its right up to ``width``."""
    place = row[-1].end_char if row else 0
    return [*row, *(empty_field(place) for _ in range(width - len(row)))]


def join_broken_rows(rows: Sequence[Row]) -> list[Row]:
    """Rows whose stub runs over two lines made one.

    The stub goes on where a row holds nothing but words that start in lower case, or where the
    row after a lone stub does.
    """
    joined: list[Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before is None or not row[0].text[:1].islower() or not before[0].text:
            joined.append(row)
        elif filled(before) == [0]:
            joined[-1] = [before[0].joined(row[0]), *row[1:]]
        elif filled(row) == [0]:
            # The values of the first line stand between the two parts: the place stays theirs.
            text = f"{before[0].text} {row[0].text}"
            joined[-1] = [before[0]._replace(text=text), *before[1:]]
        else:
            joined.append(row)
    return joined
