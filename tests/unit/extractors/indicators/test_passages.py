"""Which blocks of a document are read as running text."""

import pytest

from reportparse.document import Block, BlockKind, Document
from reportparse.extractors.indicators.passages import find_passages


def _passages(*texts: str) -> list[str]:
    blocks, text = [], ""
    for each in texts:
        text += "\n\n" if text else ""
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(each)))
        text += each
    document = Document(text=text, media_type="text/plain", blocks=tuple(blocks))
    return [text[found.start_char : found.end_char] for found in find_passages(document)]


@pytest.mark.parametrize(
    "key",
    [
        "Green  target met   Amber  within 10% of target   Red  more than 10% from target",
        "Key: red - more than 5% below target, amber - up to 5% below, green - on target",
    ],
)
def test_key_to_ratings_is_no_text(key: str) -> None:
    assert _passages(key) == []


def test_sentence_on_ratings_is_text() -> None:
    sentence = "Three measures are green, four amber and two red, one of them 8% below target."
    assert _passages(sentence) == [sentence]


def test_figure_with_a_unit_is_joined_with_its_caption() -> None:
    assert _passages("62%", "Care leavers in education or work") == [
        "62%\n\nCare leavers in education or work"
    ]


def test_bare_number_before_a_heading_like_line_is_not() -> None:
    assert _passages("7", "Any other business of the panel") == ["Any other business of the panel"]
