"""Which record answers which figure of the gold."""

from builders.evaluated import document_of, gold_figure, gold_figures, record
from reportparse.evaluation import Field, pair_figures, pairs


def test_a_figure_is_paired_with_the_record_of_its_sentence() -> None:
    right, elsewhere = record(), record(quote="the cost of transport rose by 81%")
    pairing = pair_figures(document_of(elsewhere, right), gold_figures(gold_figure()))
    assert [pair.record for pair in pairing.pairs] == [right]
    assert pairing.extras == (elsewhere,)
    assert pairing.pairs[0].typed
    assert pairing.pairs[0].comparable


def test_a_figure_without_a_record_is_missed() -> None:
    for document in (None, document_of(), document_of(record(value=82))):
        [pair] = pairs(document, gold_figures(gold_figure()))
        assert pair.record is None
        assert not pair.typed
        assert not pair.comparable


def test_the_record_that_agrees_best_answers() -> None:
    loose = record(area="England", period=None)
    exact = record()
    pairing = pair_figures(
        document_of(loose, exact), gold_figures(gold_figure(), gold_figure(area="England"))
    )
    assert [pair.record for pair in pairing.pairs] == [exact, loose]
    assert Field.PERIOD not in pairing.pairs[1].agreed


def test_a_figure_that_must_be_found_goes_before_its_copy() -> None:
    only = record()
    copy = gold_figure(copy_of=1)
    pairing = pair_figures(document_of(only), gold_figures(copy, gold_figure(area="England")))
    assert [pair.record for pair in pairing.pairs] == [None, only]


def test_a_record_without_a_measure_is_not_comparable() -> None:
    unlinked = gold_figure(indicator=None)
    [pair] = pairs(document_of(record(indicator=None)), gold_figures(unlinked))
    assert Field.INDICATOR in pair.agreed
    assert not pair.comparable


def test_the_sign_of_a_change_is_its_direction() -> None:
    fall = gold_figure(value=-188, value_text="(188)", role="change", direction="down")
    found = record(value=188, role="change", direction="down")
    assert pairs(document_of(found), gold_figures(fall))[0].record == found


def test_a_fraction_in_words_is_near_its_decimals() -> None:
    in_words = gold_figure(value=66.7, value_text="two thirds")
    found = record(value=66.6667)
    assert pairs(document_of(found), gold_figures(in_words))[0].record == found
    in_digits = gold_figure(value=66.7, value_text="66.7%")
    assert pairs(document_of(found), gold_figures(in_digits))[0].record is None


def test_a_cell_needs_only_one_word_of_its_quote() -> None:
    cell = record(quote="81%")
    assert pairs(document_of(cell), gold_figures(gold_figure()))[0].record == cell


def test_another_page_is_another_place() -> None:
    found = record(page=3)
    assert pairs(document_of(found), gold_figures(gold_figure(page=3)))[0].record == found
    assert pairs(document_of(found), gold_figures(gold_figure(page=4)))[0].record is None


def test_gold_of_some_pages_asks_for_nothing_outside_them() -> None:
    other_page = record(page=4, start=900)
    before = record(page=3, start=10, value=5)
    first, last = record(page=3, start=100), record(page=3, start=300, value=90)
    between = record(page=3, start=200, value=7)
    pairing = pair_figures(
        document_of(before, first, between, last, other_page),
        gold_figures(gold_figure(page=3), gold_figure(page=3, value=90), pages=(3,)),
    )
    assert pairing.extras == (between,)
