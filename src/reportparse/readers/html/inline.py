"""Running text of elements: spaces as a browser shows them, line breaks, raised marks."""

import re

from lxml.html import HtmlElement

_SKIPPED = (
    "script style template noscript head svg math iframe object embed canvas audio video map "
    "select textarea input button img"
)
SKIPPED = frozenset(_SKIPPED.split())
_BLOCKS = (
    "p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table "
    "caption thead tbody tfoot tr td th blockquote pre figure figcaption address fieldset legend "
    "form details summary center hr body html"
)
BLOCKS = frozenset(_BLOCKS.split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\x00"


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of ``element``."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED:
        return True
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def raw_text(element: HtmlElement, text: str | None) -> str:
    """``text`` that stands in ``element``: a raised number becomes raised digits."""
    if not text:
        return ""
    if element.tag == "sup" and text.strip().isdecimal():
        return text.strip().translate(_RAISED)
    return text


def line_break() -> str:
    """What stands for ``br`` until the text is tidied."""
    return _BREAK


def tidy(text: str) -> str:
    """Text with single spaces, without space at its ends, and with its line breaks."""
    spaced = _SPACE.sub(" ", text).replace(_BREAK, "\n")
    return _AROUND_BREAK.sub("\n", spaced).strip(" \n")


def whole_text(element: HtmlElement) -> str:
    """All text that a browser shows of ``element``, on one line for each block in it."""
    pieces: list[str] = []
    _collect(element, pieces)
    return tidy("".join(pieces))


def _collect(element: HtmlElement, pieces: list[str]) -> None:
    if is_hidden(element):
        return
    if element.tag == "br":
        pieces.append(_BREAK)
        return
    is_block = element.tag in BLOCKS
    if is_block:
        pieces.append(_BREAK)
    pieces.append(raw_text(element, element.text))
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")
    if is_block:
        pieces.append(_BREAK)
