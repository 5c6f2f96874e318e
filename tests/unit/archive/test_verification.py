"""The verifier accepts what the text bears out and names what it does not."""

import pytest

from reportparse.archive import Mismatch, verify
from reportparse.records import (
    Basis,
    IndicatorValue,
    Judgement,
    ParsedDocument,
    Provenance,
    Report,
    ReportKind,
    Source,
    Unit,
)

TEXT = (
    "Adoption performance requires improvement\nto be good.\n\nIn all, 1,204 children were in care."
)


def place(quote: str, *, shift: int = 0) -> Provenance:
    start = TEXT.index(quote) + shift
    return Provenance(page=2, bbox=None, start_char=start, end_char=start + len(quote), quote=quote)


def judgement(grade: str, grade_text: str, provenance: Provenance) -> Judgement:
    return Judgement(
        provider="Leeds",
        framework="sif_2013",
        aspect="adoption",
        aspect_text="Adoption performance",
        grade=grade,
        grade_text=grade_text,
        basis=Basis.STATED,
        provenance=provenance,
    )


def indicator(value_text: str, provenance: Provenance) -> IndicatorValue:
    return IndicatorValue(
        indicator=None,
        label="children in care",
        value=1204,
        value_text=value_text,
        unit=Unit.COUNT,
        provenance=provenance,
    )


def check(*records: Judgement | IndicatorValue) -> list[Mismatch]:
    report = Report(
        kind=ReportKind.OTHER,
        text=TEXT,
        judgements=tuple(record for record in records if isinstance(record, Judgement)),
        indicators=tuple(record for record in records if isinstance(record, IndicatorValue)),
    )
    source = Source(path="a.pdf", sha256=None, bytes=None, media_type=None, pages=None)
    return verify(ParsedDocument(source=source, reports=(report,)))


WHOLE = "Adoption performance requires improvement\nto be good"


def test_records_that_the_text_bears_out_pass() -> None:
    graded = judgement("requires_improvement", "requires improvement to be good", place(WHOLE))
    assert check(graded, indicator("1,204", place("1,204 children"))) == []


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (indicator("1,204", place("1,204 children", shift=-1)), "is not the text at its offsets"),
        (indicator("1,20", place("1,204 children")), "does not read as 1,204"),
        (indicator("1,204", place("\n\n")), "the quote is empty"),
        (
            judgement("good", "requires improvement to be good", place(WHOLE)),
            "does not name the grade 'good'",
        ),
        (
            judgement("adequate", "requires improvement", place(WHOLE)),
            "does not name the grade 'adequate'",
        ),
    ],
)
def test_a_record_that_the_text_does_not_bear_out_is_named(
    record: Judgement | IndicatorValue, reason: str
) -> None:
    (mismatch,) = check(record)
    assert (mismatch.path, mismatch.page) == ("a.pdf", 2)
    assert reason in mismatch.reason
