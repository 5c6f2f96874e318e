"""Columns fitted to a screen: no word cut where there is room for it."""

import pytest

from reportparse.cli.fitting import GAP, fit_widths, fold, least_width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("looked after children", 12, ["looked after", "children"]),
        ("looked_after_children", 13, ["looked_after_", "children"]),
        ("papers/board-paper.pdf", 12, ["papers/", "board-", "paper.pdf"]),
        ("2010-03-31 and -1.2", 10, ["2010-03-31", "and -1.2"]),
        ("2015-06-01/2015-06-25", 14, ["2015-06-01/", "2015-06-25"]),
        ("accommodation", 8, ["accommod", "ation"]),
        ("two\nlines", 20, ["two", "lines"]),
        ("", 5, [""]),
        ("  indented words", 10, ["  indented", "words"]),
    ],
)
def test_fold(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width).split("\n") == lines


def test_least_width_is_that_of_the_longest_piece() -> None:
    assert least_width(["looked_after_children", "31 March"]) == len("children")
    assert least_width(["2010-03-31"]) == 10
    assert least_width([], limit=5) == 1


def test_room_goes_where_text_is_longest() -> None:
    widths = fit_widths([5, 5], [10, 60], 40)
    assert sum(widths) + GAP + 2 == 40
    assert widths[1] > 2 * widths[0]


def test_no_column_is_wider_than_its_text() -> None:
    assert fit_widths([3, 4], [6, 8], 80) == [6, 8]


def test_too_little_room_is_taken_from_the_widest() -> None:
    assert fit_widths([20, 5], [20, 5], 20) == [10, 5]
