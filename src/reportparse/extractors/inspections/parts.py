"""The two services that a safeguarding and looked-after inspection judges apart (SLAC 2009-12)."""

import re
from bisect import bisect_right

from reportparse.document import Document, normalise

_SAFEGUARDING = "safeguarding"
_LOOKED_AFTER = "looked_after_children"
_HEADING_LENGTH = 90
_MARK = re.compile(
    r"(?:the inspection outcomes\s*[:-]?\s*)?(?:\d+\.?\s+)?(?:section \w+\s*[:-]?\s*)?"
    r"(?:(?P<safeguarding>safeguarding(?: services)?)"
    r"|(?P<looked_after>(?:services for )?looked after children(?: and young people)?"
    r"(?: services)?))\s*\d*",
    re.IGNORECASE,
)


class PartFinder:
    """Tells which of the two services a place in the report speaks of."""

    def __init__(self, document: Document) -> None:
        self._offsets: list[int] = []
        self._parts: list[str] = []
        offset = 0
        for line in document.text.split("\n"):
            text = normalise(line).text.strip()
            match = _MARK.fullmatch(text) if 0 < len(text) <= _HEADING_LENGTH else None
            if match:
                self._offsets.append(offset)
                self._parts.append(_SAFEGUARDING if match["safeguarding"] else _LOOKED_AFTER)
            offset += len(line) + 1

    def part_at(self, offset: int) -> str | None:
        """The part whose heading stands last before ``offset``; None before the first."""
        index = bisect_right(self._offsets, offset) - 1
        return self._parts[index] if index >= 0 else None
