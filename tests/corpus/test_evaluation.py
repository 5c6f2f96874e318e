"""The evaluation and the scorer kept with the shared documents count alike, to the last one."""

import importlib.util
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest

import reportparse.vocabulary
from reportparse.errors import SourceError
from reportparse.evaluation import Evaluation, Field, Ratio, evaluate, read_gold
from reportparse.parsing import parse
from reportparse.records import ParsedDocument, Source

pytestmark = pytest.mark.shared
# Sets of gold, with the folder of their documents.
SETS = {
    "papers": "papers",
    "prose": "prose",
    "reports": "reports",
    "layouts": "layouts",
    "sif": "ofsted",
}
DATA = Path(reportparse.vocabulary.__file__).parent / "data"


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The scorer with the vocabulary of the package, which knows more wordings than its own."""
    path = shared / "score" / "score.py"
    if not path.exists():
        pytest.skip("the scorer is not beside this checkout")
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.VOCABULARY = str(DATA)
    return module


def with_confidence(document: ParsedDocument) -> ParsedDocument:
    """Records that say how sure they are, in all tenths, some firm by a hair, some not at all."""
    levels = (0.05, 0.3, 0.5999, 0.7, 0.8999, 0.9, 0.95, 1.0, None)
    reports = [
        report.model_copy(
            update={
                "indicators": tuple(
                    record.model_copy(update={"confidence": levels[index % len(levels)]})
                    for index, record in enumerate(report.indicators)
                )
            }
        )
        for report in document.reports
    ]
    return document.model_copy(update={"reports": tuple(reports)})


def convert(corpus: Path, out: Path, paths: Iterable[str]) -> None:
    for path in paths:
        target = out / "documents" / f"{path}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        parsed = with_confidence(parsed_or_empty(corpus / path, path))
        target.write_text(parsed.model_dump_json(by_alias=True), encoding="utf-8")


def parsed_or_empty(source: Path, path: str) -> ParsedDocument:
    """A document as a conversion writes it; a scan has no reports."""
    try:
        return parse(source, name=path)
    except SourceError:
        return ParsedDocument(
            source=Source(path=path, sha256=None, bytes=None, media_type=None, pages=None)
        )


def shares(ratio: Ratio) -> str:
    values = (ratio.precision or 0.0, ratio.recall or 0.0, ratio.f1 or 0.0)
    return "precision {:.4f} recall {:.4f} F1 {:.4f}".format(*values)


def figure_lines(result: Evaluation) -> list[str]:
    """What the scorer prints of figures, from our own counts."""
    wanted = [one for one in result.figures if one.counts and one.gold is not None]
    found = [one for one in wanted if one.found]
    linked = [one for one in found if one.linked]
    linkable = sum(bool(one.gold and one.gold.indicator) for one in wanted)
    by_field = {score.field: score for score in result.by("field")}
    names = {name: name for name in ("unit", "role", "period", "area")}
    fields = ", ".join(
        f"{shown} {by_field[name].right}/{len(found)}"
        for shown, name in {**names, "breakdown": Field.DIMENSIONS}.items()
    )
    ids = by_field[Field.INDICATOR_AS_WRITTEN]
    excused = sum(one.hard and not one.typed for one in found)
    optional = sum(not one.counts for one in result.figures)
    score = result.score
    comparable, firm = score.comparable, score.firm
    return [
        f"fields right among those found: {fields};"
        f" indicator id {ids.right}/{ids.of} of the gold that has one; 0 without a quote",
        f"gold: {len(wanted)} required figures of which {sum(one.hard for one in wanted)} hard"
        f" ({excused} of those found but typed otherwise: left out of the typed score),"
        f" {optional} optional",
        f"for comparing: of {comparable.right + comparable.wrong} records with an indicator id"
        f" {comparable.right} are right in value, unit, role, period, area, id and breakdown"
        f" (precision {comparable.precision:.4f}); id alone right"
        f" {sum(Field.INDICATOR in one.agreed for one in linked)}/{len(linked)};"
        f" of {linkable} gold figures with an id {comparable.recall:.4f} are so recovered",
        "confidence: "
        + ", ".join(f"{band.lower:.1f} {band.right}/{band.of}" for band in result.calibration),
        f"firm (confidence 0.9 and over): {firm.right} of {firm.right + firm.wrong} right"
        f" (precision {firm.precision:.4f}); of {linkable} gold figures with an id"
        f" {firm.recall:.4f} recovered",
        f"indicators: {score.figures} figures; found {shares(score.found)};"
        f" fully typed {shares(score.typed)}",
    ]


@pytest.mark.parametrize("name", SETS)
def test_the_scorer_counts_alike(
    shared: Path,
    scorer: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    folder = shared / "gold" / name
    gold = read_gold(folder)
    convert(shared / "corpus" / SETS[name], tmp_path, gold.paths)
    result = evaluate(tmp_path, gold)
    assert result.missing == ()

    scorer.score_indicators(Namespace(out=str(tmp_path), gold=[str(folder)], verbose=False))
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("  ")]
    assert lines == figure_lines(result)

    if gold.judgements:
        told = result.score.told
        scorer.score_told(Namespace(out=str(tmp_path), gold=[str(folder)], verbose=False))
        assert capsys.readouterr().out.strip() == (
            f"told judgements: {told.right} right, {told.wrong} extra, {told.missed} missed;"
            f" {shares(told)}"
        )
    if gold.metadata:
        meta = Namespace(out=str(tmp_path), gold=[str(folder / "META.json")], verbose=False)
        scorer.score_meta(meta)
        printed = capsys.readouterr().out
        for score in result.by("field"):
            if score.field in gold.metadata[0].fields:
                assert f" {score.field} {score.right}/{score.of}" in printed
