"""What is found of a period, and what it is resolved by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportparse.records import Period


class Relation(StrEnum):
    """What a wording needs before it is a period."""

    ABSOLUTE = "absolute"
    SAME = "same"
    SAME_LAST_YEAR = "same_last_year"
    LATER = "later"
    BEFORE = "before"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class PeriodReference:
    """What yearless, two-digit and relative wording is resolved by; every part may be unknown.

    ``data_as_at`` is the date that the report's own figures stand at (``data_is_stated`` where it
    says so, or else taken from its figures), ``report_year`` the year it reports on, ``covered``
    the year or quarter that all of it is about ("Annual report 2013/14", "Quarter 2 2023/24"),
    ``previous_inspection`` the day from which "since the last inspection" runs.
    """

    report_date: date | None = None
    inspected_from: date | None = None
    inspected_to: date | None = None
    previous_inspection: date | None = None
    data_as_at: Period | None = None
    data_is_stated: bool = False
    report_year: Period | None = None
    covered: Period | None = None

    @property
    def present(self) -> date | None:
        """The day that "currently" means: of the report, or the end of the inspection."""
        return self.report_date or self.inspected_to


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One wording of a period in a text, ``text[start_char:end_char]``.

    ``period`` is None where the wording needs a period before it (``relation`` says which way,
    ``months`` how far) or a reference that is not known.
    """

    start_char: int
    end_char: int
    text: str
    rule_id: str
    relation: Relation = Relation.ABSOLUTE
    period: Period | None = None
    months: int = 12
