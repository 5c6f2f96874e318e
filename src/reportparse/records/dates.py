"""Dates that a report mentions."""

from enum import StrEnum

from reportparse.records.origin import OriginRecord
from reportparse.records.period import Period
from reportparse.records.provenance import Provenance


class DateRole(StrEnum):
    """What a date is the date of."""

    REPORT_DATE = "report_date"
    MEETING_DATE = "meeting_date"
    INSPECTION = "inspection"
    PUBLICATION = "publication"
    PREVIOUS_INSPECTION = "previous_inspection"
    DATA_AS_AT = "data_as_at"
    DEADLINE = "deadline"
    EVENT = "event"
    OTHER = "other"


class DateMention(OriginRecord):
    """One date or range as printed, and what it is the date of."""

    role: DateRole
    period: Period
    text: str
    provenance: Provenance
