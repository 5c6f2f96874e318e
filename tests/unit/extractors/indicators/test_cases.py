"""Tagged sentences: each is read alone and must give exactly its tagged figures."""

import re
from datetime import date
from pathlib import Path

import pytest

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.pipeline import read_paragraph
from reportparse.extractors.segments.model import Surroundings

CASES = Path(__file__).resolve().parents[3] / "cases" / "figures.txt"
TAG = re.compile(
    r"\[(?P<text>[^|\]]+)\|(?P<unit>\S+) (?P<role>\S+) (?P<period>\S+) (?P<area>[^\]]+)\]"
)
Expected = tuple[str, str, str, str | None, str]


def parse_case(line: str) -> tuple[str, list[Expected]]:
    """The sentence without its tags, and the figures they state.

    Raises:
        ValueError: A tag is not closed, or an untagged line is not marked as negative.
    """
    negative = line.startswith("NEGATIVE ")
    sentence = TAG.sub(lambda match: match["text"], line.removeprefix("NEGATIVE "))
    if "[" in sentence or "]" in sentence or "|" in sentence:
        raise ValueError(f"a tag is not closed: {line}")
    expected = [
        (m["text"], m["unit"], m["role"], None if m["period"] == "-" else m["period"], m["area"])
        for m in TAG.finditer(line)
    ]
    if bool(expected) == negative:
        raise ValueError(f"a line has tags or is marked NEGATIVE: {line}")
    return sentence, expected


def read_cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", read_cases())
def test_case(line: str) -> None:
    sentence, expected = parse_case(line)
    reference = PeriodReference(
        report_date=date(2014, 11, 20),
        inspected_from=date(2014, 9, 9),
        inspected_to=date(2014, 10, 1),
    )
    around = Surroundings(reference, organisation="own")
    found = [
        (
            figure.quantity.text,
            str(figure.unit),
            str(figure.role),
            figure.period.key if figure.period else None,
            figure.area,
        )
        for reading in read_paragraph(sentence, around)
        for figure in reading.figures
    ]
    assert found == expected


@pytest.mark.parametrize(
    "line",
    [
        "In 2013 [54%|percent level 2013 own of leavers",
        "No tags at all",
        "NEGATIVE [1|count level - own]",
    ],
)
def test_loader_rejects_a_bad_line(line: str) -> None:
    with pytest.raises(ValueError, match="a "):
        parse_case(line)
