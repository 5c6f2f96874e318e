"""A Word document to ``Document``."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from reportparse.document import BlockKind, Document, Furniture, FurnitureKind
from reportparse.errors import DamagedFileError, NoTextLayerError
from reportparse.layout.wording import (
    is_caption,
    is_contents_entry,
    is_contents_heading,
    is_heading_wording,
    number_depth,
    parse_bare_number,
    parse_bullet,
    parse_letter,
    parse_number,
)
from reportparse.readers.docx.charts import unread_charts
from reportparse.readers.docx.numbering import Label, Numbering
from reportparse.readers.docx.package import MAIN_PART, Package, value, w
from reportparse.readers.docx.styles import Style, Styles, numbering_of
from reportparse.readers.docx.tables import WordCell, read_grid
from reportparse.readers.docx.text import Notes, ParagraphText, TextReader, children, note_mark
from reportparse.readers.flow import FlowWriter
from reportparse.readers.grid import Grid, PlacedCell, SourceCell, holds_data
from reportparse.readers.numerals import to_roman
from reportparse.readers.settings import DEFAULT_SETTINGS, ReaderSettings

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, *, settings: ReaderSettings = DEFAULT_SETTINGS) -> Document:
    """Read a Word document as Word would print it, tracked changes accepted.

    Headers and footers are kept in ``furniture``; footnotes and endnotes stand at the end.

    Raises:
        DamagedFileError: The file or one of its parts is broken.
        MissingPartError: It has no main part.
        UnsafeArchiveError: It would unpack to more than ``settings`` allow.
        NoTextLayerError: It holds no text.
    """
    package = Package(data, settings)
    try:
        return _DocxReader(package).read()
    finally:
        package.close()


class _DocxReader:
    """Goes through the body once and writes each paragraph and table."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.part("word/styles.xml"))
        self._numbering = Numbering(package.part("word/numbering.xml"))
        self._notes = Notes()
        self._text = TextReader(self._styles, self._notes)
        self._writer = FlowWriter()
        self._title: str | None = None
        self._base_level = 0
        self._in_contents = False
        self._unfinished = ""

    def read(self) -> Document:
        """Read the whole document."""
        root = self._package.part(MAIN_PART)
        body = root.find(w("body")) if root is not None else None
        if body is None:
            raise DamagedFileError(
                "the Word document has no body; open it in Word and save it again"
            )
        self._read_furniture()
        self._read_blocks(body)
        self._read_notes("footnotes", "footnote", self._notes.footnotes)
        self._read_notes("endnotes", "endnote", self._notes.endnotes)
        problems = tuple(unread_charts(self._package))
        document = self._writer.document(MEDIA_TYPE, title=self._title, problems=problems)
        document = replace(document, properties=self._package.properties())
        if not document.text:
            raise NoTextLayerError(
                "the Word document holds no text, only pictures or nothing; save it as PDF, "
                "run OCR on that and try again"
            )
        return document

    def _read_blocks(self, parent: etree._Element) -> None:
        outer, self._unfinished = self._unfinished, ""
        for element in children(parent):
            if element.tag == w("p"):
                self._read_paragraph(element)
            elif element.tag == w("tbl"):
                self._write_unfinished()
                self._read_table(element)
        self._write_unfinished()
        self._unfinished = outer

    def _write_unfinished(self) -> None:
        """Write text whose paragraph mark is deleted where no paragraph follows to take it."""
        text, self._unfinished = self._unfinished.strip(" \n\t"), ""
        if text:
            self._write_body(text, text, None)

    def _style_of(self, paragraph: etree._Element) -> tuple[str | None, Style]:
        identity = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        identity = identity or self._styles.default_paragraph
        return identity, self._styles.get(identity)

    def _label(self, paragraph: etree._Element, identity: str | None, style: Style) -> Label | None:
        properties = paragraph.find(w("pPr"))
        list_id, level = numbering_of(properties, style.numbering)
        return self._numbering.label(list_id, level, identity)

    def _printed(self, paragraph: etree._Element) -> tuple[ParagraphText, Label | None, Style]:
        """Text, number and style of a paragraph; an empty one in a list counts, as in Word."""
        identity, style = self._style_of(paragraph)
        found = self._text.read(paragraph, bold=style.bold)
        if style.hidden:
            found.pieces.clear()
        return found, self._label(paragraph, identity, style), style

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        found, label, style = self._printed(paragraph)
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if mark is not None and mark.find(w("del")) is not None:
            self._unfinished += "".join(found.pieces)
        else:
            text = (self._unfinished + "".join(found.pieces)).strip(" \n\t")
            self._unfinished = ""
            if text:
                self._write_paragraph(text, label, style, is_bold=found.is_bold)
        for box in found.boxes:
            self._read_blocks(box)

    def _write_paragraph(
        self, text: str, label: Label | None, style: Style, *, is_bold: bool
    ) -> None:
        printed = f"{label.text}{label.suffix}{text}" if label and not label.is_bullet else text
        if style.name.startswith("toc ") or (self._in_contents and is_contents_entry(text)):
            self._writer.write_block(BlockKind.CONTENTS, printed)
            return
        self._in_contents = is_contents_heading(text)
        if style.name == "title":
            self._title = self._title or " ".join(text.split())
            self._writer.write_heading(printed, 1, kind=BlockKind.TITLE)
        elif style.outline:
            self._base_level = style.outline
            self._writer.write_heading(printed, style.outline)
        elif style.name == "caption" or is_caption(text):
            self._writer.write_block(BlockKind.CAPTION, printed)
        elif is_bold and _is_heading(text, label):
            self._writer.write_heading(printed, self._level_by_look(printed))
        else:
            self._write_body(printed, text, label)

    def _level_by_look(self, printed: str) -> int:
        words = " ".join(printed.split())
        found = parse_number(words) or parse_bare_number(words)
        if found is None:
            return self._base_level + 1
        self._base_level = number_depth(found.number)
        return self._base_level

    def _write_body(self, printed: str, text: str, label: Label | None) -> None:
        if label is None:
            bullet = parse_bullet(text)
            found = bullet or parse_number(text) or parse_letter(text)
            kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
            self._writer.write_block(
                kind, printed, number=found.number if found else None, level=1 if bullet else 0
            )
        elif not label.is_bullet and (label.level == 0 or parse_number(f"{label.text} X")):
            self._writer.write_block(BlockKind.PARAGRAPH, printed, number=label.text)
        else:
            self._writer.write_block(
                BlockKind.LIST_ITEM, printed, number=label.text, level=label.level + 1
            )

    def _read_table(self, table: etree._Element) -> None:
        found = read_grid(table)
        inner: list[etree._Element] = []
        cells = tuple(
            PlacedCell(cell.row, cell.column, self._source_cell(cell, inner))
            for cell in found.cells
        )
        grid = Grid(cells, found.n_rows, found.n_columns)
        if holds_data(grid, marked_header_rows=found.header_rows):
            self._writer.write_grid(
                grid,
                caption=self._writer.caption_before(),
                marked_header_rows=found.header_rows,
            )
        else:
            self._write_box(grid)
        for element in inner:
            if element.tag == w("tbl"):
                self._read_table(element)
            else:
                self._read_blocks(element)

    def _write_box(self, grid: Grid) -> None:
        """Rows of a layout table as paragraphs, the cells of a row parted by tabs."""
        rows: dict[int, list[str]] = {}
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            if cell.cell.text:
                rows.setdefault(cell.row, []).append(cell.cell.text)
        for texts in rows.values():
            self._writer.write_block(BlockKind.PARAGRAPH, "\t".join(texts))

    def _source_cell(self, cell: WordCell, inner: list[etree._Element]) -> SourceCell:
        lines = [line for part in cell.parts for line in self._cell_lines(part, inner)]
        return SourceCell("\n".join(lines), 0, 0, cell.row_span, cell.column_span)

    def _cell_lines(self, part: etree._Element, inner: list[etree._Element]) -> Iterator[str]:
        """Paragraphs of a cell with their numbers; tables and boxes in it go to ``inner``."""
        for element in children(part):
            if element.tag == w("tbl"):
                inner.append(element)
            elif element.tag == w("p"):
                found, label, _ = self._printed(element)
                inner.extend(found.boxes)
                if found.text:
                    is_number = label is not None and not label.is_bullet
                    yield f"{label.text} {found.text}" if label and is_number else found.text

    def _read_furniture(self) -> None:
        kinds = (("header", FurnitureKind.HEADER), ("footer", FurnitureKind.FOOTER))
        for name, kind in kinds:
            seen: set[str] = set()
            for part in self._package.related(name):
                root = self._package.part(part)
                text = "\n".join(self._plain_lines(root)) if root is not None else ""
                if text and text not in seen:
                    seen.add(text)
                    self._writer.add_furniture(Furniture(kind, text))

    def _plain_lines(self, root: etree._Element) -> Iterator[str]:
        for element in children(root):
            if element.tag != w("p"):
                yield from self._plain_lines(element)
                continue
            found = self._text.read(element)
            if found.text:
                yield found.text
            for box in found.boxes:
                yield from self._plain_lines(box)

    def _read_notes(self, part: str, name: str, order: dict[str, int]) -> None:
        root = self._package.part(f"word/{part}.xml") if order else None
        if root is None:
            return
        notes = {
            value(note, "id"): note
            for note in root.iter(w(name))
            if value(note, "type") not in _SEPARATORS
        }
        for identity, count in order.items():
            note = notes.get(identity)
            text = "\n".join(self._plain_lines(note)) if note is not None else ""
            if text:
                number = to_roman(count) if name == "endnote" else str(count)
                mark = note_mark(count, is_endnote=name == "endnote")
                self._writer.write_block(BlockKind.FOOTNOTE, f"{mark} {text}", number=number)


def _is_heading(text: str, label: Label | None) -> bool:
    if label is not None and label.is_bullet:
        return False
    found = parse_number(text)
    return "\n" not in text and is_heading_wording(text[found.start :] if found else text)
