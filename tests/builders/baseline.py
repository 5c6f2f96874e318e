"""How right the fixtures are read, kept in a file so that a change which lowers it is seen.

``make baseline`` writes the file; CONTRIBUTING.md says when that is right.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportparse.evaluation import Evaluation, Field, FigureOutcome, Score, evaluate, read_gold
from reportparse.parsing import parse
from reportparse.records import ParsedDocument

PROJECT = Path(__file__).resolve().parents[2]
BASELINE = PROJECT / "tests" / "evaluation" / "baseline.json"
GOLD = PROJECT / "fixtures" / "gold"
SOURCES = PROJECT / "fixtures" / "built" / "evaluation"

# Better states of a figure or judgement have the higher number.
STATES = ("missed", "found", "typed", "comparable")
WRONG_MEASURE = ", wrong measure"
# An extra record is worse than none; one that claims a measure is worse than one that does not.
EXTRAS = ("extra with a measure", "extra")
_PARTS = ("found", "typed", "comparable", "firm", "told", "metadata")
_SHARES = ("precision", "recall")


def measure() -> dict[str, Any]:
    """The baseline of the fixtures as they are read now."""
    gold = read_gold(GOLD)
    return baseline_of(evaluate((_parsed(path) for path in gold.paths), gold))


def _parsed(path: str) -> ParsedDocument:
    return parse(SOURCES / path, name=path)


def baseline_of(result: Evaluation) -> dict[str, Any]:
    """Counts of each set, which are all documents and each kind, and the state of each record."""
    scores = (result.score, *result.by("kind"))
    return {
        "sets": {score.name: _counts(score) for score in scores},
        "records": dict(_numbered(_states(result))),
    }


def _counts(score: Score) -> dict[str, list[int]]:
    ratios = {part: getattr(score, part) for part in _PARTS}
    return {part: [one.right, one.wrong, one.missed] for part, one in ratios.items()}


def _states(result: Evaluation) -> Iterator[tuple[str, str]]:
    """Each record under a name that says where it stands, with its state."""
    for figure in result.figures:
        if figure.counts:
            yield _name(figure), _state(figure)
    for told in result.judgements:
        if not told.counts:
            continue
        one = told.gold or told.record
        assert one is not None
        named = f"{told.path}: judgement {one.basis} {one.part} {one.aspect} {one.grade}"
        yield named, EXTRAS[1] if told.gold is None else "found" if told.found else "missed"
    for said in result.metadata:
        yield f"{said.path}: {said.field}", "found" if said.right else "missed"


def _name(figure: FigureOutcome) -> str:
    if figure.gold is not None:
        return f"{figure.path}: {figure.gold.value_text} ({figure.gold.quote})"
    # Without its quote, which may be cut in another way without harm.
    assert figure.record is not None
    return f"{figure.path}: {figure.record.value_text} beside the gold"


def _state(figure: FigureOutcome) -> str:
    if figure.gold is None:
        return EXTRAS[0] if figure.linked else EXTRAS[1]
    if figure.comparable:
        return "comparable"
    if not figure.found:
        return "missed"
    state = "typed" if figure.typed or figure.hard else "found"
    wrong = not figure.agreed >= {Field.INDICATOR, Field.BREAKDOWN} and not figure.hard
    return state + WRONG_MEASURE if figure.linked and wrong else state


def _numbered(states: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Names that come again get a number, so that each is one key."""
    seen = Counter[str]()
    for name, state in states:
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} #{seen[name]}"), state


def fallen_figures(before: dict[str, Any], now: dict[str, Any], names: Iterable[str]) -> list[str]:
    """Shares of the sets named that were higher in ``before``, in words."""
    lines = []
    for name in names:
        for part, counts in before["sets"][name].items():
            for share, was, is_now in _shares(counts, now["sets"].get(name, {}).get(part)):
                if was is not None and (is_now is None or is_now < was):
                    shown = "nothing" if is_now is None else f"{is_now:.4f}"
                    lines.append(f"{name}: {part} {share} was {was:.4f}, is {shown}")
    return lines


def _shares(
    before: list[int], now: list[int] | None
) -> Iterator[tuple[str, float | None, float | None]]:
    for share in _SHARES:
        yield share, _share(before, share), None if now is None else _share(now, share)


def _share(counts: list[int], share: str) -> float | None:
    right, wrong, missed = counts
    whole = right + (wrong if share == "precision" else missed)
    return right / whole if whole else None


def worse_records(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Records whose state was better in ``before``, and extra ones that were not there."""
    lines = []
    for name, state in now["records"].items():
        was = before["records"].get(name)
        if state in EXTRAS:
            if was is None or EXTRAS.index(state) < EXTRAS.index(was):
                lines.append(f"{name}: {was or 'not there'} before, now {state}")
        elif was is not None and _rank(state) < _rank(was):
            lines.append(f"{name}: {was} before, now {state}")
    return lines


def _rank(state: str) -> tuple[int, bool]:
    """The higher the better; of equal states the one that claims no wrong measure."""
    return STATES.index(state.removesuffix(WRONG_MEASURE)), not state.endswith(WRONG_MEASURE)


def write() -> None:
    """Write the baseline as the fixtures are read now, a line to each set and record."""
    content = measure()
    sets = (f"  {json.dumps(name)}: {json.dumps(one)}" for name, one in content["sets"].items())
    records = (
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(state)}"
        for name, state in content["records"].items()
    )
    parts = {"sets": ",\n".join(sets), "records": ",\n".join(records)}
    bodies = (f' "{part}": {{\n{lines}\n }}' for part, lines in parts.items())
    text = "{\n" + ",\n".join(bodies) + "\n}\n"
    BASELINE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
