"""Word documents as Word prints them."""

import json
from pathlib import Path

import pytest

from reportparse.document import Document
from reportparse.errors import (
    DamagedFileError,
    MissingPartError,
    NoTextLayerError,
    SourceError,
    UnsafeArchiveError,
)
from reportparse.readers import ReaderSettings, read_document

from ...builders.word_files import (
    cell,
    level,
    list_definition,
    list_use,
    paragraph,
    row,
    run,
    table,
    word_file,
    zip_of,
)
from .table_grids import grid_of

NUMBERING = (
    list_definition(
        1,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "(%3)"),
        level(3, "lowerRoman", "%4)"),
    )
    + list_definition(2, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))
    + list_definition(3, level(0, "upperRoman", "%1", more='<w:suff w:val="space"/>'))
    + list_definition(4, level(0, "decimal", "%1", more='<w:pStyle w:val="Numbered"/>'))
    + list_use(1, 1)
    + list_use(2, 2)
    + list_use(3, 3)
    + list_use(4, 4)
    + list_use(5, 1, restart_at=1)
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Heading1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/>'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def read(body: str, **parts: str) -> Document:
    return read_document(word_file(body, **parts))


def texts(document: Document) -> list[str]:
    return [document.text[block.start_char : block.end_char] for block in document.blocks]


def test_numbers_are_those_that_word_prints() -> None:
    steps = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 0), (1, 1), (1, 2), (3, 0), (3, 0)]
    document = read("".join(paragraph("x", numbering=step) for step in steps), numbering=NUMBERING)
    assert texts(document) == [
        "1.\tx",
        "1.1\tx",
        "1.2\tx",
        "(a)\tx",
        "(b)\tx",
        "i)\tx",
        "2.\tx",
        "2.1\tx",
        "(a)\tx",
        "I x",
        "II x",
    ]
    assert [(b.kind.value, b.number, b.level) for b in document.blocks[:4]] == [
        ("paragraph", "1.", 0),
        ("paragraph", "1.1", 0),
        ("paragraph", "1.2", 0),
        ("list_item", "(a)", 3),
    ]


def test_a_list_may_start_again_and_go_on_in_another() -> None:
    body = "".join(paragraph("x", numbering=(use, 0)) for use in (1, 1, 5, 5))
    assert texts(read(body, numbering=NUMBERING)) == ["1.\tx", "2.\tx", "1.\tx", "2.\tx"]


@pytest.mark.parametrize(
    ("switch", "expected"),
    [("", "I.1\tx"), ("<w:isLgl/>", "1.1\tx"), ('<w:isLgl w:val="0"/>', "I.1\tx")],
    ids=["absent", "on", "off"],
)
def test_legal_numbering_prints_roman_levels_in_figures(switch: str, expected: str) -> None:
    levels = level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more=switch)
    body = paragraph("x", numbering=(1, 0)) + paragraph("x", numbering=(1, 1))
    document = read(body, numbering=list_definition(0, *levels) + list_use(1, 0))
    assert texts(document) == ["I\tx", expected]


def test_a_style_brings_its_number_and_bullets_their_level() -> None:
    body = (
        paragraph("One", style="Numbered")
        + paragraph("Two", style="Numbered")
        + paragraph("Point", numbering=(2, 0))
        + paragraph("Inner", numbering=(2, 1))
    )
    document = read(body, numbering=NUMBERING, styles=STYLES)
    assert texts(document) == ["1\tOne", "2\tTwo", "Point", "Inner"]
    assert [(b.number, b.level) for b in document.blocks[2:]] == [("•", 1), ("•", 2)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f"<w:ins>{run('kept ')}</w:ins><w:del><w:r><w:delText>cut</w:delText></w:r></w:del>",
            "kept",
        ),
        (f"<w:moveFrom>{run('old')}</w:moveFrom><w:moveTo>{run('new')}</w:moveTo>", "new"),
        (f"<w:hyperlink r:id='r1'>{run('linked')}</w:hyperlink>", "linked"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            "<w:r><w:instrText>REF a</w:instrText></w:r>"
            f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('Table 4')}"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "Table 4",
        ),
        (f"<w:fldSimple w:instr='PAGE'>{run('7')}</w:fldSimple>", "7"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('5.4%')}</w:sdtContent></w:sdt>", "5.4%"),
        (
            f"{run('x')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click')}"
            "</w:sdtContent></w:sdt>",
            "x",
        ),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:t>Yes</w:t></w:r>", "✓Yes"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>2014</w:t><w:noBreakHyphen/><w:t>15</w:t></w:r>", "2014-15"),
        (run("x") + run("hidden", "<w:vanish/>") + run("no", '<w:rStyle w:val="Secret"/>'), "x"),
        (run("12%") + run("3", '<w:vertAlign w:val="superscript"/>'), "12%³"),
    ],
)
def test_text_of_a_paragraph(content: str, expected: str) -> None:
    assert read(paragraph(content), styles=STYLES).text == expected


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = paragraph("One ").replace("<w:pPr>", "<w:pPr><w:rPr><w:del/></w:rPr>")
    assert read(first + paragraph("and two.")).text == "One and two."


def test_headings_by_style_and_by_look() -> None:
    document = read(
        paragraph("Purpose", style="Heading1")
        + paragraph("Detail", style="Own")
        + paragraph(run("Care leavers", "<w:b/>"))
        + paragraph("Text.")
        + paragraph(run("Table 1: Ages", "<w:b/>"), style="Caption"),
        styles=STYLES,
    )
    assert [(s.heading, s.level) for s in document.sections] == [
        ("Purpose", 1),
        ("Detail", 2),
        ("Care leavers", 3),
    ]
    assert document.blocks[-1].kind.value == "caption"


def test_headers_footers_and_notes() -> None:
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    document = read(
        paragraph("Rose to 12%", reference, "."),
        header=paragraph("The Council"),
        footer=paragraph("Page 1"),
        footnotes=(
            '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
            f'<w:footnote w:id="7">{paragraph("Local data.")}</w:footnote>'
        ),
    )
    assert texts(document) == ["Rose to 12%¹.", "¹ Local data."]
    assert document.blocks[-1].kind.value == "footnote"
    assert [(f.kind.value, f.text) for f in document.furniture] == [
        ("header", "The Council"),
        ("footer", "Page 1"),
    ]


def test_an_endnote_has_the_mark_that_the_text_refers_to() -> None:
    reference = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    endnote = f'<w:endnote w:id="2">{paragraph("Local data.")}</w:endnote>'
    document = read(paragraph("Rose to 12%", reference), endnotes=endnote)
    assert texts(document) == ["Rose to 12%[i]", "[i] Local data."]
    assert document.blocks[-1].number == "i"


DELETED_MARK = (
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>12 children left care.</w:t></w:r></w:p>"
)


def test_text_before_a_deleted_mark_is_kept_where_no_paragraph_follows() -> None:
    rows = table(row("Year", "Leeds"), row("2013", "62"))
    document = read(DELETED_MARK + rows + paragraph("After") + DELETED_MARK)
    assert texts(document) == [
        "12 children left care.",
        "Year\tLeeds\n2013\t62",
        "After",
        "12 children left care.",
    ]


INSIDE = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{INSIDE}</wps:txbx></w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{INSIDE}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_a_text_box_written_for_two_versions_is_read_once() -> None:
    assert read(paragraph("Before", BOX) + paragraph("After")).text == (
        "Before\n\nIn the box\n\nAfter"
    )
    (header,) = read(paragraph("Text"), header=paragraph("The Council", BOX)).furniture
    assert header.text == "The Council\nIn the box"


SPANS = table(
    row(cell("Age", merge="restart"), cell("Number", span=2), header=True),
    row(cell(merge="continue"), "Boys", "Girls", header=True),
    row("Under 1", "12", cell(paragraph("10"), paragraph("(3%)"))),
    row("1 to 4", "29", ""),
)


def test_spans_header_rows_and_offsets() -> None:
    document = read(paragraph("Table 2: Ages", style="Caption") + SPANS, styles=STYLES)
    (found,) = document.tables
    assert grid_of(found) == [
        ["Age", "Number", "Number"],
        ["Age", "Boys", "Girls"],
        ["Under 1", "12", "10 (3%)"],
        ["1 to 4", "29", ""],
    ]
    assert found.caption == "Table 2: Ages"
    assert (found.n_header_rows, found.n_stub_columns) == (2, 1)
    for item in found.cells:
        assert document.text[item.start_char : item.end_char].split() == item.text.split()


def test_a_table_in_a_cell_is_its_own_table() -> None:
    inner = table(row("Year", "Leeds"), row("2013", "62"))
    document = read(table(row("Area", "Count"), row(cell("Leeds", inner), "5"), row("Kent", "6")))
    assert [grid_of(found) for found in document.tables] == [
        [["Area", "Count"], ["Leeds", "5"], ["Kent", "6"]],
        [["Year", "Leeds"], ["2013", "62"]],
    ]
    assert document.text.count("62") == 1


def test_deleted_rows_are_left_out_and_a_form_is_no_table() -> None:
    document = read(
        table(row("A", "5"), row("B", "6", properties="<w:del/>"), row("C", "7"))
        + table(row("Report of", "Director"), row("Wards", "All"), row("Status", "Open"))
    )
    assert [grid_of(found) for found in document.tables] == [[["A", "5"], ["C", "7"]]]
    assert texts(document)[1:] == ["Report of\tDirector", "Wards\tAll", "Status\tOpen"]


GOOD = word_file(paragraph("Text"))
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (GOOD[: len(GOOD) // 2], DamagedFileError),
        (zip_of({"word/document.xml": "<w:document"}), DamagedFileError),
        (zip_of({"word/document.xml": f"{ENTITY}<x>&e;</x>"}), DamagedFileError),
        (zip_of({"word/document.xml": "<x/>"}), DamagedFileError),
        (zip_of({"[Content_Types].xml": "<x/>", "word/styles.xml": "<x/>"}), MissingPartError),
        (zip_of({"word/document.xml": b"\0" * 3_000_000}), UnsafeArchiveError),
        (word_file(paragraph()), NoTextLayerError),
    ],
    ids=["cut short", "broken part", "entities", "no body", "no main part", "zip bomb", "no text"],
)
def test_bad_files_are_refused(data: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error) as caught:
        read_document(data, name="paper.docx")
    assert caught.value.message


def test_the_unpacked_size_is_a_setting() -> None:
    with pytest.raises(UnsafeArchiveError, match="unpack"):
        read_document(GOOD, settings=ReaderSettings(max_unpacked_bytes=100))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["stoke-scrutiny-q4-2009-10", "barking-corporate-parenting-2016"])
def test_tables_of_the_papers(shared: Path, name: str) -> None:
    document = read_document((shared / f"corpus/papers/{name}.docx").read_bytes())
    gold = json.loads((shared / f"gold/papers/{name}.tables.json").read_text(encoding="utf-8"))
    assert len(document.tables) == len(gold)
    for found, truth in zip(document.tables, gold, strict=True):
        assert grid_of(found) == truth["cells"]
        assert found.caption == truth["caption"]
        assert found.n_header_rows == truth["n_header_rows"]
        assert found.n_stub_columns == truth["n_stub_columns"]
        spans = [[c.row, c.column, c.row_span, c.column_span] for c in found.cells]
        merged = [span for span in truth["spans"] if truth["cells"][span[0]][span[1]]]
        assert sorted(span for span in spans if span[2:] != [1, 1]) == sorted(merged)


def test_charts_are_named_in_problems_by_their_titles() -> None:
    chart = (
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:t>Children '
        "looked</a:t><a:t> after</a:t></c:title></c:chart>"
    )
    data = word_file(paragraph("Numbers have risen."), chart=chart)
    (problem,) = read_document(data, name="report.docx").problems
    assert problem.code == "chart_not_read"
    assert '"Children looked after"' in problem.message
