"""What the words of a line say about it: numbers, bullets, captions, labels and headings.

Knows no fonts and no places, so that text, HTML and DOCX are read by the same rules.
"""

import re
from typing import NamedTuple

_BULLETS = "•▪▫◆❖➢→✓●○■□◦‣·*\N{BULLET OPERATOR}\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
_BULLET = re.compile(rf"(?P<mark>[{_BULLETS}]|[-–—](?=\s)|o(?=\s))\s*(?=\S)")
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,5}\.?|\d{1,3}[.)]|\(\d{1,3}\))"
    r"(?:\s+|(?=[\"'“‘(]?[A-Z](?:[a-z]|[ ’'])))(?=\S)"
)
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,3})\s+(?=[\"'“‘(]?[A-Z])")
_LETTER = re.compile(
    r"(?P<number>\(?(?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{2,5}|[A-Z]\d{0,2})\.)\s+(?=\S)"
)
_CAPTION = re.compile(
    # "\u22a6ig 1": text recognition may lose the first letter of "Fig" in its frame.
    r"(?:table|graph|figure|chart|fig|diagram|map|[^\w\s]ig)\.?\s+(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z])\b"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION_REST = re.compile(r"\s*(?:[:.\-–—(|]|$)|\s+(?:[A-Z][^.]*$|[^.a-z][^.]*$)", re.DOTALL)
_LABEL = re.compile(r"(?P<label>[^\s:][^:]{0,60}):\s*(?P<value>\S.*)", re.DOTALL)
_LABEL_WORDS = 2
_LABEL_WORDS_BEFORE_FIGURE = 4
_SENTENCE_END = re.compile(r"[.;:,!…]['\"’”)\]]*$")
_HEADING_START = re.compile(r"['\"‘“(]?[A-Z]|['\"‘“]?(?:19|20)\d\d(?:[-/]\d{2,4})?\s+[A-Z]")
_ADDRESS = re.compile(r"www\.|https?:|\S@\S")
_GRADE = re.compile(r"(?:judg?ement:?\s+)?grade:?\s*\d\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]|\*{1,3}|†|‡)\s*(?=\S)")
_CONTENTS_HEADING = re.compile(r"(?:table of |list of )?contents(?: page)?", re.IGNORECASE)
_CONTENTS_ENTRY = re.compile(r".*\S(?:\s*\.{3,}\s*|…+\s*|\t+|\s+)\d{1,3}$", re.DOTALL)

MAX_HEADING_CHARS = 120
_MAX_HEADING_WORDS = 16
_MAX_CAPTION_CHARS = 250


class NumberedText(NamedTuple):
    """A printed number and where the words after it begin in the line."""

    number: str
    start: int


def parse_number(text: str) -> NumberedText | None:
    """The number that opens ``text``: "3.1.2", "4." or "(4)"; None for other openings.

    A decimal figure that opens a sentence part ("93.3 and a national average") is no number.
    """
    match = _NUMBER.match(text)
    if not match:
        return None
    following = text[match.end() : match.end() + 1]
    is_decimal = match["number"].count(".") == 1 and match["number"][-1].isdigit()
    if is_decimal and (following.islower() or following in "%(£"):
        return None
    return NumberedText(match["number"], match.end())


def parse_bare_number(text: str) -> NumberedText | None:
    """A whole number without a stop before a capital letter: "31 The arrangements ..."."""
    match = _BARE_NUMBER.match(text)
    return NumberedText(match["number"], match.end()) if match else None


def parse_letter(text: str) -> NumberedText | None:
    """The letter or roman number that opens a list item: "a)", "(iv)", "B."."""
    match = _LETTER.match(text)
    return NumberedText(match["number"], match.end()) if match else None


def parse_bullet(text: str) -> NumberedText | None:
    """The bullet that opens ``text``."""
    match = _BULLET.match(text)
    return NumberedText(match["mark"], match.end()) if match else None


def parse_footnote_mark(text: str) -> NumberedText | None:
    """The footnote mark that opens ``text``: a raised number, "[3]" or an asterisk."""
    match = _FOOTNOTE.match(text)
    return NumberedText(match["mark"], match.end()) if match else None


def number_depth(number: str) -> int:
    """Depth of a dotted number: 1 for "3", "3." and "3.0", 2 for "3.1"."""
    parts = number.strip(".()").split(".")
    while len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return len(parts)


def is_caption(text: str) -> bool:
    """Whether ``text`` names a table or figure ("Table 1: ..."); a sentence on one does not."""
    if len(text) > _MAX_CAPTION_CHARS:
        return False
    match = _CAPTION.match(text)
    return bool(match and _CAPTION_REST.match(match["rest"]))


def is_label(text: str) -> bool:
    """Whether ``text`` is a label with its value: "Date: 9th January 2012".

    A heading with a colon ("Record of main findings: Leeds City Council") has a longer first part.
    """
    match = _LABEL.match(text)
    if not match:
        return False
    words = len(match["label"].split())
    has_figure = any(char.isdigit() or char == "@" for char in match["value"])
    return words <= (_LABEL_WORDS_BEFORE_FIGURE if has_figure else _LABEL_WORDS)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a mark that ends a sentence or its part."""
    return text.endswith("?") or bool(_SENTENCE_END.search(text))


def is_contents_heading(text: str) -> bool:
    """Whether ``text`` heads a list of contents."""
    return bool(_CONTENTS_HEADING.fullmatch(text.strip(" :.")))


def is_contents_entry(text: str) -> bool:
    """Whether ``text`` ends in a page number as a line of a list of contents does."""
    return bool(_CONTENTS_ENTRY.match(text))


def is_heading_wording(text: str) -> bool:
    """Whether ``text``, without its number, could be a heading: short, titled, no sentence."""
    if len(text) > MAX_HEADING_CHARS or len(text.split()) > _MAX_HEADING_WORDS:
        return False
    if not _HEADING_START.match(text) or _ADDRESS.search(text):
        return False
    if _SENTENCE_END.search(text) or _GRADE.match(text) or "\t" in text:
        return False
    return not is_label(text) and not is_caption(text)


_SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "under", "upon", "with"]
)


def unshout(text: str) -> str:
    """Lines that are all capitals as titles are written: "Plymouth City Council"."""
    return "\n".join(_title_case(line) if line.isupper() else line for line in text.split("\n"))


def _title_case(line: str) -> str:
    words = re.split(r"(?<=[\s-])", line.lower())
    return "".join(
        word if index and word.strip(" \t-") in _SMALL_WORDS else word.capitalize()
        for index, word in enumerate(words)
    )
