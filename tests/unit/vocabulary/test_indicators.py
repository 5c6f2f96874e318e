"""The indicator and dimension data hold together."""

from collections import Counter

import pytest

from reportparse.records import Unit
from reportparse.vocabulary import (
    Indicator,
    load_dimensions,
    load_indicators,
    load_terms,
)

VOCABULARY = load_indicators()
EACH = pytest.mark.parametrize("indicator", VOCABULARY.indicators, ids=lambda entry: entry.id)


def test_ids_are_unique() -> None:
    counts = Counter(indicator.id for indicator in VOCABULARY.indicators)
    assert [id for id, count in counts.items() if count > 1] == []


def test_an_alias_of_two_measures_is_declared_ambiguous() -> None:
    declared = {entry.alias for entry in VOCABULARY.ambiguous}
    owners = Counter(
        alias.lower() for indicator in VOCABULARY.indicators for alias in set(indicator.aliases)
    )
    assert {alias for alias, count in owners.items() if count > 1} <= declared


def test_ambiguous_aliases_name_known_measures() -> None:
    for entry in VOCABULARY.ambiguous:
        assert entry.default in entry.candidates
        assert set(entry.candidates) <= VOCABULARY.by_id.keys()


@EACH
def test_unit_and_theme_are_known(indicator: Indicator) -> None:
    assert indicator.unit in set(Unit)
    assert indicator.theme in VOCABULARY.theme_by_id


@EACH
def test_siblings_are_the_same_measure_in_another_unit(indicator: Indicator) -> None:
    for unit, sibling in indicator.siblings:
        assert VOCABULARY.by_id[sibling].unit == unit
        assert unit != indicator.unit


@EACH
def test_confusions_are_known_and_mutual(indicator: Indicator) -> None:
    for other in indicator.not_to_confuse_with:
        assert indicator.id in VOCABULARY.by_id[other].not_to_confuse_with


@EACH
def test_dimensions_are_known(indicator: Indicator) -> None:
    assert set(indicator.dimensions) <= load_dimensions().by_id.keys()


@EACH
def test_implied_values_are_known(indicator: Indicator) -> None:
    dimensions = load_dimensions().by_id
    for name, value in indicator.implies:
        assert value in {entry.id for entry in dimensions[name].values}


@EACH
def test_weak_aliases_are_aliases_and_counts_say_what_they_count(indicator: Indicator) -> None:
    assert set(indicator.weak_aliases) <= set(indicator.aliases)
    assert (indicator.of is not None) == (indicator.unit == Unit.COUNT)


def test_dimension_values_are_unique_and_their_parents_known() -> None:
    for dimension in load_dimensions().dimensions:
        ids = [value.id for value in dimension.values]
        assert len(ids) == len(set(ids))
        assert {value.parent for value in dimension.values if value.parent} <= set(ids)
        assert set(dimension.themes) <= VOCABULARY.theme_by_id.keys()


def test_a_phrase_belongs_to_one_term() -> None:
    owners = Counter(phrase for phrases in load_terms().values() for phrase in set(phrases))
    assert [phrase for phrase, count in owners.items() if count > 1] == []
