"""The built fixtures are what their script makes, and give the judgements that stand in them."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reportparse import parse
from reportparse.records import Basis, Judgement

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
BUILT = FIXTURES / "built"
EXPECTED = sorted((FIXTURES / "expected").glob("*.json"))


def content(path: Path) -> object:
    """The bytes of a file; for a DOCX the check sums of its parts, which no zip library alters."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return [(part.filename, part.file_size, part.CRC) for part in package.infolist()]


def test_the_built_files_are_current(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, FIXTURES / "build.py", tmp_path], check=True, capture_output=True
    )
    made = {path.relative_to(tmp_path): content(path) for path in tmp_path.glob("*/*")}
    kept = {path.relative_to(BUILT): content(path) for path in BUILT.glob("*/*")}
    assert made.keys() == kept.keys()
    assert [str(path) for path in made if made[path] != kept[path]] == []


def test_every_inspection_report_has_expected_judgements() -> None:
    assert [path.stem for path in EXPECTED] == sorted(
        path.stem for path in (BUILT / "inspections").iterdir()
    )


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
