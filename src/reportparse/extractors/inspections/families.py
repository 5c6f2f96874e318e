"""Families of inspection reports: what their front pages print, and the frameworks behind them.

The framework is read from the title and the rows that a report prints, never from its date:
re-inspections under one framework ran on beside its successor (SIF to July 2018, ILACS from
January 2018), and reports of inspections begun before a change keep the old rows.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from reportparse.records import ReportKind


class Layout(StrEnum):
    """How the reports of a family say what they judge."""

    AUTHORITY = "authority"
    """Rows or sentences about a local authority."""
    OUTCOME = "outcome"
    """One outcome for an area, in a sentence."""
    PROVIDER = "provider"
    """Rows about one school, home or service."""
    LETTER = "letter"
    """Findings in words: no grades."""


@dataclass(frozen=True, slots=True)
class Family:
    """A layout of report: its title, and its frameworks from the one that asks most rows down.

    ``required`` names, for each framework, the aspects that must be printed for it to hold, and
    ``absent`` those that must not; the first framework that fits is taken. A family of providers
    is told by its title and all of ``evidence``, and its framework by the rows that fit best.
    ``words`` name a framework outright. ``numbered`` is the scale whose numbers stand for its
    grades; ``lower_case`` says that grades are printed without a capital; ``dated`` that every
    report prints the days of its inspection.
    """

    id: str
    kind: ReportKind
    title: re.Pattern[str]
    frameworks: tuple[str, ...]
    required: tuple[frozenset[str], ...] = ()
    absent: tuple[frozenset[str], ...] = ()
    layout: Layout = Layout.AUTHORITY
    evidence: tuple[re.Pattern[str], ...] = ()
    words: tuple[tuple[str, re.Pattern[str]], ...] = ()
    numbered: str | None = None
    lower_case: bool = False
    dated: bool = True

    def framework(self, printed: Set[str]) -> str | None:
        """Id of the framework whose rows are among the ``printed`` aspects; None if undecided."""
        if not self.required:
            return self.frameworks[0]
        for identity, needed, missing in zip(
            self.frameworks, self.required, self.absent, strict=True
        ):
            if needed <= printed and not missing & printed:
                return identity
        return None


def words(pattern: str) -> re.Pattern[str]:
    """A pattern of the words of a report, whatever their case."""
    return re.compile(pattern, re.IGNORECASE)


AUTHORITIES: tuple[Family, ...] = (
    Family(
        "area_send",
        ReportKind.AREA_SEND_INSPECTION,
        words(r"\barea send (?:full )?inspection\b"),
        ("send_2023",),
        layout=Layout.OUTCOME,
    ),
    Family(
        "safeguarding_and_looked_after",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection of safeguarding and (?:looked after children|services for looked)"),
        ("slac_2009",),
    ),
    Family(
        "child_protection",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection of (?:local authority )?arrangements for the protection of children"),
        ("cp_2012",),
    ),
    Family(
        "looked_after",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection of (?:services for )?looked after children(?: services)?"),
        ("lac_2013",),
    ),
    Family(
        "single_inspection",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection of services for children in need of help and protection"),
        ("sif_2013",),
    ),
    Family(
        "safeguarding_board",
        ReportKind.OFSTED_INSPECTION,
        words(
            r"review of the effectiveness of the (?:[\w-]+ ){0,5}safeguarding children'?s? board"
        ),
        ("lscb_2013",),
    ),
    Family(
        "local_authority_services",
        ReportKind.OFSTED_INSPECTION,
        words(
            r"inspection of (?:local authority )?children'?s (?:social care )?services"
            r"|inspection of [\w\s,&'.-]{2,120}?\bchildren'?s (?:social care )?services"
        ),
        ("ilacs_2018", "ilacs_2023", "ilacs_2026"),
        (
            frozenset({"in_care_and_care_leavers"}),
            frozenset({"in_care", "care_leavers", "overall_effectiveness"}),
            frozenset({"in_care", "care_leavers"}),
        ),
        (
            frozenset(),
            frozenset({"in_care_and_care_leavers"}),
            frozenset({"in_care_and_care_leavers", "overall_effectiveness"}),
        ),
    ),
)


def find_authority_family(title: str) -> Family | None:
    """The family of reports on authorities whose title stands in ``title``; None for others."""
    return next((family for family in AUTHORITIES if family.title.search(title)), None)
