"""The fixtures are read no worse than before; CONTRIBUTING.md says how to read a failure."""

import json
from typing import Any

import pytest

from builders.baseline import BASELINE, baseline_of, fallen_figures, measure, worse_records
from builders.evaluated import PATH, document_of, gold_figure, gold_figures, record
from reportparse.evaluation import Gold, GoldFigure, evaluate
from reportparse.records import IndicatorValue

_HOW = "CONTRIBUTING.md, 'When reading changes', says what to do.\n"


@pytest.fixture(scope="module")
def before() -> Any:
    return json.loads(BASELINE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now() -> dict[str, Any]:
    return measure()


def test_no_figure_has_fallen(before: dict[str, Any], now: dict[str, Any]) -> None:
    fallen = fallen_figures(before, now, ["all"])
    details = [*fallen_figures(before, now, before["sets"]), *worse_records(before, now)]
    assert not fallen, "\n".join([_HOW, *details])


def test_no_record_has_become_worse(before: dict[str, Any], now: dict[str, Any]) -> None:
    worse = worse_records(before, now)
    assert not worse, "\n".join([_HOW, *worse])


def test_the_baseline_is_of_the_gold_that_stands(
    before: dict[str, Any], now: dict[str, Any]
) -> None:
    """Its figures are those of the gold; gold that was mended needs a new baseline."""
    asked = [
        {name for name, state in one["records"].items() if "beside the gold" not in name}
        for one in (before, now)
    ]
    told = {name for name in asked[0] ^ asked[1] if ": judgement " not in name}
    assert told == set()


def _baseline(records: list[IndicatorValue], *figures: GoldFigure) -> dict[str, Any]:
    gold = Gold(figures=(gold_figures(*figures),))
    return baseline_of(evaluate([document_of(*records)], gold))


def test_a_record_that_goes_wrong_is_named_and_lowers_its_figures() -> None:
    before = _baseline([record(confidence=0.95)], gold_figure())
    now = _baseline([record(period=None, confidence=0.95)], gold_figure())
    assert fallen_figures(before, now, ["all"]) == [
        "all: typed precision was 1.0000, is 0.0000",
        "all: typed recall was 1.0000, is 0.0000",
        "all: comparable precision was 1.0000, is 0.0000",
        "all: comparable recall was 1.0000, is 0.0000",
        "all: firm precision was 1.0000, is 0.0000",
        "all: firm recall was 1.0000, is 0.0000",
    ]
    [line] = worse_records(before, now)
    assert line.startswith(f"{PATH}: 81% (")
    assert line.endswith("comparable before, now found")
    assert fallen_figures(now, before, ["all"]) == []
    assert worse_records(now, before) == []


def test_one_record_for_another_is_seen_though_the_figures_stand() -> None:
    figures = (gold_figure(), gold_figure(value=90, value_text="90%"))
    first, second = record(), record(value=90, value_text="90%")
    before = _baseline([first, second.model_copy(update={"area": None})], *figures)
    now = _baseline([first.model_copy(update={"area": None}), second], *figures)
    assert fallen_figures(before, now, before["sets"]) == []
    assert [line.split(" (")[0] for line in worse_records(before, now)] == [f"{PATH}: 81%"]


def test_a_wrong_measure_is_worse_than_none() -> None:
    before = _baseline([record(indicator=None)], gold_figure())
    now = _baseline([record(indicator="cla_count")], gold_figure())
    [line] = worse_records(before, now)
    assert line.endswith("typed before, now typed, wrong measure")
    assert worse_records(now, before) == []


def test_a_new_extra_record_is_worse() -> None:
    elsewhere = record(value=7, value_text="7", quote="page 7 of 9")
    before = _baseline([record()], gold_figure())
    now = _baseline([record(), elsewhere], gold_figure())
    assert worse_records(before, now) == [
        f"{PATH}: 7 beside the gold: not there before, now extra with a measure"
    ]
    assert worse_records(now, before) == []


def test_the_same_extra_naming_a_measure_is_worse() -> None:
    elsewhere = record(value=7, value_text="7", quote="page 7 of 9")
    silent = elsewhere.model_copy(update={"indicator": None})
    before = _baseline([record(), silent], gold_figure())
    now = _baseline([record(), elsewhere], gold_figure())
    assert len(worse_records(before, now)) == 1
    assert worse_records(now, before) == []
