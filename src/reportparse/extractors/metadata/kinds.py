"""What kind of report a document is, where it is no inspection report."""

import re

from reportparse.extractors.worded import WordedRule
from reportparse.records import ReportKind

RULES: tuple[tuple[ReportKind, WordedRule], ...] = (
    (
        ReportKind.BRIEFING,
        WordedRule(
            "kind.briefing",
            re.compile(r"\b(?:briefing|bulletin|newsletter|needs assessment|JSNA)\b", re.I),
            "Briefing for councillors",
            "Report to the board",
            "briefings and needs assessments",
        ),
    ),
    (
        ReportKind.SCRUTINY_REPORT,
        WordedRule(
            "kind.scrutiny",
            re.compile(r"\b(?:scrutiny|select committee)\b", re.I),
            "Children's Services Select Committee",
            "Corporate Parenting Board",
            "names of committees",
        ),
    ),
)


def kind_of(title: str, committee: str, head: str) -> ReportKind:
    """The kind that the title, the committee and the front of a report give it."""
    words = {
        ReportKind.BRIEFING: title if committee else f"{title}\n{head}",
        ReportKind.SCRUTINY_REPORT: f"{committee}\n{title}",
    }
    for kind, rule in RULES:
        if rule.pattern.search(words[kind]):
            return kind
    return ReportKind.BOARD_PAPER if committee else ReportKind.OTHER
