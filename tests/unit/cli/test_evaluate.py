"""``reportparse evaluate``: what it prints, where, and with which exit code."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders.evaluated import PATH, document_of, gold_figure, record
from reportparse.cli import app

HEADER = {"file": PATH}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A converted folder with one document, and its gold: a figure right, one wrong, one missed."""
    out, gold = tmp_path / "out", tmp_path / "gold"
    wrong = record(value=90, value_text="90%", quote="90% were seen alone", period=None)
    extra = record(value=7, value_text="7", quote="page 7 of 9", indicator=None)
    document = document_of(record(confidence=0.95, rule_id="narrative.percent+pair"), wrong, extra)
    (out / "documents").mkdir(parents=True)
    (out / "documents" / f"{PATH}.json").write_text(document.model_dump_json(), encoding="utf-8")
    gold.mkdir()
    figures = [
        gold_figure(),
        gold_figure(value=90, value_text="90%", quote="90% were seen alone"),
        gold_figure(value=12, value_text="12", quote="12 were late"),
    ]
    rows = [json.dumps(HEADER), *(one.model_dump_json() for one in figures)]
    (gold / "a.indicators.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return out, gold


def run(folders: tuple[Path, Path], *arguments: str) -> Result:
    out, gold = folders
    return CliRunner().invoke(app, ["evaluate", str(out), "--gold", str(gold), *arguments])


def test_a_table_of_scores(folders: tuple[Path, Path]) -> None:
    finished = run(folders)
    assert finished.exit_code == 0
    lines = {
        line.split()[0]: line.split()[1:] for line in finished.stdout.splitlines() if line.split()
    }
    assert lines["3"] == ["figures"]
    assert lines["found"] == ["2", "1", "1", "0.6667", "0.6667", "0.6667"]
    assert lines["comparable"] == ["1", "1", "2", "0.5000", "0.3333", "0.4000"]
    assert lines["firm"] == ["1", "0", "2", "1.0000", "0.3333", "0.5000"]
    assert lines["0.9"] == ["to", "1.0", "1", "1", "1.0000", "0.9500"]
    assert "told" not in lines


@pytest.mark.parametrize(
    ("grouping", "words"),
    [
        ("field", ["period", "1", "2", "0.5000"]),
        ("rule", ["pair", "1", "1", "1", "1", "1", "1", "1", "of", "1"]),
        ("kind", ["other", "3", "0.6667", "0.3333", "0.5000", "0.3333"]),
        ("document", [PATH, "3", "0.6667", "0.3333", "0.5000", "0.3333"]),
    ],
)
def test_tables_by(folders: tuple[Path, Path], grouping: str, words: list[str]) -> None:
    lines = [line.split() for line in run(folders, "--by", grouping).stdout.splitlines()]
    assert words in lines


def test_misses_say_what_is_wrong(folders: tuple[Path, Path]) -> None:
    assert run(folders, "-v").stdout.splitlines()[:3] == [
        f"{PATH}: wrong 90% (90% were seen alone): period is none, should be 2019/20",
        f"{PATH}: missed 12 (12 were late)",
        f"{PATH}: extra 7 (page 7 of 9)",
    ]


def test_json_and_csv(folders: tuple[Path, Path], tmp_path: Path) -> None:
    content = json.loads(run(folders, "--format", "json").stdout)
    assert content["score"]["found"]["precision"] == pytest.approx(2 / 3)
    assert {one["field"] for one in content["fields"]} >= {"unit", "indicator"}
    target = tmp_path / "rows.csv"
    assert run(folders, "--misses", "--format", "csv", "--output", str(target)).stdout == ""
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert [row["status"] for row in rows] == ["found", "found", "missed", "extra"]
    by_rule = list(
        csv.DictReader(io.StringIO(run(folders, "--by", "rule", "--format", "csv").stdout))
    )
    assert {row["rule"]: row["right.period"] for row in by_rule} == {
        "narrative.percent": "1",
        "pair": "1",
    }


def test_a_document_that_was_not_converted_is_named(folders: tuple[Path, Path]) -> None:
    (folders[1] / "META.json").write_text('{"b.pdf": {"kind": "other"}}', encoding="utf-8")
    finished = run(folders)
    assert finished.exit_code == 1
    assert "counted as missed: b.pdf" in finished.stderr
    assert "comparable" in finished.stdout
