"""Gold as files: what is read, and what is refused in words that name the place."""

import json
from pathlib import Path

import pytest

from builders.evaluated import PATH, document_of, gold_figure, record
from reportparse.errors import GoldError
from reportparse.evaluation import evaluate, read_gold

FIGURE = gold_figure().model_dump(mode="json")
HEADER = {"file": PATH}


def write_lines(path: Path, *rows: object) -> None:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")


def test_figures_judgements_and_metadata_of_a_folder(tmp_path: Path) -> None:
    figure = {**FIGURE, "line": 4, "of": "reviews", "alt": {"area": "England", "period": [None]}}
    write_lines(tmp_path / "a.indicators.jsonl", {**HEADER, "pages": [2, 3]}, figure)
    told = {"basis": "reported", "part": None, "aspect": "adoption", "grade": "good"}
    write_lines(tmp_path / "a.judgements.jsonl", HEADER, told)
    said = {"kind": "briefing", "title": "Minutes", "form": "minutes", "alt": {"kind": ["other"]}}
    (tmp_path / "META.json").write_text(json.dumps({"b.pdf": said}), encoding="utf-8")
    gold = read_gold(tmp_path)
    [figures], [judgements], [metadata] = gold.figures, gold.judgements, gold.metadata
    assert (figures.path, figures.pages) == (PATH, (2, 3))
    assert figures.figures[0].choices("area") == ("Bexley", "England")
    assert figures.figures[0].choices("period") == ("2019/20", None)
    assert judgements.judgements[0].aspect == "adoption"
    assert metadata.fields == {"kind": ("briefing", "other"), "title": ("Minutes",)}
    assert gold.paths == ("b.pdf", PATH)


def test_a_corrected_document_is_gold(tmp_path: Path) -> None:
    read = document_of(record(indicator="cla_count"), record(value=90, quote="90% were seen"))
    corrected = document_of(record(), organisation="Bexley")
    (tmp_path / "minutes.json").write_text(corrected.model_dump_json(), encoding="utf-8")
    result = evaluate([read], tmp_path)
    score = result.score
    assert (score.found.right, score.found.wrong, score.comparable.wrong) == (1, 1, 2)
    assert {one.field for one in result.metadata if not one.right} == {"organisation"}
    assert evaluate([corrected], tmp_path).score.comparable.f1 == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.indicators.jsonl", '{"value": 3}\n', "the first line names the document"),
        ("a.indicators.jsonl", "", "the first line names the document"),
        ("a.indicators.jsonl", '{"file": "a.pdf"}\n{"value": \n', "line 2: is no valid JSON"),
        ("a.indicators.jsonl", '{"file": "a.pdf"}\n\n{"value": 3}\n', "line 3: value_text"),
        (
            "a.indicators.jsonl",
            '{"file": "a.pdf"}\n' + json.dumps({**FIGURE, "unit": "per cent"}),
            "line 2: unit",
        ),
        ("a.judgements.jsonl", '{"file": "a.pdf"}\n{"basis": "reported"}\n', "line 2: aspect"),
        ("META.json", '["a.pdf"]', "maps the path of each document"),
        ("a.json", '{"schema_version": "1.0", "reports": 3}', "a.json: source"),
        ("notes.txt", "nothing", "holds no gold"),
    ],
)
def test_gold_that_is_wrong_is_refused(tmp_path: Path, name: str, content: str, words: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=words) as caught:
        read_gold(tmp_path)
    assert str(tmp_path) in str(caught.value)
