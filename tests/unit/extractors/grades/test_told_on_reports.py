"""Told judgements of published reports against their hand-made truth."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportparse.parsing import parse
from reportparse.records import Basis, Judgement

_TOLD = {Basis.REPORTED.value, Basis.PREVIOUS.value}


def _truth(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return rows[0], [row for row in rows[1:] if row["basis"] in _TOLD]


def _agrees(row: dict[str, Any], judgement: Judgement) -> bool:
    other = row.get("alt", {})
    return all(
        getattr(judgement, name) in [row.get(name), *other.get(name, [])]
        for name in ("basis", "part", "aspect", "grade")
    ) and (judgement.count or 1) == (row["count"] or 1)


def _missed_and_extra(corpus: Path, gold: Path) -> tuple[int, int, int]:
    """Found, missed and extra told judgements; optional and hard rows need not be found."""
    found = missed = extra = 0
    for path in sorted(gold.glob("*.judgements.jsonl")):
        header, rows = _truth(path)
        spare = [j for j in parse(corpus / header["file"]).judgements() if j.basis in _TOLD]
        if header.get("pages"):
            spare = [j for j in spare if j.provenance.page in header["pages"]]
        for row in rows:
            match = next((j for j in spare if _agrees(row, j)), None)
            if match is not None:
                spare.remove(match)
                found += 1
            elif not (row.get("optional") or row.get("hard")):
                missed += 1
        extra += len(spare)
    return found, missed, extra


@pytest.mark.shared
@pytest.mark.parametrize(("corpus", "gold"), [("reports", "reports"), ("ofsted", "sif")])
def test_told_judgements_are_found_and_none_is_made_up(
    shared: Path, corpus: str, gold: str
) -> None:
    found, missed, extra = _missed_and_extra(shared / "corpus" / corpus, shared / "gold" / gold)
    assert found >= 10
    assert missed <= 1
    assert extra <= 1
