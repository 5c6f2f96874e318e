"""The lines of a text with their places, and the runs of lines that stand together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
        """Spaces before the first word."""
        return len(self.raw) - len(self.raw.lstrip(" \N{NO-BREAK SPACE}"))

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

    @property
    def has_tab(self) -> bool:
        """Whether the line has cells: a tab that is not mere indentation."""
        return "\t" in self.raw and bool(self.text)

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
