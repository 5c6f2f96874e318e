"""Telling how a figure was read."""

import pytest

from reportparse.explaining import explain

REPORT = b"""Leeds City Council

Subject: Children looked after in Leeds

1 Numbers

At 31 March 2014 there were 1,204 children looked after, down 96 since March 2012. Two of the
team work under section 17 of the Act.

Measure\t2013\t2014
Children looked after at 31 March\t1,300\t1,204
"""


def test_a_sentence_is_explained_with_its_spans_and_records() -> None:
    (sentence,) = explain(REPORT, "down  96")
    assert [(span.kind, span.text, span.meaning) for span in sentence.spans] == [
        ("period", "31 March 2014", "2014-03-31"),
        ("quantity", "1,204", "1204 count, exact"),
        ("quantity", "96", "96 count, exact"),
        ("period", "March 2012", "2012-03"),
    ]
    level, change = sentence.figures
    assert (level.record.value, level.record.indicator) == (1204, "cla_count")
    assert level.candidates[0].indicator == "cla_count"
    assert (change.record.value, change.record.role) == (96, "change")


def test_numbers_left_out_are_named_with_their_reason() -> None:
    (sentence,) = explain(REPORT, "section 17")
    left_out = [(span.text, span.rule) for span in sentence.spans if span.kind == "no figure"]
    assert ("section 17", "reference") in left_out
    assert 17 not in [note.record.value for note in sentence.figures]


def test_a_cell_is_explained_with_its_row() -> None:
    sentence, cell = explain(REPORT, "1,204")
    assert sentence.spans
    assert cell.text == "Children looked after at 31 March | 1,300 | 1,204"
    assert [note.record.period.key for note in cell.figures if note.record.period] == ["2014-03-31"]


@pytest.mark.parametrize("at", ["no such words", "  "])
def test_words_that_are_not_there_explain_nothing(at: str) -> None:
    assert explain(REPORT, at) == ()
