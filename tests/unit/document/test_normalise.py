"""Cleaned text and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.document import normalise


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("children’s  “homes”", 'children\'s "homes"'),
        ("2010–11", "2010-11"),
        ("multi-\nagency", "multi-agency"),
        ("Stoke-on-\nTrent", "Stoke-on-Trent"),
        ("re\N{SOFT HYPHEN}view", "review"),
        ("ﬁne oﬃce", "fine office"),
        ("Board¹ was", "Board was"),
        ("one\n\ntwo\tthree", "one two three"),
    ],
)
def test_normalise(raw: str, clean: str) -> None:
    assert normalise(raw).text == clean


def test_span_of_a_ligature_maps_to_the_printed_word() -> None:
    text = normalise("a  ﬁne  day")
    start = text.text.index("fine")
    assert text.raw[slice(*text.to_raw(start, start + 4))] == "ﬁne"


def test_span_over_a_line_break_keeps_the_break() -> None:
    text = normalise("a multi-\nagency plan")
    start = text.text.index("multi-agency")
    raw = text.raw[slice(*text.to_raw(start, start + len("multi-agency")))]
    assert raw == "multi-\nagency"


@given(st.text(alphabet="ab-– \n’ﬁ\N{SOFT HYPHEN}¹Z9"))
def test_cleaning_is_repeatable(raw: str) -> None:
    once = normalise(raw).text
    assert normalise(once).text == once


@given(st.text(alphabet="xy -–\n’ﬁ¹"), st.text(alphabet="xy -–\n’ﬁ¹"))
def test_a_planted_word_is_found_where_it_was_planted(before: str, after: str) -> None:
    raw = f"{before}Leeds{after}"
    text = normalise(raw)
    start = text.text.index("Leeds")
    assert text.to_raw(start, start + 5) == (len(before), len(before) + 5)


def test_offsets_stay_where_every_character_is_folded_in_place() -> None:
    raw = "the council’s plan – agreed\nin May"
    clean = normalise(raw)
    assert clean.text == "the council's plan - agreed in May"
    assert [clean.to_raw(start, start + 1) for start in range(len(raw))] == [
        (start, start + 1) for start in range(len(raw))
    ]
