"""The lines that stand at the front of a report, cut at the labels that open a new part.

Committee systems print a page as "58 Title PDF 1 MB", and text taken from a PDF may hold a whole
front page in one line; both come out as the lines that a reader sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import BlockKind, Document

HEAD_CHARACTERS = 2500
_LONGEST_LINE = 600
_SENTENCE_WORDS = 6
_LABELS = (
    r"(?:Report of (?:the )?|Report (?:to|by):|Report author|Date(?: of (?:meeting|report|issue))?:"
    r"|Subject:|Title:|Purpose of (?:the )?report|Meeting date:|Inspection dates?:"
    r"|Report published:|Wards? affected|Key issues)"
)
# A label cuts a line that goes on before it; "up to date:" has no capital and cuts nothing.
_INNER_LABEL = re.compile(rf"(?<=\S)\s+(?={_LABELS})")
_ICON = re.compile(r"\s*(?:\bpdf icon\b\s*)?\bPDF\s+\d[\d.,]*\s*[KM]B\b.*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*[\w/]{1,10}[.)]\s+")
_SENTENCE_END = re.compile(r"[.!;,][\"'”’)]*$|[.!?] [A-Z]")


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One line of the front; ``before`` is the line above it, "" for the first.

    ``heading`` is 1 for a title or main heading, 2 for any other heading, 0 for plain text;
    ``in_header`` marks a running header.
    """

    text: str
    before: str
    heading: int = 0
    in_header: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether the line is running text, which names titles and dates of other things."""
        if self.heading == 1:
            return False
        text = _NUMBER.sub("", self.text)
        return len(text.split()) > _SENTENCE_WORDS and bool(_SENTENCE_END.search(text))


def front_lines(document: Document, *, length: int = HEAD_CHARACTERS) -> tuple[FrontLine, ...]:
    """The lines of the first ``length`` characters, after the running headers of page one."""
    headers = [item.text for item in document.furniture if item.page in (None, 1)]
    found: list[FrontLine] = []
    for text, heading, in_header in (
        *((text, 0, True) for text in headers),
        *_body_lines(document, length),
    ):
        for piece in _INNER_LABEL.split(text):
            line = " ".join(_ICON.sub("", piece).split(" ")).strip()
            if line:
                before = found[-1].text if found else ""
                found.append(FrontLine(line, before, heading, in_header))
    return tuple(found)


def _body_lines(document: Document, length: int) -> Iterator[tuple[str, int, bool]]:
    headings = {
        block.start_char: 1 if block.kind is BlockKind.TITLE or block.level == 1 else 2
        for block in document.blocks
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) and block.start_char < length
    }
    start = 0
    for raw in document.text[:length].split("\n"):
        line = " ".join(raw.replace("\xa0", " ").split(" ")).strip()
        if line and len(line) <= _LONGEST_LINE:
            yield line, headings.get(start, 0), False
        start += len(raw) + 1
