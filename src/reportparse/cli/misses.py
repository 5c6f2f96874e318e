"""What is missed, wrong or extra, one line each, for ``reportparse evaluate --misses``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportparse import evaluation

if TYPE_CHECKING:
    from reportparse.evaluation import (
        Evaluation,
        FigureOutcome,
        GoldJudgement,
        JudgementOutcome,
    )
    from reportparse.records import Judgement


def miss_lines(result: "Evaluation") -> Iterator[str]:
    """Lines in the order of the gold: figures, then judgements, then what reports say of them."""
    for figure in result.figures:
        if figure.counts and (line := _figure(figure)):
            yield f"{figure.path}: {line}"
    for judgement in result.judgements:
        if judgement.counts and not judgement.found:
            yield f"{judgement.path}: {_judgement(judgement)}"
    for said in result.metadata:
        if not said.right:
            yield f"{said.path}: {said.field} is {said.read!r}, should be {said.wanted[0]!r}"


def _figure(outcome: "FigureOutcome") -> str | None:
    """What is wrong with a figure; None where nothing is, or where it is hard to settle."""
    cells = evaluation.outcome_row(outcome)
    where = f"page {cells['page']}, " if cells["page"] else ""
    place = f"{cells['value_text']} ({where}{cells['quote']})"
    if outcome.gold is None:
        claim = f" of {cells['indicator']}" if cells["indicator"] else ""
        return f"extra {place}{claim}"
    if outcome.record is None:
        return f"missed {place}"
    wrong = [field.value for field in evaluation.wrong_fields(outcome)]
    if not wrong or outcome.hard:
        return None
    differences = (
        f"{field} is {_shown(cells[field])}, should be {_shown(cells[f'gold_{field}'])}"
        for field in wrong
    )
    return f"wrong {place}: {'; '.join(differences)}"


def _judgement(outcome: "JudgementOutcome") -> str:
    if outcome.record is not None:
        quote = " ".join(outcome.record.provenance.quote.split())
        return f"extra judgement {_grade(outcome.record)} ({quote})"
    return (
        ""
        if outcome.gold is None
        else (f"missed judgement {_grade(outcome.gold)} ({outcome.gold.quote})")
    )


def _grade(one: "GoldJudgement | Judgement") -> str:
    parts = (one.basis, one.part, one.aspect, one.grade)
    times = f" x {one.count}" if one.count not in {None, 1} else ""
    return " ".join(str(part) for part in parts if part) + times


def _shown(value: Any) -> str:
    return "none" if value in (None, "") else str(value)
