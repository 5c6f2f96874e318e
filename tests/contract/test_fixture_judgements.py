"""The built inspection reports give the judgements that stand in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportparse import parse
from reportparse.archive import verify
from reportparse.records import Basis, Judgement
from reportparse.vocabulary import load_frameworks

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
BUILT = FIXTURES / "built"
EXPECTED = sorted((FIXTURES / "expected").glob("*.json"))
# All but the inspections of whole authorities.
OTHERS = [path for path in EXPECTED if not (BUILT / "inspections" / f"{path.stem}.pdf").exists()]


def fixture(expected: Path) -> Path:
    """The report that a file of expected judgements is of."""
    (found,) = BUILT.glob(f"*/{expected.stem}.pdf")
    return found


def provider_of(expected: dict[str, Any]) -> str | None:
    """Who was inspected: the authority itself where no other provider is named."""
    provider: str | None = expected.get("provider", expected["organisation"])
    return provider


def pages(judgement: Judgement) -> set[int | None]:
    return {place.page for place in (judgement.provenance, *judgement.also_at)}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_an_inspection_report_gives_its_judgements(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    (report,) = parse(fixture(path)).reports
    stated = [found for found in report.judgements if found.basis is Basis.STATED]
    found = {(record.part, record.aspect or record.aspect_text): record for record in stated}
    wanted = {(entry["part"], entry["aspect"]): entry for entry in expected["judgements"]}
    assert {key: record.grade for key, record in found.items()} == {
        key: entry["grade"] for key, entry in wanted.items()
    }
    assert len(stated) == len(wanted)
    assert [key for key, entry in wanted.items() if entry["page"] not in pages(found[key])] == []
    assert {record.provider for record in stated} <= {provider_of(expected)}
    assert {record.framework for record in stated} <= {expected["framework"]}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_an_inspection_report_gives_its_front_page(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    (report,) = parse(fixture(path)).reports
    assert report.inspection is not None
    read = report.inspection.model_dump(mode="json")
    names = ("framework", "inspected_from", "inspected_to", "published", "lead_inspector")
    assert {name: read[name] for name in names} == {name: expected[name] for name in names}
    assert (report.kind, report.organisation) == (expected["kind"], expected["organisation"])
    assert read["provider"] == provider_of(expected)
    for entry in expected.get("not_graded", []):
        assert entry in read["not_graded"]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_what_an_inspection_report_leaves_open_is_named(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    parsed = parse(fixture(path))
    wanted = {expected["problem"]} if "problem" in expected else set()
    assert {problem.code for problem in parsed.problems} == wanted


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_provider_has_the_grade_that_it_had_before(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    before = [
        (record.provider, record.aspect, record.grade)
        for record in parse(fixture(path)).judgements()
        if record.basis is Basis.PREVIOUS
    ]
    wanted = [(provider_of(expected), "overall_effectiveness", expected.get("previous"))]
    assert before == (wanted if "previous" in expected else [])


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_every_record_is_borne_out_by_its_source(path: Path) -> None:
    assert verify(parse(fixture(path))) == []


def test_every_framework_has_a_report() -> None:
    told = {json.loads(path.read_text(encoding="utf-8"))["framework"] for path in EXPECTED}
    assert set(load_frameworks().frameworks) - told == set()
