"""Text of a paragraph as Word prints it with all changes accepted and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reportparse.readers.docx.package import is_on, value, w
from reportparse.readers.docx.styles import Styles, switch
from reportparse.readers.numerals import to_roman

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Letters of the symbol fonts that reports use as marks.
_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0FE: "☑",
    0xF0A8: "☐",
    0xF0D8: "➢",
    0xF0E8: "→",
    0xF0E0: "→",
    0xF0E1: "↑",
    0xF0E2: "↓",
    0xF0B3: "≥",
    0xF0A3: "≤",
    0xF0B1: "±",
    0xF02D: "−",
}
_FIXED = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
_PASSED = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "bdo", "dir"}
)


@dataclass(slots=True)
class ParagraphText:
    """Text of a paragraph, how much of it is bold, and the text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    bold_chars: int = 0
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text, without space at its ends."""
        return "".join(self.pieces).strip(" \n\t")

    @property
    def is_bold(self) -> bool:
        """Whether all words are bold."""
        return 0 < len("".join(self.text.split())) <= self.bold_chars


class Notes:
    """Numbers the footnotes and endnotes, by their ids, in the order of their marks."""

    def __init__(self) -> None:
        self.footnotes: dict[str, int] = {}
        self.endnotes: dict[str, int] = {}

    def mark(self, reference: etree._Element) -> str:
        """The mark printed for a reference; a mark of the author's own stands in its run."""
        notes = self.footnotes if reference.tag == w("footnoteReference") else self.endnotes
        identity = value(reference, "id") or ""
        count = notes.setdefault(identity, len(notes) + 1)
        if value(reference, "customMarkFollows") in ("1", "true"):
            return ""
        return note_mark(count, is_endnote=notes is self.endnotes)


def note_mark(count: int, *, is_endnote: bool) -> str:
    """The mark of a note, the same in the text and before the note itself."""
    return f"[{to_roman(count)}]" if is_endnote else str(count).translate(_RAISED)


def children(element: etree._Element) -> Iterator[etree._Element]:
    """Children that are printed: content controls and accepted insertions opened, deletions out."""
    for child in element:
        if child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None and not is_on(child.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")):
                yield from children(content)
        elif child.tag in _OPENED:
            yield from children(child)
        elif child.tag not in _DROPPED and isinstance(child.tag, str):
            yield child


_OPENED = frozenset(w(name) for name in _PASSED)
_DROPPED = frozenset(w(name) for name in ("del", "moveFrom"))


class TextReader:
    """Reads paragraphs with the styles and notes of their document."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes

    def read(self, paragraph: etree._Element, *, bold: bool = False) -> ParagraphText:
        """Text of ``paragraph``; ``bold`` as its style says."""
        found = ParagraphText()
        for child in children(paragraph):
            if child.tag == w("r"):
                self._read_run(child, found, bold=bold)
            else:
                found.pieces.extend(text.text or "" for text in child.iter(_MATH_TEXT))
        return found

    def _read_run(self, run: etree._Element, found: ParagraphText, *, bold: bool) -> None:
        properties = run.find(w("rPr"))
        style = (
            self._styles.get(value(properties.find(w("rStyle"))))
            if properties is not None
            else None
        )
        if switch(properties, "vanish", default=style.hidden if style else False):
            return
        before = len(found.pieces)
        for child in run:
            found.pieces.append(self._text_of(child, found))
        if properties is not None and value(properties.find(w("vertAlign"))) == "superscript":
            found.pieces[before:] = [
                text.translate(_RAISED) if text.isdecimal() else text
                for text in found.pieces[before:]
            ]
        if switch(properties, "b", default=bold or bool(style and style.bold)):
            found.bold_chars += sum(len("".join(text.split())) for text in found.pieces[before:])

    def _text_of(self, child: etree._Element, found: ParagraphText) -> str:
        if not isinstance(child.tag, str):
            return ""
        name = etree.QName(child).localname
        if child.tag == w("t"):
            return child.text or ""
        if name in _FIXED:
            return _FIXED[name]
        if child.tag == w("br"):
            return "\n" if value(child, "type") in (None, "textWrapping") else " "
        if child.tag == w("sym"):
            return _symbol(child)
        if child.tag in (w("footnoteReference"), w("endnoteReference")):
            return self._notes.mark(child)
        if name in ("drawing", "pict", "object", "AlternateContent"):
            found.boxes.extend(_boxes(child))
        return ""


def _symbol(element: etree._Element) -> str:
    code = value(element, "char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number < 0xF000:
        return chr(number)
    return _SYMBOLS.get(number, chr(number - 0xF000) if number <= 0xF07E else "")


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Contents of the text boxes in a drawing, each once though it is written for two versions."""
    if element.tag == f"{_MC}AlternateContent":
        choice = element.find(f"{_MC}Choice")
        if choice is not None and next(choice.iter(w("txbxContent")), None) is not None:
            yield from _outermost(choice)
            return
        fallback = element.find(f"{_MC}Fallback")
        element = fallback if fallback is not None else element
    yield from _outermost(element)


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == w("txbxContent"):
            yield child
        else:
            yield from _outermost(child)
