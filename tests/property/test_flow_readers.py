"""Whatever the text, its blocks and cells stand in it in order, and nothing is raised."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportparse.document import Document
from reportparse.readers.html import read_html
from reportparse.readers.plain import read_plain

_FIELDS = st.sampled_from(
    [
        "",
        "",
        "Leeds",
        "of CLA",
        "12",
        "1,234",
        "54.5%",
        "31/12/2021",
        "/2022",
        "0-17)",
        "Rate (per",
        "Total",
        "n/a",
        "16",
        "2010-11",
        "a",
        "<br>",
        "<table><tr><td>1",
        "☐ Yes",
        "Table 1: x",
        "3.1 X",
    ]
)
_LINES = st.one_of(
    st.lists(_FIELDS, min_size=1, max_size=6).map("\t".join),
    st.sampled_from(["", " ", "- 1.1 Text.", " - item", "Contents", "12", "-----", "Heading here"]),
    st.text(alphabet="aA1.-\t ():", max_size=12),
)
_TEXTS = st.lists(_LINES, max_size=14).map("\n".join)
_TAGS = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<table>",
            "<tr>",
            "<td>",
            "<th colspan=2>",
            "<td rowspan=3>",
            "</table>",
            "<ul>",
            "<li>",
            "</ul>",
            "<h2>",
            "</h2>",
            "<b>",
            "</b>",
            "<br>",
            "<nav>",
            "</nav>",
            "12",
            "x y",
            "<main>",
            "<caption>",
            "2019",
            "&nbsp;",
        ]
    ),
    max_size=25,
).map("".join)


def check(document: Document) -> None:
    position = 0
    for block in document.blocks:
        assert position <= block.start_char < block.end_char <= len(document.text)
        position = block.end_char
    for table in document.tables:
        assert 0 <= table.n_header_rows <= table.n_rows
        places = set()
        for cell in table.cells:
            assert table.start_char <= cell.start_char < cell.end_char <= table.end_char
            assert cell.row + cell.row_span <= table.n_rows
            assert cell.column + cell.column_span <= table.n_columns
            covered = {
                (row, column)
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            }
            assert not places & covered
            places |= covered
    for section in document.sections:
        assert section.start_char < section.heading_end <= section.end_char


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_plain_text(text: str) -> None:
    document = read_plain(text.encode())
    assert document.text == text
    check(document)


@settings(max_examples=200, deadline=None)
@given(_TAGS)
def test_web_pages(markup: str) -> None:
    check(read_html(f"<html><body><p>Start</p>{markup}</body></html>".encode()))
