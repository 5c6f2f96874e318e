"""The records of the contract, as frozen Pydantic models."""

from reportparse.records.base import Record
from reportparse.records.dates import DateMention, DateRole
from reportparse.records.explanation import (
    CandidateNote,
    Explanation,
    FigureNote,
    OfferNote,
    SpanNote,
)
from reportparse.records.indicator import Direction, IndicatorValue, Qualifier, Role, Unit
from reportparse.records.judgement import Basis, Judgement
from reportparse.records.origin import Origin, OriginRecord
from reportparse.records.period import Period, PeriodKind
from reportparse.records.provenance import Provenance, TableReference
from reportparse.records.report import (
    SCHEMA_VERSION,
    DateSpan,
    GradeStatus,
    Inspection,
    NotGraded,
    ParsedDocument,
    ProblemRecord,
    Report,
    ReportKind,
    SectionRecord,
    Source,
)
from reportparse.records.table import AxisKind, CellState, TableCell, TableRecord

__all__ = [
    "SCHEMA_VERSION",
    "AxisKind",
    "Basis",
    "CandidateNote",
    "CellState",
    "DateMention",
    "DateRole",
    "DateSpan",
    "Direction",
    "Explanation",
    "FigureNote",
    "GradeStatus",
    "IndicatorValue",
    "Inspection",
    "Judgement",
    "NotGraded",
    "OfferNote",
    "Origin",
    "OriginRecord",
    "ParsedDocument",
    "Period",
    "PeriodKind",
    "ProblemRecord",
    "Provenance",
    "Qualifier",
    "Record",
    "Report",
    "ReportKind",
    "Role",
    "SectionRecord",
    "Source",
    "SpanNote",
    "TableCell",
    "TableRecord",
    "TableReference",
    "Unit",
]
