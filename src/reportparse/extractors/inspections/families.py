"""Families of inspection reports: what their front pages print, and the frameworks behind them.

The framework is read from the title and the rows that a report prints, never from its date:
re-inspections under one framework ran on beside its successor (SIF to July 2018, ILACS from
January 2018), and reports of inspections begun before a change keep the old rows.
"""

import re
from collections.abc import Set
from dataclasses import dataclass

from reportparse.records import ReportKind


@dataclass(frozen=True, slots=True)
class Family:
    """A layout of report: its title, and its frameworks from the one that asks most rows down.

    ``required`` names, for each framework, the aspects that must be printed for it to hold, and
    ``absent`` those that must not; the first framework that fits is taken.
    """

    id: str
    kind: ReportKind
    title: re.Pattern[str]
    frameworks: tuple[str, ...]
    required: tuple[frozenset[str], ...] = ()
    absent: tuple[frozenset[str], ...] = ()

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


def _title(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FAMILIES: tuple[Family, ...] = (
    Family(
        "area_send",
        ReportKind.AREA_SEND_INSPECTION,
        _title(r"\barea send (?:full )?inspection\b"),
        ("send_2023",),
    ),
    Family(
        "safeguarding_and_looked_after",
        ReportKind.OFSTED_INSPECTION,
        _title(r"inspection of safeguarding and (?:looked after children|services for looked)"),
        ("slac_2009",),
    ),
    Family(
        "child_protection",
        ReportKind.OFSTED_INSPECTION,
        _title(r"inspection of (?:local authority )?arrangements for the protection of children"),
        ("cp_2012",),
    ),
    Family(
        "looked_after",
        ReportKind.OFSTED_INSPECTION,
        _title(r"inspection of (?:services for )?looked after children(?: services)?"),
        ("lac_2013",),
    ),
    Family(
        "single_inspection",
        ReportKind.OFSTED_INSPECTION,
        _title(r"inspection of services for children in need of help and protection"),
        ("sif_2013",),
    ),
    Family(
        "safeguarding_board",
        ReportKind.OFSTED_INSPECTION,
        _title(
            r"review of the effectiveness of the (?:[\w-]+ ){0,5}safeguarding children'?s? board"
        ),
        ("lscb_2013",),
    ),
    Family(
        "local_authority_services",
        ReportKind.OFSTED_INSPECTION,
        _title(
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


def find_family(title: str) -> Family | None:
    """The family whose title ``title`` holds; None where it is no known one."""
    return next((family for family in FAMILIES if family.title.search(title)), None)
