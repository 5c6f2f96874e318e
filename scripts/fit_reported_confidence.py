"""Count how often reported judgements are right, by how they were told, and keep the shares.

    python scripts/fit_reported_confidence.py CORPUS=GOLD [CORPUS=GOLD ...] [--write]

CORPUS is a folder of reports, GOLD the folder of their ``*.judgements.jsonl``: a first line that
names the file, then one judgement a line. Prints the table, and the error of the shares with each
document left out in turn, beside that of one share for all.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import reportparse
from reportparse.extractors.grades.confidence import kind_of
from reportparse.records import Basis, Judgement

_KEPT = Path(reportparse.__file__).parent / "extractors" / "grades" / "confidence.json"
_PRIOR = 4
Row = tuple[str, str, bool]


def main(arguments: list[str]) -> None:
    """Read every corpus, print the shares and, where asked, keep them."""
    rows: list[Row] = []
    for argument in arguments:
        if "=" in argument:
            corpus, gold = map(Path, argument.split("=", 1))
            for path in sorted(gold.glob("*.judgements.jsonl")):
                rows.extend(_rows(corpus, path))
    shares = _fit(rows)
    for kind, share in shares.items():
        total = sum(kind in {row[1], "all"} for row in rows)
        print(f"{kind:16} {share:.2f} of {total}")
    print("mean squared error, each document left out:", *_left_out(rows))
    if "--write" in arguments:
        kept = {kind: round(share, 3) for kind, share in shares.items()}
        _KEPT.write_text(json.dumps({"shares": kept}, indent=1) + "\n", encoding="utf-8")


def _rows(corpus: Path, path: Path) -> list[Row]:
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    if not lines or "file" not in lines[0] or "pages" in lines[0]:
        return []
    source = corpus / lines[0]["file"]
    spare = lines[1:]
    rows = []
    for record in reportparse.parse(source).judgements():
        if record.basis is Basis.STATED:
            continue
        match = next((one for one in spare if _agrees(one, record)), None)
        if match is not None:
            spare.remove(match)
        rows.append((source.name, kind_of(record), match is not None))
    return rows


def _agrees(gold: dict[str, Any], record: Judgement) -> bool:
    """Whether aspect, part, grade, count, provider and date are those of the gold."""
    other = gold.get("alt") or {}
    for name in ("aspect", "part", "grade", "provider"):
        if getattr(record, name) not in [gold.get(name), *other.get(name, [])]:
            return False
    if (record.count or 1) != (gold.get("count") or 1):
        return False
    day = gold.get("inspected_from")
    return day is None or (record.period is not None and record.period.key[:4] == str(day)[:4])


def _fit(rows: list[Row]) -> dict[str, float]:
    counts: dict[str, list[bool]] = defaultdict(list)
    for _, kind, right in rows:
        counts[kind].append(right)
        counts["all"].append(right)
    overall = (sum(counts["all"]) + 1) / (len(counts["all"]) + 2)
    return {
        kind: (sum(found) + _PRIOR * overall) / (len(found) + _PRIOR)
        for kind, found in sorted(counts.items())
    }


def _left_out(rows: list[Row]) -> tuple[float, float]:
    """Mean squared error of the shares, and of one share for all."""
    errors, plain = [], []
    for name in sorted({row[0] for row in rows}):
        shares = _fit([row for row in rows if row[0] != name])
        for _, kind, right in (row for row in rows if row[0] == name):
            errors.append((shares.get(kind, shares["all"]) - right) ** 2)
            plain.append((shares["all"] - right) ** 2)
    count = max(len(errors), 1)
    return round(sum(errors) / count, 4), round(sum(plain) / count, 4)


if __name__ == "__main__":
    main(sys.argv[1:])
