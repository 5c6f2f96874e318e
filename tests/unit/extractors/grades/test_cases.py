"""Tagged passages: each is read alone and must tell exactly its tagged judgements."""

import re
from datetime import date
from pathlib import Path

import pytest

from reportparse.document import Block, BlockKind, Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.mentions import extract_mentions
from reportparse.records import Inspection, Judgement, ReportKind

CASES = Path(__file__).resolve().parents[3] / "cases" / "judgements.txt"
TAG = re.compile(r"\[(?P<text>[^|\]]+)\|(?P<records>[^\]]+)\]")
PAPER = ReportContext(
    kind=ReportKind.SCRUTINY_REPORT, organisation="Dorset", report_date=date(2024, 9, 12)
)
INSPECTION = ReportContext(
    kind=ReportKind.OFSTED_INSPECTION,
    organisation="Dorset",
    report_date=date(2024, 5, 7),
    inspection=Inspection(
        framework="ilacs_2023",
        provider="Dorset",
        inspected_from=date(2024, 3, 4),
        inspected_to=date(2024, 3, 15),
    ),
)


def read_cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def parse_case(line: str) -> tuple[str, list[str]]:
    """The passage without its tags, and the records that they state.

    Raises:
        ValueError: A tag is not closed, or an untagged line is not marked as negative.
    """
    negative = line.startswith("NEGATIVE ")
    passage = TAG.sub(lambda match: match["text"], line.removeprefix("NEGATIVE "))
    if "[" in passage or "]" in passage or "|" in passage:
        raise ValueError(f"a tag is not closed: {line}")
    records = [
        f"{match['text']}|{record.strip()}"
        for match in TAG.finditer(line)
        for record in match["records"].split(";")
    ]
    if bool(records) == negative:
        raise ValueError(f"a line has tags or is marked NEGATIVE: {line}")
    return passage, records


def told(record: Judgement) -> str:
    aspect = f"{record.part}/{record.aspect}" if record.part else record.aspect
    count = record.count or "-"
    period = record.period.key if record.period else "-"
    provider = (record.provider or "").replace("Dorset", "own")
    return f"{record.grade_text}|{record.grade} {aspect} {count} {period} {provider}"


@pytest.mark.parametrize("line", read_cases())
def test_case(line: str) -> None:
    context = INSPECTION if line.startswith("INSPECTION ") else PAPER
    passage, expected = parse_case(line.removeprefix("INSPECTION "))
    document = Document(
        text=passage,
        media_type="text/plain",
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(passage)),),
    )
    found = extract_mentions(document, context)[0]
    assert [told(record) for record in found] == expected
