"""Blocks and sections of plain text; offsets are those of the text as given."""

import pytest

from reportparse.document import Block, BlockKind, Document
from reportparse.readers import read_document


def read(text: str) -> Document:
    return read_document(text.encode())


def kinds(document: Document) -> list[tuple[str, str | None, int]]:
    return [(block.kind.value, block.number, block.level) for block in document.blocks]


def words(document: Document, block: Block) -> str:
    return document.text[block.start_char : block.end_char]


def test_text_is_kept_as_given() -> None:
    text = "\n  Title of the paper \n\nBody  with   spaces.\n"
    document = read(text)
    assert document.text == text
    assert document.pages == ()
    assert [words(document, block) for block in document.blocks] == [
        "Title of the paper",
        "Body  with   spaces.",
    ]


REPORT = """Report of the Director

Date: 9th January 2012

Subject: Outcomes for children

1.0 Purpose of this report

- 1.1 The board reviews placements.
 - They must be good;
 - Their case is overseen.
  - by a manager
- 1.2 The report gives a much longer summary

of what was done, and goes on.

3.1 Numbers in care

Safe from harm

3.1.1 The number has risen from 1370 in November 2009 to 1434.

Graph 1: Rates per 10,000

4. Next steps

None specifically for this item.
"""


def test_headings_numbers_lists_and_captions() -> None:
    document = read(REPORT)
    assert kinds(document) == [
        ("title", None, 1),
        ("paragraph", None, 0),
        ("paragraph", None, 0),
        ("heading", "1.0", 1),
        ("paragraph", "1.1", 0),
        ("list_item", "-", 1),
        ("list_item", "-", 1),
        ("list_item", "-", 2),
        ("paragraph", "1.2", 0),
        ("heading", "3.1", 2),
        ("heading", None, 3),
        ("paragraph", "3.1.1", 0),
        ("caption", None, 0),
        ("heading", "4.", 1),
        ("paragraph", None, 0),
    ]
    assert document.title == "Outcomes for children"


def test_a_sentence_cut_by_a_page_end_is_one_block() -> None:
    document = read(REPORT)
    block = next(block for block in document.blocks if block.number == "1.2")
    assert words(document, block).endswith("summary\n\nof what was done, and goes on.")


def test_sections_nest_by_number_and_hold_their_text() -> None:
    document = read(REPORT)
    assert [(s.number, s.heading, s.level) for s in document.sections] == [
        (None, "Report of the Director", 1),
        ("1.0", "Purpose of this report", 1),
        ("3.1", "Numbers in care", 2),
        (None, "Safe from harm", 3),
        ("4", "Next steps", 1),
    ]
    inside = document.section_at(document.text.index("1434"))
    assert inside is not None
    assert inside.heading == "Safe from harm"
    numbers = document.sections[2]
    assert document.text[numbers.heading_end : numbers.end_char].count("Graph 1") == 1


@pytest.mark.parametrize(
    "line",
    [
        "93.3 and a national average of 67.0 were published.",
        "Grade 4 (Inadequate)",
        "The plan should include:",
        "Published: 7 January 2010",
        "1290 children were looked after in January 2015",
        "Further copies are at www.example.gov.uk",
        "12",
    ],
)
def test_what_looks_like_a_heading_and_is_none(line: str) -> None:
    document = read(f"Opening paragraph of the report, which ends.\n\n{line}\n\nMore text.\n")
    assert not document.sections


def test_a_page_number_is_kept_apart() -> None:
    document = read("The end of page five.\n\n6\n\nThe start of page seven.\n")
    assert [item.text for item in document.furniture] == ["6"]
    assert len(document.blocks) == 2


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    document = read("The council has a plan\nfor children in care\nand reviews it.\n\nNext one.\n")
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2


def test_a_contents_list_gives_no_sections() -> None:
    document = read("Contents\n\nIntroduction\t2\nFindings\t\t14\n\nIntroduction\n\nText here.\n")
    assert [block.kind.value for block in document.blocks] == [
        "title",
        "contents",
        "contents",
        "heading",
        "paragraph",
    ]


def test_a_list_of_short_numbered_items_gives_no_sections() -> None:
    document = read(
        "We agreed the following.\n\n1. Foster care\n2. Adoption\n3. Kinship care\n\nEnd.\n"
    )
    assert [section.heading for section in document.sections] == []
