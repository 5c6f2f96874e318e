"""Traces that damage leaves in files of text, which carry no checksum of their own.

Letters that were changed into other letters leave none; see docs/readers.md.
"""

import re
from collections.abc import Iterator

from reportparse.document import Problem

# Separators of files and records (U+001C to U+001F) come with text from older systems.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_GOES_ON = re.compile(r"[\w,(&£-] ?\Z")
_HTML_OPENS = re.compile(r"<html\b", re.IGNORECASE)
_HTML_CLOSES = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_COMPARE = "compare its end with the original, or download it again"


def find_text_traces(text: str) -> Iterator[Problem]:
    """What shows that a text file was cut or changed."""
    yield from find_controls(text)
    if "\n" in text and _GOES_ON.search(text):
        yield Problem(
            "truncated_file", f"the text ends in the middle of a line and may be cut; {_COMPARE}"
        )


def find_page_traces(markup: str) -> Iterator[Problem]:
    """What shows that a web page was cut or changed."""
    yield from find_controls(markup)
    if _HTML_OPENS.search(markup) and not _HTML_CLOSES.search(markup):
        yield Problem(
            "truncated_file", f"the web page does not close and may be cut short; {_COMPARE}"
        )


def find_controls(text: str) -> Iterator[Problem]:
    """Control characters, which no program writes into a report."""
    count = len(_CONTROLS.findall(text))
    if count:
        characters = "character is" if count == 1 else "characters are"
        yield Problem(
            "damaged_text",
            f"{count} {characters} no text, as in a damaged file; compare it with the original",
        )
