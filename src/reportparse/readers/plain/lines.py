"""The lines of a text with their places, and the runs of lines that stand together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportparse.layout.wording import parse_bullet, parse_letter, parse_number

_TAB_WIDTH = 4
# A line set in by tabs: few before its words, none after them, no cell written in HTML.
_INDENTED = re.compile(r"[ ]*\t{0,2}[ ]*[^\s<].*[^\t]", re.DOTALL)
_WORDS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class TextLine:
    """One line; ``start_char`` is the offset of ``raw`` in the text, ``indent`` in spaces."""

    raw: str
    start_char: int

    @cached_property
    def text(self) -> str:
        """The line without the space around it."""
        return self.raw.strip()

    @cached_property
    def indent(self) -> int:
        """Columns before the first word."""
        before = self.raw[: len(self.raw) - len(self.raw.lstrip())]
        return len(before.expandtabs(_TAB_WIDTH))

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.start_char + len(self.raw) - len(self.raw.lstrip())

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.start_char + len(self.raw.rstrip())

    @property
    def is_blank(self) -> bool:
        """Whether the line holds no words."""
        return not self.text

    @cached_property
    def has_tab(self) -> bool:
        """Whether the line has cells: a tab that neither indents it nor follows its number."""
        if "\t" not in self.raw or not self.text:
            return False
        if not _INDENTED.fullmatch(self.raw):
            return True
        bullet = parse_bullet(self.text)
        marked = bullet or parse_number(self.text) or parse_letter(self.text)
        if marked and (bullet or self.text[marked.start].isalpha()):
            return "\t" in self.text[marked.start :]
        return "\t" in self.text

    @cached_property
    def is_rule(self) -> bool:
        """Whether the line is drawn with signs ("-----", "_.") and holds no words."""
        return bool(self.text) and not _WORDS.search(self.text)


def split_lines(text: str) -> Iterator[TextLine]:
    """All lines of ``text``, blank ones too."""
    start = 0
    for raw in text.split("\n"):
        yield TextLine(raw, start)
        start += len(raw) + 1
