"""From page words to a document."""

from builders.pages import make_document, make_page, text_line
from reportparse.document import BlockKind, FurnitureKind


def test_running_header_and_page_number_stand_outside_the_text() -> None:
    pages = [
        make_page(
            [
                text_line("Annual report 2020", top=30),
                text_line(f"Body of page {name} goes on.", top=200),
                text_line(str(number), top=800),
            ],
            number=number,
        )
        for number, name in enumerate(("one", "two", "three", "four"), start=1)
    ]
    document = make_document(*pages)
    assert "Annual report" not in document.text
    kinds = [item.kind for item in document.furniture]
    assert kinds.count(FurnitureKind.HEADER) == 4
    assert kinds.count(FurnitureKind.PAGE_NUMBER) == 4


def test_words_point_into_the_text() -> None:
    document = make_document(make_page([text_line("Leeds looked after 1,290 children.", top=200)]))
    page = document.pages[0]
    texts = [document.text[word.start_char : word.end_char] for word in page.words]
    assert texts == ["Leeds", "looked", "after", "1,290", "children."]


def test_paragraph_cut_by_a_page_break_is_one_block() -> None:
    document = make_document(
        make_page([text_line("The number of children looked after", top=700)], number=1),
        make_page([text_line("rose to 410 in March.", top=72)], number=2),
    )
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]
    figure = document.text.index("410")
    page = document.page_at(figure)
    assert page is not None
    assert page.number == 2


def test_footnote_stands_before_the_paragraph_that_the_page_cuts_off() -> None:
    document = make_document(
        make_page(
            [
                text_line("Most children live", top=400),
                text_line("1 Figures are provisional.", top=760, size=8),
            ],
            number=1,
        ),
        make_page([text_line("close to home.", top=72)], number=2),
    )
    assert [block.kind for block in document.blocks] == [BlockKind.FOOTNOTE, BlockKind.PARAGRAPH]
    assert document.text.endswith("Most children live\nclose to home.")


def test_nested_bullets_have_levels() -> None:
    document = make_document(
        make_page(
            [
                text_line("• Of this number:", top=100),
                text_line("- 293 live outside", x=100, top=120),
                text_line("- 12 live with parents", x=100, top=140),
                text_line("• In the last year:", top=160),
            ]
        )
    )
    assert [block.level for block in document.blocks] == [1, 2, 2, 1]
    assert [block.number for block in document.blocks] == ["•", "-", "-", "•"]


def test_figure_in_large_type_is_no_heading() -> None:
    document = make_document(
        make_page(
            [
                text_line("88%", top=100, size=24),
                text_line("of assessments were finished on time in the year.", top=140),
            ]
        )
    )
    assert not document.sections


def test_raised_mark_does_not_join_the_figure_before_it() -> None:
    words = text_line("There were 40 children", top=100)
    mark = words[2]._replace(
        text="2", x0=words[2].x1, x1=words[2].x1 + 3, bottom=105.0, size=6.0, raised=True
    )
    document = make_document(make_page([[*words[:3], mark, *words[3:]]]))
    assert document.text == "There were 40² children"


def test_sections_follow_the_size_of_headings() -> None:
    document = make_document(
        make_page(
            [
                text_line("Placements", top=100, size=18),
                text_line("Text of the first part ends here.", top=140),
                text_line("Foster care", top=170, bold=True),
                text_line("Text of the second part ends here.", top=200),
            ]
        )
    )
    assert [(section.heading, section.level) for section in document.sections] == [
        ("Placements", 1),
        ("Foster care", 2),
    ]
    assert document.sections[0].end_char == len(document.text)


def test_number_stuck_to_its_first_word_is_the_number_of_the_paragraph() -> None:
    document = make_document(
        make_page(
            [
                text_line("57.Senior leaders know their service well.", top=100),
                text_line("58.A panel meets weekly.", top=116),
                text_line("3.12 The board met.", top=132),
                text_line("(a) Visits are on time.", top=148),
                text_line("A1. Plans are clear.", top=164),
            ]
        )
    )
    assert [block.number for block in document.blocks] == ["57.", "58.", "3.12", "(a)", "A1."]


def test_number_set_alone_goes_with_the_words_beside_or_below_it() -> None:
    document = make_document(
        make_page(
            [
                text_line("12.", x=60, top=100),
                text_line("Most children live close to home.", x=110, top=100),
                text_line("13.", x=60, top=140),
                text_line("Few children move more than once.", x=60, top=156),
            ]
        )
    )
    assert [block.number for block in document.blocks] == ["12.", "13."]
    assert "12.\nMost" in document.text
