"""Judgements and front pages of published inspection reports against their hand-made truth."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportparse.parsing import parse
from reportparse.records import Basis, Report

pytestmark = pytest.mark.shared
_OUTCOMES = {
    1: "send_positive_experiences",
    2: "send_inconsistent_experiences",
    3: "send_systemic_failings",
}


def _gold(shared: Path, name: str) -> dict[str, dict[str, Any]]:
    text = (shared / "gold" / name).read_text(encoding="utf-8")
    return dict(json.loads(text))


def _report(path: Path) -> Report:
    (report,) = parse(path).reports
    return report


def test_grades_and_front_pages_of_all_inspection_reports(shared: Path) -> None:
    wrong = []
    for name, truth in _gold(shared, "ofsted.json").items():
        report = _report(shared / "corpus" / "ofsted" / name)
        assert report.inspection is not None, name
        found = {
            item.aspect: item.grade for item in report.judgements if item.basis is Basis.STATED
        }
        if found != truth["judgements"]:
            wrong.append((name, found, truth["judgements"]))
        front = (
            report.inspection.framework,
            str(report.inspection.inspected_from),
            str(report.inspection.inspected_to),
        )
        expected = (truth["framework"], truth["inspected_from"], truth["inspected_to"])
        if front != expected:
            wrong.append((name, front, expected))
        if truth["published_printed"]:
            assert str(report.inspection.published) == truth["published_printed"], name
    assert wrong == []


def test_outcomes_of_area_send_inspections(shared: Path) -> None:
    for name, truth in _gold(shared, "area_send.json").items():
        report = _report(shared / "corpus" / "area_send" / name)
        grades = [item.grade for item in report.judgements if item.basis is Basis.STATED]
        assert grades == [_OUTCOMES[truth["outcome"]]], name


def test_every_row_of_a_record_of_main_findings(shared: Path) -> None:
    lines = (
        (shared / "gold" / "reports" / "ofsted-leeds-2010.judgements.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    truth = {
        (row["part"], row["aspect"], row["grade"])
        for row in map(json.loads, lines[1:])
        if row["basis"] == "stated" and row["aspect"]
    }
    report = _report(shared / "corpus" / "reports" / "002_4bf25ecaebf63588.txt")
    found = {
        (item.part, item.aspect, item.grade)
        for item in report.judgements
        if item.basis is Basis.STATED
    }
    assert len(found) == 33
    assert found == truth
