"""Inputs that are built to take all time or memory end soon, with records or a problem."""

import io
import time
import zipfile
from collections.abc import Callable, Iterator

import pytest

from reportparse.errors import SourceError, TooComplexError
from reportparse.readers import ReaderSettings, read_document
from reportparse.readers.numerals import to_letters

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999990"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
SECONDS = 20


def docx(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {WORD}>{content}</w:{name}>")
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows: int, cells: int, *, row: str = "", cell: str = "") -> str:
    inside = f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph('5')}</w:tc>" * cells
    return f"<w:tbl>{f'<w:tr><w:trPr>{row}</w:trPr>{inside}</w:tr>' * rows}</w:tbl>"


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx(table(50, 2, row='<w:gridBefore w:val="999999999"/>')), "5"),
        (docx(table(50, 50, cell='<w:gridSpan w:val="999999999"/>')), "5"),
        (docx(table(20, 200, cell='<w:gridSpan w:val="999"/><w:hMerge/>')), "5"),
        (docx(paragraph("item", IN_LIST) * 20, numbering=NUMBERING), "999999990.\titem"),
        (page(f'<ol><li value="{"9" * 5000}">item</ol>'), "1. item"),
        (page('<ol type="a" start="999999999"><li>item</ol>'), "999999999. item"),
        (b"<!-- <!-- -->" * 5000 + page("words"), "words"),
    ],
)
def test_absurd_numbers_are_read_as_what_they_can_mean(data: bytes, words: str) -> None:
    began = time.process_time()
    assert words in read_document(data).text
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "make",
    [
        lambda: docx(paragraph("words and 12 figures " * 1_000_000)),
        lambda: docx(f"<w:p>{'<w:r><w:t>words 12 </w:t></w:r>' * 300_000}</w:p>"),
        lambda: docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
        lambda: docx(table(400, 60, cell='<w:gridSpan w:val="63"/>')),
        lambda: page("<div>" * 200_000 + "words" + "</div>" * 200_000),
        lambda: page("<ul><li>words" * 20_000),
        lambda: page("<b>words " * 20_000),
        lambda: page("<table><tr><td>" * 3000 + "words"),
    ],
)
def test_what_no_report_holds_is_refused_soon(make: Callable[[], bytes]) -> None:
    data = make()
    began = time.process_time()
    with pytest.raises(TooComplexError, match="any report"):
        read_document(data)
    assert time.process_time() - began < SECONDS


def test_comments_that_never_end_are_looked_through_once() -> None:
    began = time.process_time()
    with pytest.raises(SourceError):
        read_document(b"<!-- x -->" * 2000 + b"<!-- " * 200_000)
    assert time.process_time() - began < SECONDS


def test_limits_are_settings() -> None:
    with pytest.raises(TooComplexError, match="59 characters"):
        read_document(b"words " * 10, settings=ReaderSettings(max_block_chars=50))
    with pytest.raises(TooComplexError, match="characters"):
        read_document(b"words\n\n" * 10, settings=ReaderSettings(max_text_chars=50))


def test_letters_go_as_far_as_word_takes_them() -> None:
    assert to_letters(780) == "z" * 30
    assert to_letters(781) == "781"


def relations() -> Iterator[tuple[str, list[str]]]:
    yield "footnotes.xml", ["missing_part"]
    yield "media/picture.png", []


@pytest.mark.parametrize(("target", "codes"), list(relations()))
def test_a_part_of_a_word_document_that_is_missing_is_named(target: str, codes: list[str]) -> None:
    kind = KIND + ("footnotes" if "foot" in target else "image")
    data = io.BytesIO(docx(paragraph("words")))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">'
            f'<Relationship Id="r1" Type="{kind}" Target="{target}"/></Relationships>',
        )
    document = read_document(data.getvalue())
    assert [problem.code for problem in document.problems] == codes
    assert document.text == "words"
