"""A document that a person has corrected by hand, as gold."""

from reportparse.evaluation.gold import (
    GoldFigure,
    GoldFigures,
    GoldJudgement,
    GoldJudgements,
    GoldMetadata,
)
from reportparse.records import IndicatorValue, Judgement, ParsedDocument


def figures_of(document: ParsedDocument) -> GoldFigures:
    """Its figures; all of them are required."""
    return GoldFigures(
        path=document.source.path or "",
        figures=tuple(_figure(record) for record in document.indicators()),
    )


def judgements_of(document: ParsedDocument) -> GoldJudgements:
    """Its judgements, those of the inspection itself included."""
    return GoldJudgements(
        path=document.source.path or "",
        judgements=tuple(_judgement(record) for record in document.judgements()),
    )


def metadata_of(document: ParsedDocument) -> GoldMetadata:
    """What its first report says of itself."""
    report = next(iter(document.reports), None)
    fields = (
        {}
        if report is None
        else report.model_dump(
            mode="json", include={"organisation", "report_date", "kind", "committee", "title"}
        )
    )
    return GoldMetadata(
        path=document.source.path or "",
        fields={field: (value,) for field, value in fields.items()},
    )


def _figure(record: IndicatorValue) -> GoldFigure:
    return GoldFigure(
        page=record.provenance.page,
        quote=record.provenance.quote,
        period=record.period.key if record.period else None,
        **record.model_dump(
            include={
                *("value", "value_text", "unit", "role", "direction", "area"),
                *("label", "indicator", "breakdown"),
            }
        ),
    )


def _judgement(record: Judgement) -> GoldJudgement:
    return GoldJudgement(
        page=record.provenance.page,
        quote=record.provenance.quote,
        period=record.period.key if record.period else None,
        **record.model_dump(
            mode="json",
            include={
                *("provider", "basis", "part", "aspect", "grade", "count"),
                *("inspected_from", "inspected_to", "published"),
            },
        ),
    )
