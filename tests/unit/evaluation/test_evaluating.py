"""Scores of made-up documents, counted by hand."""

from typing import Any

import pytest

from builders.evaluated import PATH, QUOTE, document_of, gold_figure, gold_figures, record
from reportparse.errors import GoldError
from reportparse.evaluation import Evaluation, Field, Gold, GoldFigure, Ratio, evaluate
from reportparse.evaluation.gold import GoldJudgement, GoldJudgements, GoldMetadata
from reportparse.records import IndicatorValue, Judgement


def figure(value: int, **changes: Any) -> GoldFigure:
    return gold_figure(value=value, value_text=f"{value}%", **changes)


def read(value: int, **changes: Any) -> IndicatorValue:
    return record(value=value, value_text=f"{value}%", **changes)


def evaluated(records: list[IndicatorValue], *figures: GoldFigure) -> Evaluation:
    return evaluate([document_of(*records)], Gold(figures=(gold_figures(*figures),)))


def ratio(right: int, wrong: int, missed: int) -> Ratio:
    return Ratio(right=right, wrong=wrong, missed=missed)


# Five figures asked for, one of them hard, and two that need not be found. Of the records 1 is
# right, 2 has no period, 3 is the hard one with another area, 4 names no measure, 6 need not be
# found, 9 is none of the gold's, and 5 is missed.
FIGURES = (
    figure(1),
    figure(2),
    figure(3, hard=True),
    figure(4),
    figure(5),
    figure(6, optional=True),
    figure(7, copy_of={"line": 1}),
)
RECORDS = [
    read(1, confidence=0.95, rule_id="narrative.percent+pair"),
    read(2, period=None, confidence=0.9, rule_id="narrative.percent"),
    read(3, area="England", confidence=0.4, rule_id="narrative.percent"),
    read(4, indicator=None, confidence=0.97),
    read(6, area="England"),
    read(9, confidence=0.42, rule_id="table_number"),
]


def test_scores_of_all() -> None:
    score = evaluated(RECORDS, *FIGURES).score
    assert score.figures == 5
    assert score.found == ratio(4, 1, 1)
    assert score.typed == ratio(2, 2, 2)
    assert score.comparable == ratio(1, 2, 4)
    assert score.firm == ratio(1, 1, 4)
    assert (score.found.precision, score.found.recall, score.found.f1) == (0.8, 0.8, 0.8)


def test_nothing_to_measure_has_no_share() -> None:
    told = evaluated(RECORDS, *FIGURES).score.told
    assert (told.precision, told.recall, told.f1) == (None, None, None)


def test_calibration_by_tenths() -> None:
    bands = evaluated(RECORDS, *FIGURES).calibration
    assert [(band.lower, band.right, band.of) for band in bands] == [(0.4, 0, 2), (0.9, 1, 2)]
    assert bands[0].confidence == pytest.approx(0.41)


def test_by_field() -> None:
    by_field = {one.field: one for one in evaluated(RECORDS, *FIGURES).by("field")}
    assert (by_field[Field.AREA].right, by_field[Field.AREA].of) == (3, 4)
    assert (by_field[Field.PERIOD].right, by_field[Field.PERIOD].of) == (3, 4)
    # The measure is asked of all five, the one missed and the one without an id included.
    assert (by_field[Field.INDICATOR].right, by_field[Field.INDICATOR].of) == (3, 5)


def test_by_rule() -> None:
    rules = {one.rule: one for one in evaluated(RECORDS, *FIGURES).by("rule")}
    percent = rules["narrative.percent"]
    assert (percent.records, percent.found, percent.linked, percent.comparable) == (3, 3, 3, 1)
    assert (percent.right[Field.PERIOD], percent.right[Field.AREA]) == (2, 2)
    assert (rules["pair"].records, rules["pair"].comparable) == (1, 1)
    assert (rules["table_number"].records, rules["table_number"].found) == (1, 0)
    assert next(iter(rules)) == "narrative.percent"


def test_by_document_and_by_kind() -> None:
    said = GoldMetadata(path=PATH, form="minutes", fields={"title": ("Report",)})
    others = GoldMetadata(path="other.pdf", fields={"kind": ("briefing",)})
    gold = Gold(figures=(gold_figures(*FIGURES),), metadata=(said, others))
    result = evaluate([document_of(*RECORDS)], gold)
    assert result.missing == ("other.pdf",)
    assert [(one.name, one.figures) for one in result.by("document")] == [
        (PATH, 5),
        ("other.pdf", 0),
    ]
    assert [(one.name, one.metadata) for one in result.by("kind")] == [
        ("briefing", ratio(0, 1, 1)),
        ("minutes", ratio(0, 1, 1)),
    ]


def test_metadata_is_compared_without_case_and_dashes() -> None:
    fields = {
        "title": ("Minutes - 4 March",),
        "committee": (None,),
        "organisation": ("Bexley", "Greenwich"),
    }
    gold = Gold(metadata=(GoldMetadata(path=PATH, fields=fields),))
    found = document_of(title="MINUTES \N{EN DASH} 4 March", organisation="Greenwich")
    assert evaluate([found], gold).score.metadata == ratio(3, 0, 0)
    assert evaluate([document_of()], gold).score.metadata == ratio(1, 2, 2)


def test_documents_of_which_none_is_the_golds_are_refused() -> None:
    gold = Gold(figures=(gold_figures(*FIGURES).model_copy(update={"path": "elsewhere.pdf"}),))
    with pytest.raises(GoldError, match=r"such as elsewhere\.pdf"):
        evaluate([document_of()], gold)


def test_a_data_frame_has_a_row_for_each_figure_and_extra_record() -> None:
    frame = evaluated(RECORDS, *FIGURES).to_pandas()
    assert list(frame["status"]) == [*["found"] * 4, "missed", "found", "missed", "extra"]
    rows = frame.set_index("value_text")
    assert rows.loc["2%", "wrong"] == "period"
    assert (rows.loc["3%", "area"], rows.loc["3%", "gold_area"]) == ("England", "Bexley")
    assert rows.loc["4%", "wrong"] == "indicator"
    assert rows.loc["5%", "quote"] == QUOTE


def judgement(**changes: Any) -> Judgement:
    place = record(quote=changes.pop("quote", "adoption was judged good")).provenance
    fields = {"provider": "Bexley", "framework": None, "aspect": "adoption", "aspect_text": None}
    grade = {"grade": "good", "grade_text": "good", "basis": "reported", "provenance": place}
    return Judgement.model_validate({**fields, **grade, **changes})


def told(**changes: Any) -> GoldJudgement:
    fields = {"basis": "reported", "aspect": "adoption", "grade": "good"}
    return GoldJudgement.model_validate({**fields, "quote": "adoption was judged good", **changes})


@pytest.mark.parametrize(
    ("wanted", "records", "expected"),
    [
        ([told()], [judgement()], (1, 0, 0)),
        ([told()], [judgement(grade="inadequate")], (0, 1, 1)),
        ([told(alt={"grade": ["inadequate"]})], [judgement(grade="inadequate")], (1, 0, 0)),
        ([told(count=1)], [judgement()], (1, 0, 0)),
        ([told(count=5)], [judgement()], (0, 1, 1)),
        ([told(count=5)], [judgement(count=5)], (1, 0, 0)),
        # A grade repeated elsewhere is the same judgement.
        ([told()], [judgement(quote="a summary of grades")], (1, 0, 0)),
        ([told(hard=True), told(optional=True)], [], (0, 0, 0)),
        ([told(optional=True)], [judgement()], (0, 0, 0)),
        ([told(optional=True), told()], [judgement()], (1, 0, 0)),
    ],
)
def test_told_judgements(
    wanted: list[GoldJudgement], records: list[Judgement], expected: tuple[int, int, int]
) -> None:
    gold = Gold(judgements=(GoldJudgements(path=PATH, judgements=tuple(wanted)),))
    result = evaluate([document_of(judgements=tuple(records))], gold)
    assert result.score.told == ratio(*expected)


@pytest.mark.parametrize(
    ("wanted", "record", "right"),
    [
        ({}, {}, True),
        ({"provider": "Bexley Council"}, {}, True),
        ({"provider": "Leeds"}, {}, False),
        ({"provider": "The Elms children's home"}, {"provider": "Elms Children’s Home"}, True),
        ({}, {"inspected_from": "2019-03-04"}, False),
        ({"inspected_from": "2019-03"}, {}, False),
        (
            {"inspected_from": "2019-03"},
            {"inspected_from": "2019-03-01", "inspected_to": "2019-03-31"},
            True,
        ),
        (
            {"inspected_from": "2019-03-04", "inspected_to": "2019-03-08"},
            {"inspected_from": "2019-03-04", "inspected_to": "2019-03-08"},
            True,
        ),
        (
            {"inspected_from": "2019-03-04", "inspected_to": "2019-03-08"},
            {"inspected_from": "2019-03-04", "inspected_to": "2019-03-09"},
            False,
        ),
        ({"published": "2019-03-04"}, {"published": "2019-03-04"}, True),
    ],
)
def test_provider_and_date_of_a_judgement(
    wanted: dict[str, str], record: dict[str, str], *, right: bool
) -> None:
    rows = (told(**{"provider": "Bexley", **wanted}),)
    gold = Gold(judgements=(GoldJudgements(path=PATH, judgements=rows),))
    found = judgement(confidence=0.95, **record)
    result = evaluate([document_of(judgements=(found,))], gold)
    [band] = result.told_calibration
    assert result.score.told == ratio(1, 0, 0)
    assert (band.lower, band.right, band.of) == (0.9, int(right), 1)


def test_judgements_of_some_pages_leave_out_the_inspections_own() -> None:
    wanted = GoldJudgements(path=PATH, pages=(2,), judgements=(told(page=2),))
    own = judgement(basis="stated").model_copy(update={"provenance": record(page=2).provenance})
    there = judgement().model_copy(update={"provenance": record(page=2).provenance})
    elsewhere = judgement().model_copy(update={"provenance": record(page=3).provenance})
    document = document_of(judgements=(own, elsewhere, there))
    assert evaluate([document], Gold(judgements=(wanted,))).score.told == ratio(1, 0, 0)
