"""Cutting a paragraph into sentences."""

import re

_END = re.compile(r"(?<=[.?!])[\"')]?\s+(?=[\"'(]?[A-Z£\d])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|etc|e\.g|i\.e|no|nos|st|mr|mrs|ms|dr|vs|cf|para|paras|fig|figs|inc|dept|"
    r"stat|est|eng|avg|ave|max|min|jan|feb|mar|apr|aug|sept|oct|nov|dec)\.|\b[A-Z]\.)$",
    re.IGNORECASE,
)


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a cleaned paragraph, without the space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
