"""Letters and minutes published as web pages."""

import pytest

from reportparse.document import Document
from reportparse.errors import DamagedFileError
from reportparse.readers import read_document
from reportparse.readers.html import read_html

from .table_grids import grid_of


def read(body: str) -> Document:
    return read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def texts(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind.value, document.text[block.start_char : block.end_char])
        for block in document.blocks
    ]


def test_headings_paragraphs_and_sections() -> None:
    document = read(
        "<h1>Focused visit to\n Leeds</h1><p>Dear <b>Ms Rix</b>,<br>Thank you.</p>"
        "<h2>2. Findings</h2><p>2.1 The plan   is good.</p><div>Loose text</div>"
    )
    assert texts(document) == [
        ("title", "Focused visit to Leeds"),
        ("paragraph", "Dear Ms Rix,\nThank you."),
        ("heading", "2. Findings"),
        ("paragraph", "2.1 The plan is good."),
        ("paragraph", "Loose text"),
    ]
    assert [(s.number, s.heading, s.level) for s in document.sections] == [
        (None, "Focused visit to Leeds", 1),
        ("2", "Findings", 2),
    ]
    assert document.blocks[3].number == "2.1"
    assert document.title == "Focused visit to Leeds"
    assert document.media_type == "text/html"
    assert document.pages == ()


def test_lists_show_the_number_that_a_browser_shows() -> None:
    document = read(
        "<ol start='3'><li>Agree</li><li><p>Note</p><ol type='a'><li>one</li><li>two</li></ol></li>"
        "<li>End</li></ol><ul><li>Point</li></ul>"
    )
    assert [(b.number, b.level) for b in document.blocks] == [
        ("3.", 1),
        ("4.", 1),
        ("a.", 2),
        ("b.", 2),
        ("5.", 1),
        ("•", 1),
    ]
    assert texts(document)[1] == ("list_item", "4. Note")
    assert texts(document)[-1] == ("list_item", "Point")


def test_spans_header_cells_and_caption() -> None:
    document = read(
        "<table><caption>Table 1: Children</caption><thead>"
        "<tr><th rowspan=2>Age</th><th colspan=2>Number</th></tr>"
        "<tr><th>Boys</th><th>Girls</th></tr>"
        "</thead><tbody><tr><th>Under 1</th><td>12</td><td></td></tr>"
        "<tr><th>1 to 4</th><td>29<br>(3%)</td><td>24</td></tr></tbody></table><p>After</p>"
    )
    (table,) = document.tables
    assert table.caption == "Table 1: Children"
    assert grid_of(table) == [
        ["Age", "Number", "Number"],
        ["Age", "Boys", "Girls"],
        ["Under 1", "12", ""],
        ["1 to 4", "29 (3%)", "24"],
    ]
    assert (table.n_header_rows, table.n_stub_columns) == (2, 1)
    for cell in table.cells:
        assert document.text[cell.start_char : cell.end_char].split() == cell.text.split()
    assert texts(document)[-1] == ("paragraph", "After")


def test_a_layout_table_is_text_and_the_table_inside_it_a_table() -> None:
    document = read(
        "<table><tr><td><p>Report of</p></td><td>"
        "<table><tr><th>Year</th><th>Leeds</th></tr><tr><td>2013</td><td>62</td></tr></table>"
        "</td></tr></table>"
    )
    assert [grid_of(table) for table in document.tables] == [[["Year", "Leeds"], ["2013", "62"]]]
    assert document.text.count("62") == 1
    assert texts(document)[0] == ("paragraph", "Report of")


def test_text_of_a_table_without_rows_is_kept() -> None:
    assert read("<p>Start</p><table>2019</table>").text == "Start\n\n2019"


def test_what_stands_around_the_body_is_kept_apart() -> None:
    document = read(
        "<nav>Home</nav><header>The Council</header><script>var a = 'x';</script>"
        "<style>p {}</style><p hidden>Not shown</p><p>Body</p><aside>Related</aside>"
        "<footer>Crown copyright</footer>"
    )
    assert document.text == "Body"
    assert [(item.kind.value, item.text) for item in document.furniture] == [
        ("header", "Home"),
        ("header", "The Council"),
        ("footer", "Related"),
        ("footer", "Crown copyright"),
    ]


def test_the_main_content_is_the_body_and_its_header_belongs_to_it() -> None:
    document = read(
        "<div>Cookies</div><main><header><h1>Minutes</h1></header><p>Item</p></main><div>Links</div>"
    )
    assert document.text == "Minutes\n\nItem"
    assert [item.text for item in document.furniture] == ["Cookies", "Links"]


def test_a_main_part_without_text_is_passed_over() -> None:
    assert read("<p>Letter</p><main><nav>Home</nav></main>").text == "Letter"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8"])
def test_the_charset_of_the_page_is_used(charset: str) -> None:
    encoding = "cp1252" if charset != "utf-8" else "utf-8"
    page = (
        f"<html><head><meta charset='{charset}'></head><body><p>Children’s – £4m</p></body></html>"
    )
    assert read_html(page.encode(encoding)).text == "Children’s – £4m"


def test_an_xml_declaration_and_entities_are_read() -> None:
    page = (
        b"<?xml version='1.0' encoding='utf-8'?><html><body><p>A &amp; B&nbsp;C</p></body></html>"
    )
    assert read_document(page).text == "A & B\N{NO-BREAK SPACE}C"


def test_raised_marks_and_bold_headings() -> None:
    document = read(
        "<p>Rose to 12%<sup>1</sup> on the 4<sup>th</sup>.</p>"
        "<p><strong>Next steps</strong></p><p>x</p>"
    )
    assert texts(document)[:2] == [
        ("paragraph", "Rose to 12%¹ on the 4th."),
        ("heading", "Next steps"),
    ]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(DamagedFileError, match="no text of its own"):
        read_html(b"<html><body><script>go()</script></body></html>")
