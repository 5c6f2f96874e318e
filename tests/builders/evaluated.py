"""Figures of gold and the records that answer them, for tests of evaluation."""

from datetime import date
from typing import Any

from reportparse.evaluation.gold import GoldFigure, GoldFigures
from reportparse.records import (
    IndicatorValue,
    ParsedDocument,
    Period,
    PeriodKind,
    Provenance,
    Report,
    ReportKind,
    Source,
)

PATH = "minutes.txt"
QUOTE = "81% of reviews were held on time"
# Children in care whose reviews were held on time in 2019/20, in Bexley.
_MEASURED = {
    "value": 81,
    "value_text": "81%",
    "unit": "percent",
    "role": "level",
    "area": "Bexley",
    "indicator": "cla_reviews_timescale_pct",
    "breakdown": {},
}


def gold_figure(**changes: Any) -> GoldFigure:
    """A figure of the gold: 81% of reviews on time."""
    return GoldFigure.model_validate({**_MEASURED, "quote": QUOTE, "period": "2019/20", **changes})


def gold_figures(*figures: GoldFigure, pages: tuple[int, ...] | None = None) -> GoldFigures:
    """The gold of the document that `document_of` gives."""
    return GoldFigures(path=PATH, pages=pages, figures=figures)


def record(
    *, quote: str = QUOTE, page: int | None = None, start: int = 0, **changes: Any
) -> IndicatorValue:
    """The record that answers `gold_figure` in every field."""
    return IndicatorValue.model_validate(
        {
            **_MEASURED,
            "label": "reviews held on time",
            "period": split_year(2019),
            "provenance": Provenance(
                page=page, bbox=None, start_char=start, end_char=start + len(quote), quote=quote
            ),
            **changes,
        }
    )


def split_year(year: int) -> Period:
    """The financial year that begins in ``year``."""
    key = f"{year}/{(year + 1) % 100:02}"
    return Period(
        key=key,
        kind=PeriodKind.SPLIT_YEAR,
        start=date(year, 4, 1),
        end=date(year + 1, 3, 31),
        text=key,
        inferred=False,
    )


def document_of(*records: IndicatorValue, **report: Any) -> ParsedDocument:
    """A document with one report that holds ``records``."""
    return ParsedDocument(
        source=Source(path=PATH, sha256=None, bytes=None, media_type=None, pages=None),
        reports=(Report(kind=ReportKind.OTHER, indicators=records, **report),),
    )
