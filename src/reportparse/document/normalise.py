"""Text made fit for matching, with the way back to the text as printed.

Curly quotes, the dash family, odd spaces and ligatures are folded, soft hyphens and raised
footnote marks dropped, and a word broken over a line end is joined. Offsets map back, so that a
quote always shows what the page shows.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_DROPPED = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOLDS = {
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "\N{EN SPACE}": " ",
    "\N{EM SPACE}": " ",
    "\N{FIGURE SPACE}": " ",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "ft",
    "ﬆ": "st",
    "…": "...",
    **dict.fromkeys(_DROPPED, ""),
}
_MOVED = "".join(char for char, fold in _FOLDS.items() if len(fold) != 1)
_CHANGES = re.compile(
    r"(?P<broken>(?<=[a-z])[-\N{SOFT HYPHEN}\u2010\u2011][ ]?\n[ ]?(?=[A-Za-z]))"
    rf"|(?P<space>[{_DROPPED}]*\s(?:\s|[{_DROPPED}])+|[{_DROPPED}]+\s|[\n\t\r\f\v])"
    "|(?P<fold>[" + "".join(_FOLDS) + "])"
)
# What changes the number of characters, so that offsets move.
_MOVES = re.compile(r"[-\N{SOFT HYPHEN}\u2010\u2011] ?\n|\s\s|[" + _MOVED + "]")
_IN_PLACE = str.maketrans(
    {char: fold for char, fold in _FOLDS.items() if len(fold) == 1}
    | dict.fromkeys("\n\t\r\f\v", " ")
)


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """Cleaned ``text`` beside the ``raw`` text that it was made from."""

    raw: str
    text: str
    _clean: tuple[int, ...]
    _raw: tuple[int, ...]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open span of the cleaned span ``start`` to ``end``."""
        return self._offset(start), self._offset(end - 1) + 1 if end > start else self._offset(
            start
        )

    def _offset(self, position: int) -> int:
        """Raw offset of the cleaned character at ``position``."""
        index = bisect_right(self._clean, position) - 1
        raw = self._raw[index] + position - self._clean[index]
        following = self._raw[index + 1] if index + 1 < len(self._raw) else len(self.raw)
        return min(raw, max(following - 1, self._raw[index]))


def normalise(raw: str) -> NormalisedText:
    """Clean ``raw`` for matching: single spaces, straight quotes, plain hyphens, whole words.

    A hyphen at a line end between letters stays ("multi-agency"), since most such
    breaks in reports stand in compounds; only the line break goes. Repeatable: cleaning cleaned
    text changes nothing.
    """
    if not _MOVES.search(raw):
        return NormalisedText(raw, raw.translate(_IN_PLACE), (0,), (0,))
    pieces: list[str] = []
    clean_anchors = [0]
    raw_anchors = [0]
    length = 0
    position = 0
    for match in _CHANGES.finditer(raw):
        replacement = _replacement(match)
        if replacement == match.group():
            continue
        kept = raw[position : match.start()]
        pieces.append(kept)
        length += len(kept)
        clean_anchors.append(length)
        raw_anchors.append(match.start())
        pieces.append(replacement)
        length += len(replacement)
        clean_anchors.append(length)
        raw_anchors.append(match.end())
        position = match.end()
    pieces.append(raw[position:])
    return NormalisedText(raw, "".join(pieces), tuple(clean_anchors), tuple(raw_anchors))


def _replacement(match: re.Match[str]) -> str:
    if match.lastgroup == "broken":
        return "" if "\N{SOFT HYPHEN}" in match.group() else "-"
    if match.lastgroup == "space":
        return " "
    return _FOLDS[match.group()]
