"""The built inspection reports give the judgements that stand in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportparse import parse
from reportparse.records import Basis, Judgement

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
BUILT = FIXTURES / "built"
EXPECTED = sorted((FIXTURES / "expected").glob("*.json"))


def pages(judgement: Judgement) -> set[int | None]:
    return {place.page for place in (judgement.provenance, *judgement.also_at)}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_an_inspection_report_gives_its_judgements(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    (report,) = parse(BUILT / "inspections" / f"{path.stem}.pdf").reports
    stated = [found for found in report.judgements if found.basis is Basis.STATED]
    found = {(record.part, record.aspect): record for record in stated}
    wanted = {(entry["part"], entry["aspect"]): entry for entry in expected["judgements"]}
    assert {key: record.grade for key, record in found.items()} == {
        key: entry["grade"] for key, entry in wanted.items()
    }
    assert len(stated) == len(wanted)
    assert [key for key, entry in wanted.items() if entry["page"] not in pages(found[key])] == []
    assert {record.provider for record in stated} == {expected["organisation"]}
    assert {record.framework for record in stated} == {expected["framework"]}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_an_inspection_report_gives_its_front_page(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    (report,) = parse(BUILT / "inspections" / f"{path.stem}.pdf").reports
    assert report.inspection is not None
    read = report.inspection.model_dump(mode="json")
    names = ("framework", "inspected_from", "inspected_to", "published", "lead_inspector")
    assert {name: read[name] for name in names} == {name: expected[name] for name in names}
    assert (report.kind, report.organisation) == (expected["kind"], expected["organisation"])
    for entry in expected.get("not_graded", []):
        assert entry in read["not_graded"]
